#!/usr/bin/env python3
"""A made-up AWS on loopback: answers any operation of any service of botocore's models, in its protocol, with every
member of its output filled (made.py), and every listing in pages of one or two.

usage: synthetic.py PORT

PUT /_synthetic sets what is to be refused and texts that mean something, and forgets what was asked:
    {"Refuse": [{"Service": "iam", "Operation": "ListUsers"},                  denied, as the protocol says it
                {"Service": "s3", "Operation": "GetBucketPolicy", "Code": "NoSuchBucketPolicy", "With": "Name-s1"}, ...],
     "Words": {"iam": {"State": ["COMPLETE"]}},                                 by service and member: one of these
     "Batches": {"elbv2 DescribeTags": {"In": "ResourceArns", "From": "TagDescriptions[]", "Key": "ResourceArn"}}}
Batches: for each of the names that In lists the answer has one element, which has the name at Key.
Message: in place of one of ours.  With: only if a parameter has this text.  Later: only from the second page on.  GET /_synthetic gives
    {"Calls": {"iam ListUsers": 2, ...}, "Refused": {...}, "Canaries": 12, "Wrong": ["..."]}
Canaries: texts in places of secrets, all of which begin with made.CANARY.
Wrong: requests that no model knows, tokens that were never given, asked for more often than given, or less often: lost.
Signatures are not looked at.
"""
import collections
import http.server
import json
import sys
import threading

import jmespath

import made
import wire

DENIED = {"ec2": "UnauthorizedOperation", "query": "AccessDenied", "rest-xml": "AccessDenied"}
LOCK = threading.Lock()


class State:
    """What was asked, and what is to be refused."""

    def __init__(self, wanted):
        self.refused, self.words, self.batches = (wanted.get(name, {}) for name in ("Refuse", "Words", "Batches"))
        self.calls, self.codes = collections.Counter(), collections.Counter()
        self.wrong = []
        self.canaries = 0	# secrets that were told
        self.tokens = {}	# (service, operation, region, parameters, token) -> [offset, times given, times asked for]

    def report(self):
        odd = [f"{' '.join(key[:3])}: token {key[4]} was given {given} times and asked for {asked} times"
               for key, (_, given, asked) in self.tokens.items() if given != asked]
        return {"Calls": self.calls, "Refused": self.codes, "Canaries": self.canaries, "Wrong": self.wrong + odd}

    def refusal(self, request, parameters, later):
        """The code and the message to refuse with; no code: it is not refused."""
        for one in self.refused:
            if (wire.canonical(one["Service"]), one["Operation"]) == (request.service, request.operation.name) and (
                    "With" not in one or one["With"] in made.texts(parameters)) and (later or not one.get("Later")):
                self.codes[f"{request.service} {request.operation.name}"] += 1
                code = one.get("Code") or DENIED.get(wire.protocol(request.service), "AccessDeniedException")
                return code, one.get("Message")
        return None, None


STATE = State({})


class Page:
    """One page of an answer, or all of one that has no pages."""

    def __init__(self, request, parameters):
        self.request = request
        self.paging = made.Paging.of(request.service, request.operation)
        tokens = self.paging.tokens if self.paging else {}
        self.given = [parameters[name] for name in tokens if name in parameters]
        limit = self.paging and self.paging.limit
        self.parameters = {k: v for k, v in parameters.items() if k not in tokens and k != limit}
        asked = parameters.get(limit) if limit else None
        self.size = min(made.number(request.operation.name) % 2 + 1, int(asked or 2) or 1)

    def key(self, token):
        return (self.request.service, self.request.operation.name, self.request.region,
                json.dumps(self.parameters, sort_keys=True, default=str), str(token))

    def offset(self):
        """Where the page begins; None for a token that was never given."""
        if not self.given:
            return 0
        known = STATE.tokens.get(self.key(self.given[0]))
        if not known:
            STATE.wrong.append(f"{' '.join(self.key('')[:3])}: token {self.given[0]} was never given")
            return None
        known[2] += 1
        return known[0]

    def answer(self, offset):
        paging = self.paging
        batch = STATE.batches.get(f"{self.request.service} {self.request.operation.name}")
        if batch and self.parameters.get(batch["In"]):
            return self.batch_answer(batch)
        maker = made.Maker(self.request, self.parameters, STATE.words, offset, self.size, paging.lists if paging else ())
        output = maker.output()
        STATE.canaries += maker.canaries
        if not paging:
            return output
        more = offset + self.size < made.ITEMS
        for path in paging.tokens.values():
            self.put_token(output, path, offset + self.size, more)
        if paging.flag:
            self.put(output, paging.flag, more)
        return output

    def batch_answer(self, batch):
        """Each element as if it alone had been asked for."""
        path, made_ = batch["From"].removesuffix("[]"), []
        for name in self.parameters[batch["In"]]:
            output = made.Maker(self.request, self.parameters | {batch["In"]: [name]}, STATE.words).output()
            made_.append(made.at(output, path)[0])
            self.put(made_[-1], batch["Key"], name)
        self.put(output, path, made_)
        return output

    def put_token(self, output, path, offset, more):
        if not path.replace(".", "").isalnum():		# of the last item: it is there as it is
            token = jmespath.search(path, output)
        else:
            token = f"{path}/{offset}+{made.number(self.key(''), offset):08x}=="
            self.put(output, path, token if more else None)
        if more and path == next(iter(self.paging.tokens.values())):	# the first of several stands for all
            STATE.tokens.setdefault(self.key(token), [offset, 0, 0])[1] += 1

    @staticmethod
    def put(output, path, value):
        *parents, last = path.split(".")
        for part in parents:
            output = output.setdefault(part, {})
        if value is None:
            output.pop(last, None)
        else:
            output[last] = value


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_):
        pass

    def reply(self, status, headers, body):
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("x-amzn-RequestId", "R")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def control(self, body):
        global STATE
        with LOCK:
            if self.command == "PUT":
                STATE = State(json.loads(body or b"{}"))
            self.reply(200, {"Content-Type": "application/json"}, json.dumps(STATE.report()).encode())

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/_synthetic":
            return self.control(body)
        request = wire.Request(self.command, self.path, self.headers, body)
        with LOCK:
            return self.serve(request)

    def serve(self, request):
        if not request.service:
            STATE.wrong.append(f"{self.command} {self.path} for {request.signed_for}: no model knows it")
            return self.reply(400, {}, b"")
        parameters = request.parameters()
        STATE.calls[f"{request.service} {request.operation.name}"] += 1
        kind = {"Content-Type": wire.content_type(request.service)}
        page = Page(request, parameters)
        code, message = STATE.refusal(request, parameters, page.given)
        offset = page.offset() if not code else 0
        if code or offset is None:
            headers, body = wire.error(request.service, code or "InvalidToken", message)
            return self.reply(403 if code else 400, kind | headers, body)
        headers, body = wire.answer(request.service, request.operation, page.answer(offset))
        return self.reply(200, kind | headers, body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = handle_any


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()

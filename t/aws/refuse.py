#!/usr/bin/env python3
"""Stands before an emulator and plays what it cannot: an operation is answered with an error, as AWS words it.

usage: refuse.py PORT UPSTREAM [SERVICE OPERATION STATUS CODE]...

Those named at the start are refused always: what the emulator lacks.  PUT /_refuse with
[{"Service", "Operation", "Status", "Code"}, ...] says what else, before them; [] ends it.  The rest goes upstream.
Error documents: https://smithy.io/2.0/aws/protocols/ , https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
"""
import http.client
import http.server
import json
import re
import sys
import urllib.parse

import botocore.session

SESSION = botocore.session.get_session()
NAMES = ("Service", "Operation", "Status", "Code")
LACKING = [dict(zip(NAMES, sys.argv[n:n + 4])) for n in range(3, len(sys.argv), 4)]
REFUSED = []


def error_document(protocol, service, code):
    text = f"refused with {code}"
    if protocol in ("json", "rest-json"):
        return json.dumps({"__type": f"com.amazonaws.{service}#{code}", "message": text})
    error = f"<Code>{code}</Code><Message>{text}</Message>"
    if service == "s3":
        return f"<?xml version=\"1.0\"?><Error>{error}<RequestId>R</RequestId></Error>"
    if protocol == "ec2":
        return f"<Response><Errors><Error>{error}</Error></Errors><RequestID>R</RequestID></Response>"
    return f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error><RequestId>R</RequestId></ErrorResponse>"


def is_rest(operation, method, path, query):
    wanted = operation.http["requestUri"].partition("?")
    pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(wanted[0]))
    names = set(urllib.parse.parse_qs(wanted[2], keep_blank_values=True))
    return operation.http["method"] == method and re.fullmatch(pattern, path) and names <= set(query)


def is_asked(refused, handler, body):
    model = SESSION.get_service_model(refused["Service"])
    scope = f"/{model.metadata.get('signingName', model.metadata['endpointPrefix'])}/aws4_request"
    if scope not in handler.headers.get("Authorization", ""):
        return False
    protocol = model.metadata["protocol"]
    if protocol in ("query", "ec2"):
        return f"Action={refused['Operation']}&" in body.decode() + "&"
    if protocol == "json":
        return handler.headers.get("X-Amz-Target", "").endswith(f".{refused['Operation']}")
    path, _, query = handler.path.partition("?")
    return is_rest(model.operation_model(refused["Operation"]), handler.command, path,
                   urllib.parse.parse_qs(query, keep_blank_values=True))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/_refuse":
            REFUSED[:] = json.loads(body or "[]")
            return self.answer(200, [], b"")
        for refused in REFUSED + LACKING:
            if is_asked(refused, self, body):
                protocol = SESSION.get_service_model(refused["Service"]).metadata["protocol"]
                document = error_document(protocol, refused["Service"], refused["Code"])
                kind = "application/x-amz-json-1.1" if "json" in protocol else "text/xml"
                more = [("x-amzn-ErrorType", f"{refused['Code']}:http://example.com/")] if protocol == "rest-json" else []
                return self.answer(int(refused["Status"]), [("Content-Type", kind)] + more, document.encode())
        upstream = http.client.HTTPConnection(urllib.parse.urlsplit(sys.argv[2]).netloc, timeout=30)
        upstream.request(self.command, self.path, body, dict(self.headers))
        answer = upstream.getresponse()
        self.answer(answer.status, answer.getheaders(), answer.read())
        upstream.close()

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def log_message(self, *_):
        pass


def main():
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()


if __name__ == "__main__":
    main()

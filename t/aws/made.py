"""Made-up answers to any operation: every member of its output filled, the same for the same operation and parameters.

A text names its member and the number of the thing it belongs to: the third of a list of volumes has VolumeId-s2, in
whatever answer.  Of a call that names such a thing in its parameters it names them, too (LastUsed-s0-1f2e), so that
no two answers are alike.  A member that is called like a parameter has its value, and so has the one that the
parameter's value was made for.
"""
import datetime
import json
import re
import urllib.parse
import zlib

import botocore.loaders

import wire

ITEMS = 3		# in a list at the top of an answer; 2 in those below it, then 1
START = datetime.datetime(2026, 1, 1)
REGIONS = {"region", "regionname", "bucketregion", "locationconstraint", "homeregion", "awsregion"}
ACCOUNTS = {"account", "accountid", "awsaccountid", "ownerid", "ownerawsaccountid", "masteraccountid", "owneraccount"}
FRAMING = {"content-length", "content-type", "content-encoding", "transfer-encoding", "connection", "date"}	# HTTP's own
GENERIC = {"id", "name", "arn", "type", "value", "key", "status"}	# in a list these are its items' own
# Members that hold secrets, whatever the service.
SECRET = re.compile(r"(password|passphrase|secret(string|binary|value|accesskey)|clientsecret|authtoken|privatekey|userdata"
                    r"|hectoken|presharedkey|(api|access)keyvalue|accesstoken|sharedsecret)$|environment(?!files).*(\.value|\{\})$", re.I)
CANARY = "canary-in-a-coal-mine"
WORLD = " é & <ü> 日本 \"'"
REPORT = ("user,arn,password_enabled,mfa_active\n<root_account>,arn:aws:iam::{0}:root,not_supported,true\n"
          "ann,arn:aws:iam::{0}:user/ann,true,false\n")
PAGE_TOKENS = {		# of operations that botocore has no paginator for: what the answer says, what asks for it
    "NextToken": "NextToken", "nextToken": "nextToken", "Marker": "Marker", "marker": "marker",
    "NextMarker": "Marker", "nextMarker": "marker", "PaginationToken": "PaginationToken", "position": "position",
    "NextPageToken": "PageToken", "nextPageToken": "nextPageToken",
}


def number(*what):
    return zlib.crc32(json.dumps(what, default=str, sort_keys=True).encode())


def texts(value):
    if isinstance(value, dict):
        return [t for v in value.values() for t in texts(v)]
    if isinstance(value, (list, tuple)):
        return [t for v in value for t in texts(v)]
    return [value] if isinstance(value, str) else []


def at(value, path):
    """What lies at a dotted path, or None."""
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


class Paging:
    """How an operation is paged: parameters, paths of tokens, of the flag, and of the lists.  None: it is not."""

    def __init__(self, tokens, flag, limit, lists):
        self.tokens, self.flag, self.limit, self.lists = tokens, flag, limit, lists

    @staticmethod
    def of(service, operation):
        try:
            found = wire.LOADER.load_service_model(service, "paginators-1")["pagination"].get(operation.name)
        except botocore.loaders.UnknownServiceError:
            found = None
        return Paging.modelled(found) if found else Paging.guessed(operation)

    @staticmethod
    def modelled(found):
        def many(value):
            return value if isinstance(value, list) else [value]

        tokens = dict(zip(many(found["input_token"]), [o.partition(" ")[0] for o in many(found["output_token"])]))
        return Paging(tokens, found.get("more_results"), found.get("limit_key"), many(found["result_key"]))

    @staticmethod
    def guessed(operation):
        shapes = operation.input_shape, operation.output_shape
        given, answered = (shape.members if shape else {} for shape in shapes)
        lists = [n for n, s in answered.items() if s.type_name in ("list", "map")]
        limit = next((n for n in given if n.lower() in ("maxresults", "limit", "maxrecords", "maxitems", "pagesize")), None)
        for out, default in PAGE_TOKENS.items():
            name = out if out in given else default
            if out in answered and name in given:
                return Paging({name: out}, next((n for n in answered if n == "IsTruncated"), None), limit, lists)
        start = next((n for n in given if n.startswith("ExclusiveStart")), None)
        more = next((n for n in answered if n.startswith("HasMore")), None)
        items = answered[lists[0]].member if start and more and len(lists) == 1 else None
        if items and (items.type_name == "string" or "Key" in getattr(items, "members", {})):
            # The last item is where the next page begins, or its key.
            return Paging({start: f"{lists[0]}[-1]" + ("" if items.type_name == "string" else ".Key")}, more, limit, lists)
        return None


class Maker:
    """Makes one answer."""

    def __init__(self, request, parameters, words, offset=0, size=None, lists=()):
        self.service, self.operation, self.region = request.service, request.operation, request.region
        self.account, self.words = "111122223333", words.get(request.service, {})
        self.canaries = 0
        self.offset, self.size, self.lists = offset, size, set(lists)
        self.given = {name.lower(): v for name, v in parameters.items() if isinstance(v, str) and v}
        named = sorted({t for t in texts(parameters) if re.search(r"-s\d", t)})
        self.asked_for = re.search(r"-s(\d+)", named[0])[1] if named else None
        self.tag = f"-{number(named) & 0xffff:04x}" if named else ""
        self.owned = {re.search(r"(\w+)-s\d", t)[1].lower(): t for t in named}	# Name-s2 was the Name of something

    def output(self):
        shape = self.operation.output_shape
        return {} if shape is None else self.structure(shape, "", 0, 0, [])

    def structure(self, shape, path, n, depth, above):
        if shape.is_document_type:
            return {"Name": f"{path}-s{n}{self.tag}", "Numbers": [1, 2.5, 1e21], "Nested": {"None": None, "True": True}}
        members = [(name, member) for name, member in shape.members.items()
                   if not self.is_framing(member) and not self.is_within(member, above)]
        if shape.is_tagged_union and members:
            members = [members[number(shape.name, n) % len(members)]]
        return {name: self.value(member, name, f"{path}.{name}".lstrip("."), n, depth, above + [shape.name])
                for name, member in members if not member.serialization.get("eventstream")}

    @staticmethod
    def is_framing(shape):
        place = shape.serialization.get("location")
        return place == "statusCode" or place == "header" and shape.serialization["name"].lower() in FRAMING

    @staticmethod
    def is_within(shape, above):
        """Would it hold itself?"""
        while shape.type_name in ("list", "map"):
            shape = shape.member if shape.type_name == "list" else shape.value
        return shape.type_name == "structure" and shape.name in above

    def value(self, shape, name, path, n, depth, above):
        kind = shape.type_name
        if kind == "structure":
            return self.structure(shape, path, n, depth, above)
        if kind == "list":
            return [self.value(shape.member, name, f"{path}[]", self.numbered(n, i, depth), depth + 1, above)
                    for i in self.indices(path, depth)]
        if kind == "map":
            return self.map(shape, name, path, n, depth, above)
        return self.scalar(shape, name, path, n, depth)

    def indices(self, path, depth):
        """Of the items of a list that this answer has."""
        count = (ITEMS, 2, 1)[min(depth, 2)]
        if path not in self.lists:
            return range(count)
        return range(self.offset, min(count, self.offset + self.size))

    @staticmethod
    def numbered(n, i, depth):
        return i if depth == 0 else n * 2 + i

    def map(self, shape, name, path, n, depth, above):
        made = {}
        for i in self.indices(path, depth):
            key = self.scalar(shape.key, f"{name}Key", path, self.numbered(n, i, depth), depth + 1)
            if getattr(shape.key, "enum", None):
                key = shape.key.enum[i % len(shape.key.enum)]
            made[key] = self.value(shape.value, name, f"{path}{{}}", self.numbered(n, i, depth), depth + 1, above)
        return made

    def scalar(self, shape, name, path, n, depth):
        seed = number(self.service, name, n, self.tag)
        kind = shape.type_name
        if kind in ("string", "character"):
            return self.text(shape, name, path, n, depth)
        if kind == "boolean":
            return bool(seed & 1)
        if kind == "timestamp":
            fraction = 0 if "location" in shape.serialization else seed % 2 * 123000
            return START + datetime.timedelta(seconds=seed % 20000000, microseconds=fraction)
        if kind == "blob":
            return f"{name}-s{n}{self.tag}\0\xff".encode() if path != "Content" else REPORT.format(self.account).encode()
        if kind == "long":
            return seed if seed % 3 else 9007199254740993 + seed		# more than a double can hold
        return seed % 1000 + 0.5 if kind in ("float", "double") else seed % 1000

    def text(self, shape, name, path, n, depth):
        lower, made = name.lower(), f"{name}-s{n}{self.tag}"
        if SECRET.search(path) and not getattr(shape, "enum", None):
            self.canaries += 1
            return f"{CANARY}-{made}"
        for known in (self.given, self.owned):
            if lower in known and (depth == 0 or lower not in GENERIC):
                return known[lower]
        if name in self.words:
            return self.words[name][n % len(self.words[name])]
        lister = SAME.get((self.service, self.operation.name, name))
        if lister and self.asked_for is not None:
            kind = name if lower != "arn" else lister
            return f"arn:aws:{self.service}:{self.region}:{self.account}:{kind}/{name}-s{self.asked_for}"
        if getattr(shape, "enum", None):
            return shape.enum[number(name, n, self.tag) % len(shape.enum)]
        if lower in REGIONS:
            return self.region
        if lower in ACCOUNTS:
            return self.account
        return self.special(shape, name, lower, made)

    def special(self, shape, name, lower, made):
        if lower.endswith("arn"):
            kind = name if lower != "arn" else self.operation.name
            return f"arn:aws:{self.service}:{self.region}:{self.account}:{kind}/{made}"
        if lower.endswith("url"):
            return f"https://{self.service}.example/{self.account}/{made}"
        if lower.endswith(("policy", "document", "policytext")):
            text = json.dumps({"Version": "2012-10-17", "Id": made, "Statement": []})
            return urllib.parse.quote(text) if self.service == "iam" and shape.name == "policyDocumentType" else text
        if lower.endswith(("description", "value", "comment")) and "location" not in shape.serialization:
            return made + WORLD
        return made


# ARNs that a description repeats from the list: by what tells them, the operation that lists them.
SAME = {
    ("events", "DescribeEventBus", "Arn"): "ListEventBuses",
    ("sagemaker", "DescribeEndpointConfig", "EndpointConfigArn"): "ListEndpointConfigs",
    ("sagemaker", "DescribeModel", "ModelArn"): "ListModels",
    ("sagemaker", "DescribeNotebookInstance", "NotebookInstanceArn"): "ListNotebookInstances",
    ("wafv2", "GetRuleGroup", "ARN"): "ListRuleGroups",
    ("wafv2", "GetWebACL", "ARN"): "ListWebACLs",
}

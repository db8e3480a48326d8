"""AWS's wire protocols from the server's side: which operation a request asks for, and with what; an answer, or an
error, as the protocol has it.  Every service of botocore's models can be spoken.

https://smithy.io/2.0/aws/protocols/ ; requests are taken apart by moto's parsers, answers are written here.
"""
import base64
import calendar
import email.utils
import functools
import gzip
import importlib.machinery
import importlib.util
import json
import pathlib
import re
import urllib.parse
import xml.sax.saxutils

import botocore.loaders
import moto.core.model
import moto.core.parse
import werkzeug.datastructures

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
LOADER = botocore.loaders.Loader(include_default_search_paths=False,
                                 extra_search_paths=[botocore.loaders.Loader.BUILTIN_DATA_PATH])


def generate():
    """t/shapes/generate, which knows what botocore's models lack: root elements, and an answer that is a text."""
    loader = importlib.machinery.SourceFileLoader("generate", str(TOP / "t/shapes/generate"))
    loader.bytecode_path = None
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
    exec(compile(loader.get_data(loader.path), loader.path, "exec"), module.__dict__)   # writes no cache beside it
    return module


SHAPES = generate()


@functools.lru_cache(maxsize=None)
def model(service):
    return moto.core.model.ServiceModel(LOADER.load_service_model(service, "service-2"), service)


@functools.lru_cache(maxsize=None)
def protocol(service):
    metadata = model(service).metadata
    return next(name for name in [metadata["protocol"], *metadata.get("protocols", [])] if name in SHAPES.PROTOCOLS)


@functools.lru_cache(maxsize=None)
def signing_names():
    """The services that are signed by each name.  A model begins with its metadata: the rest need not be read."""
    names = {}
    folder = pathlib.Path(LOADER.BUILTIN_DATA_PATH)
    for path in sorted(folder.glob("*/*/service-2.json*")):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            head = file.read(4096).partition('"operations"')[0]
        for key in ("endpointPrefix", "signingName"):
            found = re.search(rf'"{key}"\s*:\s*"([^"]*)"', head)
            if found:
                names.setdefault(found[1], set()).add(path.parent.parent.name)
    return names


@functools.lru_cache(maxsize=None)
def canonical(service):
    """The service that a request of this one is taken to be for: RDS speaks for Neptune, which only its name tells apart."""
    metadata = model(service).metadata
    signed = metadata.get("signingName", metadata["endpointPrefix"])
    if protocol(service) != "query":
        return service
    alike = [name for name in in_order(signed)
             if protocol(name) == "query" and model(name).api_version == model(service).api_version]
    return alike[0]


def in_order(signed):
    """The services that are signed by a name; the one that has it itself comes first."""
    return sorted(signing_names().get(signed, ()), key=lambda name: (name != signed, name))


class Route:
    """The place of a REST operation: a pattern for its path, and what its query must have."""

    def __init__(self, operation):
        uri = operation.http.get("requestUri", "/").partition("#")[0]
        path, _, query = uri.partition("?")
        self.operation, self.method = operation, operation.http["method"]
        self.query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.labels = re.findall(r"\{(\w[\w-]*)\+?\}", path)
        pattern = re.sub(r"\\\{\w[\w\\-]*\\\+\\\}", "(.+)", re.escape(path))
        self.pattern = re.compile(re.sub(r"\\\{\w[\w\\-]*\\\}", "([^/]+)", pattern) + "/?")
        self.weight = (len(self.query), len(re.sub(r"\{.*?\}", "", path)), not operation.deprecated)

    def match(self, method, path, query):
        if method != self.method or any(query.get(k) != v for k, v in self.query.items()):
            return None
        found = self.pattern.fullmatch(path)
        return found and dict(zip(self.labels, map(urllib.parse.unquote, found.groups())))


@functools.lru_cache(maxsize=None)
def routes(service):
    """The narrowest first."""
    made = [Route(model(service).operation_model(name)) for name in model(service).operation_names]
    return sorted(made, key=lambda route: route.weight, reverse=True)


class Request:
    """What an HTTP request asks for.  service is None if no model knows it."""

    def __init__(self, method, target, headers, body):
        self.method, self.body = method, body
        self.headers = werkzeug.datastructures.Headers(list(headers.items()))
        self.path, _, query = target.partition("?")
        self.query = urllib.parse.parse_qsl(query, keep_blank_values=True)
        scope = re.search(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/", headers.get("Authorization") or "")
        self.region, self.signed_for = scope.groups() if scope else ("us-east-1", None)
        self.service = self.operation = None
        self.labels = {}
        self.find()

    def candidates(self):
        if self.signed_for:
            return in_order(self.signed_for)
        return sorted(set().union(*signing_names().values()))

    def find(self):
        form = dict(urllib.parse.parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True)
                    if "form" in self.headers.get("Content-Type", "") else self.query)
        target = self.headers.get("X-Amz-Target")
        for service in self.candidates():
            kind = protocol(service)
            if target and kind == "json":
                prefix, _, name = target.rpartition(".")
                found = model(service).metadata["targetPrefix"] == prefix and name
            elif "Action" in form and kind in ("query", "ec2"):
                found = model(service).api_version == form.get("Version") and form["Action"]
            else:
                continue
            if found and found in model(service).operation_names:
                self.service, self.operation = service, model(service).operation_model(found)
                return
        if not target and "Action" not in form:
            self.find_route()

    def find_route(self):
        """The narrowest of all that match: services that are signed alike share their paths, too."""
        best = (-1,)
        for service in self.candidates():
            for route in routes(service) if protocol(service).startswith("rest") else ():
                labels = route.match(self.method, self.path, dict(self.query)) if route.weight > best else None
                if labels is not None:
                    best, self.service, self.operation, self.labels = route.weight, service, route.operation, labels
                    break

    def parameters(self):
        kind = protocol(self.service)
        pairs = self.query
        if kind in ("query", "ec2"):
            pairs = urllib.parse.parse_qsl(self.body.decode(), keep_blank_values=True) or self.query
        parsed = moto.core.parse.PROTOCOL_PARSERS[kind](self.operation).parse({
            "body": self.body, "headers": self.headers, "method": self.method, "url_params": self.labels,
            "url_path": self.path, "values": werkzeug.datastructures.MultiDict(pairs)})
        return {name: value for name, value in parsed.items() if value is not None and value != {} and value != []}


def time_text(value, shape, default):
    kind = shape.serialization.get("timestampFormat", default).lower()
    if kind == "unixtimestamp":
        seconds = calendar.timegm(value.timetuple())
        return seconds + value.microsecond / 1e6 if value.microsecond else seconds
    if kind == "rfc822":
        return email.utils.formatdate(calendar.timegm(value.timetuple()), usegmt=True)
    return value.strftime("%Y-%m-%dT%H:%M:%S") + (f".{value.microsecond // 1000:03}Z" if value.microsecond else "Z")


def wire_name(shape, name):
    return shape.serialization.get("name", name)


def body_members(shape, value):
    """The members that are neither headers nor the status."""
    return [(name, member, value[name]) for name, member in shape.members.items()
            if name in value and "location" not in member.serialization]


def json_value(shape, value):
    kind = shape.type_name
    if value is None or kind == "structure" and shape.is_document_type:
        return value
    if kind == "structure":
        return {wire_name(m, n): json_value(m, v) for n, m, v in body_members(shape, value)}
    if kind == "list":
        return [json_value(shape.member, v) for v in value]
    if kind == "map":
        return {k: json_value(shape.value, v) for k, v in value.items()}
    if kind == "timestamp":
        return time_text(value, shape, "unixtimestamp")
    return base64.b64encode(value).decode() if kind == "blob" else value


def scalar_text(shape, value, times="iso8601"):
    if shape.type_name == "timestamp":
        return str(time_text(value, shape, times))
    if shape.type_name == "blob":
        return base64.b64encode(value).decode()
    return str(value).lower() if isinstance(value, bool) else str(value)


def element(name, attributes, content):
    start = "".join(f" {k}={xml.sax.saxutils.quoteattr(v)}" for k, v in attributes.items())
    return f"<{name}{start}>{content}</{name}>"


def xml_attributes(shape, value):
    made = {f"xmlns:{space['prefix']}" if "prefix" in space else "xmlns": space["uri"]
            for space in [shape.serialization.get("xmlNamespace")] if space}
    for name, member, v in body_members(shape, value):
        if member.serialization.get("xmlAttribute"):
            made[wire_name(member, name)] = v
    return made


def xml_map(shape, name, value):
    keys = wire_name(shape.key, "key"), wire_name(shape.value, "value")
    entries = [xml_value(shape.key, keys[0], k) + xml_value(shape.value, keys[1], v) for k, v in value.items()]
    if shape.serialization.get("flattened"):
        return "".join(element(name, {}, entry) for entry in entries)
    return element(name, {}, "".join(element("entry", {}, entry) for entry in entries))


def xml_value(shape, name, value):
    """A member as elements of that name."""
    if shape.type_name == "structure":
        inner = "".join(xml_value(m, wire_name(m, n), v) for n, m, v in body_members(shape, value)
                        if not m.serialization.get("xmlAttribute"))
        return element(name, xml_attributes(shape, value), inner)
    if shape.type_name == "list" and shape.serialization.get("flattened"):
        name = wire_name(shape.member, name)
        return "".join(xml_value(shape.member, name, v) for v in value)
    if shape.type_name == "list":
        item = wire_name(shape.member, "member")
        return element(name, {}, "".join(xml_value(shape.member, item, v) for v in value))
    if shape.type_name == "map":
        return xml_map(shape, name, value)
    return element(name, {}, xml.sax.saxutils.escape(scalar_text(shape, value)))


def xml_body(service, operation, value):
    """A REST answer's document: of the payload, or of what is no header."""
    shape = operation.output_shape
    payload = shape.serialization.get("payload")
    root = SHAPES.ROOTS.get((service, operation.name)) or f"{operation.name}Response"
    if payload:
        root = wire_name(shape.members[payload], payload)
        shape, value = shape.members[payload], value.get(payload) or {}
    for name in value:
        if (service, shape.name, name) in SHAPES.TEXT:
            return element(root, {}, xml.sax.saxutils.escape(value[name]))
    return xml_value(shape, root, value)


def headers_of(shape, value):
    made = {}
    for name, member in shape.members.items():
        place = member.serialization.get("location")
        if name not in value or place not in ("header", "headers"):
            continue
        if place == "headers":
            made |= {member.serialization.get("name", "") + k: v for k, v in value[name].items()}
        elif member.type_name == "list":
            made[wire_name(member, name)] = ", ".join(value[name])
        else:
            made[wire_name(member, name)] = scalar_text(member, value[name], "rfc822")
    return made


def rest_answer(service, operation, value, kind):
    shape = operation.output_shape
    payload = shape.serialization.get("payload")
    headers = headers_of(shape, value)
    if payload and shape.members[payload].type_name in ("blob", "string"):
        body = value.get(payload, b"")
        return headers, body if isinstance(body, bytes) else body.encode()
    if not payload and not any("location" not in m.serialization for m in shape.members.values()):
        return headers, b""
    if kind == "rest-xml":
        return headers, xml_body(service, operation, value).encode()
    inner = json_value(shape.members[payload], value.get(payload)) if payload else json_value(shape, value)
    return headers, json.dumps(inner).encode()


def answer(service, operation, value):
    """The headers and the body of a good answer."""
    kind, shape = protocol(service), operation.output_shape
    if shape is None:
        return {}, (b"{}" if "json" in kind else element(f"{operation.name}Response", {}, "").encode())
    if kind.startswith("rest"):
        return rest_answer(service, operation, value, kind)
    if kind == "json":
        return {}, json.dumps(json_value(shape, value)).encode()
    members = "".join(xml_value(m, wire_name(m, n), v) for n, m, v in body_members(shape, value))
    if kind == "query":
        members = element(shape.serialization.get("resultWrapper", f"{operation.name}Result"), {}, members)
        members += element("ResponseMetadata", {}, element("RequestId", {}, "R"))
    else:
        members += element("requestId", {}, "R")
    return {}, element(f"{operation.name}Response", {"xmlns": "https://example.com/"}, members).encode()


def error(service, code, message=None):
    """The headers and the body of an error.  https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"""
    kind, text = protocol(service), message or f"refused with {code}"
    if "json" in kind:
        headers = {"x-amzn-ErrorType": f"{code}:http://example.com/"} if kind == "rest-json" else {}
        return headers, json.dumps({"__type": f"com.amazonaws.{service}#{code}", "message": text}).encode()
    inner = element("Code", {}, code) + element("Message", {}, xml.sax.saxutils.escape(text))
    if service == "s3":
        return {}, element("Error", {}, inner + element("RequestId", {}, "R")).encode()
    if kind == "ec2":
        return {}, element("Response", {}, element("Errors", {}, element("Error", {}, inner)) +
                           element("RequestID", {}, "R")).encode()
    return {}, element("ErrorResponse", {}, element("Error", {}, element("Type", {}, "Sender") + inner) +
                       element("RequestId", {}, "R")).encode()


def content_type(service):
    kind = protocol(service)
    if kind == "json":
        return f"application/x-amz-json-{model(service).metadata.get('jsonVersion', '1.0')}"
    return "application/json" if kind == "rest-json" else "text/xml"

"""What a collector's calls give, by boto3: the same calls, put together again here as qrie-collector(7) says, and
printed as the AWS CLI prints (timestamps in ISO 8601, blobs in base64).  Nothing of qrie's is run but the collectors'
own jq functions, by jq.
"""
import base64
import datetime
import functools
import json
import os
import re
import subprocess

import botocore.config
import botocore.exceptions
import botocore.session

import collectors
import hosts  # noqa: F401  it acts by being there

ABSENT = object()


def printed(value):
    """As "aws --output json" has it."""
    if isinstance(value, dict):
        return {k: printed(v) for k, v in value.items()}
    if isinstance(value, list):
        return [printed(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if hasattr(value, "read"):
        value = value.read()
    return base64.b64encode(value).decode() if isinstance(value, (bytes, bytearray)) else value


@functools.lru_cache(maxsize=None)
def session():
    return botocore.session.get_session()


@functools.lru_cache(maxsize=None)
def client(service, region):
    return session().create_client(
        service, region_name=region, endpoint_url=os.environ["AWS_ENDPOINT_URL"],
        config=botocore.config.Config(inject_host_prefix=False, parameter_validation=False, retries={"max_attempts": 0},
                                      s3={"addressing_style": "path"}))


def ask(service, region, operation, parameters):
    one = client(service, region)
    method = {v: k for k, v in one.meta.method_to_api_mapping.items()}[operation]
    answer = printed(getattr(one, method)(**parameters))
    answer.pop("ResponseMetadata", None)
    return answer


STEP = re.compile(r"""\.?([A-Za-z_]\w*)|\.?\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|(\[\])""")


def steps(path):
    """A path's steps: a name, a number, or None for each item."""
    made, text = [], path or ""
    while text.strip("."):
        found = STEP.match(text)
        assert found, f"{path} is no path"
        made.append(found[1] or found[2] or (int(found[3]) if found[3] else None))
        text = text[found.end():]
    return made


def values(value, path):
    """Whatever lies at a path."""
    if not path:
        yield value
    elif path[0] is None:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        for one in list(inner):
            yield from values(one, path[1:])
    elif isinstance(value, dict) and path[0] in value or \
            isinstance(value, list) and isinstance(path[0], int) and path[0] < len(value):
        yield from values(value[path[0]], path[1:])


def one(value, path):
    return next(values(value, steps(path)), None)


def wrapped(call, item):
    return {call["As"]: item} if "As" in call and not isinstance(item, dict) else item


class Walk:
    """A collector's resources in one region."""

    def __init__(self, name, account, region):
        self.name, self.collector = name, collectors.load(name)
        self.account, self.region = account, region
        self.items = []

    # The collector's functions.

    def run(self, function, inputs, takes_at=True):
        """A function of the collector, applied to each."""
        if not inputs:
            return []
        folder, _, name = self.name.partition("/")
        at = {"Account": self.account, "Region": self.region, "Partition": "aws"}
        out = subprocess.run(
            ["jq", "-c", "-L", collectors.FOLDER / folder, "--argjson", "at", json.dumps(at),
             f'import "{name}" as c; c::{function}' + ("($at)" if takes_at else "")],
            input="\n".join(map(json.dumps, inputs)), text=True, check=True, stdout=subprocess.PIPE).stdout
        made = [json.loads(line) for line in out.splitlines()]
        assert len(made) == len(inputs), f"{self.name}: {function} gave {len(made)} answers to {len(inputs)}"
        return made

    def arns(self):
        return self.run("arn", self.items)

    # Calls.

    def parameter(self, template, item, element, arn):
        """A template's value; ABSENT if something is missing."""
        if isinstance(template, dict):
            made = {k: self.parameter(v, item, element, arn) for k, v in template.items()}
            return ABSENT if ABSENT in made.values() else made
        if isinstance(template, list):
            made = [self.parameter(v, item, element, arn) for v in template]
            return ABSENT if ABSENT in made else made
        if not isinstance(template, str) or template[:1] not in (".", "$"):
            return template
        words = {"$Account": self.account, "$Region": self.region, "$Partition": "aws", "$ARN": arn}
        if template in words:
            return words[template]
        if template[0] == "$" and not template.startswith("$Item."):
            return template		# the service's own: $Latest
        found = one(item, template[5:]) if template[0] == "$" else one(element, template)
        return ABSENT if found is None else found

    def fetch(self, call, parameters, region):
        """The value of a call, all its pages followed; ABSENT if it could not be had, None if not configured."""
        service = collectors.service(self.collector, call)
        token = call.get("Token")
        token = token if isinstance(token, dict) else {"In": token, "Out": token}
        path = steps(call.get("Items", call.get("From")))
        many = "Items" in call or token["In"] or None in path
        value = [] if many else None
        while True:
            try:
                answer = ask(service, region, call["Operation"], parameters)
            except botocore.exceptions.ClientError as error:
                said = f"{error.response['Error']['Code']}: {error.response['Error'].get('Message', '')}"
                known = call.get("NotConfigured", [])
                return None if any(said.startswith(text if ": " in text else f"{text}: ") for text in known) else ABSENT
            for found in values(answer, path):
                if isinstance(found, dict) and token["In"] and "Items" not in call and path and None not in path:
                    value = (value or {}) | found
                elif many or isinstance(found, list) and "As" in call:
                    value = (value or []) + [wrapped(call, i) for i in (found if isinstance(found, list) else [found])
                                             if i is not None]
                elif found is not None:
                    value = wrapped(call, found)
            following = list(values(answer, steps(token["Out"]))) if token["In"] else []
            if not following or not following[-1] or not one(answer, token.get("More", token["Out"])):
                return value
            parameters = parameters | {token["In"]: following[-1]}

    def applied(self, call, found):
        """What the function that a call names makes of what was found."""
        if "Apply" not in call:
            return found
        given = [value for value in found if value is not ABSENT and value is not None]
        made = iter(self.run(call["Apply"], given, takes_at=False))
        return [value if value is ABSENT or value is None else next(made) for value in found]

    # The parts of a collector.

    def list(self):
        call, parents = self.collector.get("List"), self.collector.get("Parents")
        if not call:
            self.items = [{}]
            return
        given = [{}]
        if parents:
            given = self.passing(parents, {})
        for parent in given:
            items = self.passing(call, parent)
            self.items += [item | {parents["Into"]: parent} for item in items] if parents and "Into" in parents else items

    def passing(self, call, parent):
        """The items of a list that its When lets pass."""
        items = self.fetch(call, self.parameter(call.get("Parameters", {}), {}, parent, None), self.region) or []
        return [item for item in items if self.is_asked(call, item)]

    def batch(self, call):
        """A call about several resources, made for each alone: what it says of one does not depend on the others."""
        for item in self.items:
            name = one(item, call["Match"])
            parameters = self.parameter(call.get("Parameters", {}), item, item, None) | {call["In"]: [name]}
            elements = self.fetch(call | {"From": call["From"].removesuffix("[]") + "[]"}, parameters, self.region)
            if not isinstance(elements, list):
                self.fill(item, call, elements)
                continue
            element = next((e for e in elements if one(e, call["Key"]) == name), ABSENT)
            self.fill(item, call, element if element is ABSENT else one(element, call.get("Value", "")))

    @staticmethod
    def fill(place, call, value):
        if value is ABSENT:
            place.pop(call["Into"], None)
        elif call["Into"] != ".":
            place[call["Into"]] = value
        elif isinstance(value, dict):
            place.update(value)

    def once(self):
        self.joined = []
        for call in self.collector.get("Once", []) if self.items else []:
            value = self.fetch(call, self.parameter(call.get("Parameters", {}), {}, {}, None), self.region)
            self.joined.append((call, *self.applied(call, [value])))

    def tasks(self, call):
        """(item, element) for each that a Detail call is made for."""
        path = steps(call.get("Each"))
        made = []
        for n, item in enumerate(self.items):
            for place in values(item, path):
                if isinstance(place, dict) and self.is_asked(call, place):
                    made.append((n, place))
                elif isinstance(place, dict) and call["Into"] != ".":
                    place[call["Into"]] = None
        return made

    def is_asked(self, call, place):
        """Does what When names have one of its values, or none at all?"""
        words = {"$Account": self.account, "$Region": self.region, "$Partition": "aws"}
        found = {path: one(place, path) for path in call.get("When", {})}
        return all(value is None or value in [words.get(v, v) if isinstance(v, str) else v for v in call["When"][path]]
                   for path, value in found.items())

    def detail(self, call):
        text = json.dumps(call)
        arns = self.arns() if "$ARN" in text else [None] * len(self.items)
        regions = self.run("region", self.items) if call.get("Region") == "own" else [self.region] * len(self.items)
        tasks, found = self.tasks(call), []
        for n, place in tasks:
            for asked in filter(None, (call.get("Before"), call)):
                parameters = self.parameter(asked.get("Parameters", {}), self.items[n], place, arns[n])
                value = ABSENT if parameters is ABSENT else self.fetch(asked, parameters, regions[n] or self.region)
            found.append(value)
        for (_, place), value in zip(tasks, self.applied(call, found)):
            self.fill(place, call, value)

    def join(self, item):
        for call, value in self.joined:
            if value is ABSENT:
                item.pop(call["Into"], None)
            elif "Key" in call and isinstance(value, list):
                keyed = [(key, element) for element in value for key in values(element, steps(call["Key"]))]
                item[call["Into"]] = [element for wanted in values(item, steps(call["Match"])) if wanted is not None
                                      for key, element in keyed if key == wanted]
            else:
                item[call["Into"]] = value

    def redact(self, item, hidden):
        """hidden(place, text): what stands in place of a text or number that is a secret."""
        def below(place, value):
            if isinstance(value, dict):
                return {k: below(place + (f".{k}" if re.fullmatch(r"[A-Za-z_]\w*", k) else f"[{json.dumps(k)}]"), v)
                        for k, v in value.items()}
            if isinstance(value, list):
                return [below(place, v) for v in value]
            return value if value is None or isinstance(value, bool) else hidden(place, str(value))

        for text in self.collector.get("Redact", []):
            path = steps(text)
            for place in values(item, path[:-1]):
                if isinstance(place, dict) and place.get(path[-1]) is not None:
                    place[path[-1]] = below(f"{self.collector['ResourceType']} .{text.lstrip('.')}", place[path[-1]])

    def resources(self, hidden):
        """{ARN: (region, Configuration)}"""
        self.list()
        for call in self.collector.get("Batch", []):
            self.batch(call)
        self.once()
        for call in self.collector.get("Detail", []):
            self.detail(call)
        for item in self.items:
            self.join(item)
        regions = {"global": lambda: ["global"] * len(self.items), "regional": lambda: [self.region] * len(self.items),
                   "everywhere": lambda: self.run("region", self.items)}[self.collector["Scope"]]()
        arns = self.arns()
        for item in self.items:
            self.redact(item, hidden)
        return {arn: (region, item) for arn, region, item in zip(arns, regions, self.items)}

#!/usr/bin/env python3
"""Holds the collectors against AWS's own API models, as botocore carries them.

Every operation, parameter and path that a collector names must be in the model, every parameter that the model
requires must be given, and a call is followed page by page if, and as, the model says that it is paged.
Names each thing that is not so, and then exits 1.
"""
import sys

import botocore.session

import collectors
import made

SESSION = botocore.session.get_session()


class Wrong(Exception):
    pass


def step(shape, name):
    """The shape of a member; of free-form maps and JSON in text, nothing is known: None."""
    if shape is None or shape.type_name == "map":
        return None
    if name not in getattr(shape, "members", {}):
        raise Wrong(f"{shape.name} has no member {name}")
    return shape.members[name]


def follow(shape, path):
    for part in path.strip(".").split(".") if path.strip(".") else []:
        many = part.endswith("[]")
        shape = step(shape, part[:-2] if many else part)
        if many and shape is not None:
            if shape.type_name != "list":
                raise Wrong(f"{part} in {path} is no list")
            shape = shape.member
    return shape


class Item:
    """What Configuration, or an element that Each names, is made of: shapes one upon the other."""

    type_name = "structure"

    def __init__(self, name, shape=None):
        self.name = name
        self.members = dict(getattr(shape, "members", {}))


def check_parameters(op, call, item, element):
    for path in call.get("When", {}) if "Items" not in call else ():
        follow(element or item, path)
    given = set(call.get("Parameters", {})) | ({token(call)[0], call.get("In")} - {None})
    for name in given - set(op.input_shape.members if op.input_shape else {}):
        raise Wrong(f"{op.name} has no parameter {name}")
    for name in set(op.input_shape.required_members if op.input_shape else ()) - given:
        raise Wrong(f"{op.name} requires {name}")
    for value in call.get("Parameters", {}).values():
        if isinstance(value, str) and value.startswith("."):
            follow(element or item, value)
        elif isinstance(value, str) and value.startswith("$Item."):
            follow(item, value[len("$Item"):])


def token(call):
    declared = call.get("Token")
    if isinstance(declared, dict):
        return declared["In"], declared["Out"]
    return declared, declared


def check_paging(service, op, call):
    declared = call.get("Token")
    if isinstance(declared, dict) and "More" in declared:	# botocore has no pages for what has no token
        if follow(op.output_shape, declared["More"]).type_name != "boolean":
            raise Wrong(f"{op.name} does not tell by {declared['More']} whether there is more")
        follow(op.output_shape, declared["Out"])
        return
    try:
        paged = SESSION.get_paginator_model(service).get_paginator(op.name)
    except ValueError:
        tokens = getattr(made.Paging.guessed(op), "tokens", {None: None})
        paged = {"input_token": list(tokens)[0], "output_token": list(tokens.values())[0]}
    if token(call) != (paged["input_token"], paged["output_token"]):
        raise Wrong(f"{op.name} is paged by {paged['input_token']}, {paged['output_token']}")
    if token(call)[1]:
        follow(op.output_shape, token(call)[1])


def check_call(collector, call, item, parent=None):
    service = collectors.service(collector, call)
    model = SESSION.get_service_model(service)
    if call["Operation"] not in model.operation_names:
        raise Wrong(f"{service} has no operation {call['Operation']}")
    op = model.operation_model(call["Operation"])
    element = follow(item, call["Each"]) if "Each" in call else parent
    check_parameters(op, call, item, element)
    check_paging(service, op, call)
    if "Before" in call:
        check_call(collector, call["Before"] | {"Into": "-"}, Item("of no use"))
        for name in call["Before"]["Until"]:
            follow(model.operation_model(call["Before"]["Operation"]).output_shape, name)
    answer = follow(op.output_shape, call.get("From", call.get("Items", "")))
    if "In" in call:
        check_batch(op, call, item, answer)
        put(item, call, follow(answer, call.get("Value", "")), call["Into"])
    elif "Items" in call:
        put(item, call, answer.member if answer.type_name == "list" else answer, ".")
        for path in call.get("When", {}):
            follow(item, path)
    elif call["Into"] != "-":
        if "Key" in call and "Apply" not in call:
            follow(answer.member, call["Key"])
        put(element or item, call, answer, call["Into"])


def check_batch(op, call, item, element):
    """What a Batch call has more than others."""
    most = op.input_shape.members[call["In"]].metadata.get("max", call["Most"])
    if call["Most"] > most:
        raise Wrong(f"{op.name} takes {most} {call['In']} at most")
    follow(element, call["Key"])
    follow(item, call["Match"])
    if "Refused" in call:
        refused = follow(op.output_shape, call["Refused"]["From"])
        follow(refused, call["Refused"]["Key"])
        follow(refused, call["Refused"]["Code"])


def put(item, call, answer, into):
    if "As" in call:
        text = answer.member if answer.type_name == "list" else answer
        made = Item(f"of {call['Operation']}")
        made.members[call["As"]] = text
        answer = made if answer.type_name != "list" else type("List", (), {"type_name": "list", "name": "list", "member": made})
    if into == ".":
        item.members.update(answer.members)
    else:
        item.members[into] = answer


def described(collector, wrong):
    """What Configuration is made of, by the collector's calls; what is wrong with these is given to wrong."""
    item, parent = Item("Configuration"), None
    for kind, call, _ in collectors.calls(collector):
        try:
            if kind == "Parents":
                parent = Item("of the parent")
                check_call(collector, call, parent)
                item.members = {call["Into"]: parent} if "Into" in call else {}
            else:
                check_call(collector, call, item, parent if kind == "List" else None)
        except Wrong as why:
            wrong(f"{kind} {call['Operation']}: {why}")
    return item


def check(name):
    collector, wrong = collectors.load(name), []
    item = described(collector, wrong.append)
    for call in collector.get("Once", []):
        try:
            follow(item, call.get("Match", ""))
        except Wrong as why:
            wrong.append(f"Once {call['Operation']}: {why}")
    for member in ("Documents", "Redact"):
        for path in collector.get(member, []):
            try:
                follow(item, path)
            except Wrong as why:
                wrong.append(f"{member}: {why}")
    try:
        follow(item, collector.get("Tags", ".Tags") or "")
    except Wrong as why:
        wrong.append(f"Tags: {why}")
    return [f"{name}: {line}" for line in wrong]


def main():
    wrong = [line for name in collectors.names() for line in check(name)]
    for line in wrong:
        print(line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

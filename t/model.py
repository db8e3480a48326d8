"""qrie-diff -F against a simple oracle: random sequences of what happens to findings, late, doubled and out of order.

usage: model.py [seed [sequences]]

A sequence has an account and resources of its own, so that many share one state file; each step hands qrie-diff what
one run of qrie-eval -a would print, of all of them; of some steps the state must be had back from the history.  The oracle keeps a finding as a few times and knows two rules
only: the newest description counts, and of one description the latest evaluation.
"""
import json
import os
import random
import subprocess
import sys

TYPE = "AWS::S3::Bucket"
REGIONS = "eu-west-1", "us-east-1"
POLICIES = "Public", "Plain"
TOGETHER, STEPS = 50, 14
FIELDS = "State", "ResolvedReason", "FirstSeen", "ResolvedAt", "ReopenedAt", "DescribeTime", "LastEvaluated"
VERDICTS, BAD, TOMBSTONE = 1, 2, 3	# of one second, in the order in which they count


def text(t):
	return None if t is None else "2026-11-01T%02d:%02d:%02dZ" % (t // 3600, t // 60 % 60, t % 60)


class Finding:
	"""What is known of one (ARN, Policy) that was bad once."""

	def __init__(self, described, evaluated):
		self.state, self.reason = "ACTIVE", None
		self.described, self.evaluated, self.first = described, evaluated, described
		self.resolved = self.reopened = None

	def after(self, t):
		return max(x for x in (t, self.described, self.resolved, self.reopened) if x is not None)

	def judged(self, verdict, described, evaluated):
		"""Whether it changes the state."""
		if described < self.described or (described == self.described and self.reason == "RESOURCE_DELETED"):
			return False
		ours = self.reason in ("POLICY_SUSPENDED", "SCOPE_EXCLUDED")	# our decision, and not what the resource is
		if evaluated < self.evaluated and (ours or described == self.described):
			return False
		at = described if described > self.after(0) else self.after(evaluated)
		self.described, self.evaluated = described, evaluated
		if verdict != "bad":
			return self.resolve("RESOURCE_COMPLIANT" if verdict == "good" else "SCOPE_EXCLUDED", at)
		if self.state == "ACTIVE":
			return False
		self.state, self.reason, self.resolved, self.reopened = "ACTIVE", None, None, at
		return True

	def gone(self, described):
		if described < self.described:
			return False
		at = self.after(described)
		self.described = described
		return self.resolve("RESOURCE_DELETED", at)

	def suspended(self, evaluated):
		if evaluated < self.evaluated or self.state == "RESOLVED":
			return False
		at = self.after(evaluated)
		self.evaluated = evaluated
		return self.resolve("POLICY_SUSPENDED", at)

	def resolve(self, reason, at):
		if self.state == "RESOLVED":
			return False
		self.state, self.reason, self.resolved = "RESOLVED", reason, at
		return True

	def fields(self):
		return [self.state, self.reason] + [text(t) for t in
			(self.first, self.resolved, self.reopened, self.described, self.evaluated)]


class Run:
	"""What one run says of one account, as records and as the oracle reads it."""

	def __init__(self):
		self.records, self.events, self.coverage, self.arrived, self.suspended = [], [], [], {}, {}

	def record(self, kind, **members):
		self.records.append({"Kind": kind, **members})

	def event(self, described, rank, arn, *what):
		self.events.append((described, rank, len(self.events), arn, *what))


class Account:
	"""A made-up account, and the oracle of its findings."""

	def __init__(self, random, number):
		self.random, self.id = random, "%012d" % (111100000000 + number)
		self.arns = {"arn:aws:s3:::%s-%d" % (self.id, n): random.choice(REGIONS) for n in range(3)}
		self.there = {arn: random.random() < 0.7 for arn in self.arns}
		self.bad = {(arn, p): random.random() < 0.5 for arn in self.arns for p in POLICIES}
		self.suspended, self.excluded, self.now = set(), set(), 10
		self.runs, self.late, self.findings = [], [], {}

	# What happens.

	def step(self):
		"""The run that is delivered now: a new one, one that was held up, or one again."""
		for key in self.bad:
			if self.random.random() < 0.3:
				self.bad[key] = not self.bad[key]
		self.now += self.random.choice((0, 0, 1, 5))
		run = self.random.choice((self.scan, self.scan, self.event, self.event, self.delete, self.launch, self.scope))()
		self.runs.append(run)
		luck = self.random.random()
		if luck < 0.2:
			self.late.append(run)
			return None
		if luck < 0.4 and self.late:
			return self.late.pop(self.random.randrange(len(self.late)))
		return self.random.choice(self.runs) if luck < 0.5 else run

	def where(self, arn):
		return {"ARN": arn, "ResourceType": TYPE, "AccountId": self.id, "AccountService": self.id + "_s3",
			"Region": self.arns[arn]}

	def verdict(self, arn, policy):
		if policy in self.excluded:
			return "excluded"
		return "unknown" if self.random.random() < 0.1 else "bad" if self.bad[arn, policy] else "good"

	def judge(self, run, arn, described, evaluated):
		verdicts = {p: self.verdict(arn, p) for p in POLICIES if p not in self.suspended}
		said = {"LastEvaluated": text(evaluated)} if self.random.random() < 0.5 else {}
		for policy, verdict in verdicts.items():
			if verdict in ("bad", "unknown"):
				run.record("finding", Id=arn + "#" + policy, Policy=policy, **self.where(arn),
					State="ACTIVE" if verdict == "bad" else "UNKNOWN", SeverityLabel="HIGH",
					DescribeTime=text(described), LastEvaluated=text(evaluated))
			if verdict == "bad":
				run.event(described, BAD, arn, "bad", policy, evaluated)
			elif verdict != "unknown":
				run.event(described, VERDICTS, arn, verdict, policy, evaluated if said else None)
			else:
				run.event(-1, VERDICTS, arn, "unknown", policy, None)
		lists = {name: [p for p in POLICIES if verdicts.get(p) == verdict] for name, verdict in
			(("Passed", "good"), ("Failed", "bad"), ("Unknown", "unknown"), ("OutOfScope", "excluded"))}
		run.record("verdicts", **self.where(arn), **lists, DescribeTime=text(described), **said)
		run.event(-1, VERDICTS, arn, "unknown", None, None)
		run.arrived[self.arns[arn]] = run.arrived.get(self.arns[arn], 0) + 1

	def scan(self):
		run, began = Run(), self.now
		self.now += self.random.choice((0, 1))
		evaluated = self.now + self.random.choice((0, 1, 3))
		failed = [r for r in REGIONS if self.random.random() < 0.2]
		lost = self.random.random() < 0.15
		listed = dict.fromkeys(REGIONS, 0)
		for arn, region in self.arns.items():
			if not self.there[arn] or region in failed:
				continue
			listed[region] += 1
			if lost:
				lost = False
			else:
				self.judge(run, arn, self.now, evaluated)
		if failed or self.random.random() < 0.5:
			for region in REGIONS:
				self.cover(run, region, "failed" if region in failed else "complete", began, listed[region])
		else:
			self.cover(run, "*", "complete", began, sum(listed.values()))
		self.evaluation(run, "*", "active", evaluated, run.arrived)
		for policy in POLICIES:
			self.evaluation(run, policy, "suspended" if policy in self.suspended else "active", evaluated, {})
		return run

	def cover(self, run, region, status, began, listed):
		run.record("coverage", AccountId=self.id, Region=region, ResourceType=TYPE, Status=status, Resources=listed,
			StartedAt=text(began), EndedAt=text(began))
		arrived = sum(run.arrived.values()) if region == "*" else run.arrived.get(region, 0)
		if status == "complete" and arrived >= listed:
			run.coverage.append((region, began))

	def evaluation(self, run, policy, status, evaluated, counts):
		run.record("evaluation", Policy=policy if policy == "*" else self.name(policy), Status=status,
			LastEvaluated=text(evaluated), By=[{"AccountId": self.id, "Region": r, "ResourceType": TYPE,
			"Evaluated": n} for r, n in counts.items()])
		if status == "suspended":
			run.suspended[policy] = evaluated

	def event(self):
		run, arn = Run(), self.random.choice(list(self.arns))
		self.there[arn] = True
		self.judge(run, arn, self.now, self.now + self.random.choice((0, 1)))
		return run

	def delete(self):
		run, arn = Run(), self.random.choice(list(self.arns))
		self.there[arn] = False
		if self.random.random() < 0.5:
			run.record("tombstone", **self.where(arn), DescribeTime=text(self.now))
			run.event(self.now, TOMBSTONE, arn, "gone", None, None)
		return run

	def launch(self):
		run = Run()
		self.suspended ^= {self.random.choice(POLICIES)}
		for policy in POLICIES:
			self.evaluation(run, policy, "suspended" if policy in self.suspended else "active", self.now, {})
		return run

	def scope(self):
		self.excluded ^= {self.random.choice(POLICIES)}
		return self.scan()

	def name(self, policy):
		return policy + self.id

	# What the state must be.

	def take(self, run, evaluated, broken):
		"""The findings whose state changed."""
		changed = set()
		for described, _, _, arn, verdict, policy, judged in sorted(run.events, key=lambda e: e[:3]):
			judged = evaluated if judged is None else judged
			for key in [(arn, policy)] if policy else [(arn, p) for p in POLICIES]:
				f = self.findings.get(key)
				if verdict == "bad" and not f:
					self.findings[key] = Finding(described, judged)
					changed.add(key)
				elif verdict == "gone" and f and f.gone(described):
					changed.add(key)
				elif verdict in ("bad", "good", "excluded") and f and f.judged(verdict, described, judged):
					changed.add(key)
		named = {e[3] for e in run.events}
		for (arn, policy), f in self.findings.items():
			began = [b for r, b in run.coverage if r in (self.arns[arn], "*")]
			if began and not broken and arn not in named and began[0] > f.described and f.gone(began[0]):
				changed.add((arn, policy))
			if policy in run.suspended and f.suspended(run.suspended[policy]):
				changed.add((arn, policy))
		return changed


def findings_of(lines):
	return {r["Id"]: [r[f] for f in FIELDS] for r in map(json.loads, lines) if r["Kind"] == "finding"}


def batch(rng, first, count):
	for name in "state", "history":
		if os.path.exists(name):
			os.remove(name)
	snapshots = []
	accounts = [Account(rng, first + n) for n in range(count)]
	for step in range(STEPS):
		runs = [(a, run) for a in accounts for run in [a.step()] if run]
		lines = []
		for a, run in runs:
			for record in run.records:
				record = dict(record)
				if record["Kind"] == "finding":	# each account's policies have names of their own
					record["Policy"], record["Id"] = a.name(record["Policy"]), record["Id"] + a.id
				elif record["Kind"] == "verdicts":
					for key in "Passed", "Failed", "Unknown", "OutOfScope":
						record[key] = [a.name(p) for p in record[key]]
				lines.append(record)
		times = [r["LastEvaluated"] for r in lines if r["Kind"] in ("finding", "evaluation")]
		evaluated = max(int(t[11:13]) * 3600 + int(t[14:16]) * 60 + int(t[17:19]) for t in times) if times else 5000 + step
		rng.shuffle(lines)
		broken = rng.random() < 0.05
		with open("in", "w") as f:
			f.writelines(json.dumps(r) + "\n" for r in lines)
			if broken:
				f.write('{"Kind":"verdicts","ARN":"arn:aws:s3\n')
		done = subprocess.run(["qrie-diff", "-F", "state", "--history", "history", "--now", text(5000 + step), "in"], capture_output=True, text=True)
		if done.returncode not in (0, 2) or broken and done.returncode != 2:
			sys.exit("step %d: status %d: %s" % (step, done.returncode, done.stderr))
		changed = {arn + "#" + a.name(p) for a, run in runs for arn, p in a.take(run, evaluated, broken)}
		wanted = {arn + "#" + a.name(p): f.fields() for a in accounts for (arn, p), f in a.findings.items()}
		with open("state") as f:
			got = findings_of(f)
		for key in sorted(wanted.keys() | got.keys()):
			if wanted.get(key) != got.get(key):
				sys.exit("step %d: %s\nexpected: %s\n     got: %s" % (step, key, wanted.get(key), got.get(key)))
		printed = findings_of(done.stdout.splitlines())
		if printed != {key: wanted[key] for key in changed}:
			sys.exit("step %d: transitions differ in %s" % (step, sorted(changed ^ printed.keys())[:3]))
		snapshots.append(wanted)
	for step in range(0, STEPS, 5):
		then = subprocess.run(["qrie-diff", "--history", "history", "--as-of", text(5000 + step)], capture_output=True, check=True)
		kept = {key: fields[:-2] for key, fields in findings_of(then.stdout.splitlines()).items()}
		if kept != {key: fields[:-2] for key, fields in snapshots[step].items()}:
			sys.exit("step %d: the history has another state" % step)
	return sum(len(a.findings) for a in accounts)


seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(1 << 32)
sequences = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
print("seed", seed, flush=True)
rng = random.Random(seed)
found = sum(batch(rng, n, min(TOGETHER, sequences - n)) for n in range(0, sequences, TOGETHER))
print(sequences, "sequences,", found, "findings")

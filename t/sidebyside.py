"""qrie-diff on files, where equal lines are paired, against qrie-diff on the same from a pipe, where they are not.

usage: sidebyside.py [seed [times]]

Random inventories, the second made of the first by what may happen: new times, other orders, changes, doubles, gaps,
lines that are wrong in one or in both.  Output, status and the lines named must be the same.
"""
import json
import random
import subprocess
import sys


def record(rng, name, day):
	time = "2026-11-%02dT%02d:00:00Z" % (day, rng.randrange(3))
	r = {"Kind": "resource", "ARN": "arn:aws:s3:::" + name, "ResourceType": "AWS::S3::Bucket",
		"AccountId": rng.choice(("111122223333", "444455556666")) if rng.random() < 0.1 else "111122223333",
		"Region": "eu-west-1", "Source": "aws", "DescribeTime": time, "LastSeenAt": time,
		"Configuration": {"N": rng.randrange(3), "DescribeTime": "x%d" % rng.randrange(2), "M": "m" * rng.randrange(20)}}
	if rng.random() < 0.05:
		r["Kind"] = "tombstone"
	if rng.random() < 0.05:
		r["DescribeTime"] = rng.choice(("never", 7, None, "2026-11-01T00:00:0\\u0030Z"))
	if rng.random() < 0.03:
		r["Unreadable"] = [{"Path": ".Configuration.N"}]
	if rng.random() < 0.03:
		r["Kind"] = rng.choice(("weather", 3))
	return r


def line(rng, r):
	if rng.random() < 0.1:
		r = dict(rng.sample(list(r.items()), len(r)))
	text = json.dumps(r, separators=(",", ":"))
	if rng.random() < 0.03:
		text = text.replace("arn:aws", "arn\\u003aaws")
	if rng.random() < 0.02:
		text = text[:rng.randrange(len(text))]
	return rng.choice(("", "", "", "", "", " ")) + text + rng.choice(("", "", "", "", "", "\r"))


def pair(rng):
	names = ["b%d" % rng.randrange(60) for _ in range(rng.randrange(1, 40))]
	old = [line(rng, record(rng, n, 1)) for n in names]
	new = []
	for text in old:
		luck = rng.random()
		if luck < 0.7:
			new.append(text.replace("-01T0", "-02T0") if luck < 0.5 else text)
			if rng.random() < 0.1:	# what must not pass for a time, in the member that nobody reads
				before, found, after = new[-1].rpartition('"LastSeenAt":"2026')
				new[-1] = before + found[:-4] + rng.choice(("20\\6", '20"6', "20\t6", "20\x806", "20\x7f6")) + after
		elif luck < 0.8:
			new.append(text.replace('"N":', '"N":1'))
		elif luck < 0.9:
			new += [line(rng, record(rng, rng.choice(names), rng.choice((1, 2)))) for _ in range(rng.randrange(3))]
	if rng.random() < 0.2:
		rng.shuffle(new)
	if rng.random() < 0.3:
		new.append('{"Kind":"coverage","AccountId":"111122223333","Region":"*","ResourceType":"AWS::S3::Bucket",'
			'"Status":"complete","StartedAt":"2026-11-03T00:00:00Z"}')
	return old, new


def differ(*files, **more):
	done = subprocess.run(["qrie-diff", *files], capture_output=True, **more)
	return done.returncode, done.stdout, sorted(done.stderr.replace(b"(stdin)", b"old").splitlines())


seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(1 << 32)
print("seed", seed, flush=True)
rng = random.Random(seed)
changes = 0
for n in range(int(sys.argv[2]) if len(sys.argv) > 2 else 400):
	for name, lines in zip(("old", "new"), pair(rng)):
		with open(name, "w", encoding="latin-1") as f:
			f.write("\n".join(lines) + rng.choice(("", "\n")))
	paired = differ("old", "new")
	with open("old", "rb") as f:
		alone = differ("-", "new", input=f.read())
	if paired != alone:
		sys.exit("%d: differ\nfiles: %s\npipe:  %s" % (n, paired, alone))
	changes += paired[1].count(b"\n")
print(changes, "changes")

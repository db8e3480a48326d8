# qrie-diff -F: findings over time.  What one event makes of one finding is in t/lib/lifecycle-test.c.
load helper
load findings

@test "each event does to a finding what its life allows" {
	run -0 lifecycle-test
}

@test "FND-04 FND-02: what is bad opens a finding that has all its fields, the four of its life too" {
	bad 1 2
	same "$(jq -r 'select(.Kind == "finding") | keys_unsorted | join(" ")' state)" "Kind Id Policy Title ARN ResourceType AccountId AccountService Region Severity SeverityLabel State Message Evidence DescribeTime LastEvaluated FirstSeen ResolvedAt ResolvedReason ReopenedAt"
	same "$(life)" '["ACTIVE","01",null,null,null]'
	same "$(cat out)" "$(head -n 1 state)"
}

@test "FND-01: a second evaluation gives no second finding, and prints no transition" {
	bad 1 2
	bad 1 3
	bad 2 4
	same "$(cat out)" ''
	same "$(jq -r 'select(.Kind == "finding").Id' state)" 'arn:aws:s3:::logs#Public'
}

@test "FND-10: evaluating the same description again moves LastEvaluated and nothing else" {
	bad 1 2
	cp state before
	bad 1 3
	same "$(jq -c .LastEvaluated state | head -n 1)" '"2026-11-03T00:00:00Z"'
	same "$(jq -c 'del(.LastEvaluated)' state)" "$(jq -c 'del(.LastEvaluated)' before)"
}

@test "FND-10, originals 3: a same-snapshot evaluation takes over a new severity" {
	bad 1 2
	finding arn:aws:s3:::logs Public 1 3 90 | qrie-diff -F state
	same "$(jq -c 'select(.Kind == "finding") | [.Severity, .State]' state)" '[90,"ACTIVE"]'
}

@test "running the same input again changes not a byte" {
	bad 1 2
	cp in first
	good 3 4
	cp state before
	follow -0 in
	follow -0 first
	cmp state before
	same "$(cat out)" ''
}

@test "FND-05, originals 3: what becomes compliant is resolved, with time and reason, and stays" {
	bad 1 2
	good 3 4
	same "$(life)" '["RESOLVED","01","03","RESOURCE_COMPLIANT",null]'
	same "$(cat out)" "$(head -n 1 state)"
	good 5 6
	same "$(life)" '["RESOLVED","01","03","RESOURCE_COMPLIANT",null]'
	same "$(cat out)" ''
}

@test "FND-06, originals 3: a compliant resource that was never found bad gets no phantom row" {
	good 1 2
	same "$(life)" ''
	{ tombstone arn:aws:s3:::logs 3; verdicts arn:aws:s3:::logs 2 '' '' '' '"Public"'; evaluation Public 3 suspended; } >in
	follow -0 in
	same "$(life)" ''
}

@test "originals 3: an older good does not close a newer bad" {
	bad 5 6
	good 3 7
	same "$(life)" '["ACTIVE","05",null,null,null]'
	same "$(cat out)" ''
}

@test "originals 3: an older bad that arrives late does not reopen what was found good since" {
	bad 1 2
	good 5 6
	bad 3 7
	same "$(life)" '["RESOLVED","01","05","RESOURCE_COMPLIANT",null]'
	same "$(cat out)" ''
}

@test "originals 3: bad again is reopened: FirstSeen is kept, when and why it was resolved is not" {
	bad 1 2
	good 3 4
	bad 5 6
	same "$(life)" '["ACTIVE","01",null,null,"05"]'
	same "$(cat out)" "$(head -n 1 state)"
}

@test "FND-14: what the runs print, one behind the other, is the history: each change of state with its time" {
	bad 1 2 && cat out >history
	bad 2 3 && cat out >>history
	good 4 5 && cat out >>history
	bad 6 7 && cat out >>history
	same "$(jq -r '[.State, .ReopenedAt // .ResolvedAt // .FirstSeen] | join(" ")' history)" "ACTIVE $(at 1)
RESOLVED $(at 4)
ACTIVE $(at 6)"
}

@test "FND-07: a suspended policy resolves all its findings and no other's" {
	bad 1 2
	{ finding arn:aws:s3:::other Public 1 2; finding arn:aws:s3:::logs Plain 1 2; } >in
	follow -0 in
	evaluation Public 3 suspended >in
	follow -0 in
	same "$(jq -r 'select(.ResolvedReason == "POLICY_SUSPENDED") | .Id + " " + .ResolvedAt' state)" "arn:aws:s3:::logs#Public $(at 3)
arn:aws:s3:::other#Public $(at 3)"
	same "$(jq -r 'select(.State == "ACTIVE").Id' state)" 'arn:aws:s3:::logs#Plain'
	same "$(wc -l <out)" 2
}

@test "FND-07, originals 3: a policy launched again reopens its findings over an unchanged inventory, and says so truly" {
	bad 1 2
	evaluation Public 3 suspended >in
	follow -0 in
	bad 1 4
	same "$(life)" '["ACTIVE","01",null,null,"04"]'
	same "$(wc -l <out)" 1
}

@test "an evaluation made before a policy was suspended does not reopen its findings afterwards" {
	bad 1 2
	evaluation Public 5 suspended >in
	follow -0 in
	{ finding arn:aws:s3:::logs Public 3 4; verdicts arn:aws:s3:::logs 3 '' '"Public"' '' ''; } >in
	follow -0 in
	same "$(life)" '["RESOLVED","01","05","POLICY_SUSPENDED",null]'
}

@test "FND-08, originals 3: an account out of a policy's scope has its findings resolved, another keeps them" {
	bad 1 2
	bad 1 2 arn:aws:s3:::other
	{ verdicts arn:aws:s3:::other 1 '' '' '' '"Public"'; verdicts arn:aws:s3:::logs 1 '' '"Public"' '' ''
	finding arn:aws:s3:::logs Public 1 3; evaluation Public 3; } >in
	follow -0 in
	same "$(jq -r .Id out)" 'arn:aws:s3:::other#Public'
	same "$(life)" '["ACTIVE","01",null,null,null]
["RESOLVED","01","03","SCOPE_EXCLUDED",null]'
}

@test "FND-09: an account in scope again has what is still bad reopened, and what was mended not" {
	bad 1 2
	bad 1 2 arn:aws:s3:::mended
	{ verdicts arn:aws:s3:::logs 1 '' '' '' '"Public"'; verdicts arn:aws:s3:::mended 1 '' '' '' '"Public"'; evaluation Public 3; } >in
	follow -0 in
	{ finding arn:aws:s3:::logs Public 1 4; verdicts arn:aws:s3:::logs 1 '' '"Public"' '' ''
	verdicts arn:aws:s3:::mended 4 '"Public"' '' '' ''; evaluation Public 4; } >in
	follow -0 in
	same "$(jq -r .Id out)" 'arn:aws:s3:::logs#Public'
	same "$(life)" '["ACTIVE","01",null,null,"04"]
["RESOLVED","01","03","SCOPE_EXCLUDED",null]'
}

@test "originals 3: a tombstone resolves the findings of its resource and of no other" {
	bad 1 2
	bad 1 2 arn:aws:s3:::logs-2
	tombstone arn:aws:s3:::logs 3 >in
	follow -0 in
	same "$(life)" '["RESOLVED","01","03","RESOURCE_DELETED",null]
["ACTIVE","01",null,null,null]'
	bad 1 2
	same "$(cat out)" ''
}

@test "an older tombstone changes nothing; a resource made anew is found anew" {
	bad 5 6
	tombstone arn:aws:s3:::logs 4 >in
	follow -0 in
	same "$(life)" '["ACTIVE","05",null,null,null]'
	tombstone arn:aws:s3:::logs 7 >in
	follow -0 in
	bad 8 9
	same "$(life)" '["ACTIVE","05",null,null,"08"]'
}

@test "what a complete listing does not have is deleted, the region by its name or by *" {
	bad 1 2
	cp state before
	for region in eu-west-1 '*'; do
		cp before state
		coverage "$region" complete 3 >in
		follow -0 in
		same "$(life)" '["RESOLVED","01","03","RESOURCE_DELETED",null]'
		same "$(wc -l <out)" 1
	done
}

@test "FND-17: nothing is resolved outside what was listed completely" {
	bad 1 2
	head -n 1 state >before
	coverage us-east-1 complete 3 >in
	coverage eu-west-1 complete 3 0 444455556666 >>in
	coverage eu-west-1 complete 3 0 111122223333 AWS::EC2::Volume >>in
	for status in partial failed skipped; do
		coverage '*' $status 3 >>in
		coverage eu-west-1 $status 3 >>in
	done
	follow -0 in
	head -n 1 state | cmp - before
	same "$(cat out)" ''
}

@test "a listing that began before the description does not make it deleted" {
	bad 5 6
	coverage '*' complete 5 >in
	follow -0 in
	coverage '*' complete 4 >in
	follow -0 in
	same "$(life)" '["ACTIVE","05",null,null,null]'
}

@test "what the run has judged or could not judge is not missing" {
	bad 1 2
	for seen in "$(verdicts arn:aws:s3:::logs 1 '' '' '"Public"' '')" \
		"$(finding arn:aws:s3:::logs Public 1 2 70 UNKNOWN)" '{"Kind":"resource","ARN":"arn:aws:s3:::logs"}'; do
		{ echo "$seen"; coverage '*' complete 3 1; } >in
		follow -0 in
		same "$(life)" '["ACTIVE","01",null,null,null]'
	done
}

@test "FND-17: resources that got lost between the listing and here are not deleted" {
	bad 1 2
	{ coverage '*' complete 3 2; evaluation '*' 4 active "$(cell 111122223333 eu-west-1 1 1 0 0)"; } >in
	follow -2 in
	same "$(life)" '["ACTIVE","01",null,null,null]'
	[[ $stderr == *"111122223333/* AWS::S3::Bucket: 1 of 2 resources arrived: none is taken for deleted"* ]]
	{ coverage '*' complete 3 1; evaluation '*' 4 active "$(cell 111122223333 eu-west-1 1 1 0 0)"; } >in
	follow -0 in
	same "$(life)" '["RESOLVED","01","03","RESOURCE_DELETED",null]'
}

@test "FND-17, originals 6.1: a bad input line is named and seen in the status, costs itself, and nothing is taken for deleted" {
	bad 1 2
	{ coverage '*' complete 3; echo '{"Kind":"verdicts","ARN":"arn:aws:s3'; finding arn:aws:s3:::new Public 3 4; } >in
	follow -2 in
	[[ $stderr == 'qrie-diff: in:2: '* ]]
	same "$(life)" '["ACTIVE","01",null,null,null]
["ACTIVE","03",null,null,null]'
}

@test "a record without what it needs is named and skipped" {
	finding arn:aws:s3:::logs Public 1 2 >ok
	for edit in 'del(.ARN)' 'del(.Policy)' 'del(.DescribeTime)' 'del(.LastEvaluated)' '.State = "OPEN"' 'del(.Kind)' \
		'.DescribeTime = "yesterday"' '.Kind = "verdicts" | del(.ARN)' '.Kind = "verdicts" | del(.DescribeTime)' \
		'.Kind = "tombstone" | del(.ARN)' '.Kind = "tombstone" | del(.DescribeTime)' '.Kind = "evaluation"'; do
		jq -c "$edit" ok >in
		follow -2 in
		[[ $stderr == 'qrie-diff: in:1: '* ]]
		same "$(cat state)" ''
	done
}

@test "records of other kinds and keys nobody knows are no errors; the keys are kept" {
	{ echo '{"Kind":"weather"}'; finding arn:aws:s3:::logs Public 1 2 | jq -c '.Colour = "red"'; } >in
	follow -0 in
	same "$(jq -r .Colour state)" red
}

@test "unknown neither opens, resolves nor reopens, and does not count as an evaluation" {
	finding arn:aws:s3:::logs Public 1 2 70 UNKNOWN >unknown
	verdicts arn:aws:s3:::logs 1 '' '' '"Public"' '' >>unknown
	follow -0 unknown
	same "$(cat state out)" ''
	bad 1 2
	finding arn:aws:s3:::logs Public 3 4 70 UNKNOWN >unknown
	verdicts arn:aws:s3:::logs 3 '' '' '"Public"' '' >>unknown
	cp state before
	follow -0 unknown
	cmp state before
	good 3 4
	cp state before
	finding arn:aws:s3:::logs Public 5 6 70 UNKNOWN >unknown
	follow -0 unknown
	cmp state before
}

@test "FND-03: the states kept are ACTIVE and RESOLVED" {
	bad 1 2
	{ finding arn:aws:s3:::one Public 3 4 70 UNKNOWN; verdicts arn:aws:s3:::logs 3 '"Public"' '' '' ''; finding arn:aws:s3:::two Public 3 4; } >in
	follow -0 in
	same "$(jq -r 'select(.Kind == "finding").State' state | sort | uniq -c | xargs)" '1 ACTIVE 1 RESOLVED'
}

@test "FND-11: the same resources by event or by scan give the same findings and states" {
	{ finding arn:aws:s3:::one Public 1 5; finding arn:aws:s3:::two Public 1 5; verdicts arn:aws:s3:::two 1 '' '"Public"' '' ''
	verdicts arn:aws:s3:::one 2 '"Public"' '' '' ''; finding arn:aws:s3:::three Public 2 5; } >events
	while read -r line; do
		qrie-diff -F by-event --now "$(at 5)" <<<"$line" >/dev/null
	done <events
	qrie-diff -F by-scan --now "$(at 5)" events >/dev/null
	cmp by-event by-scan
}

@test "the order of the input changes nothing" {
	for i in $(seq 20); do
		finding "arn:aws:s3:::b$i" Public $((i % 5 + 1)) 9
		verdicts "arn:aws:s3:::b$i" $((i % 3 + 1)) '"Public"' '"Plain"' '' ''
		finding "arn:aws:s3:::b$i" Plain $((i % 3 + 1)) 9
	done >in
	evaluation Public 9 >>in
	qrie-diff -F sorted in >/dev/null
	for seed in 1 2 3; do
		shuf --random-source=<(yes $seed) in >shuffled
		qrie-diff -F shuffled.state shuffled >/dev/null
		cmp sorted shuffled.state
		rm shuffled.state
	done
}

@test "findings are kept by ARN, then policy, and evaluations behind them" {
	{ evaluation Public 2; finding b Z 1 2; evaluation Plain 2; finding a Z 1 2; finding b A 1 2; finding 'a!' A 1 2; } >in
	follow -0 in
	same "$(jq -r '.Id // .Policy' state | xargs)" 'a#Z a!#A b#A b#Z Plain Public'
	same "$(jq -r .Id out | xargs)" 'a#Z a!#A b#A b#Z'
}

@test "what a run does not touch is kept byte for byte" {
	bad 1 2
	sed -i 's/"Evidence":{/"Evidence":{"pi": 3.10, /' state
	head -n 1 state >before
	bad 1 2 arn:aws:s3:::new
	head -n 1 state | cmp - before
	bad 3 4
	jq -r 'select(.ARN == "arn:aws:s3:::logs") | .DescribeTime' state | grep -qx "$(at 3)"
	grep -q 12345678901234567890 state
}

@test "a resource is the same however its ARN is escaped" {
	bad 1 2
	verdicts 'arn:aws:s3:::l\u006fgs' 3 '"P\u0075blic"' '' '' '' >in
	follow -0 in
	same "$(life)" '["RESOLVED","01","03","RESOURCE_COMPLIANT",null]'
}

@test "times with an offset or a fraction are compared as times" {
	bad 3 4
	verdicts arn:aws:s3:::logs 3 '"Public"' '' '' '' | sed 's/2026-11-03T00:00:00Z/2026-11-03T00:59:59.9+01:00/' >in
	follow -0 in
	same "$(life)" '["ACTIVE","03",null,null,null]'
	verdicts arn:aws:s3:::logs 3 '"Public"' '' '' '' | sed 's/2026-11-03T00:00:00Z/2026-11-03T00:30:00-01:00/' >in
	follow -0 in
	same "$(jq -r 'select(.Kind == "finding").ResolvedAt' state)" 2026-11-03T01:30:00Z
}

@test "FND-12: findings can be picked by account, policy and state together" {
	bad 1 2
	bad 1 2 arn:aws:s3:::other
	good 3 4 arn:aws:s3:::other
	pick() { jq -r --arg a "$1" --arg s "$2" 'select(.AccountId == $a and .Policy == "Public" and .State == $s).ARN' state; }
	same "$(pick 111122223333 ACTIVE)" arn:aws:s3:::logs
	same "$(pick 444455556666 RESOLVED)" arn:aws:s3:::other
	same "$(pick 444455556666 ACTIVE)" ''
}

@test "the counts of a unit are replaced when it was covered, else kept" {
	evaluation Public 1 active "$(cell 111122223333 eu-west-1 9 5 3 1),$(cell 444455556666 us-east-1 7 7 0 0)" >in
	follow -0 in
	{ evaluation Public 2 active "$(cell 111122223333 eu-west-1 2 1 0 1),$(cell 444455556666 us-east-1 1 0 1 0)"
	coverage '*' complete 2 2; } >in
	follow -0 in
	same "$(jq -c '.By[] | [.AccountId, .Evaluated, .Unknown]' state)" '["111122223333",2,1]
["444455556666",7,0]'
	{ evaluation Public 3; coverage '*' complete 3; } >in
	follow -0 in
	same "$(jq -c '.By[] | [.AccountId, .Evaluated]' state)" '["444455556666",7]'
}

@test "a policy that a run did not judge keeps its counts" {
	evaluation Public 1 active "$(cell 111122223333 eu-west-1 9 5 3 1)" >in
	follow -0 in
	cp state before
	coverage '*' complete 2 >in
	follow -0 in
	cmp state before
}

@test "the counts of a run spread over processes are added up" {
	{ evaluation Public 1 active "$(cell 111122223333 eu-west-1 9 5 3 1)"
	evaluation Public 1 active "$(cell 111122223333 eu-west-1 2 1 1 0),$(cell 111122223333 eu-central-1 1 1 0 0)"; } >in
	follow -0 in
	same "$(jq -c '.By[] | [.Region, .Evaluated, .Passed, .Failed, .Unknown]' state)" '["eu-central-1",1,1,0,0]
["eu-west-1",11,6,4,1]'
}

@test "an older run adds counts that are missing and changes no other" {
	evaluation Public 5 active "$(cell 111122223333 eu-west-1 9 5 3 1)" >in
	follow -0 in
	{ evaluation Public 4 suspended "$(cell 111122223333 eu-west-1 1 1 0 0),$(cell 444455556666 us-east-1 7 7 0 0)"
	coverage '*' complete 4; } >in
	follow -0 in
	same "$(jq -c '[.Status, .LastEvaluated, [.By[].Evaluated]]' state)" '["active","2026-11-05T00:00:00Z",[9,7]]'
}

@test "the counts of a suspended policy are its run's, so that old ones do not stand for ever" {
	evaluation Public 1 active "$(cell 111122223333 eu-west-1 9 5 3 1)" >in
	follow -0 in
	evaluation Public 2 suspended >in
	follow -0 in
	same "$(jq -c '[.Status, .By]' state)" '["suspended",[]]'
}

@test "--state prints the whole new state" {
	bad 1 2
	bad 1 2 arn:aws:s3:::new
	{ verdicts arn:aws:s3:::new 3 '"Public"' '' '' ''; } >in
	follow -0 --state in
	cmp out state
	same "$(wc -l <out)" 3
}

@test "a state that is none is refused, named by line, and left as it was" {
	bad 1 2
	bad 1 2 arn:aws:s3:::new
	cp state whole
	for edit in '3s/}$//' '2s/^/x/' '1s/"Kind":"finding"/"Kind":"resource"/' '2s/"FirstSeen":"[^"]*"/"FirstSeen":null/' \
		'2s/"ACTIVE"/"UNKNOWN"/' '1s/"ACTIVE"/"RESOLVED"/' '2h;2d;$G' '1p' '1s/"ARN":/"arn":/' '1s/2026/never/'; do
		sed "$edit" whole >state
		cp state before
		tombstone arn:aws:s3:::logs 3 >in
		follow -3 in
		[[ $stderr == 'qrie-diff: state:'[1-4]': '*'qrie-diff: state: left as it was' ]]
		cmp state before
		same "$(cat out)" ''
		same "$(find . -name 'state.tmp')" ''
	done
}

# How a record is spelled decides whether a line of the state is read as JSON: with white space in it it is.
@test "a finding that is found again ends in the same state and history whether or not its line is read as JSON" {
	run_of() {	# described evaluated: of two resources
		finding arn:aws:s3:::logs Public "$1" "$2"
		finding arn:aws:s3:::logs2 Public "$1" "$2"
	}
	suspended() { evaluation Public "$2" suspended; run_of "$1" "$2"; }
	passed() { verdicts arn:aws:s3:::logs "$1" '"Public"' '' '' ''; run_of "$1" "$1" | tail -n 1; }
	waived() { run_of "$1" "$2" | sed 's/}$/,"Waiver":{"Reason":"r"}}/'; }
	quoted() { sed 's/[^ ]*[^ ]/"&"/g; s/ /,/g' <<<"$1"; }
	several() {	# described passed excluded failed: policies of one resource, and how another is there
		local policy
		verdicts arn:aws:s3:::logs "$1" "$(quoted "$2")" '' '' "$(quoted "$3")"
		for policy in $4; do
			finding arn:aws:s3:::logs "$policy" "$1" "$1"
		done
		[ "$1" -eq 19 ] || run_of "$1" "$1" | tail -n 1
		finding arn:aws:s3:::a Public "$1" "$1"
	}
	mkdir a b
	n=10
	for step in 'run_of 2 2' 'run_of 3 3' 'run_of 3 4' 'run_of 2 5' 'run_of 3 3' 'passed 5' 'run_of 6 6' 'run_of 7 7' \
		'waived 8 8' 'waived 9 9' 'run_of 10 10' 'suspended 11 11' 'run_of 12 12' 'run_of 12 13' 'run_of 2 2' \
		'several 14 Other "" "Zone Public"' 'several 15 Other "" "Zone Public Alpha"' 'several 16 Zone "" "Alpha Public"' \
		'several 17 "" Zone "Zone Public Alpha"' 'several 18 "Public Zone" Alpha ""' 'several 19 "" "" "Zone Public Alpha"' \
		'several 20 Zone "" "Zone Alpha Public"' 'several 21 "" "" "Public Public Zone"' \
		'coverage eu-west-1 complete 22; several 22 "" "" "Alpha Zone"' 'several 23 "Other Than" Other "Alpha Zone Public"'; do
		n=$((n + 1))
		eval "$step" >a/in
		sed 's/,/, /' a/in >b/in
		for way in a b; do
			qrie-diff -F "$way/state" --history "$way/history" --now "2026-11-25T00:$n:00Z" "$way/in" >"$way/out"
		done
		cmp a/state b/state
		cmp a/out b/out
		cmp a/history b/history
		[ -n "$(jq -c 'select(.ARN == "arn:aws:s3:::logs2")' a/state)" ]
	done
	same "$(jq -r 'select(.ARN == "arn:aws:s3:::logs") | "\(.Policy) \(.State) \(.FirstSeen[8:10]) \(.DescribeTime[8:10])"' a/state | xargs)" \
		'Alpha ACTIVE 15 23 Public ACTIVE 02 23 Zone ACTIVE 14 23'
}

@test "of a state that is bad in its last line nothing is printed, however much has changed before it" {
	many bad 1 >in
	qrie-diff -F state in >/dev/null
	many good 2 >in
	qrie-diff -F state in >out
	[ "$(wc -c <out)" -gt 400000 ]
	rm state
	many bad 1 >in
	qrie-diff -F state in >/dev/null
	sed -i '$s/"ACTIVE"/"OTHER"/' state
	cp state before
	many good 2 >in
	follow -3 in
	same "$(cat out)" ''
	cmp state before
}

@test "an inventory, a folder or a device in the place of the state is refused" {
	echo '{"Kind":"resource","ARN":"arn:aws:s3:::logs"}' >state
	cp state before
	follow -3 /dev/null
	cmp state before
	rm state
	mkdir state
	follow -3 /dev/null
	run -3 --separate-stderr qrie-diff -F /dev/null /dev/null
	run -3 --separate-stderr qrie-diff -F none/state /dev/null
}

@test "SEC-09: state and lock are for the owner alone, whatever the umask and the old file" {
	umask 0
	: >state
	chmod 666 state
	bad 1 2
	same "$(stat -c %a state)" 600
	same "$(stat -c %a state.lock)" 600
	same "$(find . -name 'state*' | sort | xargs)" './state ./state.lock'
}

@test "a state reached by a symbolic link is replaced where it lies" {
	mkdir far
	: >far/state
	ln -s far/state state
	bad 1 2
	[ -L state ]
	same "$(grep -c finding far/state)" 1
}

@test "a temporary file put in our way is not written through" {
	echo precious >victim
	ln -s victim state.tmp
	bad 1 2
	same "$(cat victim)" precious
	same "$(jq -r 'select(.Kind == "finding").State' state)" ACTIVE
}

@test "output that cannot be written leaves the state, so that the next run prints it again" {
	finding arn:aws:s3:::logs Public 1 2 >in
	run -3 --separate-stderr bash -c 'qrie-diff -F state in >/dev/full'
	[ ! -e state ]
	follow -0 in
	same "$(wc -l <out)" 1
}

@test "a state that cannot be written is an error, and the old one stays" {
	bad 1 2
	cp state before
	for i in $(seq 50); do finding "arn:aws:s3:::b$i" Public 3 4; done >in
	run -3 --separate-stderr bash -c 'trap "" XFSZ; ulimit -f 8; qrie-diff -F state in >/dev/null'
	cmp state before
	[ ! -e state.tmp ]
}

@test "a reader that goes away is no error, and the state is new all the same" {
	for i in $(seq 2000); do finding "arn:aws:s3:::b$i" Public 3 4; done >in
	run -0 --separate-stderr bash -c 'set -o pipefail; qrie-diff -F state in | head -n 1 >/dev/null'
	same "$stderr" ''
	same "$(wc -l <state)" 2000
}

@test "originals 6.2: runs at the same time wait for each other, see what the others wrote, and none is lost" {
	for i in $(seq 12); do
		finding "arn:aws:s3:::b$i" Public 3 4 >"in$i"
	done
	pids=()
	for i in $(seq 12); do
		qrie-diff -F state "in$i" >"out$i" &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	same "$(jq -r .ARN state | sort -u | wc -l)" 12
	same "$(cat out[0-9]* | wc -l)" 12
}

# A state of many findings, and a run that resolves all of them or, the other way round, finds them bad again.
many() {	# verdict evaluated: one of the two, made fast
	jq -nc --arg verdict "$1" --arg time "$(at $2)" 'range(3000) | "arn:aws:s3:::bucket-\(.)" as $arn
		| {ARN: $arn, ResourceType: "AWS::S3::Bucket", AccountId: "111122223333", AccountService: "111122223333_s3",
			Region: "eu-west-1", DescribeTime: $time}
		| if $verdict == "good" then {Kind: "verdicts"} + . + {Passed: ["Public"], Failed: [], Unknown: [], OutOfScope: []}
		  else {Kind: "finding", Id: "\($arn)#Public", Policy: "Public"} + . + {State: "ACTIVE", LastEvaluated: $time, Message: ("m" * 500)} end'
}

@test "FND-01, FND-17: a thousand random sequences, late, doubled and out of order, end in the state of a simple oracle" {
	run -0 --separate-stderr timeout 300 python3 "$QRIE_TOP/t/model.py" "${QRIE_SEED:-$RANDOM$RANDOM}"
	[[ $output == 'seed '*'1000 sequences, '* ]]
}

@test "kill -9 at 200 random moments leaves the old state or the new, no lock and no more files" {
	many bad 1 >first
	many good 2 >second
	qrie-diff -F state --now "$(at 2)" first >/dev/null
	cp state old
	qrie-diff -F state --now "$(at 2)" second >/dev/null
	cp state new
	killed=0
	started=$(date +%s%N)
	qrie-diff -F old-copy --now "$(at 2)" first >/dev/null
	took=$((($(date +%s%N) - started) / 1000))
	for i in $(seq 200); do
		cp old state
		qrie-diff -F state --now "$(at 2)" second >/dev/null &
		pid=$!
		sleep "$(printf '0.%06d' $((took * (RANDOM % 130) / 100 % 1000000)))"
		kill -9 "$pid" 2>/dev/null || :
		status=0
		wait "$pid" || status=$?
		[ "$status" -eq 0 ] || { same "$status" 137; killed=$((killed + 1)); }
		cmp -s state old || cmp state new
		same "$(find . -name 'state*' ! -name state ! -name state.lock ! -name state.tmp)" ''
	done
	[ "$killed" -gt 40 ]
	cp old state
	run -0 --separate-stderr timeout 20 qrie-diff -F state --now "$(at 2)" second
	cmp state new
	[ ! -e state.tmp ]
}

@test "memory does not grow with the number of findings" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	peak() {
		python3 - "$1" <<-'E'
		import os, resource, subprocess, sys
		os.environ["ASAN_OPTIONS"] = "quarantine_size_mb=1"	# what is freed is not to count
		subprocess.run(["qrie-diff", "-F", "state" + sys.argv[1], "in" + sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
		print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
		E
	}
	for n in 30000 90000; do
		jq -nc --argjson n "$n" 'range($n) | {Kind: "finding", Policy: "P", ARN: "a\(.)\("m" * 600)", State: "ACTIVE",
			DescribeTime: "2026-11-01T00:00:00Z", LastEvaluated: "2026-11-01T00:00:00Z"}' >"in$n"
		peak "$n" >/dev/null
	done
	[ "$(peak 90000)" -lt "$(($(peak 30000) * 5 / 4))" ]
}

@test "wrong usage exits with 3 and says how, help with 0" {
	for wrong in '-F' '-F state -e in' '-F state -f text in' '--state a b' '-x' '' 'one' 'one two three'; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-diff $wrong
		[[ $stderr == *'usage: qrie-diff '* ]]
	done
	run -3 --separate-stderr qrie-diff -F state --now yesterday
	run -0 --separate-stderr qrie-diff --help
	[[ $output == 'usage: qrie-diff '* ]]
}

@test "findings from a file and from a pipe, in order or in any other, make the same state" {
	seq 20000 | awk '{ printf "{\"Kind\":\"finding\",\"ARN\":\"arn:%05d\",\"Policy\":\"P\",\"State\":\"ACTIVE\",\"Text\":\"%0800d\",\"DescribeTime\":\"2026-11-22T20:00:00Z\",\"LastEvaluated\":\"2026-11-22T20:00:00Z\"}\n", $1, $1 }' >in
	shuf --random-source=<(yes) in >shuffled
	qrie-diff -F a in >/dev/null
	qrie-diff -F b shuffled >/dev/null
	cat shuffled | qrie-diff -F c >/dev/null
	qrie-diff -F d <shuffled >/dev/null
	cmp a b && cmp a c && cmp a d
	[ "$(grep -c '"FirstSeen":"2026-11-22T20:00:00Z"' a)" -eq 20000 ]
}

@test "a finding is written the same whatever white space and order its members come in" {
	f='{"Kind":"finding","LastEvaluated":"2026-11-22T21:00:00Z","State":"ACTIVE","ARN":"a","Policy":"P","DescribeTime":"2026-11-22T20:00:00Z","X":{ "y": 1 }}'
	kept='"FirstSeen":"2026-11-22T20:00:00Z","ResolvedAt":null,"ResolvedReason":null,"ReopenedAt":null}'
	same "$(qrie-diff -F a <<<"$f")" "${f%\}},$kept"
	same "$(sed 's/,"/ , "/g; s/^{/{ /; s/":"/" : "/g' <<<"$f" | qrie-diff -F b)" "${f%\}},$kept"
	same "$(sed 's/"State"/"ReopenedAt":"2026-11-22T10:00:00Z",&/; s/"X"/"FirstSeen":null,&/' <<<"$f" | qrie-diff -F c)" "${f%\}},$kept"
	same "$(sed 's/}$/,"FirstSeen":null,"ResolvedAt":1,"ResolvedReason":null,"ReopenedAt":2}/; s/}}/},&/; s/},}/}/' <<<"$f" | qrie-diff -F d)" "${f%\}},$kept"
	same "$(sed 's/T20:00:00Z/T21:30:00.5+01:30/' <<<"$f" | qrie-diff -F e)" "${f%\}},$kept"
}

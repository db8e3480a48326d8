# Every collector, also of what no emulator holds, on a made-up AWS that answers any operation (t/aws/synthetic.py).
# t/aws/hold.py goes over share/collectors: a new collector is held by being there.
load helper
load emulator

setup_file() {
	synthetic_start
}

teardown_file() {
	emulators_stop
}

# hold HOW [COLLECTOR...]: as many things were held as there must be at least ($LEAST).
hold() {
	export QRIE_REDACT_KEY=$BATS_TEST_TMPDIR/redact-key
	echo "a key of this test" >"$QRIE_REDACT_KEY"
	export QRIE_SHARE=${QRIE_SHARE-$QRIE_TOP/share}
	emulator_client "$SYNTHETIC_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/hold.py" "$@" >said 2>&1 || { grep -v '^[^:]*: [0-9A-Za-z ]*$' said >&2; return 1; }
	[ "$(wc -l <said)" -ge "${LEAST:-1}" ]
}

# A copy of the collectors, to spoil.
spoiled() {
	mkdir share
	cp -R "$QRIE_TOP/share/collectors" share/
	ln -s "$QRIE_TOP/share/shapes" share/
	export QRIE_SHARE=$PWD/share
}

@test "INV-20, INV-07: every listing is followed page by page and every record is what boto3 and the AWS CLI make of the same calls" {
	LEAST=$(find "$QRIE_TOP/share/collectors" -name '*.jq' | wc -l) hold same
}

@test "each call and each later page is denied in turn: what is lost is named, and no policy that reads it passes" {
	LEAST=50 hold denied
}

@test "INV-06: each code for 'not configured', of every call that has one, becomes null" {
	LEAST=12 hold absent
}

@test "INV-23: each code for 'gone', of every collector, leaves no record and no complaint" {
	LEAST=10 hold gone
}

@test "INV-20: a page token that is not followed is seen" {
	spoiled
	sed -i.old 's/"Token": "NextToken", //' share/collectors/sns/topic.jq
	run -1 hold same sns/topic
	[[ $output == *'sns ListTopics us-east-1: token NextToken/'*' was given 1 times and asked for 0 times'* ]]
}

@test "a denial that is taken for 'not configured' is seen" {
	spoiled
	sed -i.old 's/"NotConfigured": \["ResourceNotFoundException"\]/"NotConfigured": ["AccessDeniedException"]/' share/collectors/lambda/function.jq
	run -1 hold denied lambda/function
	[[ $output == *'GetPolicy: exit status 0'* ]]
	[[ $output == *'.Configuration.Policy became null'* ]]
	[[ $output == *'a policy that reads .Configuration.Policy passes'* ]]
}

@test "a denial that is taken for 'gone' is seen" {
	spoiled
	sed -i.old 's/"Gone": \["ResourceNotFoundException"\]/"Gone": ["AccessDeniedException"]/' share/collectors/logs/log-group.jq
	run -1 hold denied logs/log-group
	[[ $output == *'ListTagsForResource: records of []'* ]]
}

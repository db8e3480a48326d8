# What a run says of itself while it goes on and at its end.
load helper
load cloud

teardown() {
	cloud_stop
}

# terminal COLUMNS COMMAND...: what it shows into ./shown, a line for each time that the line was drawn.
terminal() {
	[ -x "$QRIE_VENV/bin/python" ] || skip "no Python environment: sh t/setup make check makes it"
	status=0
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/terminal.py" "$1" raw "${@:2}" >out || status=$?
	tr '\r' '\n' <raw >shown
}

summary='^qrie-collect: [0-9]+ resources? in [0-9]+ lists? of [0-9]+ accounts?: [0-9]+ calls?, [0-9]+ throttled, in [0-9.]+ s \([0-9]+ a second\)$'

@test "on a terminal one line tells lists, resources, rate and throttling, and is drawn over itself" {
	bucket_collector
	user_collector
	cloud_start items=100 rate=100 burst=20
	terminal 200 qrie-collect
	[ "$status" -eq 0 ]
	whole 100 out
	esc=$'\033'
	[ "$(grep -cE "^[01]/2 lists, [0-9]+ resources, [0-9]+ calls/s(, [0-9]+ throttled)?(, [0-9]+:[0-9]{2} left)?: 111122223333 AWS::(S3::Bucket|IAM::User)$esc\[K\$" shown)" -ge 5 ]
	grep -q 'throttled: ' shown
	grep -qE ', 0:[0-9]{2} left' shown
	# at the end the line is gone, and one sums up
	same "$(grep -cE "${summary/^/^($esc\\[K)?}" shown)" 1
	[[ $(grep -v '^$' shown | tail -1) == *"qrie-collect: 200 resources in 2 lists of 1 account: "* ]]
	same "$(grep -c . <(tr -d '\r' <raw))" 1
}

@test "the line is never wider than the terminal" {
	user_collector
	cloud_start items=60 rate=30 burst=5
	terminal 40 qrie-collect
	[ "$(grep -c lists, shown)" -gt 3 ]
	run -1 grep -E '^.{40}' <(sed 's/\x1b\[K//' shown | grep lists,)
}

@test "what could not be read has a line of its own on a terminal" {
	user_collector
	cloud_start items=30 latency=20 faults=30 kinds=unknown only=GetUser
	terminal 100 qrie-collect -j 2
	[ "$status" -eq 2 ]
	named=$(grep -c 'UnknownOperationException (request r-1)$' shown)
	[ "$named" -gt 0 ]
	same "$(sed 's/\x1b\[K//' shown | grep -c '^qrie-collect: 111122223333/global iam GetUser user/user-0000[0-9]*: Unknown')" "$named"
}

@test "where standard error is no terminal a clean run says nothing, with -v one line" {
	user_collector
	cloud_start items=5
	run -0 --separate-stderr qrie-collect
	same "$stderr" ""
	run -0 --separate-stderr qrie-collect --verbose
	[[ $stderr =~ $summary ]]
	[[ $stderr == 'qrie-collect: 5 resources in 1 list of 1 account: '[78]' calls, 0 throttled, in '* ]]
	run -0 --separate-stderr qrie-collect -v -q
	same "$stderr" ""
}

@test "-q silences progress and summary on a terminal, not what could not be read" {
	user_collector
	cloud_start items=3 faults=100 kinds=unknown only=GetUser
	terminal 80 qrie-collect -q
	[ "$status" -eq 2 ]
	same "$(tr -d '\r' <raw | grep -vc 'UnknownOperationException (request r-1)$')" 0
	same "$(wc -l <raw)" 3
}

@test "a dumb terminal gets no progress" {
	user_collector
	cloud_start items=30 rate=30 burst=5
	TERM=dumb terminal 80 qrie-collect
	same "$(cat raw)" ""
}

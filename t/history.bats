# qrie-diff --history: what was changed when, and the state of any day from it.  t/model.py holds it against an oracle too.
load helper
load findings

# A day's run: what it is given, then the day on which it runs; the state of the evening is kept as state.DAY.
day() {
	local day=$1
	shift
	"$@" >in
	run -0 --separate-stderr qrie-diff -F state --history history --now "$(at "$day")" in
	cp state "state.$day"
}

report() {	# evaluated described-bad... : buckets that are bad, then "good", then those that are good
	local evaluated=$1 verdict=bad
	shift
	for bucket in "$@"; do
		case $bucket in
		good) verdict=good; continue ;;
		esac
		if [ $verdict = bad ]; then
			finding "arn:aws:s3:::$bucket" Public "$evaluated" "$evaluated"
		else
			verdicts "arn:aws:s3:::$bucket" "$evaluated" '"Public"' '' '' ''
		fi
	done
	evaluation Public "$evaluated" active "$(cell 111122223333 eu-west-1 $# 1 $(($# - 1)) 0)"
}

# Four days on which findings open, stay, are resolved and come back.
four_days() {
	day 1 report 1 a b
	day 2 report 2 a b c
	day 3 report 3 a good b c
	day 4 report 4 a b good c
}

# A state without the times that a history does not follow.
but_times() {
	jq -c 'if .Kind == "finding" then del(.DescribeTime, .LastEvaluated) else del(.LastEvaluated) end' "$1"
}

as_of() {
	run "$1" --separate-stderr qrie-diff --history history --as-of "$2"
	[ "${#lines[@]}" -eq 0 ] && : >out || printf '%s\n' "${lines[@]}" >out
}

@test "FND-14: the state of any day is had back from the history" {
	four_days
	for day in 1 2 3 4; do
		as_of -0 "$(at $day)"
		same "$(but_times out)" "$(but_times "state.$day")"
		as_of -0 "$(at $day 23)"
		same "$(but_times out)" "$(but_times "state.$day")"
	done
	as_of -0 2026-10-31
	same "$(cat out)" ''
	qrie-report -f json <(qrie-diff --history history --as-of 2026-11-02) >report.json
	same "$(jq -c '.Summary.OpenFindings // .Findings.Active // 0' report.json)" "$(jq -c '.Summary.OpenFindings // .Findings.Active // 0' <(qrie-report -f json state.2))"
}

@test "FND-14: the history has every change of state with its time, in time order, and is only ever added to" {
	for n in 1 2 3 4; do
		cp history before 2>/dev/null || : >before
		case $n in
		1) day 1 report 1 a b ;;
		2) day 2 report 2 a b c ;;
		3) day 3 report 3 a good b c ;;
		4) day 4 report 4 a b good c ;;
		esac
		head -c "$(stat -c %s before)" history | cmp - before
	done
	same "$(jq -r 'select(.Kind == "finding") | [.ARN[-1:], .State, .RecordedAt[8:10], (.ReopenedAt // .ResolvedAt // .FirstSeen)[8:10]] | join(" ")' history)" 'a ACTIVE 01 01
b ACTIVE 01 01
c ACTIVE 02 02
b RESOLVED 03 03
c RESOLVED 03 03
b ACTIVE 04 04'
	jq -r .RecordedAt//empty history | sort -c
	same "$(stat -c %a history)" 600
}

@test "originals 6.1, originals 6.2: a trend counts transitions, what was open then, and no scan that changed nothing" {
	four_days
	day 5 report 5 a b good c
	day 6 report 6 a b good c
	same "$(jq -r 'select(.Kind == "run") | [.RecordedAt[8:10], .Opened, .Reopened, .Resolved, .Active, .ActiveBySeverity.HIGH] | join(" ")' history)" '01 2 0 0 2 2
02 1 0 0 3 3
03 0 0 2 1 1
04 0 1 0 2 2
05 0 0 0 2 2
06 0 0 0 2 2'
	same "$(jq -c 'select(.Kind == "finding" and .RecordedAt > "2026-11-04T00:00:00Z")' history)" ''
}

@test "the same run again adds nothing to the history" {
	four_days
	cp history before
	for n in 4 3 1; do
		report $n a b >in
		[ $n = 4 ] && report 4 a b good c >in
		run -0 qrie-diff -F state --history history --now "$(at 9)" in
		cmp state state.4
		cmp history before
	done
}

@test "a run that was stopped anywhere while it wrote the history is cut off, and there once when it is run again" {
	four_days
	cp history whole
	cp state.3 state
	start=$(grep -abo '"RecordedAt":"2026-11-03T00:00:00Z"}' history | tail -n 1 | cut -d : -f 1)
	size=$(stat -c %s whole)
	for cut in $(seq $((start + 37)) 97 "$size") $((size - 1)) "$size"; do
		head -c "$cut" whole >history
		cp state.3 state
		as_of -0 2026-11-03
		same "$(but_times out)" "$(but_times state.3)"
		day 4 report 4 a b good c
		cmp history whole
		cmp state state.4
	done
}

@test "the first run of a history that was stopped anywhere is cut off too" {
	day 1 report 1 a b
	cp history whole
	for cut in 0 1 30 31 32 200 $(($(stat -c %s whole) - 1)); do
		head -c "$cut" whole >history
		rm -f state
		as_of -0 2026-11-09
		same "$(cat out)" ''
		day 1 report 1 a b
		cmp history whole
	done
}

@test "a run in the history whose state never took its place is there once when another is run instead" {
	four_days
	cp state.3 state
	day 5 report 5 c good a b
	as_of -0 2026-11-05
	same "$(but_times out)" "$(but_times state.5)"
	same "$(jq -r 'select(.Kind == "run").RecordedAt[8:10]' history | xargs)" '01 02 03 05'
}

@test "a history begun later, or not kept for a while, has the whole state from then on" {
	report 1 a b | qrie-diff -F state
	day 2 report 2 a b c
	as_of -0 2026-11-02
	same "$(but_times out)" "$(but_times state.2)"
	report 3 a good b c | qrie-diff -F state
	day 4 report 4 a b good c
	as_of -0 2026-11-04
	same "$(but_times out)" "$(but_times state.4)"
	as_of -0 2026-11-03
	same "$(but_times out)" "$(but_times state.2)"
	rm state
	day 5 report 5 z
	as_of -0 2026-11-05
	cmp out state
	same "$(jq -c 'select(.Kind == "run").Whole' history | xargs)" 'true true true'
}

@test "FND-13, FND-14: a purge is in the history: the days before it stay, those after it have none of the account" {
	{ report 1 a b; finding arn:aws:s3:::other Public 1 1; } >all
	day 1 cat all
	run -0 qrie-diff -F state --history history --now "$(at 2)" --purge-account 111122223333
	cp state state.2
	same "$(jq -c 'select(.Kind == "run" or .Kind == "purge") | [.Kind, .Purged // .Findings, .Active]' history | tail -n 2 | xargs)" '[purge,2,2] [run,2,1]'
	day 3 report 3 b
	for day in 1 2 3; do
		as_of -0 "$(at $day)"
		same "$(but_times out)" "$(but_times "state.$day")"
	done
}

@test "output or a history that cannot be written leaves both as they were" {
	day 1 report 1 a b
	cp history before
	report 2 $(seq -f 'bucket%g' 100) >in
	run -3 --separate-stderr bash -c 'qrie-diff -F state --history history in >/dev/full'
	cmp history before
	cmp state state.1
	run -3 --separate-stderr bash -c "trap '' XFSZ; ulimit -f 48; qrie-diff -F state --history history in >/dev/null"
	[[ $stderr == *'history: '* || $stderr == *'state: '* ]]
	cmp history before
	cmp state state.1
	run -3 --separate-stderr qrie-diff -F state --history none/history in
	run -3 --separate-stderr qrie-diff -F state --history /dev/null in
	cmp state state.1
}

@test "a file that is no history is refused and not a byte of it lost" {
	report 1 a b >in
	for other in "$(cat in)" '{"Kind":"history"}' 'text' "$(printf '{"Kind":"history","Version":2}\n')"; do
		printf '%s\n' "$other" >history
		cp history before
		run -3 --separate-stderr qrie-diff -F state --history history in
		same "$stderr" 'qrie-diff: history: not a history'
		cmp history before
		as_of -3 2026-11-01
		[ ! -e state ]
	done
	rm history
	as_of -3 2026-11-01
	same "$stderr" 'qrie-diff: history: No such file or directory'
}

@test "a bad line in a history is named and costs itself" {
	four_days
	sed -i '2s/"Kind"/Kind/; 3s/"RecordedAt":"[^"]*"/"RecordedAt":7/' history
	as_of -2 2026-11-02
	same "$(sed 's/\(history:[0-9]*\).*/\1/' <<<"$stderr")" 'qrie-diff: history:2
qrie-diff: history:3'
	same "$(jq -r 'select(.Kind == "finding").ARN' out)" arn:aws:s3:::c
}

@test "kill -9 at 200 random moments loses nothing of the history and doubles nothing once the run is repeated" {
	jq -nc --arg time "$(at 1)" 'range(1500) | "arn:aws:s3:::bucket-\(.)" as $arn | {Kind: "finding", Id: "\($arn)#Public",
		Policy: "Public", ARN: $arn, State: "ACTIVE", DescribeTime: $time, LastEvaluated: $time, Message: ("m" * 300)}' >first
	sed "s/$(at 1)/$(at 2)/g; "'s/"Kind":"finding",/"Kind":"verdicts","Passed":["Public"],/' first >second
	qrie-diff -F state --history history --now "$(at 1)" first >/dev/null
	cp state old
	cp history old-history
	started=$(date +%s%N)
	qrie-diff -F state --history history --now "$(at 2)" second >/dev/null
	took=$((($(date +%s%N) - started) / 1000))
	mv state new
	mv history new-history
	killed=0
	for i in $(seq 200); do
		cp old state
		cp old-history history
		qrie-diff -F state --history history --now "$(at 2)" second >/dev/null &
		pid=$!
		sleep "$(printf '0.%06d' $((took * (RANDOM % 130) / 100 % 1000000)))"
		kill -9 "$pid" 2>/dev/null || :
		status=0
		wait "$pid" || status=$?
		[ "$status" -eq 0 ] || killed=$((killed + 1))
		cmp -s state old || cmp state new
		head -c "$(stat -c %s old-history)" history | cmp - old-history
		timeout 20 qrie-diff -F state --history history --now "$(at 2)" second >/dev/null
		cmp state new
		cmp history new-history
	done
	[ "$killed" -gt 40 ]
}

@test "wrong usage of a history exits with 3 and says how" {
	for wrong in '--history h' '--history h a b' '--as-of 2026-11-01' '-F state --history h --as-of 2026-11-01' \
		'--history h --as-of 2026-11-01 file' '--history h --as-of 2026-11-01 --state' '--history h --as-of 2026-11-01 -e'; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-diff $wrong
		[[ $stderr == *'usage: qrie-diff '* ]]
	done
	run -3 --separate-stderr qrie-diff --history h --as-of yesterday
	[ ! -e h ]
}

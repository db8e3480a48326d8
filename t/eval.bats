# qrie-eval: verdicts, unknowns, counts, workers.  What each policy says of what is in policies.bats.
load helper

# A folder of policies of the test's own.
policies() {
	mkdir -p p/s3
	cat >p/s3/Marked.jq <<-'E'
	module {"Title": "bucket is marked", "ResourceType": "AWS::S3::Bucket", "Severity": 70,
	  "Reads": [".Configuration.Mark"], "Remediation": "Take the mark away."};
	def violation: .Configuration.Mark | select(. == true) | {Message: "marked", Evidence: {Mark: .}};
	E
	cat >p/s3/Old.jq <<-'E'
	module {"Title": "bucket is old", "ResourceType": "AWS::S3::Bucket", "Severity": 10, "Parameters": {"MaxDays": 10},
	  "Reads": [".Configuration.CreationDate"], "Remediation": "Make a new one."};
	def violation($now; $parameters):
	  ($now | fromdate - $parameters.MaxDays * 86400 | todate) as $cut
	  | .Configuration.CreationDate | if type != "string" then error("no date") else . end
	  | select(.[:19] < $cut[:19]) | {Message: "older than \($parameters.MaxDays) days", Evidence: {CreationDate: .}};
	E
}

bucket() {	# name configuration [more members]
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333",' "$1"
	printf '"Region":"eu-west-1","AccountService":"111122223333_s3","DescribeTime":"2026-01-01T00:00:00Z",'
	printf '"Configuration":%s%s}\n' "$2" "${3:+,$3}"
}

evaluate() {
	run "$1" --separate-stderr qrie-eval -d p --now 2026-01-31T00:00:00Z "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

@test "FND-02: a finding names policy, resource, account, severity, state, evidence and both times" {
	policies
	bucket one '{"Mark":true,"CreationDate":"2026-01-30T00:00:00+00:00"}' >in
	evaluate -0 in
	same "$(head -n 1 out)" '{"Kind":"finding","Id":"arn:aws:s3:::one#Marked","Policy":"Marked","Title":"bucket is marked","ARN":"arn:aws:s3:::one","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","AccountService":"111122223333_s3","Region":"eu-west-1","Severity":70,"SeverityLabel":"HIGH","State":"ACTIVE","Message":"marked","Evidence":{"Mark":true},"DescribeTime":"2026-01-01T00:00:00Z","LastEvaluated":"2026-01-31T00:00:00Z"}'
}

@test "FND-06: a compliant resource gives no finding" {
	policies
	bucket one '{"Mark":false,"CreationDate":"2026-01-30T00:00:00+00:00"}' >in
	evaluate -0 in
	same "$(grep -c '"finding"' out)" 0
}

@test "the clock and the parameters decide, to the second" {
	policies
	bucket one '{"CreationDate":"2026-01-21T00:00:00+00:00"}' >in
	bucket two '{"CreationDate":"2026-01-20T23:59:59.999000+00:00"}' >>in
	evaluate -0 in
	same "$(jq -r 'select(.Kind == "finding").ARN' out)" arn:aws:s3:::two
}

@test "a path that could not be read makes each policy that reads it unknown, and no other" {
	policies
	bucket one '{"CreationDate":"2026-01-30T00:00:00+00:00"}' \
		'"Unreadable":[{"Path":".Configuration.Mark","Operation":"GetMark","Code":"AccessDenied","Permission":"s3:GetMark"}]' >in
	evaluate -0 -a in
	same "$(jq -c 'select(.Kind == "verdicts") | [.Passed, .Failed, .Unknown]' out)" '[["Old"],[],["Marked"]]'
	same "$(jq -c 'select(.Kind == "finding") | [.State, .Message, .Evidence.Unreadable[0].Permission]' out)" \
		'["UNKNOWN","could not read .Configuration.Mark: AccessDenied","s3:GetMark"]'
}

@test "what lies below or above an unreadable path is unknown too, also through a list" {
	policies
	cat >p/s3/Deep.jq <<-'E'
	module {"Title": "deep", "ResourceType": "AWS::S3::Bucket", "Severity": 1,
	  "Reads": [".Configuration.Keys[].Last.Date"], "Remediation": "none"};
	def violation: empty;
	E
	bucket above '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":".Configuration.Keys","Code":"X"}]' >in
	bucket below '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":".Configuration.Keys[1].Last.Date.Day","Code":"X"}]' >>in
	bucket index '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":".Configuration.Keys[3].Last","Code":"X"}]' >>in
	bucket other '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":".Configuration.Keys[3].First","Code":"X"}]' >>in
	bucket whole '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":".","Code":"X"}]' >>in
	bucket odd '{"Mark":1,"CreationDate":"2026-01-30"}' '"Unreadable":[{"Path":"what is this","Code":"X"}]' >>in
	evaluate -0 -a in
	same "$(jq -r 'select(.Kind == "verdicts") | "\(.ARN[13:]) \(.Unknown | join(","))"' out)" \
		$'above Deep\nbelow Deep\nindex Deep\nother \nwhole Deep,Marked,Old\nodd Deep,Marked,Old'
}

@test "a policy that says the same for every possible value is not unknown" {
	mkdir -p p/s3
	cat >p/s3/Either.jq <<-'E'
	module {"Title": "neither is on", "ResourceType": "AWS::S3::Bucket", "Severity": 90, "Remediation": "one on",
	  "Reads": [".Configuration.Own", {"Path": ".Configuration.Account", "Possible": [null, true]}]};
	def violation: .Configuration | select((.Own or .Account) | not) | {Message: "off", Evidence: {Own, Account}};
	E
	bucket sure '{"Own":true}' '"Unreadable":[{"Path":".Configuration.Account","Code":"AccessDenied"}]' >in
	bucket unsure '{"Own":false}' '"Unreadable":[{"Path":".Configuration.Account","Code":"AccessDenied"}]' >>in
	bucket both '{}' '"Unreadable":[{"Path":".Configuration.Account","Code":"AccessDenied"},{"Path":".Configuration.Own","Code":"AccessDenied"}]' >>in
	evaluate -0 -a in
	same "$(jq -c 'select(.Kind == "verdicts") | [.Passed[], .Unknown[]] | length' out | tr -d '\n')" 111
	same "$(jq -r 'select(.Kind == "verdicts" and .Passed == ["Either"]).ARN' out)" arn:aws:s3:::sure
	same "$(jq -r 'select(.Kind == "finding").State' out | sort -u)" UNKNOWN
}

@test "a rule's error is that policy's unknown on that resource, is named, and stops nothing else" {
	policies
	bucket bad '{"Mark":true}' >in
	bucket good '{"Mark":true,"CreationDate":"2026-01-30T00:00:00+00:00"}' >>in
	evaluate -2 in
	same "$stderr" "qrie-eval: in:1: Old failed: no date"
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' out)" \
		$'arn:aws:s3:::bad#Marked ACTIVE\narn:aws:s3:::bad#Old UNKNOWN\narn:aws:s3:::good#Marked ACTIVE'
	same "$(jq -c 'select(.Policy == "Old" and .Kind == "finding").Evidence' out)" '{"Error":"no date"}'
}

@test "a rule that gives two violations, no message, or ends jq is unknown" {
	mkdir -p p/s3
	for rule in '{Message: "a", Evidence: 1}, {Message: "b", Evidence: 1}' '{Evidence: 1}' '"text"' 'halt' 'input' '(debug | error)' \
		'{Message: "a"}' 'error({a: 1})'; do
		printf 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"};\n%s\n' \
			"def violation: $rule;" >p/s3/Odd.jq
		bucket one '{}' >in
		evaluate -2 in
		same "$(jq -r 'select(.Kind == "finding").State' out)" UNKNOWN
	done
}

@test "a policy is given what it declares to read and nothing else" {
	mkdir -p p/s3
	cat >p/s3/Nosy.jq <<-'E'
	module {"Title": "shows its input", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r",
	  "Reads": [".ARN", ".Configuration.Rules[].Name", ".Configuration[\"odd key\"]", ".Tags.Owner"]};
	def violation: {Message: "m", Evidence: .};
	E
	bucket one '{"Secret":1,"Rules":[{"Name":"n","Secret":2},{"Secret":3},4],"odd key":5}' '"Tags":"no map"' >in
	evaluate -0 in
	same "$(jq -c 'select(.Kind == "finding").Evidence' out)" \
		'{"ARN":"arn:aws:s3:::one","Configuration":{"Rules":[{"Name":"n"},{},4],"odd key":5},"Tags":"no map"}'
}

@test "a policy of several types judges each of them, one of * every resource, also of a type that no other knows" {
	policies
	rm p/s3/Old.jq
	sed 's/"ResourceType": "[^"]*"/"ResourceType": ["AWS::S3::Bucket", "AWS::IAM::User"]/; s/marked/two/g' p/s3/Marked.jq >p/s3/Two.jq
	sed 's/"ResourceType": "[^"]*"/"ResourceType": "*"/; s/marked/any/g' p/s3/Marked.jq >p/s3/Any.jq
	for type in AWS::S3::Bucket AWS::IAM::User AWS::No::Such 'AWS\u003a:IAM::User'; do
		printf '{"Kind":"resource","ARN":"a%s","ResourceType":"%s","Configuration":{"Mark":true}}\n' "${type: -2:1}" "$type"
	done >in
	for how in "" "-j 2" --no-cache --no-projection "--check 1"; do
		# shellcheck disable=SC2086 # options
		evaluate -0 -a $how in
		same "$stderr" ''
		same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.ResourceType) \(.Message)"' out)" "$(printf '%s\n' \
			'Any AWS::S3::Bucket any' 'Marked AWS::S3::Bucket marked' 'Two AWS::S3::Bucket two' 'Any AWS::IAM::User any' \
			'Two AWS::IAM::User two' 'Any AWS::No::Such any' 'Any AWS::IAM::User any' 'Two AWS::IAM::User two')"
	done
	same "$(jq -c 'select(.Policy == "*").By[] | select(.OutOfScope > 0 or .Failed != 1)' out)" ''
	same "$(jq -c 'select(.Kind == "evaluation") | [.Policy, .ResourceType]' out | tr '\n' ' ')" \
		'["Any","*"] ["Marked","AWS::S3::Bucket"] ["Two",["AWS::S3::Bucket","AWS::IAM::User"]] ["*",null] '
	run -0 --separate-stderr qrie-eval --list -d p
	same "$(awk 'NR > 1 { print $1, $4 }' <<<"$output")" $'Any *\nMarked AWS::S3::Bucket\nTwo AWS::S3::Bucket,AWS::IAM::User'
}

@test "a case says of which type its resource is, where the policy has several" {
	policies
	rm p/s3/*.jq
	printf '%s\n' 'module {"Title": "t", "ResourceType": ["A", "B"], "Severity": 1, "Remediation": "r", "Reads": [".ResourceType", ".X"]};' \
		'def violation: select(.ResourceType == "B" and .X != 1) | {Message: "b", Evidence: .};' >p/s3/Both.jq
	printf '%s\n' '{"Expect":"violation","Resource":{"ResourceType":"B"}}' '{"Expect":"none","Resource":{}}' >p/s3/Both.cases
	run -0 --separate-stderr qrie-eval --test -d p
	sed 's/\["A", "B"\]/"*"/' p/s3/Both.jq >p/s3/Every.jq
	printf '%s\n' '{"Expect":"violation","Resource":{"ResourceType":"B"}}' '{"Expect":"none","Resource":{"ResourceType":"C"}}' \
		'{"Expect":"none","Resource":{}}' >p/s3/Every.cases
	run -0 --separate-stderr qrie-eval --test -d p
	same "$output" "2 policies, 5 cases, 0 failed"
	echo '{"Expect":"none","Resource":{"ResourceType":"C"}}' >>p/s3/Both.cases
	run -1 --separate-stderr qrie-eval --test -d p
	same "$stderr" "qrie-eval: p/s3/Both.cases:3: the policy is not for that ResourceType"
}

@test "a policy without Reads is given the whole record" {
	mkdir -p p/s3
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"};' \
		'def violation: {Message: "m", Evidence: keys};' >p/s3/All.jq
	bucket one '{}' >in
	evaluate -0 in
	same "$(jq -c 'select(.Kind == "finding").Evidence | length' out)" 8
}

@test "each policy's counts add up to its resources, by account, region and type, and so do those of all" {
	policies
	bucket pass '{"CreationDate":"2026-01-30"}' >in
	bucket fail '{"Mark":true,"CreationDate":"2026-01-30"}' >>in
	bucket unknown '{}' '"Unreadable":[{"Path":".Configuration.Mark","Code":"X"},{"Path":".Configuration.CreationDate","Code":"X"}]' >>in
	echo '{"Kind":"resource","ARN":"arn:aws:lambda:eu-west-1:111122223333:function:f","ResourceType":"AWS::Lambda::Function","AccountId":"111122223333","Region":"eu-west-1","Configuration":{}}' >>in
	evaluate -0 in
	same "$(jq -c 'select(.Kind == "evaluation" and .Policy == "Marked").By' out)" \
		'[{"AccountId":"111122223333","Region":"eu-west-1","ResourceType":"AWS::S3::Bucket","Evaluated":3,"Passed":1,"Failed":1,"Unknown":1,"OutOfScope":0,"Waived":0}]'
	same "$(jq -c 'select(.Policy == "*").By[] | [.ResourceType, .Evaluated, .Passed, .Failed, .Unknown, .OutOfScope]' out)" \
		$'["AWS::Lambda::Function",1,0,0,0,1]\n["AWS::S3::Bucket",3,1,1,1,0]'
}

@test "INV-22: counts are counted, for 0, 1 and 1001 resources" {
	policies
	bucket one '{"CreationDate":"2026-01-30"}' >one
	for n in 0 1 1001; do
		yes "$(cat one)" | head -n "$n" >in
		evaluate -0 in
		same "$(jq -s '[.[] | select(.Policy == "*").By[].Evaluated] | add // 0' out)" "$n"
	done
}

@test "the same bytes come out whatever the number of workers, messages included" {
	policies
	for i in $(seq 3000); do
		bucket "b$i" "{\"Mark\":$((i % 3)),\"CreationDate\":\"2026-01-$((i % 28 + 1))T00:00:00Z\"}"
		[ $((i % 500)) -ne 0 ] || echo oops
		[ $((i % 700)) -ne 0 ] || bucket "odd$i" '{}'
	done >in
	sed -i 's/"Mark":1/"Mark":true/' in
	for i in $(seq 6); do
		cat in
	done >often	# more than is read at once
	mv often in
	for jobs in 1 2 7; do
		run -2 sh -c "qrie-eval -a -d p --now 2026-01-31 -j $jobs in >out.$jobs 2>err.$jobs"
	done
	cmp out.1 out.2
	cmp out.1 out.7
	[ "$(grep -c '"finding"' out.1)" -gt 1000 ]
	cmp err.1 err.2
	cmp err.1 err.7
	[ "$(grep -c . err.1)" -eq 60 ]
}

@test "a worker that dies fails the run" {
	mkdir -p p/s3
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"};' \
		'def violation: [range(1e9)] | empty;' >p/s3/Slow.jq
	bucket one '{}' >in
	qrie-eval -d p -j 2 in >out 2>err &
	pid=$!
	for _ in $(seq 50); do
		mapfile -t workers < <(pgrep -P "$pid")
		[ "${#workers[@]}" -lt 2 ] || break
		sleep 0.1
	done
	sleep 0.3
	kill -9 "${workers[1]}"	# which had nothing to do; the one that had has to go too
	status=0
	wait "$pid" || status=$?
	same "$status" 3
	same "$(cat err)" "qrie-eval: a worker died"
	for _ in $(seq 50); do
		kill -0 "${workers[0]}" 2>/dev/null || return 0
		sleep 0.1
	done
	return 1
}

@test "files, pipes and lines longer than a block come out the same whatever the number of workers" {
	policies
	long=$(head -c 3000000 /dev/zero | tr '\0' x)
	for f in a b c; do
		for i in $(seq 900); do
			bucket "$f$i" '{"Mark":true,"CreationDate":"2026-01-30"}'
		done >$f
	done
	{ bucket long '{"Mark":true,"CreationDate":"2026-01-30"}' "\"Other\":\"$long\""; echo oops; } >>a
	{ cat c; bucket longer '{"Mark":true,"CreationDate":"2026-01-30"}' "\"Other\":\"$long\""; } >d
	printf %s "$(bucket unfinished '{"Mark":true,"CreationDate":"2026-01-30"}')" >>b
	: >empty
	for jobs in 1 2 5; do
		run -2 sh -c "{ cat c; sleep 0.1; cat d; } | qrie-eval -a -d p --now 2026-01-31 -j $jobs a empty absent - b >out.$jobs 2>err.$jobs"
	done
	cmp out.1 out.2
	cmp out.1 out.5
	cmp <(sort err.1) <(sort err.5)	# that a file is absent is known before what comes before it was judged
	same "$(grep -v absent err.5)" "qrie-eval: a:902: unexpected character at byte 1"
	same "$(grep -c '"verdicts"' out.1)" $((901 + 900 + 901 + 901))
	same "$(jq -r 'select(.Kind == "verdicts").ARN' out.2 | grep -n long)" $'901:arn:aws:s3:::long\n2702:arn:aws:s3:::longer'
}

@test "what comes through a pipe is judged before the pipe ends, by workers too" {
	policies
	mkfifo pipe
	for jobs in 1 3; do
		qrie-eval -d p --now 2026-01-31 -j $jobs <pipe >out &
		pid=$!
		exec 7>pipe
		bucket one '{"Mark":true,"CreationDate":"2026-01-30"}' >&7
		for _ in $(seq 100); do
			[ ! -s out ] || break
			sleep 0.1
		done
		same "$(jq -r .Id out)" arn:aws:s3:::one#Marked
		exec 7>&-
		wait "$pid"
	done
}

@test "workers stop when nobody reads what they write, and say so when it cannot be written" {
	policies
	bucket one '{"Mark":true,"CreationDate":"2026-01-30"}' >one
	yes "$(cat one)" | head -n 40000 >in
	run -0 --separate-stderr bash -c 'qrie-eval -d p --now 2026-01-31 -j 2 in | head -n 1 >/dev/null; exit "${PIPESTATUS[0]}"'
	same "$stderr" ''
	[ -e /dev/full ] || return 0
	run -3 --separate-stderr sh -c 'qrie-eval -d p --now 2026-01-31 -j 2 in >/dev/full'
	same "$stderr" "qrie-eval: standard output: No space left on device"
}

@test "POL-27: a new policy is a new file, without recompiling" {
	policies
	bucket one '{"New":1,"CreationDate":"2026-01-30"}' >in
	mkdir -p p/team
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 50, "Remediation": "r", "Reads": [".Configuration.New"]};' \
		'def violation: .Configuration.New | values | {Message: "new", Evidence: {New: .}};' >p/team/Fresh.jq
	evaluate -0 in
	same "$(jq -r 'select(.Kind == "finding").Policy' out)" Fresh
}

@test "-p runs the policies named, and refuses a name that it does not know" {
	policies
	bucket one '{"Mark":true}' >in
	evaluate -0 -p Marked in
	same "$(jq -r 'select(.Kind == "evaluation").Policy' out | tr '\n' ' ')" "Marked * "
	evaluate -3 -p Marked,Absent in
	same "$stderr" "qrie-eval: no policy Absent in p"
}

benchmark() {	# file control ...
	mkdir -p "$(dirname "$1")"
	printf '{"Title":"t","Version":"1","Date":"2026-01-01","Source":[],"Controls":[%s]}\n' "$(IFS=,; echo "${*:2}")" >"$1"
}

@test "-p @NAME judges by the policies that a benchmark names, beside those named themselves" {
	policies
	mkdir -p share
	mv p share/policies
	benchmark share/benchmarks/mine.json '{"Id":"1.10","Policies":["Marked","Marked"]}' '{"Id":"1.2","Policies":[],"Why":"by hand"}'
	bucket one '{"Mark":true,"CreationDate":"2026-01-30T00:00:00+00:00"}' >in
	export QRIE_SHARE=$PWD/share
	run -0 --separate-stderr qrie-eval -p @mine in
	same "$(jq -r 'select(.Kind == "evaluation").Policy' <<<"$output" | tr '\n' ' ')" "Marked * "
	run -0 --separate-stderr qrie-eval -p Old,@mine in
	same "$(jq -r 'select(.Kind == "evaluation").Policy' <<<"$output" | tr '\n' ' ')" "Marked Old * "
	run -0 --separate-stderr qrie-eval --list -f json -p @share/benchmarks/mine.json
	same "$(jq -r .Policy <<<"$output")" Marked
}

@test "a benchmark that is missing, garbled, or names a policy that is not there ends the run before it judges" {
	policies
	benchmark b/stale.json '{"Id":"1","Policies":["Marked","Gone"]}'
	benchmark b/number.json '{"Id":1.10,"Policies":["Marked"]}'
	benchmark b/empty.json '{"Id":"1","Policies":[]}'
	echo '{"Controls":' >b/cut.json
	bucket one '{"Mark":true}' >in
	evaluate -3 -p @b/stale.json in
	same "$stderr" "qrie-eval: no policy Gone in p"
	evaluate -3 -p @b/number.json in
	same "$stderr" "qrie-eval: b/number.json: control 1 is not an object of Id, a text, and Policies, a list of texts"
	evaluate -3 -p @b/empty.json in
	same "$stderr" "qrie-eval: b/empty.json: its controls name no policy"
	evaluate -3 -p @b/cut.json in
	same "$stderr" "qrie-eval: b/cut.json: not a JSON object"
	evaluate -3 -p @b/none.json in
	same "$stderr" "qrie-eval: b/none.json: No such file or directory"
	evaluate -3 -p @../marked in
}

@test "a policy that waits to be asked for judges when it is named, and is listed and tested always" {
	policies
	sed -i 's/"Severity": 70,/"Severity": 70, "OnRequest": true,/' p/s3/Marked.jq
	bucket one '{"Mark":true,"CreationDate":"2026-01-30T00:00:00+00:00"}' >in
	evaluate -0 in
	same "$(jq -r 'select(.Kind == "evaluation").Policy' out | tr '\n' ' ')" "Old * "
	evaluate -0 -p Marked in
	same "$(jq -r 'select(.Kind == "finding").Policy' out)" Marked
	run -0 qrie-eval --list -f json -d p
	same "$(jq -r '"\(.Policy) \(.OnRequest)"' <<<"$output" | tr '\n' ' ')" "Marked true Old false "
	sed -i 's/"OnRequest": true/"OnRequest": "yes"/' p/s3/Marked.jq
	evaluate -3 in
	same "$stderr" "qrie-eval: p/s3/Marked.jq:1: OnRequest must be true or false"
}

@test "a policy that does not compile is named with its file and line, and nothing is judged" {
	policies
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"};' '' \
		'def violation: sellect(.);' >p/s3/Bad.jq
	bucket one '{"Mark":true}' >in
	evaluate -3 in
	[[ $stderr == "qrie-eval: "*/p/s3/Bad.jq:3:" sellect/1 is not defined" ]]
	same "$output" ""
}

@test "faults of a policy's metadata are named" {
	policies
	bucket one '{}' >in
	while IFS='|' read -r text reason; do
		printf '%b\n' "$text" >p/s3/Bad.jq
		evaluate -3 in
		same "$stderr" "qrie-eval: p/s3/Bad.jq:$reason"
	done <<-'E'
	def violation: empty;|1: no "module {...};" at its beginning
	module {"Title": "t",\n "Severity": 1,};|2: expected a key
	module {"Title": "t"|1: the module's object does not end
	module {"Title": "t", "Severity": 5};|1: Title and Remediation must be texts
	module {"Title": "t", "Severity": 5, "Remediation": "r"};|1: ResourceType must be a text, a list of texts, or "*" for every resource
	module {"Title": "t", "Severity": 5, "Remediation": "r",\n"ResourceType": []};|2: ResourceType must be a text, a list of texts, or "*" for every resource
	module {"Title": "t", "Severity": 5, "Remediation": "r",\n"ResourceType": ["a", "*"]};|2: ResourceType must be a text, a list of texts, or "*" for every resource
	module {"Title": "t", "ResourceType": "a", "Remediation": "r",\n"Severity": 101};|1: Severity must be a whole number from 0 to 100
	module {"Title": "t", "ResourceType": "a", "Remediation": "r", "Severity": 1,\n"Reads": ["Configuration"]};|2: a path begins with a dot
	module {"Title": "t", "ResourceType": "a", "Remediation": "r", "Severity": 1,\n"Reads": [".a + .b"]};|2: not a path of keys, [] and [number]
	E
}

@test "a module without violation is named" {
	policies
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"};' \
		'def other: empty;' >p/s3/Bad.jq
	evaluate -3 /dev/null
	same "$stderr" "qrie-eval: p/s3/Bad.jq: violation/0 is not defined"
}

@test "the same id in two folders is refused" {
	policies
	mkdir p/ec2
	cp p/s3/Marked.jq p/ec2
	evaluate -3 /dev/null
	[[ $stderr == *"the same policy id" ]]
}

@test "records of other kinds are no concern, unless -a passes coverage and tombstones on" {
	policies
	printf '%s\n' '{"Kind":"change"}' '{"Kind":"coverage","Region":"*"}' '{"Kind":"tombstone","ARN":"x"}' '{"Kind":"novel"}' >in
	evaluate -0 in
	same "$(jq -r .Kind out | sort -u)" evaluation
	evaluate -0 -a in
	same "$(jq -r .Kind out | sort -u | tr '\n' ' ')" "coverage evaluation tombstone "
}

@test "a record without Kind and a resource without ARN are bad lines" {
	policies
	printf '%s\n' '{"a":1}' '{"Kind":"resource","ResourceType":"AWS::S3::Bucket","Configuration":{}}' >in
	evaluate -2 in
	same "$stderr" $'qrie-eval: in:1: not a record: it has no Kind\nqrie-eval: in:2: a resource without ARN or ResourceType'
}

@test "--list is a table for people and records for programs" {
	policies
	run -0 --separate-stderr qrie-eval --list -d p
	same "${lines[1]}" "Marked        70  HIGH                     AWS::S3::Bucket  bucket is marked"
	run -0 --separate-stderr qrie-eval --list -f json -d p
	same "$(jq -r '[.Kind, .Policy, .Service, .Severity, .SeverityLabel, .Reads[0]] | @tsv' <<<"${lines[1]}")" \
		$'policy\tOld\ts3\t10\tLOW\t.Configuration.CreationDate'
}

@test "--test tells a wrong verdict, wrong evidence, incomplete Reads and lacking cases" {
	policies
	rm p/s3/Old.jq
	printf '%s\n' '{"Expect":"violation","Resource":{"Configuration":{"Mark":true}},"Evidence":{"Mark":true}}' \
		'{"Expect":"none","Resource":{"Configuration":{"Mark":false}}}' \
		'{"Expect":"none","Resource":{"Configuration":{}}}' >p/s3/Marked.cases
	run -0 --separate-stderr qrie-eval --test -d p
	same "$output" "1 policies, 3 cases, 0 failed"
	sed -i '1s/violation/none/; 2s/none/violation/' p/s3/Marked.cases
	run -1 --separate-stderr qrie-eval --test -d p
	same "${stderr_lines[0]}" "qrie-eval: p/s3/Marked.cases:1: expected none, got violation: marked"
	same "$output" "1 policies, 3 cases, 2 failed"
	printf '%s\n' '{"Expect":"violation","Resource":{"Configuration":{"Mark":true}},"Evidence":{"Mark":false}}' >p/s3/Marked.cases
	run -1 --separate-stderr qrie-eval --test -d p
	same "${stderr_lines[0]}" "qrie-eval: p/s3/Marked.cases:1: another evidence: {\"Mark\":true}"
	same "${stderr_lines[1]}" "qrie-eval: p/s3/Marked.cases:1: no case of none"
	sed -i 's/\["\.Configuration\.Mark"\]/[".Configuration.Other"]/' p/s3/Marked.jq
	printf '%s\n' '{"Expect":"none","Resource":{"Configuration":{"Mark":true}}}' >p/s3/Marked.cases
	run -1 --separate-stderr qrie-eval --test -d p
	same "${stderr_lines[0]}" "qrie-eval: p/s3/Marked.cases:1: the whole resource is judged otherwise: Reads is incomplete, or reads too coarsely"
}

@test "policies are found beside the program, through QRIE_SHARE, and not where QRIE_SHARE misleads" {
	run -0 qrie-eval --list
	[[ $output == *S3BucketPublic* ]]
	policies
	mkdir -p mine
	mv p mine/policies
	QRIE_SHARE=mine run -0 qrie-eval --list
	[[ $output == *Marked* && $output != *S3BucketPublic* ]]
	QRIE_SHARE=absent run -3 qrie-eval --list
	same "$output" "qrie-eval: no policies found; set QRIE_SHARE or use -d"
}

@test "the same bytes come out without memory and without projection, and each answer is the same on the whole record" {
	qrie-seed data --now 2026-01-31 --resources 600 >estate
	for how in --stats --no-cache --no-projection "--check 1" "--check 1 --no-cache -j 3"; do
		# shellcheck disable=SC2086
		run -0 --separate-stderr qrie-eval -a --now 2026-01-31 $how estate
		printf '%s\n' "$output" >"out.${how//[^a-z0-9]/_}"
		[ "$how" = --stats ] || same "$stderr" ''
	done
	for other in out.*; do
		cmp out.__stats "$other"
	done
	[ "$(grep -c '"finding"' out.__stats)" -gt 50 ]
}

@test "--stats tells how often each policy was asked and how often an answer was remembered" {
	policies
	for i in 1 2 3 4 5; do
		bucket "b$i" '{"Mark":true,"CreationDate":"2026-01-30T00:00:00Z","Other":'"$i"'}'
	done >in
	evaluate -0 --stats in
	same "$(awk '{ print $1, $2, $3, $4, $5 }' <<<"$stderr")" \
		$'POLICY ASKED REMEMBERED BY JQ\nMarked 5 4 1 0\nOld 5 4 1 0\nall 10 8 2 0'
	evaluate -0 --stats --no-cache -j 2 in
	same "$(awk '$1 == "all" { print $2, $3, $4 }' <<<"$stderr")" "10 0 10"
}

@test "--check names a policy that reads more than it says, for every resource or for some of them" {
	mkdir -p p/s3
	printf '%s\n' 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r", "Reads": [".Configuration.A"]};' \
		'def violation: .Configuration | select(.B == null) | {Message: "no B", Evidence: {}};' >p/s3/More.jq
	for i in $(seq 40); do
		bucket "b$i" "{\"A\":1,\"B\":$i}"
	done >in
	evaluate -0 in
	evaluate -3 --check 1 in
	same "${#stderr_lines[@]}" 40
	same "${stderr_lines[0]}" "qrie-eval: in:1: More declares to read something else than it does: what it declares gives: no B; More on the whole record: passed"
	evaluate -3 --check 5 in
	[ "${#stderr_lines[@]}" -gt 0 ] && [ "${#stderr_lines[@]}" -lt 20 ]
	some=$stderr
	evaluate -3 --check 5 -j 3 in
	same "$stderr" "$some"
}

@test "a type that stands last, twice or spelled with escapes is that resource's type" {
	policies
	printf '%s\n' \
		'{"Configuration":{"Mark":true,"CreationDate":"2026-01-30"},"ARN":"last","Kind":"resource","ResourceType":"AWS::S3::Bucket"}' \
		'{"Kind":"resource","ResourceType":"AWS::S3::Bucket","ARN":"not","Configuration":{"Mark":true,"CreationDate":"2026-01-30"},"ResourceType":"x"}' \
		'{"Kind":"resource","ResourceType":"x","ARN":"twice","Configuration":{"Mark":true,"CreationDate":"2026-01-30"},"ResourceType":"AWS::S3::Bucket"}' \
		'{"Kind":"change","ResourceType":"AWS::S3::Bucket","ARN":"kind","Configuration":{"Mark":true,"CreationDate":"2026-01-30"},"Kind":"resource"}' \
		'{"Kind":"resource","Resource\u0054ype":"AWS\u003a:S3::Bucket","ARN":"spelled","Configur\u0061tion":{"M\u0061rk":true,"CreationDate":"2026-01-30"}}' \
		'{"Kind":"resource","ResourceType":"AWS::S3::Bucket","ARN":"again","Configuration":{"Mark":true},"Configuration":{"Mark":1,"Mark":true,"CreationDate":"2026-01-30"}}' >in
	evaluate -0 in
	same "$(jq -r 'select(.Kind == "finding").Id' out | tr '\n' ' ')" "last#Marked twice#Marked kind#Marked spelled#Marked again#Marked "
}

@test "wrong usage exits with 3 and says how, help with 0" {
	for wrong in "--wrong" "-j 0" "-j x" "--now yesterday" "-f xml" "--list --test" "--check 0" "--check -1"; do
		# shellcheck disable=SC2086
		run -3 qrie-eval $wrong
	done
	run -0 --separate-stderr qrie-eval --help
	[[ $output == "usage: qrie-eval "* ]]
}

@test "PRF-13: memory does not grow with the input" {
	! grep -q __asan_init "$QRIE_TOP/cmd/qrie-eval" || skip "a sanitizer keeps what was freed"
	[ -z "${QRIE_VALGRIND-}" ] || skip "valgrind needs memory of its own"
	policies
	bucket one '{"Mark":true,"CreationDate":"2026-01-30"}' >one
	yes "$(cat one)" | head -n 2000 >small
	yes "$(cat one)" | head -n 60000 >large
	for size in small large; do
		env time -q -f %M -o "$size.rss" qrie-eval -d p "$size" >out
	done
	[ "$(cat large.rss)" -lt $(($(cat small.rss) + 2048)) ]
}

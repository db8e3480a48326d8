# --fail-on and --new-only: what makes a run fail.  The five cases that users of checkov's baseline complain of are among
# them: an Id is exact, a baseline can be extended, nothing is hidden, counts are right, waived findings are shown.
load helper

# One policy a severity, each violated by its mark; Reads can be unreadable.
policies() {
	mkdir -p p/s3
	while read -r name severity; do
		printf '%s\n' "module {\"Title\": \"bucket is $name\", \"ResourceType\": \"AWS::S3::Bucket\", \"Severity\": $severity," \
			"  \"Reads\": [\".Configuration.$name\"], \"Remediation\": \"Mend it.\"};" \
			"def violation: .Configuration.$name | select(. == true) | {Message: \"bad\", Evidence: {$name: .}};" \
			>p/s3/$name.jq
	done <<-'E'
	Open 90
	Plain 70
	Dull 10
	E
}

bucket() {	# name mark ...: what is wrong with it; ?mark could not be read
	local marks='' unreadable='' mark
	for mark in "${@:2}"; do
		case $mark in
		\?*) unreadable="$unreadable,{\"Path\":\".Configuration.${mark#?}\",\"Code\":\"AccessDenied\"}" ;;
		*) marks="$marks,\"$mark\":true" ;;
		esac
	done
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333",' "$1"
	printf '"Region":"eu-west-1","AccountService":"111122223333_s3","DescribeTime":"2026-01-01T00:00:00Z",'
	printf '"Configuration":{%s}' "${marks#,}"
	printf '%s}\n' "${unreadable:+,\"Unreadable\":[${unreadable#,}]}"
}

evaluate() {	# status [option ...]
	run "$1" --separate-stderr qrie-eval -d p --now 2026-01-31T00:00:00Z "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

marked() {	# baselined or not
	jq -r "select(.Kind == \"finding\" and (.Baseline // false) == $1).Id[13:]" out | tr '\n' ' '
}

@test "--fail-on gives status 1 for an ACTIVE finding of at least that severity, and the same output" {
	policies
	bucket one Plain Dull >in
	evaluate -0 in
	cp out before
	for level in HIGH high 70 MEDIUM 10 LOW INFORMATIONAL 0; do
		evaluate -1 --fail-on $level in
		cmp out before
	done
	same "$stderr" 'qrie-eval: 2 findings count for --fail-on 0'
	for level in CRITICAL 71; do
		evaluate -0 --fail-on $level in
		same "$stderr" ''
	done
	evaluate -3 --fail-on SEVERE in
	evaluate -3 --fail-on HIGH,LOW in
}

@test "UNKNOWN findings are never silently fine: they are named, and counted when asked" {
	policies
	bucket one '?Plain' '?Dull' >in
	evaluate -0 --fail-on HIGH in
	same "$stderr" 'qrie-eval: 1 UNKNOWN findings do not count; --fail-on HIGH,UNKNOWN counts them'
	evaluate -1 --fail-on HIGH,UNKNOWN in
	same "$stderr" 'qrie-eval: 1 findings count for --fail-on HIGH,UNKNOWN'
	evaluate -0 --fail-on critical,unknown in
	evaluate -1 --fail-on UNKNOWN in
	same "$stderr" 'qrie-eval: 2 findings count for --fail-on UNKNOWN'
	qrie-eval -d p in >found
	run -0 qrie-report --fail-on HIGH found
	run -1 qrie-report --fail-on HIGH,UNKNOWN found
	run -1 qrie-report --fail-on UNKNOWN found
	run -0 qrie-report --fail-on CRITICAL,UNKNOWN found
}

@test "a bad line, 2, comes before a finding, 1, and both are told" {
	policies
	{ bucket one Plain; echo oops; } >in
	evaluate -2 --fail-on HIGH in
	same "$stderr" $'qrie-eval: in:2: unexpected character at byte 1\nqrie-eval: 1 findings count for --fail-on HIGH'
}

@test "a waived finding does not count for --fail-on, and does again when the waiver has expired" {
	policies
	bucket one Plain >in
	echo '{"Policy":"Plain","ARN":"arn:aws:s3:::one","Reason":"r","Owner":"o","Expires":"2026-06-30"}' >w
	evaluate -0 --fail-on LOW -w w in
	run -1 qrie-eval -d p --now 2026-06-30 --fail-on LOW -w w in
}

@test "with --new-only only what the baseline does not have counts, and all is still shown" {
	policies
	{ bucket old Plain; bucket gone Plain; } >in
	qrie-eval -d p --now 2026-01-01 in >base
	bucket old Plain >in
	evaluate -0 --fail-on LOW --new-only base in
	same "$stderr" 'qrie-eval: 0 new findings, 1 in the baseline; 1 of the baseline not found again'
	same "$(marked true)" 'old#Plain '
	same "$(jq -c 'select(.Policy == "Plain" and .Kind == "evaluation").By[] | [.Evaluated, .Failed, .Waived]' out)" '[1,1,0]'
	bucket new Plain >>in
	evaluate -1 --fail-on LOW --new-only base in
	same "$(marked false)" 'new#Plain '
	evaluate -0 --new-only base in
	same "${stderr%%;*}" 'qrie-eval: 1 new findings, 1 in the baseline'
}

@test "an Id is exact: another resource or another policy is not covered by a baseline" {
	policies
	bucket logs Plain >in
	qrie-eval -d p in >base
	{ bucket logs Plain Dull; bucket logs-prod Plain; } >in
	evaluate -1 --fail-on LOW --new-only base in
	same "$(marked true)" 'logs#Plain '
	same "$(marked false)" 'logs#Dull logs-prod#Plain '
}

@test "baselines are extended by cat, or by naming more of them" {
	policies
	bucket one Plain >in; qrie-eval -d p in >base1
	bucket two Plain >in; qrie-eval -d p in >base2
	{ bucket one Plain; bucket two Plain; bucket three Plain; } >in
	cat base1 base2 base1 >base
	evaluate -1 --fail-on LOW --new-only base in
	same "$(marked false)" 'three#Plain '
	evaluate -1 --fail-on LOW --new-only base1,base2 in
	same "$(marked false)" 'three#Plain '
	cat out >>base
	evaluate -0 --fail-on LOW --new-only base in
	same "$stderr" 'qrie-eval: 0 new findings, 3 in the baseline; 0 of the baseline not found again'
}

@test "what was waived in the baseline is new when its waiver has expired; what is waived now is shown as such" {
	policies
	{ bucket waived Plain; bucket other Plain; } >in
	echo '{"Policy":"Plain","ARN":"arn:aws:s3:::waived","Reason":"r","Owner":"o","Expires":"2026-06-30"}' >w
	qrie-eval -d p --now 2026-01-31 -w w in >base
	evaluate -0 --fail-on LOW -w w --new-only base in
	same "$(jq -c 'select(.Kind == "finding") | [.Waiver.Owner, .Baseline]' out | tr '\n' ' ')" '["o",null] [null,true] '
	same "$stderr" 'qrie-eval: 0 new findings, 1 in the baseline; 0 of the baseline not found again'
	run -1 qrie-eval -d p --now 2026-07-01 --fail-on LOW -w w --new-only base in
}

@test "an UNKNOWN finding of the baseline does not cover what is now known to be violated; an ACTIVE one covers both" {
	policies
	{ bucket one '?Plain'; bucket two Plain; } >in
	qrie-eval -d p in >base
	{ bucket one '?Plain'; bucket two '?Plain'; } >in
	evaluate -0 --fail-on LOW,UNKNOWN --new-only base in
	{ bucket one Plain; bucket two '?Plain'; } >in
	evaluate -1 --fail-on LOW --new-only base in
	same "$(marked false)" 'one#Plain '
	same "${stderr%%$'\n'*}" 'qrie-eval: 1 new findings, 1 in the baseline; 0 of the baseline not found again'
}

@test "the state of qrie-diff -F is a baseline; what is resolved in it is new when it comes again" {
	policies
	bucket one Plain >in
	qrie-eval -a -d p --now 2026-01-02 in | qrie-diff -F state >/dev/null
	evaluate -0 --fail-on LOW --new-only state in
	bucket one | sed 's/2026-01-01T/2026-01-03T/' | qrie-eval -a -d p --now 2026-01-04 | qrie-diff -F state >/dev/null
	evaluate -1 --fail-on LOW --new-only state in
}

@test "a baseline that cannot be read, or has a bad line, covers less and gives status 2" {
	policies
	bucket one Plain >in
	{ qrie-eval -d p in; echo oops; echo '{"Kind":"finding"}'; echo '{}'; } >base
	evaluate -2 --new-only base --fail-on LOW in
	same "$stderr" $'qrie-eval: base:6: unexpected character at byte 1\nqrie-eval: base:7: finding without Id\nqrie-eval: base:8: record without Kind\nqrie-eval: 0 new findings, 1 in the baseline; 0 of the baseline not found again'
	same "$(marked true)" 'one#Plain '
	evaluate -2 --new-only absent in
	same "$(marked false)" 'one#Plain '
	evaluate -3 --new-only '' in
	same "$stderr" 'qrie-eval: --new-only: no file'
}

@test "qrie-report counts what was in the baseline, shows it, and does not fail because of it" {
	policies
	{ bucket one Plain; bucket two Plain '?Dull'; } >in
	qrie-eval -d p in >base
	qrie-eval -d p --new-only base in >found 2>/dev/null
	run -0 qrie-report --fail-on LOW,UNKNOWN found
	[[ $(tr -s ' \n' ' ' <<<"$output") == *"2 of the open ones were in the baseline."* ]]
	[[ $output == *arn:aws:s3:::two* ]]
	same "$(qrie-report -f json found | jq -c '[.Findings.Open, .Findings.Baselined, ([.NonCompliant[].Violations[].Baseline] | unique)]')" '[2,2,[true]]'
	bucket three Dull >>in
	qrie-eval -d p --new-only base in >found 2>/dev/null
	run -1 qrie-report --fail-on LOW found
}

@test "the gate and the baseline give the same bytes, status and counts whatever the number of workers" {
	policies
	run -0 siphash-test
	for i in $(seq 4000); do bucket "b$i" Plain; done >in
	sed -n '1~3p' in >third
	qrie-eval -d p --now 2026-01-31 third >base
	bucket none Dull >>third
	qrie-eval -d p --now 2026-01-31 <(bucket none Dull) >>base
	for jobs in 1 3; do
		run -1 sh -c "qrie-eval -d p --now 2026-01-31 -j $jobs --fail-on HIGH --new-only base in >out.$jobs 2>err.$jobs"
	done
	cmp out.1 out.3
	cmp err.1 err.3
	same "$(cat err.3)" $'qrie-eval: 2666 new findings, 1334 in the baseline; 1 of the baseline not found again\nqrie-eval: 2666 findings count for --fail-on HIGH'
	same "$(jq -r 'select(.Kind == "finding" and .Baseline).Id' out.3)" "$(jq -r 'select(.Policy == "Plain" and .Kind == "finding").Id' base)"
}

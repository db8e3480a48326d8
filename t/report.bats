load helper

now=2026-11-22T22:00:00Z
estate=$QRIE_TOP/t/data/report/estate.ndjson

# An evaluation over all policies, of one cell: TIME EVALUATED PASSED FAILED UNKNOWN OUT-OF-SCOPE
evaluation() {
	printf '{"Kind":"evaluation","Policy":"*","Title":"all policies","LastEvaluated":"%s","By":[{"AccountId":"%s",' \
		"$1" "${account:-111122223333}"
	printf '"Region":"%s","ResourceType":"AWS::S3::Bucket","Evaluated":%d,"Passed":%d,"Failed":%d,' \
		"${region:-eu-west-1}" "$2" "$3" "$4"
	printf '"Unknown":%d,"OutOfScope":%d}]}\n' "$5" "$6"
}

# A finding: NAME POLICY SEVERITY STATE [MESSAGE]
finding() {
	printf '{"Kind":"finding","Policy":"%s","Title":"a title","ARN":"arn:aws:s3:::%s","ResourceType":' "$2" "$1"
	printf '"AWS::S3::Bucket","AccountId":"%s","Region":"eu-west-1","Severity":%d,"State":"%s","Message":"%s",' \
		"${account:-111122223333}" "$3" "$4" "${5-seen}"
	printf '"Evidence":{},"DescribeTime":"%s","LastEvaluated":"%s"}\n' "${at:-$now}" "${at:-$now}"
}

# What jq finds in the JSON report over the file "in".
figure() {
	qrie-report -f json --now "$now" in >report.json 2>errors || true
	jq -cr "$1" report.json
}

# The columns of the widest line.
widest() {
	LC_ALL=C.UTF-8 wc -L <"$1"
}

@test "REP-01: totals by type, by region and by account each add up to the resources evaluated" {
	cp "$estate" in
	same "$(figure .Totals.Resources)" 10
	same "$(figure '[.ByType, .ByRegion, .ByAccount | map(.Resources) | add]')" '[10,10,10]'
	same "$(figure '.ByType | map({(.ResourceType): .Resources}) | add')" \
		'{"AWS::IAM::User":3,"AWS::Lambda::Function":2,"AWS::S3::Bucket":5}'
	same "$(figure '.ByRegion | map({(.Region): .Resources}) | add')" '{"eu-west-1":4,"global":3,"us-east-1":3}'
}

@test "REP-02: three of four resources compliant is a score of 75" {
	evaluation "$now" 4 3 1 0 0 >in
	same "$(figure .Totals.Score)" 75
	run -0 --separate-stderr qrie-report in
	[[ $output == *'SCORE  75.0%'* ]]
}

@test "REP-02: no resource judged has no score, and that is no error" {
	evaluation "$now" 2 0 0 0 2 >in
	same "$(figure .Totals.Score)" null
	run -0 --separate-stderr qrie-report in
	[[ $output == *'SCORE  n/a'* ]]
}

@test "REP-02: what is unknown does not count as compliant, and a score is never rounded up to 100" {
	evaluation "$now" 2 1 0 1 0 >in
	same "$(figure .Totals.Score)" 50
	evaluation "$now" 10000 9999 1 0 0 >in
	same "$(figure .Totals.Score)" 99.9
}

@test "REP-02: no evaluation records, no score: it says so and lists the findings" {
	finding logs S3BucketPublic 90 ACTIVE >in
	same "$(figure '[.Totals, .Findings.Open, .NonCompliant[0].ARN]')" '[null,1,"arn:aws:s3:::logs"]'
	for format in text json; do
		run -0 --separate-stderr qrie-report -f "$format" in
		[[ $output == *'no evaluation records: totals and score are not known'* ]]
		[[ $output == *arn:aws:s3:::logs* ]]
	done
}

@test "POL-36: each category has its policies, those that judged, what they say and the open findings" {
	qrie-seed data --resources 40 | qrie-eval --now "$now" >in
	figure '.ByCategory | map([.Category, .Policies, .PoliciesThatJudged, .Passed, .Failed, .Unknown, .OpenFindings])[]' >got
	# The same from the records themselves.
	jq -cs '[.[] | select(.Kind == "evaluation" and .Policy != "*")] as $policies |
		(map(select(.Kind == "finding" and .State == "ACTIVE") | .Policy)) as $open |
		$policies | group_by(.Category)[] | (map(.By[]) | map([.Passed, .Failed, .Unknown])) as $by |
		[.[0].Category, length, (map(select(any(.By[]; .Passed + .Failed + .Unknown > 0))) | length),
		 ([$by[][0]] | add + 0), ([$by[][1]] | add + 0), ([$by[][2]] | add + 0),
		 (map(.Policy) as $ours | $open | map(select(IN($ours[]))) | length)]' in >expected
	cmp expected got
	[ "$(wc -l <got)" -ge 8 ]
	qrie-report -w 120 in >text
	[[ $(grep -A 1 '^BY CATEGORY' text) == *'CATEGORY '*' POLICIES  JUDGED '*' OPEN'* ]]
	grep -qE "^  encryption  +$(jq -r 'select(.[0] == "encryption") | "\(.[1])  +\(.[2])"' got) " text
	for format in markdown html; do
		qrie-report -f "$format" in >out
		grep -q 'By category' out
		grep -q 'network' out
	done
}

@test "POL-36: a suspended policy covers nothing, and without evaluations no category is made up" {
	{
		for id in A B C; do
			printf '{"Kind":"evaluation","Policy":"%s","Title":"t","Status":"%s","Severity":1,"Category":"%s",' \
				"$id" "$([ "$id" = B ] && echo suspended || echo active)" "$([ "$id" = C ] && echo logging || echo cost)"
			printf '"LastEvaluated":"%s","By":[{"AccountId":"1","Region":"r","ResourceType":"T","Evaluated":3,' "$now"
			printf '"Passed":%d,"Failed":0,"Unknown":0,"OutOfScope":%d,"Waived":0}]}\n' \
				"$([ "$id" = A ] && echo 3 || echo 0)" "$([ "$id" = A ] && echo 0 || echo 3)"
		done
		finding a Other 50 ACTIVE
	} >in
	same "$(figure '.ByCategory | map([.Category, .Policies, .PoliciesThatJudged, .OpenFindings, .Score])')" \
		'[[null,1,0,1,null],["cost",1,1,0,100],["logging",1,0,0,null]]'
	finding a Other 50 ACTIVE >in
	same "$(figure .ByCategory)" '[]'
	run -0 --separate-stderr qrie-report in
	[[ $output != *CATEGORY* ]]
}

@test "the newest evaluation of a cell counts, parts of one run add up, the same record twice counts once" {
	evaluation 2026-11-22T20:00:00Z 9 9 0 0 0 >old
	evaluation 2026-11-22T21:00:00Z 4 3 1 0 0 >new
	evaluation 2026-11-22T21:00:00Z 2 2 0 0 0 >part
	cat new old >in
	same "$(figure .Totals.Resources)" 4
	cat old new >in
	same "$(figure .Totals.Resources)" 4
	cat new part >in
	same "$(figure '[.Totals.Resources, .Totals.Compliant]')" '[6,5]'
	cat new new part >in
	same "$(figure '[.Totals.Resources, .Warnings[0]]')" \
		'[6,"1 evaluation record was given more than once and counted once"]'
	{ region=us-east-1 evaluation 2026-11-22T20:00:00Z 1 1 0 0 0; cat new; } >in
	same "$(figure .Totals.Resources)" 5
}

@test "REP-03: each non-compliant resource is listed once, with its policies and evidence; compliant ones are absent" {
	cp "$estate" in
	same "$(figure '.NonCompliant | map({(.ARN): (.Violations | map(.Policy))}) | add')" \
		'{"arn:aws:s3:::acme-logs":["S3BucketPublic","S3BucketVersioningDisabled"],"arn:aws:iam::444455556666:user/jo":["IAMUserMfaDisabled"]}'
	same "$(figure '.NonCompliant[0].Violations[0].Evidence')" '{"PolicyStatus":{"IsPublic":true}}'
	run -0 --separate-stderr qrie-report in
	[[ $output == *$'arn:aws:s3:::acme-logs\n'*'its policy lets everyone read'*'"IsPublic": true'* ]]
	[[ $output != *acme-web* ]]
}

@test "REP-04: every violation carries the remediation of its policy" {
	cp "$estate" in
	same "$(figure '[.NonCompliant[].Violations[] | .Remediation | length > 0] | all')" true
	same "$(figure '.NonCompliant[0].Violations[0].Remediation')" "Turn on the bucket's public access block."
	run -0 --separate-stderr qrie-report in
	[[ $output == *"Have the user register an MFA device."* ]]
}

@test "REP-08: the header says when, over which accounts and regions, and from which inputs" {
	cp "$estate" in
	same "$(figure '[.GeneratedAt, .EvaluatedTo]')" '["2026-11-22T22:00:00Z","2026-11-22T21:00:00Z"]'
	same "$(figure '[.Accounts, .Regions]')" '[["111122223333","444455556666"],["eu-west-1","global","us-east-1"]]'
	same "$(figure '.Inputs')" '[{"Name":"in","Records":10}]'
	run -0 --separate-stderr qrie-report --now "$now" - in <"$estate"
	[[ ${lines[0]} == 'COMPLIANCE REPORT '*' 2026-11-22T22:00:00Z' ]]
	[[ $output == *'Accounts   2: 111122223333, 444455556666'* ]]
	[[ $output == *'Regions    3: eu-west-1, global, us-east-1'* ]]
	[[ $output == *'Inputs     (stdin) (10 records), in (10 records)'* ]]
}

@test "REP-09: of 10,000 lines with three bad ones 9,997 are counted, three named and reported, status 2" {
	for ((i = 1; i <= 10000; i++)); do
		case $i in
		10 | 5000) echo '{"Kind":"finding",' ;;
		9999) echo '{"Kind":"finding","State":"ACTIVE","Policy":"P"}' ;;
		*) finding "bucket-$i" S3BucketPublic 90 ACTIVE ;;
		esac
	done >in
	run -2 --separate-stderr qrie-report -f json in
	same "$(jq -c '.Records | [.Counted, .Rejected, .ByKind.finding]' <<<"$output")" '[9997,3,9997]'
	same "$(jq -c '[.Findings.Open, (.NonCompliant | length)]' <<<"$output")" '[9997,9997]'
	same "${#stderr_lines[@]}" 3
	[[ ${stderr_lines[0]} == 'qrie-report: in:10: '* ]]
	[[ ${stderr_lines[2]} == 'qrie-report: in:9999: finding without ARN' ]]
	[[ $output == *'3 records were rejected and not counted'* ]]
}

@test "an input that cannot be read is named, reported and remembered in the status" {
	run -2 --separate-stderr qrie-report -f json "$estate" missing
	same "$stderr" 'qrie-report: missing: No such file or directory'
	same "$(jq -c '.Inputs[1], (.Warnings | contains(["1 input could not be read to its end"]))' <<<"$output")" \
		$'{"Name":"missing","Records":0}\ntrue'
}

@test "resources and kinds unknown to it are counted as read and change nothing else" {
	{
		cat "$estate"
		echo '{"Kind":"resource","ARN":"arn:aws:s3:::x","ResourceType":"AWS::S3::Bucket","AccountId":"999999999999"}'
		echo '{"Kind":"weather","ARN":7}'
	} >in
	same "$(figure '[.Records.Counted, .Records.ByKind.resource, .Records.ByKind.weather]')" '[12,1,1]'
	same "$(figure '[.Totals.Resources, (.Accounts | length)]')" '[10,2]'
	printf '%s\n' '{"ARN":"x"}' >in
	run -2 --separate-stderr qrie-report in
	same "$stderr" 'qrie-report: in:1: no Kind'
}

@test "an empty input makes a report that claims nothing" {
	run -0 --separate-stderr qrie-report </dev/null
	[[ $output == *'no evaluation records: totals and score are not known'* ]]
	[[ $output == *'no coverage records'* ]]
	for format in json markdown html; do
		run -0 --separate-stderr qrie-report -f "$format" </dev/null
		[[ $output == *'totals and score are not known'* ]]
	done
}

@test "resolved findings are counted apart, by reason, and are not listed" {
	{
		finding open S3BucketPublic 90 ACTIVE
		finding gone S3BucketPublic 90 RESOLVED | sed 's/}$/,"ResolvedReason":"RESOURCE_DELETED"}/'
	} >in
	same "$(figure '[.Findings.Open, .Findings.Resolved, .Findings.ResolvedByReason]')" '[1,1,{"RESOURCE_DELETED":1}]'
	same "$(figure '[.Policies[] | .Open, .Resolved]')" '[1,1]'
	for format in text json markdown html; do
		run -0 --separate-stderr qrie-report -f "$format" in
		[[ $output == *arn:aws:s3:::open* ]]
		[[ $output != *arn:aws:s3:::gone* ]]
	done
}

@test "what could not be judged is told with the permission that was missing, in every format" {
	cp "$estate" in
	same "$(figure '[.Findings.Unknown, .UnknownCauses]')" \
		'[1,[{"What":"s3:GetBucketPolicy","Code":"AccessDenied","Findings":1,"ByAccount":{"111122223333":1}}]]'
	same "$(figure '.NotKnown | map(.ARN)')" '["arn:aws:s3:::acme-web"]'
	for format in text markdown html; do
		run -0 --separate-stderr qrie-report -f "$format" in
		[[ $output == *'1 resource could not be judged in full'* ]]
		[[ $output == *s3:GetBucketPolicy* ]]
		[[ $output == *AccessDenied* ]]
	done
}

@test "what could not be judged is told even where only the evaluations count it, as in a state of findings" {
	grep -v '"UNKNOWN"' "$estate" >in
	same "$(figure '[.Findings.Unknown, .Findings.ResourcesWithUnknownFindings, (.NotKnown | length)]')" '[1,1,0]'
	run -0 --separate-stderr qrie-report in
	[[ $output == *'1 resource could not be judged in full'* ]]
}

@test "a policy's run-time error is told as what kept it from judging" {
	finding a Broken 40 UNKNOWN | sed 's/"Evidence":{}/"Evidence":{"Error":"null has no keys"}/' >in
	same "$(figure '.UnknownCauses[0] | [.What, .Code]')" '["Broken","null has no keys"]'
}

@test "a listing that is not complete is told before the findings, and the newest word on it counts" {
	cp "$estate" in
	same "$(figure '[.Coverage, (.NotLookedAt | map(.ResourceType))]')" \
		'[{"Complete":1,"NotComplete":1},["AWS::RDS::DBInstance"]]'
	run -0 --separate-stderr qrie-report in
	[[ $output == *'NOT LOOKED AT'*AWS::RDS::DBInstance*444455556666*failed*'OPEN FINDINGS'* ]]
	for format in markdown html; do
		run -0 --separate-stderr qrie-report -f "$format" in
		[[ $output == *'Not looked at'*'not authorized to perform rds'* ]]
	done
	sed -n 's/"failed"/"complete"/; s/T20:59/T21:30/; /RDS::DB/p' "$estate" >later
	cat later "$estate" >in
	same "$(figure .Coverage.NotComplete)" 0
}

@test "a finding given twice counts once, as its newest description has it" {
	{
		at=2026-11-22T21:00:00Z finding a P 90 ACTIVE new
		at=2026-11-22T20:00:00Z finding a P 40 ACTIVE old
		finding a Q 40 ACTIVE
		at=2026-11-22T20:00:00Z finding a Q 40 ACTIVE
		at=2026-11-22T21:00:00Z finding b P 90 ACTIVE
		at=2026-11-22T21:30:00Z finding b P 90 RESOLVED
	} >in
	same "$(figure '[.Findings.Open, .Findings.Resolved, .NonCompliant[0].Violations[0].Message]')" '[2,1,"new"]'
}

@test "more failing resources than the evaluation counts: the report says that the score flatters" {
	{
		evaluation "$now" 4 4 0 0 0
		finding a P 90 ACTIVE
	} >in
	run -0 --separate-stderr qrie-report -w 200 in
	[[ $output == *'1 resource with open findings is not in the totals'*'the score looks better than it is'* ]]
}

@test "the worst resource comes first, then the one with most findings; the worst policy too" {
	{
		finding low P 10 ACTIVE
		finding one Q 70 ACTIVE
		finding two Q 70 ACTIVE
		finding two P 10 ACTIVE
		finding worst R 95 ACTIVE
	} >in
	same "$(figure '[.NonCompliant[].ARN | ltrimstr("arn:aws:s3:::")]')" '["worst","two","one","low"]'
	same "$(figure '[.Policies[].Policy]')" '["R","Q","P"]'
	same "$(figure '.Findings.BySeverity')" '{"CRITICAL":1,"HIGH":2,"MEDIUM":0,"LOW":2,"INFORMATIONAL":0}'
}

@test "REP-14: pages of the list hold every resource once, and each says what it leaves out" {
	for ((i = 0; i < 23; i++)); do finding "b$i" P 90 ACTIVE; finding "b$i" Q 40 ACTIVE; done >in
	qrie-report -f json in | jq -r '.NonCompliant[].ARN' >all
	same "$(wc -l <all)" 23
	for offset in 0 10 20 30; do
		qrie-report -f json -n 10 --offset "$offset" in >page
		jq -r '.NonCompliant[].ARN' page
		jq '.NonCompliantLeftOut' page >>left
	done >pages
	cmp all pages
	same "$(tr '\n' ' ' <left)" '13 13 20 23 '
	run -0 --separate-stderr qrie-report -n 3 in
	[[ $output == *'20 of them are not shown here: -n 0 shows all.'* ]]
	same "$(grep -c 'arn:aws:s3' <<<"$output")" 3
	run -0 --separate-stderr qrie-report -n 0 in
	same "$(grep -c 'arn:aws:s3' <<<"$output")" 23
}

@test "FND-12: findings are found by account, policy and state as the man page shows" {
	{
		finding a S3BucketPublic 90 ACTIVE
		finding b S3BucketPublic 90 RESOLVED
		account=444455556666 finding c S3BucketPublic 90 ACTIVE
		finding d Other 90 ACTIVE
	} >findings.ndjson
	mandoc -T ascii "$QRIE_TOP/man/qrie-report.1" | col -b | awk '/\$ jq -c/ { sub(/.*\$ /, ""); on = 1 } on; /and .Policy/ { on = 0 }' >script
	grep -q 'findings.ndjson$' script
	run -0 --separate-stderr sh script
	same "$(jq -r .ARN <<<"$output")" arn:aws:s3:::a
}

# Long, wide and odd names; every severity; a coverage problem; an UNKNOWN.
odd_estate() {
	local long

	long=$(printf "x%.0s" {1..180})

	cat "$estate"
	finding "$long" S3BucketPublic 90 ACTIVE "$long $long"
	finding '日本語のとても長い名前のバケット-日本語のとても長い名前のバケット' "Policy$long" 10 ACTIVE 'über öffentliche Eimer, naïve façade'
	finding 'éé-combining' '語語語語語語語語語語語語語語語語語語語語' 0 ACTIVE '語語語語 語語語語語語語語語語語語語語語語語語語語語語語語'
	account=$long finding z P 50 UNKNOWN "$long"
	printf '{"Kind":"coverage","AccountId":"%s","Region":"%s","ResourceType":"AWS::%s","Status":"partial",' 1 "$long" "$long"
	printf '"Code":"%s","Message":"%s"}\n' 語語語語語語語語 "$long"
}

@test "no line of text is wider than the width asked for, at 40, 41, 57, 80 and 200 columns" {
	odd_estate >in
	for width in 40 41 57 80 200; do
		qrie-report -n 0 -w "$width" in >"out.$width"
		same "$width: $(($(widest "out.$width") <= width))" "$width: 1"
		same "$(grep -c ' $' "out.$width" || true)" 0
	done
	[ "$(widest out.200)" -gt 150 ]
	[ "$(widest out.40)" -gt 35 ]
}

@test "without a terminal the width is that of COLUMNS, else 80, and never below 40" {
	odd_estate >in
	COLUMNS=60 qrie-report -n 0 in >out
	same "$(widest out)" 60
	qrie-report -n 0 in >out
	same "$(widest out)" 80
	COLUMNS=7 qrie-report -n 0 in >out
	same "$(widest out)" 40
	run -3 --separate-stderr qrie-report -w 39 in
}

# Runs a command on a terminal of COLUMNS columns; what it printed goes to the file "screen".
on_terminal() {
	script -qec "stty cols $1; $2" /dev/null </dev/null | tr -d '\r' >screen
}

@test "text fits the terminal and has colours there; NO_COLOR, a dumb terminal and a file have none" {
	odd_estate >in
	export TERM=xterm
	on_terminal 72 "qrie-report --now $now -n 0 in"
	grep -q $'\033\[1;31mCRITICAL' screen
	sed $'s/\033\[[0-9;]*m//g' screen >plain
	same "$(widest plain)" 72
	on_terminal 72 "qrie-report --now $now -n 0 --color never in"
	cmp screen plain
	on_terminal 72 "NO_COLOR=1 qrie-report --now $now -n 0 in"
	cmp screen plain
	on_terminal 72 "TERM=dumb qrie-report --now $now -n 0 in"
	cmp screen plain
	on_terminal 72 'NO_COLOR= qrie-report in'
	grep -q $'\033' screen
	qrie-report in >out
	run -1 grep -q $'\033' out
	qrie-report --color always in >out
	grep -q $'\033' out
}

# Every text that a report prints, as hostile as JSON allows; $1 is put into each.
hostile() {
	jq -cn --arg x "$1" --arg now "$now" '
		{Kind: "finding", Policy: "P\($x)", Title: "T\($x)", ARN: "arn:aws:s3:::a\($x)", ResourceType: "Y\($x)",
		 AccountId: "A\($x)", Region: "R\($x)", Severity: 90, State: "ACTIVE", Message: "M\($x)",
		 Evidence: {("k\($x)"): "v\($x)"}, DescribeTime: $now, LastEvaluated: $now, FirstSeen: "F\($x)"},
		{Kind: "finding", Policy: "U\($x)", Title: "T", ARN: "arn:aws:s3:::u\($x)", State: "UNKNOWN", Message: "M\($x)",
		 AccountId: "A\($x)", Evidence: {Unreadable: [{Permission: "s3:\($x)", Code: "C\($x)"}]}},
		{Kind: "coverage", AccountId: "A\($x)", Region: "R\($x)", ResourceType: "Y\($x)", Status: "S\($x)",
		 Code: "C\($x)", Message: "M\($x)", EndedAt: $now},
		{Kind: "evaluation", Policy: "P\($x)", Title: "T\($x)", Status: "active", Severity: 90, Remediation: "R\($x)",
		 Category: "G\($x)", Source: ["https://e.example/\($x)"],
		 ResourceType: "Y\($x)", LastEvaluated: $now, By: []},
		{Kind: "evaluation", Policy: "*", LastEvaluated: $now, By: [{AccountId: "A\($x)", Region: "R\($x)",
		 ResourceType: "Y\($x)", Evaluated: 1, Passed: 0, Failed: 1}]},
		{Kind: "k\($x)"}'
}

@test "no control character, invisible one or change of direction in data reaches a terminal or a page" {
	bad=$'\033]0;x\a\033[2J\b\r\177\302\233\302\205\342\200\256\342\200\213\342\201\246\357\273\277\360\237\217\264\363\240\201\247'
	hostile "$bad" >in
	cp in $'name\033[31m\nof a file\377'
	for format in text markdown html; do
		qrie-report -f "$format" -n 0 -w 80 in ./name* >out
		LC_ALL=C tr -d '\n' <out | LC_ALL=C run -1 grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]'
		run -1 grep -qP '[\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{feff}\x{e0000}-\x{e007f}]' out
		iconv -f UTF-8 -t UTF-8 out >/dev/null
		grep -q '\\u001b' out || grep -q '&#92;u001b' out
	done
	[ "$(LC_ALL=C.UTF-8 wc -L <(qrie-report -w 40 -n 0 in) | cut -d' ' -f1)" -le 40 ]
}

@test "HTML: data cannot make markup, leave an attribute or bring in anything from outside" {
	hostile $'</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\' onload=x ><!--&lt;' >in
	qrie-report -f html -n 0 in >out
	run -1 grep -qi '<script\|<img\|<!--\|&lt;script.*<script' out
	[ "$(grep -c '&lt;script&gt;alert(1)&lt;/script&gt;' out)" -gt 8 ]
	# What is left without our own tags holds no < > or " at all.
	sed -e '/<style>/,/<\/style>/d' -e 's/<[a-zA-Z\/!][^<>]*>//g' out >rest
	run -1 grep -q '[<>"]' rest
	grep -o '<[a-zA-Z][^>]*>' out >tags
	run -1 grep -qiE ' (src|srcset|action|background|on[a-z]+)=|<link|<iframe|<object|<base' tags
	run -1 grep -qE '@import|url\(' out
	run -1 grep -qE 'href="[^#]' out
}

@test "HTML: every element is closed, every link leads somewhere, the language and the headers of tables are told" {
	qrie-report -f html "$estate" >out
	for tag in html head body header main footer section table thead tbody tr details summary div dl ul svg; do
		same "$tag $(grep -o "<${tag}[ >]" out | wc -l)" "$tag $(grep -o "</$tag>" out | wc -l)"
	done
	grep -q '<html lang="en">' out
	grep -o 'href="#[^"]*"' out | sort -u | sed 's/href="#/id="/' >links
	[ -s links ]
	while read -r id; do grep -q -- "$id" out; done <links
	same "$(grep -o '<table>' out | wc -l)" "$(($(grep -o '<thead>' out | wc -l) + 1))"
	grep -q 'prefers-color-scheme: dark' out
	grep -q '@media print' out
}

@test "HTML and Markdown hold score, violations with their policy, and remediation" {
	for format in html markdown; do
		run -0 --separate-stderr qrie-report -f "$format" "$estate"
		for text in 62.5% arn:aws:s3:::acme-logs S3BucketVersioningDisabled 'versioning is not configured' \
			"Have the user register an MFA device."; do
			[[ $output == *"$text"* ]]
		done
	done
}

@test "Markdown: data cannot end a cell, make markup, or name a user" {
	hostile $'|x\\|y`z``|<b>[l](http://e.example)*s*_e_ @octocat www.e.example' >in
	qrie-report -f markdown -n 0 in >out
	run -1 grep -qE '<b>|\[l\]|http://|www\.|@octocat|[^\\]\*s' out
	# Each row of a table has as many cells as its head.
	awk '/^\|/ { gsub(/\\\|/, ""); n = gsub(/\|/, "|"); if (was && n != was) { print NR ": " $0; bad = 1 } was = n; next }
		{ was = 0 } END { exit bad }' out
	# A backtick only ever stands around what holds none.
	awk '{ n = gsub(/`/, "`"); if (n % 2) exit 1 }' out
}

@test "--fail-on: status 1 for an open finding of at least that severity, and only then" {
	{
		finding a P 70 ACTIVE
		finding b P 95 UNKNOWN
		finding c P 95 RESOLVED
	} >in
	for level in HIGH high 70 MEDIUM low INFORMATIONAL 0; do
		run -1 --separate-stderr qrie-report --fail-on "$level" in
		[[ $output == *arn:aws:s3:::a* ]]
	done
	for level in CRITICAL 71 100; do
		run -0 --separate-stderr qrie-report --fail-on "$level" in
	done
	run -0 --separate-stderr qrie-report in
	run -0 --separate-stderr qrie-report --fail-on INFORMATIONAL </dev/null
	run -3 --separate-stderr qrie-report --fail-on SEVERE in
	echo oops >>in
	run -2 --separate-stderr qrie-report --fail-on HIGH in
}

@test "wrong usage and formats it does not have exit with 3 and print no report, help exits with 0" {
	run -3 --separate-stderr qrie-report -f pdf "$estate"
	same "$output" ""
	same "$stderr" "qrie-report: -f pdf: not supported"
	for option in -x '-n x' '-n -1' '-w 0' '--color blue' '--now yesterday' '--offset x'; do
		# shellcheck disable=SC2086 # an option and its argument
		run -3 --separate-stderr qrie-report $option "$estate"
		same "$output" ""
		[ -n "$stderr" ]
	done
	run -0 --separate-stderr qrie-report --help
	[[ $output == 'usage: qrie-report '* ]]
}

@test "-o replaces the file once the report is complete, and leaves it alone when there is none" {
	echo old >report
	umask 022
	qrie-report -f json -o report "$estate" >out
	[ ! -s out ]
	same "$(jq -r .Kind report)" report
	same "$(stat -c %a report)" 644
	run -3 --separate-stderr qrie-report -f json -o missing/report "$estate"
	[[ $stderr == 'qrie-report: missing/report: '* ]]
	same "$(ls report*)" report
}

@test "a reader that goes away is no error, output that cannot be written is" {
	for ((i = 0; i < 2000; i++)); do finding "bucket-$i" P 90 ACTIVE; done >in
	mkfifo pipe
	for format in text json markdown html; do
		head -c 100 pipe >/dev/null &
		status=0
		qrie-report -f "$format" -n 0 in >pipe 2>errors || status=$?
		wait $!
		same "$format $status $(cat errors)" "$format 0 "
	done
	run -3 --separate-stderr bash -c 'qrie-report -f json "$1" >/dev/full' - in
	[[ $stderr == 'qrie-report: standard output: No space left on device' ]]
}

@test "the same input gives the same bytes" {
	odd_estate >in
	for format in text json markdown html; do
		qrie-report -f "$format" --now "$now" in >one
		qrie-report -f "$format" --now "$now" in >two
		cmp one two
	done
}

@test "PRF-02: 100,000 lines are reported on in seconds, in memory that does not grow with them" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	finding NUMBER S3BucketPublic 90 ACTIVE "$(printf '%0300d' 0)" >one
	for size in 40000 100000; do
		awk -v n="$size" '{ for (i = 0; i < n; i++) { line = $0; sub(/NUMBER/, "bucket-" i, line); print line } }' one >"$size"
		/usr/bin/env python3 - "$size" >"$size.rss" <<-'E'
		import os, resource, subprocess, sys, time
		os.environ["ASAN_OPTIONS"] = "quarantine_size_mb=1"	# what is freed is not to count
		start = time.monotonic()
		subprocess.run(["qrie-report", "-f", "json", sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
		assert time.monotonic() - start < 30
		print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
		E
	done
	[ "$(cat 100000.rss)" -lt $(($(cat 40000.rss) + 4096)) ]
}

@test "of hundreds of policies those with something to tell are listed, the others counted, and the idle ones told apart" {
	qrie-seed data --now 2026-11-22 | qrie-eval -a --now 2026-11-22 >all
	policies=$(jq -r 'select(.Kind == "evaluation" and .Policy != "*").Policy' all | wc -l)
	telling=$(jq -r 'select(.Kind == "finding").Policy' all | sort -u)
	idle=$(jq -r 'select(.Kind == "evaluation" and .Policy != "*" and ([.By[] | .Passed + .Failed + .Unknown] | add // 0) == 0).Policy' all | wc -l)
	[ "$policies" -gt 400 ]
	run -0 --separate-stderr qrie-report --width 200 all
	same "$(sed -n '/^POLICIES/,/^NOT KNOWN/p' <<<"$output" | awk '$1 ~ /^(CRITICAL|HIGH|MEDIUM|LOW|INFORMATIONAL)$/ {print $2}' | sort)" "$telling"
	[[ $output == *"$((policies - $(wc -l <<<"$telling"))) other policies have found nothing, $idle of them since they had no resource to judge."* ]]
	run -0 qrie-report -f json all
	same "$(jq '.Policies | length' <<<"$output")" "$policies"
}

# judged PASSED FAILED UNKNOWN [POLICY]: the evaluation of a policy.
judged() {
	jq -nc --argjson counts "[$1, $2, $3]" --arg policy "${4-S3BucketPublic}" '{Kind: "evaluation", Policy: $policy, Title: "t",
	    Status: "active", Severity: 90, SeverityLabel: "CRITICAL", Revision: "1", ResourceType: "AWS::S3::Bucket", Scope: {},
	    Remediation: "r", LastEvaluated: "2026-11-22T21:00:00Z", By: (if $counts == [0, 0, 0] then [] else
	      [{AccountId: "111122223333", Region: "eu-west-1", ResourceType: "AWS::S3::Bucket", Evaluated: ($counts | add),
	        Passed: $counts[0], Failed: $counts[1], Unknown: $counts[2], OutOfScope: 0, Waived: 0}] end)}'
}

@test "LNT-13: --fail-under fails by what passes of what was judged, exactly at the boundary, and says the share" {
	under() {	# status threshold told
		run "$1" --separate-stderr qrie-report -f json --fail-under "$2" in
		same "$2: $stderr" "$2: qrie-report: $3"
		[ -n "$output" ]
	}
	judged 4 1 0 >in
	under -0 S3BucketPublic=80 'S3BucketPublic: 80.0% of 5 resources pass, at least 80%'
	under -1 S3BucketPublic=80.1 'S3BucketPublic: 80.0% of 5 resources pass, under 80.1%'
	under -0 S3BucketPublic=0 'S3BucketPublic: 80.0% of 5 resources pass, at least 0%'
	# what is not known does not pass
	judged 4 0 1 >in
	under -1 S3BucketPublic=81 'S3BucketPublic: 80.0% of 5 resources pass, under 81%'
	# the nearest tenth never lies about the side
	judged 7999 2001 0 >in
	under -1 S3BucketPublic=80 'S3BucketPublic: 79.9% of 10000 resources pass, under 80%'
	judged 8000 2000 0 >in
	under -0 S3BucketPublic=80 'S3BucketPublic: 80.0% of 10000 resources pass, at least 80%'
	judged 19 5 0 >in
	under -1 S3BucketPublic=79.2 'S3BucketPublic: 79.1% of 24 resources pass, under 79.2%'
	judged 5 0 0 >in
	under -0 S3BucketPublic=100 'S3BucketPublic: 100.0% of 5 resources pass, at least 100%'
}

@test "LNT-13: of no resources none is too few, what nobody looked at is, and all policies together are the resources" {
	judged 0 0 0 >in
	run -0 --separate-stderr qrie-report -f json --fail-under S3BucketPublic=80 in
	same "$stderr" 'qrie-report: S3BucketPublic: no resource was judged'
	run -1 --separate-stderr qrie-report -f json --fail-under S3BucketPublik=80 in
	same "$stderr" 'qrie-report: S3BucketPublik: not evaluated'
	run -1 --separate-stderr qrie-report -f json --fail-under 80 in
	same "$stderr" 'qrie-report: all policies: not evaluated'
	judged 3 1 0 '*' >>in
	run -1 --separate-stderr qrie-report -f json --fail-under 80 --fail-under S3BucketPublic=80 in
	same "$stderr" 'qrie-report: all policies: 75.0% of 4 resources pass, under 80%
qrie-report: S3BucketPublic: no resource was judged'
	run -0 --separate-stderr qrie-report -f json --fail-under 75 in
	# a bad line comes before that
	echo oops >>in
	run -2 --separate-stderr qrie-report -f json --fail-under 80 in
	for bad in '' = =80 S3BucketPublic= 101 100.1 80% 80.55 -1 eighty 80. 0080 A=B=80; do
		run -3 --separate-stderr qrie-report --fail-under "$bad" in
		same "$stderr" "qrie-report: --fail-under $bad: not a percentage such as 80, or POLICY=80"
	done
}

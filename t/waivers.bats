# qrie-eval -w: findings that somebody has agreed to live with, and what becomes of them in the other tools.
load helper

# Two policies of the test's own, and buckets that violate the one, the other, both or none.
policies() {
	mkdir -p p/s3
	for mark in Open Plain; do
		printf '%s\n' "module {\"Title\": \"bucket is $mark\", \"ResourceType\": \"AWS::S3::Bucket\", \"Severity\": 70," \
			"  \"Reads\": [\".Configuration.$mark\"], \"Remediation\": \"Mend it.\"};" \
			"def violation: .Configuration.$mark | select(. == true) | {Message: \"bad\", Evidence: {$mark: .}};" \
			>p/s3/Bucket$mark.jq
	done
}

bucket() {	# name configuration [more members]
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333",' "$1"
	printf '"Region":"eu-west-1","AccountService":"111122223333_s3","DescribeTime":"2026-01-01T00:00:00Z",'
	printf '"Configuration":%s%s}\n' "$2" "${3:+,$3}"
}

waiver() {	# members, without those that every waiver needs
	printf '{%s,"Reason":"moved in June","Owner":"platform","Expires":"2026-06-30"}\n' "$1"
}

evaluate() {	# status [option ...]
	run "$1" --separate-stderr qrie-eval -d p --now 2026-01-31T00:00:00Z "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

# The findings: what is waived, then what is not.
waived() {
	jq -r 'select(.Kind == "finding" and .Waiver).Id[13:]' out | tr '\n' ' '
}

failing() {
	jq -r 'select(.Kind == "finding" and (.Waiver | not)).Id[13:]' out | tr '\n' ' '
}

by() {	# policy
	jq -c "select(.Kind == \"evaluation\" and .Policy == \"$1\").By[] | [.Evaluated, .Passed, .Failed, .Unknown, .Waived]" out
}

@test "a waived finding is still written, ACTIVE, with reason, owner and expiry" {
	policies
	bucket logs '{"Open":true}' >in
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"' >w
	evaluate -0 -w w in
	same "$(jq -c 'select(.Kind == "finding") | [.State, .Waiver]' out)" \
		'["ACTIVE",{"Reason":"moved in June","Owner":"platform","Expires":"2026-06-30"}]'
	same "$stderr" ''
}

@test "a waiver for logs leaves logs-prod, other policies and other accounts failing" {
	policies
	{ bucket logs '{"Open":true,"Plain":true}'; bucket logs-prod '{"Open":true}'; bucket my-logs '{"Open":true}'; } >in
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"' >w
	evaluate -0 -w w in
	same "$(waived)" 'logs#BucketOpen '
	same "$(failing)" 'logs#BucketPlain logs-prod#BucketOpen my-logs#BucketOpen '
	waiver '"Policy":"BucketOpen","ARN":"logs"' >w
	evaluate -0 -w w in
	same "$(waived)" ''
}

@test "a waiver is exact unless it says that it is a glob" {
	policies
	{ bucket logs '{"Open":true}'; bucket logs-prod '{"Open":true,"Plain":true}'; } >in
	waiver '"Policy":"Bucket*","ARN":"arn:aws:s3:::logs*"' >w
	evaluate -0 -w w in
	same "$(waived)" ''
	same "$stderr" 'qrie-eval: w:1: waiver skipped: no policy Bucket* judged (without "Glob": true a * is itself)'
	waiver '"Policy":"Bucket*","ARN":"arn:aws:s3:::logs-????","Glob":true' >w
	evaluate -0 -w w in
	same "$(waived)" 'logs-prod#BucketOpen logs-prod#BucketPlain '
	same "$(failing)" 'logs#BucketOpen '
}

@test "account, region, type and tags narrow a waiver down, and each must be so" {
	policies
	bucket logs '{"Open":true}' '"Tags":{"Stage":"dev","Team":"a"}' >in
	while IFS='|' read -r condition expected; do
		waiver "\"Policy\":\"BucketOpen\",\"ARN\":\"arn:aws:s3:::logs\",$condition" >w
		evaluate -0 -w w in
		same "$condition $(waived)" "$condition $expected"
	done <<-'E'
	"AccountId":"111122223333","Region":"eu-west-1","ResourceType":"AWS::S3::Bucket","Tags":{"Team":"a","Stage":"dev"}|logs#BucketOpen 
	"AccountId":"444455556666"|
	"Region":"eu-west-2"|
	"ResourceType":"AWS::SQS::Queue"|
	"Tags":{"Stage":"prod"}|
	"Tags":{"Stage":"d*"}|
	"Tags":{"Stage":"d*"},"Glob":true|logs#BucketOpen 
	"Tags":{"Stage":"dev","Owner":"x"}|
	E
	bucket logs '{"Open":true}' '"Tags":null' >in
	waiver '"Policy":"BucketOpen","ARN":"*","Glob":true,"Tags":{"Stage":"*"}' >w
	evaluate -0 -w w in
	same "$(waived)" ''
}

@test "an expired waiver waives nothing, from the first second of its day on, and is named" {
	policies
	bucket logs '{"Open":true}' >in
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"' >w
	for now in 2026-06-29T23:59:59Z 2026-06-30T00:00:00Z; do
		run -0 --separate-stderr qrie-eval -d p --now $now -w w in
		printf '%s\n' "${lines[@]}" >out.$now
	done
	same "$(jq -c 'select(.Kind == "waiver") | [.Status, .Findings]' out.2026-06-29T23:59:59Z)" '["used",1]'
	same "$stderr" 'qrie-eval: w:1: waiver expired 2026-06-30: BucketOpen on arn:aws:s3:::logs, 1 findings'
	same "$(jq -c 'select(.Kind == "waiver") | [.Status, .Findings]' out.2026-06-30T00:00:00Z)" '["expired",1]'
	same "$(jq -c 'select(.Kind == "finding") | has("Waiver")' out.2026-06-30T00:00:00Z)" false
}

@test "of several waivers of one finding the one that expires last is told, and all count as used" {
	policies
	bucket logs '{"Open":true}' >in
	{
		waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"'
		waiver '"Policy":"*","ARN":"*","Glob":true' | sed 's/2026-06-30/2026-12-31/'
		waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"' | sed 's/2026-06-30/2026-01-01/'
	} >w
	evaluate -0 -w w in
	same "$(jq -r 'select(.Kind == "finding").Waiver.Expires' out)" 2026-12-31
	same "$(jq -r 'select(.Kind == "waiver") | "\(.Status) \(.Findings)"' out | tr '\n' ' ')" 'used 1 used 1 expired 1 '
}

@test "unused waivers are named on standard error and in a record that can be read again as a waiver" {
	policies
	{ bucket logs '{"Open":true}'; bucket good '{}'; } >in
	{
		waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs","Tags": { "a" : "b" }'
		waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::good"'
		waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"'
		waiver '"Policy":"BucketPLain","ARN":"arn:aws:s3:::logs"'
	} >w
	evaluate -0 -w w in
	same "$stderr" $'qrie-eval: w:1: waiver not used: BucketOpen on arn:aws:s3:::logs\nqrie-eval: w:2: waiver not used: BucketOpen on arn:aws:s3:::good\nqrie-eval: w:4: waiver skipped: no policy BucketPLain judged'
	same "$(jq -c 'select(.Kind == "waiver")' out | head -n 1)" \
		'{"Kind":"waiver","Policy":"BucketOpen","ARN":"arn:aws:s3:::logs","Tags":{"a":"b"},"Reason":"moved in June","Owner":"platform","Expires":"2026-06-30","Status":"unused","Findings":0}'
	jq -c 'select(.Kind == "waiver" and .Status == "used")' out >pruned
	cp out before
	evaluate -0 -w pruned in
	same "$stderr" ''
	same "$(grep '"finding"' out)" "$(grep '"finding"' before)"
	# a run with some policies only says nothing of waivers for the others
	evaluate -0 -p BucketPlain -w w in
	same "$stderr" ''
	same "$(jq -r 'select(.Kind == "waiver").Status' out | sort -u)" skipped
}

@test "an invalid waiver is named with its line and costs itself alone; the others hold" {
	policies
	bucket logs '{"Open":true}' >in
	while IFS='|' read -r line reason; do
		{ printf '%s\n' "$line"; waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"'; } >w
		evaluate -2 -w w in
		same "$stderr" "qrie-eval: w:1: $reason"
		same "$(waived)" 'logs#BucketOpen '
	done <<-'E'
	oops|unexpected character at byte 1
	{"ARN":"a","Reason":"r","Owner":"o","Expires":"2026-06-30"}|waiver without Policy
	{"Policy":"P","Reason":"r","Owner":"o","Expires":"2026-06-30"}|waiver without ARN or Address
	{"Policy":"P","ARN":"a","Owner":"o","Expires":"2026-06-30"}|waiver without Reason
	{"Policy":"P","ARN":"a","Reason":"r","Expires":"2026-06-30"}|waiver without Owner
	{"Policy":"P","ARN":"a","Reason":"r","Owner":"o"}|waiver without Expires
	{"Policy":"P","ARN":"a","Reason":"r","Owner":" ","Expires":"2026-06-30"}|waiver whose Owner is no text, or blank
	{"Policy":"P","ARN":["a"],"Reason":"r","Owner":"o","Expires":"2026-06-30"}|waiver whose ARN is no text, or blank
	{"Policy":"P","ARN":"a","Reason":"r","Owner":"o","Expires":"never"}|waiver whose Expires is no date such as 2026-12-31
	{"Policy":"P","ARN":"a","Reason":"r","Owner":"o","Expires":"2026-06-30","Glob":"true"}|waiver whose Glob is neither true nor false
	{"Policy":"P","ARN":"a","Reason":"r","Owner":"o","Expires":"2026-06-30","Tags":["a"]}|waiver whose Tags are no object of texts
	{"Policy":"P","ARN":"a","Reason":"r","Owner":"o","Expires":"2026-06-30","Account":"1"}|waiver with a member that is not known: Account
	E
	evaluate -2 -w absent in
	same "$stderr" 'qrie-eval: absent: No such file or directory'
	same "$(failing)" 'logs#BucketOpen '
	evaluate -3 -w , in
	same "$stderr" 'qrie-eval: -w: no file'
}

@test "waivers of several files hold together" {
	policies
	{ bucket one '{"Open":true}'; bucket two '{"Open":true}'; } >in
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::one"' >w1
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::two"' >w2
	evaluate -0 -w w1,w2 in
	same "$(waived)" 'one#BucketOpen two#BucketOpen '
}

@test "a waived failure is no pass: it is Waived in the counts, Failed in the verdicts, and outside the score" {
	policies
	{ bucket waived '{"Open":true}'; bucket both '{"Open":true,"Plain":true}'; bucket good '{}'; } >in
	waiver '"Policy":"BucketOpen","ARN":"*","Glob":true' >w
	evaluate -0 -a -w w in
	same "$(by BucketOpen)" '[3,1,0,0,2]'
	same "$(by BucketPlain)" '[3,2,1,0,0]'
	same "$(by '*')" '[3,1,1,0,1]'
	same "$(jq -c 'select(.Kind == "verdicts" and .ARN == "arn:aws:s3:::waived") | [.Passed, .Failed]' out)" \
		'[["BucketPlain"],["BucketOpen"]]'
	qrie-report -f json out >report
	same "$(jq -c '[.Totals.Score, .Totals.Waived, .Findings.Open, .Findings.Waived, (.Waived | length)]' report)" '[50,1,1,2,2]'
	same "$(jq -c '[.Waived[].Waived[].Waiver.Owner] | unique' report)" '["platform"]'
	for format in text markdown html; do
		run -0 qrie-report -f $format out
		[[ $(tr -s ' \n' ' ' <<<"$output") == *"0 unknown, 2 waived and 0 resolved findings are not among them."* ]]
		[[ $(tr -s ' \n' ' ' <<<"$output") == *"1 with waived findings alone are outside the score."* ]]
	done
	run -0 qrie-report --fail-on LOW <(grep -v BucketPlain out)
}

@test "an unknown finding can be waived too, and stays unknown" {
	policies
	bucket logs '{"Open":true}' '"Unreadable":[{"Path":".Configuration.Plain","Code":"AccessDenied"}]' >in
	waiver '"Policy":"BucketPlain","ARN":"arn:aws:s3:::logs"' >w
	evaluate -0 -w w in
	same "$(jq -c 'select(.Policy == "BucketPlain" and .Kind == "finding") | [.State, .Waiver.Owner]' out)" '["UNKNOWN","platform"]'
	same "$(by BucketPlain)" '[1,0,0,0,1]'
	same "$(qrie-report -f json out | jq -c '[.Findings.Unknown, .Findings.Waived]')" '[0,1]'
}

@test "a waiver by address holds for a plan, for one element of count or for_each, or for all with a glob" {
	policies
	for key in '[\"a\"]' '[\"b\"]' ''; do
		bucket "x$key" '{"Open":true}' "\"Address\":\"module.m.aws_s3_bucket.logs$key\""
	done >in
	sed -i 's/"ARN":"[^,]*,/"ARN":"arn:aws:s3:::x",/' in
	waiver '"Policy":"BucketOpen","Address":"module.m.aws_s3_bucket.logs[\"a\"]"' >w
	evaluate -0 -w w in
	same "$(jq -c 'select(.Kind == "finding") | has("Waiver")' out | tr '\n' ' ')" 'true false false '
	waiver '"Policy":"BucketOpen","Address":"module.*.logs[*]","Glob":true' >w
	evaluate -0 -w w in
	same "$(jq -c 'select(.Kind == "finding") | has("Waiver")' out | tr '\n' ' ')" 'true true false '
	waiver '"Policy":"BucketOpen","Address":"module.m.aws_s3_bucket.logs","ARN":"arn:aws:s3:::other"' >w
	evaluate -0 -w w in
	same "$(waived)" ''
}

@test "the same bytes come out with waivers whatever the number of workers" {
	policies
	for i in $(seq 4000); do bucket "b$i" "{\"Open\":true,\"Plain\":$([ $((i % 3)) -eq 0 ] && echo true || echo 1)}"; done >in
	for i in $(seq 1 7 5000); do waiver "\"Policy\":\"BucketOpen\",\"ARN\":\"arn:aws:s3:::b$i\""; done >w
	waiver '"Policy":"*Plain","ARN":"arn:*:b1?*","Glob":true' >>w
	for jobs in 1 3; do
		run -0 sh -c "qrie-eval -a -d p --now 2026-01-31 -j $jobs -w w in >out.$jobs 2>err.$jobs"
	done
	cmp out.1 out.3
	cmp err.1 err.3
	same "$(jq -s '[.[] | select(.Kind == "finding" and .Waiver)] | length' out.3)" \
		"$(jq -s '[.[] | select(.Kind == "waiver").Findings] | add' out.3)"
	same "$(jq -s '[.[] | select(.Kind == "finding" and .Waiver)] | length' out.1)" "$((572 + 369))"
	same "$(grep -c 'not used' err.1)" 143
}

@test "a finding whose waiver comes or goes stays ACTIVE in the state, and is printed" {
	policies
	bucket logs '{"Open":true}' >in
	waiver '"Policy":"BucketOpen","ARN":"arn:aws:s3:::logs"' >w
	step() {	# now: what is printed, and what is kept
		qrie-eval -a -d p --now "$1" -w w in 2>/dev/null | qrie-diff -F state |
			jq -rs 'map(select(.Kind == "finding") | if .Waiver then "waived" else "failing" end) | join(" ")' >printed
		same "$1 $(cat printed) / $(jq -r 'select(.Kind == "finding") | "\(.State) \(has("Waiver"))"' state)" "$1 $2"
	}
	step 2026-06-01 'waived / ACTIVE true'
	step 2026-06-02 ' / ACTIVE true'
	step 2026-07-01 'failing / ACTIVE false'
	step 2026-07-02 ' / ACTIVE false'
}

@test "a wildcard's time stays small whatever the pattern" {
	policies
	bucket "$(head -c 900 /dev/zero | tr '\0' a)" '{"Open":true}' >in
	waiver "\"Policy\":\"BucketOpen\",\"ARN\":\"$(for _ in $(seq 200); do printf '*a'; done)b\",\"Glob\":true" >w
	timeout 20 qrie-eval -d p --now 2026-01-31 -w w in >out 2>/dev/null
	same "$(waived)" ''
}

convert() {	# status tool file ...
	run "-$1" --separate-stderr qrie-eval --convert-waivers "$2" --owner platform "${@:3}"
	printf '%s\n' "${lines[@]}" >out
}

@test "Trivy's list becomes waivers, with its dates and comments; what cannot is named" {
	printf '%s\n' '# a web site' 'AVD-AWS-0086 exp:2026-12-31' '' 'AWS-0090 # made anew' 'AWS-9999' >.trivyignore
	convert 2 trivyignore --expires 2027-01-01 .trivyignore
	same "$(jq -c '[.Policy, .ARN, .Glob, .Reason, .Owner, .Expires]' out)" \
		'["S3BucketPublic","*",true,"a web site","platform","2026-12-31"]
["S3BucketVersioningDisabled","*",true,"made anew","platform","2027-01-01"]'
	same "$stderr" 'qrie-eval: .trivyignore:5: no policy of ours is known for it: AWS-9999'
	convert 2 trivyignore .trivyignore
	same "$(jq -r .Policy out)" S3BucketPublic
	[[ $stderr == *'.trivyignore:4: no expiry, say one with --expires: AWS-0090'* ]]
	run -2 --separate-stderr qrie-eval --convert-waivers trivyignore .trivyignore
	[[ $stderr == *'no owner, say one with --owner'* ]]
	convert 2 trivyignore --expires soon .trivyignore
	[[ $stderr == *'.trivyignore:4: not a date: soon'* ]]
}

@test "Checkov's skips and baseline become waivers of the address that they are for, and qrie-eval takes them" {
	cat >main.tf <<-'E'
	resource "aws_s3_bucket" "logs" {
	  #checkov:skip=CKV_AWS_21: made anew each night
	  bucket = "logs"
	}
	#checkov:skip=CKV_AWS_21:nowhere
	E
	convert 2 checkov --expires 2027-01-01 main.tf
	same "$(jq -c '[.Policy, .Address, .Glob, .Reason]' out)" '["S3BucketVersioningDisabled","aws_s3_bucket.logs",null,"made anew each night"]'
	same "$stderr" 'qrie-eval: main.tf:5: a skip outside of a resource: CKV_AWS_21'
	printf '%s\n' '{"failed_checks": [{"file": "/main.tf", "findings": [{"resource": "aws_s3_bucket.logs",' \
		'  "check_ids": ["CKV_AWS_21", "CKV_AWS_19"]}]}]}' >.checkov.baseline
	convert 0 checkov --expires 2027-01-01 .checkov.baseline
	same "$(jq -r .Policy out | tr '\n' ' ')" 'S3BucketVersioningDisabled S3BucketEncryptionDisabled '
	bucket logs '{"Versioning":{}}' '"Address":"aws_s3_bucket.logs"' >in
	run -0 --separate-stderr qrie-eval --now 2026-01-31 -p S3BucketVersioningDisabled -w out in
	same "$(jq -r 'select(.Kind == "finding").Waiver.Owner' <<<"$output")" platform
	convert 2 checkov --expires 2027-01-01 absent
}

# A table of checks with four policies, beside the others of share.
peers() {
	mkdir -p share/waivers
	printf 'prowler\t%s\t%s\n' s3_bucket_open BucketOpen s3_bucket_plain BucketPlain s3_bucket_open_too BucketOpen \
		iam_user_idle UserIdle awslambda_function_url FunctionUrl >share/waivers/peers.tsv
	printf 'trivy\t%s\t%s\n' AWS-0086 BucketOpen >>share/waivers/peers.tsv
	printf 'awslambda_function_\tarn:*:lambda:*:*:function:%%\n' >share/waivers/arns.tsv
	export QRIE_SHARE=$PWD/share
}

muted() {	# status [option ...], a list's entries on standard input: what it says is left out, and the waivers
	{ echo 'Mutelist:'; echo '  Accounts:'; sed 's/^/    /'; } >mutelist.yaml
	convert "$1" prowler --expires 2027-01-01 "${@:2}" mutelist.yaml
	jq -c '[.Policy, .AccountId, .Region, .ARN, .Tags] | map(select(. != null))' out >short
}

@test "Prowler's mute list becomes waivers of the accounts, checks, regions, resources and tags that it says" {
	peers
	muted 0 <<-'E'
	"111122223333":
	  Checks:
	    "s3_bucket_plain":
	      Regions: ["eu-west-1", "us-*"]
	      Resources: ["logs", "*-replica"]
	      Description: "made anew"
	"*":
	  Checks:
	    "s3_*":
	      Regions: ["*"]
	      Resources: ["*"]
	      Tags: ["Stage=dev|Stage=test", "Team=a*"]
	    lambda_function_url: {Regions: ["*"], Resources: ["arn:aws:lambda:eu-west-1:111122223333:function:f"]}
	E
	same "$(cat short)" '["BucketPlain","111122223333","eu-west-1","*:logs"]
["BucketPlain","111122223333","eu-west-1","*/logs"]
["BucketPlain","111122223333","eu-west-1","*-replica"]
["BucketPlain","111122223333","us-*","*:logs"]
["BucketPlain","111122223333","us-*","*/logs"]
["BucketPlain","111122223333","us-*","*-replica"]
["BucketOpen","*",{"Stage":"dev","Team":"a*"}]
["BucketOpen","*",{"Stage":"test","Team":"a*"}]
["BucketPlain","*",{"Stage":"dev","Team":"a*"}]
["BucketPlain","*",{"Stage":"test","Team":"a*"}]
["FunctionUrl","arn:aws:lambda:eu-west-1:111122223333:function:f"]'
	same "$(jq -r '"\(.Reason) \(.Owner) \(.Expires) \(.Glob)"' out | sort -u)" \
		$'in Prowler\'s mute list platform 2027-01-01 true\nmade anew platform 2027-01-01 true'
	same "$stderr" ''
	# what comes out are waivers: "logs" is no part of "logs-prod" here, as it is in Prowler
	policies
	{ bucket logs '{"Plain":true}'; bucket logs-prod '{"Plain":true}'; bucket logs-replica '{"Plain":true}'; } >in
	evaluate -0 -w out in
	same "$(waived)" 'logs#BucketPlain logs-replica#BucketPlain '
	same "$(failing)" 'logs-prod#BucketPlain '
}

@test "what a waiver cannot say of a mute list is left out and named with its line, never taken for more" {
	peers
	while IFS='|' read -r entry line reason; do
		muted 2 < <(printf '%b' "\"*\":\n  Checks:\n    $entry")
		same "$entry $stderr" "$entry qrie-eval: mutelist.yaml:$line: $reason"
		same "$entry $(cat short)" "$entry "
	done <<-'E'
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Exceptions: {Regions: ["eu-west-1"]}}|5|the check is left out, a waiver cannot say Exceptions: s3_bucket_open
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Tags: ["Stage=(dev)"]}|5|the check is left out, a waiver cannot say this tag: Stage=(dev)
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Tags: ["dev"]}|5|the check is left out, a waiver cannot say this tag: dev
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Tags: ["St*=dev"]}|5|the check is left out, a waiver cannot say this tag: St*=dev
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Tags: ["a=1", "a=2"]}|5|the check is left out, a waiver cannot say this tag: a=2
	s3_bucket_open: {Regions: ["*"], Resources: ["*"], Tag: ["a=1"]}|5|the check is left out, a member that is not known or not of its type: Tag
	s3_bucket_open: {Regions: "*", Resources: ["*"]}|5|the check is left out, a member that is not known or not of its type: Regions
	s3_bucket_open: {Regions: ["*"]}|5|left out, it has no Regions or no Resources: s3_bucket_open
	s3_bucket_open: [a]|5|left out, it has no Regions or no Resources: s3_bucket_open
	s3_bucket_gone: {Regions: ["*"], Resources: ["*"]}|5|no policy of ours is known for it: s3_bucket_gone
	"s3_(a)": {Regions: ["*"], Resources: ["*"]}|5|left out, a waiver cannot say this pattern: s3_(a)
	E
	# of lists, the items that can be said are taken
	muted 2 <<-'E'
	"*":
	  Checks:
	    s3_bucket_open:
	      Regions: ["eu-(west|south)-1", eu-west-1]
	      Resources:
	        - "ci-.*"
	        - "[a-z]+-logs"
	        - "^logs$"
	        - "*:role/x"
	        - {}
	        - "/aws/lambda/f"
	        - "www\\.example"
	E
	same "$(cat short)" '["BucketOpen","eu-west-1","*:log-group:/aws/lambda/f"]
["BucketOpen","eu-west-1","*:repository//aws/lambda/f"]
["BucketOpen","eu-west-1","*:www.example"]
["BucketOpen","eu-west-1","*/www.example"]'
	same "$(cut -d: -f 3 <<<"$stderr" | tr '\n' ' ')" '6 8 9 10 11 12 '
}

@test "where the table knows what an ARN looks like, what a mute list says by a wildcard can be said" {
	peers
	muted 0 <<-'E'
	"*":
	  Checks:
	    awslambda_function_url: {Regions: ["*"], Resources: ["ci-*", "job", ".+-job"]}
	E
	same "$(jq -r .ARN out)" 'arn:*:lambda:*:*:function:ci-*
arn:*:lambda:*:*:function:job
arn:*:lambda:*:*:function:?*-job'
	muted 2 <<-'E'
	"*":
	  Checks:
	    "*_url": {Regions: ["*"], Resources: ["a:b"]}
	    "*u*": {Regions: ["*"], Resources: ["ci-*"]}
	E
	same "$(jq -r '"\(.Policy) \(.ARN)"' out)" 'FunctionUrl arn:*:lambda:*:*:function:ci-*'
	same "$stderr" 'qrie-eval: mutelist.yaml:5: left out, a waiver cannot say this pattern: a:b
qrie-eval: mutelist.yaml:6: left out of some checks, a waiver cannot say this pattern there: ci-*'
	# by the tables that ship, and taken by qrie-eval
	unset QRIE_SHARE
	muted 0 <<-'E'
	"111122223333":
	  Checks:
	    s3_bucket_secure_transport_policy: {Regions: ["*"], Resources: ["ci-*"]}
	E
	same "$(cat short)" '["S3BucketInsecureTransportAllowed","111122223333","arn:*:s3:::ci-*"]'
	{ bucket ci-logs '{"Policy":null}'; bucket logs '{"Policy":null}'; } >in
	run -0 --separate-stderr qrie-eval --now 2026-01-31 -p S3BucketInsecureTransportAllowed -w out in
	same "$(jq -r 'select(.Kind == "finding") | "\(.ARN[13:]) \(.Waiver.Owner)"' <<<"$output")" $'ci-logs platform\nlogs null'
	# in the table that ships every line is an ARN with one id, and no line hides behind another
	while IFS=$'\t' read -r begins arn more; do
		[[ $begins == *_* && $arn == arn:*%* && $arn != *%*%* && -z $more ]]
	done <"$QRIE_TOP/share/waivers/arns.tsv"
	same "$(cut -f 1 "$QRIE_TOP/share/waivers/arns.tsv")" "$(cut -f 1 "$QRIE_TOP/share/waivers/arns.tsv" | sort -u)"
}

@test "where a check of a mute list has Exceptions, the checks below it mute less" {
	peers
	muted 2 <<-'E'
	"111122223333":
	  Checks:
	    "s3_bucket_plain": {Regions: ["*"], Resources: ["*"]}
	    "bucket_open_*": {Regions: ["*"], Resources: ["*"], Exceptions: {Resources: ["secret"]}}
	    "*": {Regions: ["*"], Resources: ["logs"]}
	"444455556666":
	  Checks:
	    "s3_bucket_open": {Regions: ["*"], Resources: ["*"]}
	E
	same "$(cut -d, -f 1-3 short | sort -u | tr '\n' ' ')" '["BucketOpen","444455556666","*"] ["BucketPlain","111122223333","*"] ["BucketPlain","111122223333","*/logs"] ["BucketPlain","111122223333","*:logs"] ["FunctionUrl","111122223333","arn:*:lambda:*:*:function:logs"] ["UserIdle","111122223333","*/logs"] ["UserIdle","111122223333","*:logs"] '
	same "$stderr" "qrie-eval: mutelist.yaml:6: the check is left out, a waiver cannot say Exceptions: bucket_open_*
qrie-eval: mutelist.yaml:7: left out where a check above it has Exceptions: *"
}

@test "Trivy's YAML becomes waivers, with statements and dates; paths are not waived for all" {
	peers
	cat >.trivyignore.yaml <<-'E'
	misconfigurations:
	  - id: AVD-AWS-0086
	    statement: a web site
	    expired_at: 2026-12-31
	  - id: AWS-0086
	  - id: AWS-0086
	    paths:
	      - "main.tf"
	  - id: AWS-9999
	  - {id: AWS-0086, path: main.tf}
	  - {id: AWS-0086, expired_at: soon}
	  - oops
	vulnerabilities:
	  - id: CVE-2026-0001
	secrets:
	E
	convert 2 trivyignore --expires 2027-01-01 .trivyignore.yaml
	same "$(jq -c '[.Policy, .ARN, .Glob, .Reason, .Owner, .Expires]' out)" \
		'["BucketOpen","*",true,"a web site","platform","2026-12-31"]
["BucketOpen","*",true,"ignored in .trivyignore.yaml","platform","2027-01-01"]'
	same "$stderr" 'qrie-eval: .trivyignore.yaml:7: left out, a waiver cannot say paths: AWS-0086
qrie-eval: .trivyignore.yaml:9: no policy of ours is known for it: AWS-9999
qrie-eval: .trivyignore.yaml:10: left out, a member that is not known or not of its type: path
qrie-eval: .trivyignore.yaml:11: not a date: soon
qrie-eval: .trivyignore.yaml:12: left out, it has no id
qrie-eval: .trivyignore.yaml:13: left out, not about misconfigurations: vulnerabilities'
	convert 2 trivyignore .trivyignore.yaml
	[[ $stderr == *'.trivyignore.yaml:5: no expiry, say one with --expires: AWS-0086'* ]]
}

@test "YAML that can be read in two ways, or is too much, is refused by its line and gives no waiver" {
	peers
	entry='  Accounts: {"*": {Checks: {s3_bucket_open: {Regions: ["*"], Resources: ["*"]}}}}'
	while IFS='|' read -r text line reason; do
		printf '%b' "${text//ENTRY/Mutelist:\\n$entry}" >mutelist.yaml
		convert 2 prowler --expires 2027-01-01 mutelist.yaml
		same "$text $stderr $output" "$text qrie-eval: mutelist.yaml:$line: not read, $reason "
	done <<-'E'
	ENTRY\n---\nb: c|3|no YAML that can be relied on: a second document
	ENTRY\nb: 1\nb: 2|4|no YAML that can be relied on: a key that stands twice
	ENTRY\nb: {<<: {c: d}}|3|no YAML that can be relied on: a merge (<<) is not read
	ENTRY\nb: !!binary aGk=|3|no YAML that can be relied on: a tag is not read
	ENTRY\n? [a]\n: b|3|no YAML that can be relied on: a key that is no text
	ENTRY\nb: \xff|3|no YAML that can be relied on: invalid leading UTF-8 octet
	ENTRY\nb: [|4|no YAML that can be relied on: did not find expected node content
	ENTRY\nb: *nowhere|3|no YAML that can be relied on: found undefined alias
	[a]|1|no Mutelist with Accounts
	Mutelist: {Accounts: []}|1|no Mutelist with Accounts
	|1|no Mutelist with Accounts
	E
	{ printf 'Mutelist:\n%s\nb: "' "$entry"; head -c 270000 /dev/zero | tr '\0' x; echo '"'; } >mutelist.yaml
	convert 2 prowler --expires 2027-01-01 mutelist.yaml
	same "$stderr $output" 'qrie-eval: mutelist.yaml:1: not read, no YAML that can be relied on: more than 256 KiB of YAML '
	{ printf 'Mutelist:\n%s\nb: ' "$entry"; head -c 250000 /dev/zero | tr '\0' '['; } >mutelist.yaml
	convert 2 prowler --expires 2027-01-01 mutelist.yaml
	same "$stderr $output" 'qrie-eval: mutelist.yaml:3: not read, no YAML that can be relied on: nested too deep '
	for i in $(seq 2000); do echo "- &a$i x"; done >mutelist.yaml
	convert 2 prowler --expires 2027-01-01 mutelist.yaml
	same "$stderr" 'qrie-eval: mutelist.yaml:1001: not read, no YAML that can be relied on: more than 1000 anchors'
	# a bomb of aliases costs what is left out, not the memory
	{
		echo 'r: &r ['; for i in $(seq 2000); do printf '"i-%s",' "$i"; done; echo ']'
		echo 'c: &c {"*": {Regions: *r, Resources: *r}, "s3*": {Regions: *r, Resources: *r}}'
		echo 'Mutelist:'; echo '  Accounts:'
		for i in $(seq 100000000000 100000002000); do echo "    '$i': {Checks: *c}"; done
	} >mutelist.yaml
	convert 2 prowler --expires 2027-01-01 mutelist.yaml
	same "$(wc -l <out)" 100000
	[[ $stderr == *': the rest is left out, it is too much' ]]
	# one that holds itself comes to an end
	printf 'Mutelist: &m\n  Accounts: &a\n    "*": {Checks: *a}\n    x: *m\n' >mutelist.yaml
	convert 2 prowler --expires 2027-01-01 mutelist.yaml
	same "$output" ''
}

@test "every policy in the table of other tools' checks is one of ours" {
	cut -f 3 "$QRIE_TOP/share/waivers/peers.tsv" | sort -u >theirs
	qrie-eval --list -f json | jq -r .Policy | sort -u >ours
	same "$(comm -23 theirs ours)" ''
	[ "$(awk -F '\t' 'NF != 3' "$QRIE_TOP/share/waivers/peers.tsv" | wc -l)" -eq 0 ]
}

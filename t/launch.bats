# qrie-eval -l: policies that were launched, their scope, severity and parameters; from the command to the findings.
load helper
load emulator

teardown_file() {
	emulators_stop
}

A=111122223333
B=444455556666

# A folder of policies of the test's own.
policies() {
	mkdir -p p/s3
	cat >p/s3/Marked.jq <<-'E'
	module {"Title": "bucket is marked", "ResourceType": "AWS::S3::Bucket", "Severity": 70, "Category": "monitoring",
	  "Reads": [".Configuration.Mark"], "Remediation": "Take the mark away."};
	def violation: .Configuration.Mark | select(. == true) | {Message: "marked", Evidence: {Mark: .}};
	E
	cat >p/s3/Many.jq <<-'E'
	module {"Title": "bucket has many", "ResourceType": "AWS::S3::Bucket", "Severity": 10, "Remediation": "Take some away.",
	  "Parameters": {"Most": 3, "Words": ["a"], "Any": [], "Strict": true, "Name": "n", "Free": null, "Map": {"k": 1}},
	  "Reads": [".Configuration.Count"]};
	def violation($now; $parameters):
	  .Configuration.Count | select(. > $parameters.Most)
	  | {Message: "more than \($parameters.Most)", Evidence: {Count: ., Parameters: $parameters}};
	E
}

bucket() {	# name [account [configuration [tags [region [more members]]]]]
	local configuration='{"Mark":true,"Count":5}' tags='{}'
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"%s",' "$1" "${2:-$A}"
	printf '"Region":"%s","AccountService":"%s_s3","DescribeTime":"2026-11-01T00:00:00Z",' "${5:-eu-west-1}" "${2:-$A}"
	printf '"Tags":%s,"Configuration":%s%s}\n' "${4:-$tags}" "${3:-$configuration}" "${6:+,$6}"
}

# launching STATUS OPTION...: on the file L, with the test's own policies.
launching() {
	run "$1" --separate-stderr qrie-eval -d p -l L --now 2026-11-20T00:00:00Z "${@:2}"
}

# judge STATUS OPTION...: what is written is in out.
judge() {
	run "$1" --separate-stderr qrie-eval -a -d p -l L --now 2026-11-21T00:00:00Z "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

# What became of each resource: its name, and the lists that have the policy.
verdicts() {	# policy
	jq -r --arg p "$1" 'select(.Kind == "verdicts") | . as $v
	    | "\(.ARN[13:]) \([("Passed", "Failed", "Unknown", "OutOfScope") | select(any($v[.][]; . == $p))] | join(" "))"' out
}

@test "POL-25: --launch-all launches what is missing, activates what is not active, and a second time changes no line" {
	policies
	launching -0 --launch Marked --scope "ExcludeAccounts=$A"
	same "${lines[0]}" 'Launched Marked'
	launching -0 --suspend Marked
	launching -0 --launch-all
	same "${lines[0]} ${lines[1]}" 'Launched Many with default scope Activated Marked'
	same "$(jq -c '[.PolicyId, .Status, .Scope]' L)" \
	    "[\"Marked\",\"active\",{\"ExcludeAccounts\":[\"$A\"]}]"$'\n''["Many","active",{}]'
	cp L before
	launching -0 --launch-all
	same "$output" 'Nothing to do: all 2 policies are active'
	cmp L before
}

@test "POL-25: with --launch-all each policy of the library that judges unasked is active, in the default scope" {
	run -0 qrie-eval -l L --launch-all
	same "$(grep -c ' with default scope$' <<<"$output")" "$(qrie-eval --list -f json | jq -r 'select(.OnRequest | not)' | jq -s length)"
	same "$(jq -r 'select(.Status != "active" or .Scope != {}).PolicyId' L)" ''
}

@test "POL-19: of eleven policies with six launched, five are available, and every status is one of the named ones" {
	run -0 qrie-eval -l L --launch S3BucketPublic,S3BucketVersioningDisabled,EC2UnencryptedEBS,IAMUserMfaDisabled,RDSPublicAccess,IAMAccessKeyUnused
	same "$(qrie-eval --list -f json -p @core -l L --status available | jq -r .Policy | wc -l | tr -d ' ')" 5
	same "$(qrie-eval --list -f json -p @core -l L --status active | jq -r .Policy | wc -l | tr -d ' ')" 6
	qrie-eval -l L --suspend RDSPublicAccess >/dev/null
	qrie-eval -l L --delete S3BucketPublic >/dev/null
	same "$(qrie-eval --list -f json -p @core -l L | jq -r .Status | sort | uniq -c | tr -s ' ' | tr '\n' ';')" \
	    ' 4 active; 5 available; 1 deleted; 1 suspended;'
	same "$(qrie-eval --list -l L --status suspended | tail -n +2 | tr -s ' ' | cut -d' ' -f1-3)" 'RDSPublicAccess suspended 90'
	same "$(qrie-eval --list -f json -l none --status active)" ''
	run -3 qrie-eval --list -f json -l L --status inactive
	run -3 qrie-eval --list --status active
}

@test "POL-20, TST-08: launching prints the run for that policy alone, which finds its two buckets and asks EC2 nothing" {
	moto_start
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" - <<-'E'
	import boto3
	s3 = boto3.client("s3")
	for name in "one", "two", "three":
	    s3.create_bucket(Bucket=name)
	for name in "one", "two":
	    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
	E
	run -0 qrie-eval -l "it's launched" --launch S3BucketMfaDeleteDisabled
	same "${lines[0]}" 'Launched S3BucketMfaDeleteDisabled with default scope'
	sed -n 's/^\t//p' <<<"$output" >command
	sed 's/ | qrie-eval/ | tee inventory | qrie-eval/' command >as-printed
	run -0 sh as-printed
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' findings.ndjson)" \
	    $'arn:aws:s3:::one#S3BucketMfaDeleteDisabled ACTIVE\narn:aws:s3:::two#S3BucketMfaDeleteDisabled ACTIVE'
	same "$(jq -r 'select(.Kind == "coverage").ResourceType' inventory | sort -u)" AWS::S3::Bucket
}

@test "POL-21: an empty scope applies to all accounts; without one, so it does" {
	policies
	printf '{"PolicyId":"Marked","Status":"active","CreatedAt":"2026-11-20","UpdatedAt":"2026-11-20"}\n' >L
	{ bucket one; bucket two "$B"; } >in
	judge -0 in
	same "$(verdicts Marked)" $'one Failed\ntwo Failed'
	launching -0 --update Marked --scope '{}'
	judge -0 in
	same "$(verdicts Marked)" $'one Failed\ntwo Failed'
	same "$(jq -c 'select(.Kind == "evaluation" and .Policy == "Marked").Scope' out)" '{}'
}

@test "POL-22: an excluded account gives no finding, is counted and listed as out of scope; others are judged" {
	policies
	launching -0 --launch Marked,Many
	launching -0 --update Marked --scope "{\"ExcludeAccounts\": [\"$A\"]}"
	{ bucket one; bucket two "$B"; bucket three; } >in
	for how in '-j 1' '-j 2' --no-cache --no-projection '--check 1'; do
		judge -0 $how in
		same "$(verdicts Marked)" $'one OutOfScope\ntwo Failed\nthree OutOfScope'
		same "$(verdicts Many | sort -u | wc -l | tr -d ' ')" 3
		same "$(jq -r 'select(.Kind == "finding" and .Policy == "Marked").ARN' out)" arn:aws:s3:::two
		same "$(jq -c 'select(.Kind == "evaluation" and .Policy == "Marked") | [.Status, .Scope, (.By[] | [.Evaluated, .Failed, .OutOfScope])]' out)" \
		    "[\"active\",{\"ExcludeAccounts\":[\"$A\"]},[2,0,2],[1,1,0]]"
	done
	launching -0 --update Marked --scope ExcludeAccounts=
	judge -0 in
	same "$(verdicts Marked | grep -c Failed)" 3
}

@test "POL-23: --update changes that policy's line and leaves the others as they are, byte for byte" {
	policies
	printf '{ "PolicyId": "Many",  "Status": "active", "CreatedAt": "2026-01-01T00:00:00Z", "UpdatedAt": "2026-01-01T00:00:00Z"}\n' >L
	launching -0 --launch Marked
	head -n 1 L >other
	launching -0 --update Marked --scope ExcludeAccounts=$A,$B --severity 95 --remediation 'Ask "us".' --now 2026-11-22
	same "$(tail -n 1 L)" "{\"PolicyId\":\"Marked\",\"Status\":\"active\",\"Scope\":{\"ExcludeAccounts\":[\"$A\",\"$B\"]},\"Severity\":95,\"Remediation\":\"Ask \\\"us\\\".\",\"CreatedAt\":\"2026-11-20T00:00:00Z\",\"UpdatedAt\":\"2026-11-22T00:00:00Z\"}"
	head -n 1 L | cmp - other
	launching -0 --update Marked --severity default
	same "$(tail -n 1 L | jq -c '[.Severity, .Scope.ExcludeAccounts[1], .Remediation]')" "[null,\"$B\",\"Ask \\\"us\\\".\"]"
}

@test "POL-24: a deleted policy's line stays and says so; launched again it begins anew, a suspended one as it was" {
	policies
	launching -0 --launch Marked --severity 5
	launching -0 --delete Marked
	same "$(jq -r .Status L)" deleted
	launching -0 --delete Marked
	same "$output" 'Marked is deleted already'
	launching -3 --update Marked --severity 1
	launching -3 --suspend Marked
	same "$stderr" 'qrie-eval: L: Marked is not launched'
	launching -0 --launch Marked --now 2026-11-25
	same "$(jq -c '[.Status, .Severity, .CreatedAt, .UpdatedAt]' L)" '["active",null,"2026-11-20T00:00:00Z","2026-11-25T00:00:00Z"]'
	launching -0 --update Marked --severity 6
	launching -0 --suspend Marked
	launching -0 --launch Marked
	same "$(jq -c '[.Status, .Severity]' L)" '["active",6]'
	launching -0 --launch Marked
	same "$output" 'Marked is active already'
	launching -3 --launch Marked --severity 7
	same "$stderr" 'qrie-eval: L: Marked is active already: --update changes it'
}

# follow: one run of all on the file in, at a day of November.
follow() {
	qrie-eval -a -d p -l L --now "2026-11-$1T00:00:00Z" in | qrie-diff -F findings.ndjson >/dev/null
	jq -r 'select(.Kind == "finding") | "\(.Id[13:]) \(.State) \(.ResolvedReason)"' findings.ndjson
}

@test "FND-07, TST-02: deleting or suspending a policy resolves its findings as POLICY_SUSPENDED, by the command that it prints" {
	policies
	{ bucket one; bucket two "$B"; } >in
	launching -0 --launch Marked,Many
	same "$(follow 02)" $'one#Many ACTIVE null\none#Marked ACTIVE null\ntwo#Many ACTIVE null\ntwo#Marked ACTIVE null'
	launching -0 --delete Marked
	sed -n "s/^\tqrie-eval/& -d p --now 2026-11-03/p" <<<"$output" >command
	run -0 sh command
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id[13:]) \(.State) \(.ResolvedReason)"' findings.ndjson)" \
	    $'one#Many ACTIVE null\none#Marked RESOLVED POLICY_SUSPENDED\ntwo#Many ACTIVE null\ntwo#Marked RESOLVED POLICY_SUSPENDED'
	launching -0 --suspend Many
	same "$(follow 04 | grep -c 'RESOLVED POLICY_SUSPENDED')" 4
	same "$(jq -c 'select(.Kind == "evaluation" and .Policy != "*") | [.Policy, .Status, .By]' findings.ndjson)" \
	    $'["Many","suspended",[]]\n["Marked","suspended",[]]'
	launching -0 --launch Many
	same "$(follow 05 | grep Many)" $'one#Many ACTIVE null\ntwo#Many ACTIVE null'
}

@test "FND-08, FND-09, TST-03, TST-04: leaving an account out resolves its findings as SCOPE_EXCLUDED, taking it in again reopens them" {
	policies
	{ bucket one; bucket two "$B"; bucket mended; } >in
	launching -0 --launch Marked
	same "$(follow 02 | grep -c ACTIVE)" 3
	launching -0 --update Marked --scope "ExcludeAccounts=$A"
	same "$(follow 03)" $'mended#Marked RESOLVED SCOPE_EXCLUDED\none#Marked RESOLVED SCOPE_EXCLUDED\ntwo#Marked ACTIVE null'
	sed -i.old '/mended/s/"Mark":true/"Mark":false/; s/2026-11-01T00/2026-11-04T00/' in
	launching -0 --update Marked --scope '{"ExcludeAccounts": []}'
	same "$(follow 05 | grep -v mended)" $'one#Marked ACTIVE null\ntwo#Marked ACTIVE null'
	same "$(follow 05 | grep mended | cut -d' ' -f2)" RESOLVED
}

@test "a severity of 0 is one: it is in findings and evaluation records, and counts as INFORMATIONAL" {
	policies
	bucket one >in
	launching -0 --launch Marked --severity 0
	judge -0 in
	same "$(jq -c 'select(.Policy == "Marked") | [.Kind, .Severity, .SeverityLabel]' out)" \
	    $'["finding",0,"INFORMATIONAL"]\n["evaluation",0,"INFORMATIONAL"]'
}

@test "scopes by region: what is in none of those to include, or in one to exclude, is out of scope" {
	policies
	{ bucket eu; bucket us "$A" "" "" us-east-1; bucket nowhere "$A" "" "" global; } >in
	launching -0 --launch Marked --scope IncludeRegions=eu-west-1,global
	judge -0 in
	same "$(verdicts Marked)" $'eu Failed\nus OutOfScope\nnowhere Failed'
	launching -0 --update Marked --scope ExcludeRegions=eu-west-1 --scope "IncludeAccounts=$A"
	judge -0 in
	same "$(verdicts Marked)" $'eu OutOfScope\nus Failed\nnowhere Failed'
}

@test "scopes by tags: all tags to include must be there with one of their values, none to exclude; case counts" {
	policies
	mark='{"Mark":true}'
	{
		bucket both "$A" "$mark" '{"Environment":"prod","Owner":"x"}'
		bucket other-value "$A" "$mark" '{"Environment":"dev","Owner":"x"}'
		bucket one-lacks "$A" "$mark" '{"Environment":"prod"}'
		bucket case "$A" "$mark" '{"environment":"prod","Owner":"x"}'
		bucket none "$A" "$mark" '{}'
		bucket escaped "$A" "$mark" '{"\u0045nvironment":"pr\u006fd","Owner":""}'
		bucket excluded "$A" "$mark" '{"Environment":"staging","Owner":"x","a b":"c"}'
	} >in
	launching -0 --launch Marked --scope '{"IncludeTags": {"Environment": ["prod", "staging"], "Owner": []}, "ExcludeTags": {"a b": "c"}}'
	judge -0 in
	same "$(verdicts Marked)" "$(printf '%s\n' 'both Failed' 'other-value OutOfScope' 'one-lacks OutOfScope' 'case OutOfScope' \
	    'none OutOfScope' 'escaped Failed' 'excluded OutOfScope')"
	launching -0 --update Marked --scope IncludeTags.Environment=prod,staging --scope IncludeTags.Owner= --scope 'ExcludeTags.a b=c'
	same "$(jq -c .Scope L)" '{"IncludeTags":{"Environment":["prod","staging"],"Owner":[]},"ExcludeTags":{"a b":["c"]}}'
}

@test "tags that could not be read make a scope by tags unknown, unless another tag, or the account, decides" {
	policies
	missing='"Unreadable":[{"Path":".Tags.Environment","Operation":"plan","Code":"KnownAfterApply","Permission":null}]'
	{
		bucket null "$A" '{"Mark":false}' null
		bucket later "$A" '{"Mark":true}' '{"Owner":"x"}' '' "$missing"
		bucket decided "$A" '{"Mark":true}' '{"Skip":"yes"}' '' "$missing"
		bucket elsewhere "$B" '{"Mark":true}' null
		bucket known "$A" '{"Mark":true}' '{"Environment":"prod"}' '' '"Unreadable":[{"Path":".Tags.Owner","Code":"X"}]'
	} >in
	launching -0 --launch Marked --scope IncludeTags.Environment=prod --scope ExcludeTags.Skip=yes --scope "IncludeAccounts=$A"
	judge -0 in
	same "$(verdicts Marked)" $'null Unknown\nlater Unknown\ndecided OutOfScope\nelsewhere OutOfScope\nknown Failed'
	same "$(jq -c 'select(.Kind == "finding" and .State == "UNKNOWN") | [.Message, .Evidence.Unreadable[].Code]' out)" \
	    $'["could not read .Tags: NotKnown","NotKnown"]\n["could not read .Tags.Environment: KnownAfterApply","KnownAfterApply"]'
	judge -0 --check 1 in
}

@test "two resources that differ in their tags alone are judged by their own tags: what is remembered knows no scope" {
	policies
	{ bucket in "$A" '{"Mark":true}' '{"T":"1"}'; bucket out "$A" '{"Mark":true}' '{"T":"2"}'
	  bucket in-again "$A" '{"Mark":true}' '{"T":"1"}'; } >in
	launching -0 --launch Marked --scope IncludeTags.T=1
	judge -0 in
	same "$(verdicts Marked)" $'in Failed\nout OutOfScope\nin-again Failed'
}

@test "scopes by organizational unit: an account is in the units above it, by id, name or path; else it is unknown" {
	policies
	cat >accounts <<-E
	{"AccountId": "$A", "OU": "r-abcd/Production/Web"}
	{"AccountId": "$B", "OU": ["r-abcd/Sandbox"]}
	# the next one is nowhere
	777788889999
	E
	{ bucket one; bucket two "$B"; bucket three 777788889999; } >in
	launching -0 --launch Marked --scope IncludeOUs=Production
	judge -3 in
	[[ $stderr == "qrie-eval: L: the scope of Marked names organizational units: --accounts must say"* ]]
	judge -0 --accounts accounts in
	same "$(verdicts Marked)" $'one Failed\ntwo OutOfScope\nthree Unknown'
	same "$(jq -r 'select(.Kind == "finding" and .State == "UNKNOWN").Message' out)" 'could not read .AccountId: UnitNotKnown'
	for scope in IncludeOUs=r-abcd/Production/ IncludeOUs=Web ExcludeOUs=Sandbox; do
		launching -0 --update Marked --scope "$scope"
		judge -0 --accounts accounts in
		same "$scope: $(verdicts Marked | tr '\n' ' ')" "$scope: one Failed two OutOfScope three Unknown "
	done
	echo "{\"AccountId\": \"$A\", \"OU\": 7}" >bad
	judge -3 --accounts bad in
	same "$stderr" 'qrie-eval: bad:1: OU is neither a text nor a list of texts'
	for scope in IncludeOUs=Prod IncludeOUs=r-abcd/Prod IncludeOUs=Production/Web/More; do
		launching -0 --update Marked --scope "$scope"
		judge -0 --accounts accounts in
		same "$scope: $(verdicts Marked | tr '\n' ' ')" "$scope: one OutOfScope two OutOfScope three Unknown "
	done
}

@test "--accounts takes an inventory: its AWS::Organizations::Account records say in which units accounts are" {
	policies
	cat >in <<-E
	{"Kind":"resource","ARN":"a","ResourceType":"AWS::Organizations::Account","AccountId":"999900001111","Configuration":{"Id":"$A","Parents":[{"Id":"ou-abcd-11111111","Type":"ORGANIZATIONAL_UNIT"}]}}
	{"Kind":"resource","ARN":"b","ResourceType":"AWS::Organizations::Account","AccountId":"999900001111","Configuration":{"Id":"$B","Parents":[{"Id":"ou-abcd-33333333"}],"Paths":["o-1/r-abcd/ou-abcd-22222222/ou-abcd-33333333/"]}}
	E
	{ bucket one; bucket two "$B"; } >>in
	launching -0 --launch Marked --scope IncludeOUs=ou-abcd-22222222
	judge -0 --accounts in in
	same "$(verdicts Marked | grep -v '^ ')" $'one OutOfScope\ntwo Failed'
	launching -0 --update Marked --scope ExcludeOUs=ou-abcd-11111111
	judge -0 --accounts in in
	same "$(verdicts Marked | grep -v '^ ')" $'one OutOfScope\ntwo Failed'
}

@test "a scope is validated before anything is written: keys spelled as others do are named, and so is the right one" {
	policies
	launching -0 --launch Marked
	cp L before
	for case in 'exclude_accounts=|Scope has no exclude_accounts; it is spelled ExcludeAccounts' \
	    'excluded_accounts=|Scope has no excluded_accounts; it is spelled ExcludeAccounts' \
	    '{"IncludeOuPaths": []}|Scope has no IncludeOuPaths; it is spelled IncludeOUs' \
	    '{"Colour": []}|Scope has no Colour' \
	    'ExcludeAccounts=12345|ExcludeAccounts: 12345 is no account id of twelve digits' \
	    '{"ExcludeAccounts": [111122223333]}|ExcludeAccounts is no list of texts' \
	    '{"ExcludeAccounts": "111122223333"}|ExcludeAccounts is no list of texts' \
	    '{"IncludeTags": ["a"]}|IncludeTags is no object of lists of texts, such as {"Environment": ["prod"]}' \
	    '{"IncludeTags": {"a": 1}}|IncludeTags is no object of lists of texts, such as {"Environment": ["prod"]}' \
	    'IncludeRegions=Frankfurt|IncludeRegions: Frankfurt is no region' \
	    '{"IncludeOUs": [""]}|IncludeOUs:  is no organizational unit' \
	    '{"IncludeOUs": [], "IncludeOUs": []}|IncludeOUs is there twice' \
	    '{"IncludeOUs"|Scope is no JSON: expected a colon at byte 14' \
	    'IncludeTags=a|IncludeTags=a: write IncludeTags.TAG=VALUE,...' \
	    'IncludeOUs|IncludeOUs: write IncludeOUs=VALUE,...'; do
		launching -3 --update Marked --scope "${case%%|*}"
		same "$stderr" "qrie-eval: L: ${case#*|}"
		cmp L before
	done
	launching -3 --update Marked --scope IncludeOUs=a --scope IncludeOUs=b
	same "$stderr" 'qrie-eval: L: IncludeOUs is there twice'
	run -3 --separate-stderr qrie-eval -d p -l L --launch Markd
	same "$stderr" 'qrie-eval: no policy Markd in p'
	for severity in -1 101 high 1.5 ''; do
		launching -3 --update Marked --severity "$severity"
		same "$stderr" "qrie-eval: L: Severity $severity is no whole number from 0 to 100"
	done
	cmp L before
}

@test "when one of several policies cannot be changed, none is" {
	policies
	launching -0 --launch Marked
	cp L before
	launching -3 --launch Many,Marked --severity 3
	cmp L before
}

@test "a launched file that is wrong is named with its line, and nothing is judged or written" {
	policies
	bucket one >in
	good='{"PolicyId":"Marked","Status":"active","Scope":{},"CreatedAt":"2026-11-20","UpdatedAt":"2026-11-20"}'
	for case in 's/Scope/Scop/|a launched policy has no Scop; it is spelled Scope' 's/"active"/"paused"/|Status is none of active, suspended, deleted' \
	    's/{}/{"ExcludeAccount":[]}/|Scope has no ExcludeAccount; it is spelled ExcludeAccounts' 's/{}/[]/|Scope is no object' \
	    's/{}/{},"Severity":"90"/|Severity is no whole number from 0 to 100' 's/Marked//|PolicyId is no policy'"'"'s id' \
	    's/{}/{},"Parameters":1/|Parameters is no object' 's/2026-11-20/soon/|CreatedAt or UpdatedAt is no time' \
	    's/.$//|unfinished text at byte 100'; do
		{ echo; sed "${case%%|*}" <<<"$good"; } >L
		cp L before
		judge -3 in
		same "$stderr" "qrie-eval: L:2: ${case#*|}"
		launching -3 --launch Many
		cmp L before
	done
	printf '%s\n' "$good" "$good" >L
	judge -3 in
	same "$stderr" 'qrie-eval: L:2: Marked is there twice'
	sed 's/Marked/Gone/' <<<"$good" >L
	judge -3 in
	same "$stderr" 'qrie-eval: no policy Gone in p'
	: >L
	judge -3 in
	same "$stderr" 'qrie-eval: L: no policy was launched'
	rm L
	judge -3 in
	launching -0 --launch Marked
	judge -3 -p Many in
	same "$stderr" 'qrie-eval: L: none of the policies named was launched'
}

@test "many who launch at the same time all get their line" {
	mkdir -p p/s3
	for n in 1 2 3 4 5 6 7 8; do
		printf 'module {"Title": "t", "ResourceType": "AWS::S3::Bucket", "Severity": 1, "Remediation": "r"}; def violation: empty;\n' >p/s3/P$n.jq
	done
	for n in 1 2 3 4 5 6 7 8; do
		qrie-eval -d p -l L --launch P$n >/dev/null &
	done
	wait
	same "$(jq -r .PolicyId L | sort | tr -d '\n')" P1P2P3P4P5P6P7P8
	[ ! -e L.tmp ]
}

@test "parameters are those of the metadata, of the launched file over these, and of --parameters over both" {
	policies
	bucket one >in
	launching -0 --launch Many
	judge -0 in
	same "$(jq -c 'select(.Kind == "finding").Message' out)" '"more than 3"'
	launching -0 --update Many --parameter Most=4 --parameter Words=x,y
	same "$(jq -c .Parameters L)" '{"Most":4,"Words":["x","y"]}'
	judge -0 in
	same "$(jq -c 'select(.Kind == "finding").Evidence.Parameters' out)" '{"Most":4,"Words":["x","y"],"Any":[],"Strict":true,"Name":"n","Free":null,"Map":{"k":1}}'
	echo '{"Many": {"Most": 5, "Map": {"z": 2}}}' >parameters
	judge -0 --parameters parameters in
	same "$(verdicts Many)" 'one Passed'
	printf '%s\n' '{"Many": {"Most": 4}}' '{"Many": {"Strict": false}, "Marked": {}}' >parameters
	run -0 qrie-eval -d p --parameters parameters -p Many in
	same "$(jq -c 'select(.Kind == "finding").Evidence.Parameters | [.Most, .Words, .Strict]' <<<"$output")" '[4,["a"],false]'
	same "$(qrie-eval -d p --list -f json -p Many --parameters parameters | jq -c '.Parameters | [.Most, .Strict]')" '[4,false]'
}

@test "a parameter that the policy does not have, or of another type than its own, is an error" {
	policies
	bucket one >in
	for case in '{"Many": {"most": 1}}|Many has no parameter most; it is spelled Most' \
	    '{"Many": {"Colour": 1}}|Many has no parameter Colour' '{"Many": []}|the parameters of Many are no object' \
	    '{"Many": {"Most": "9"}}|Many'"'"'s parameter Most is a number, not a text' \
	    '{"Many": {"Strict": 1}}|Many'"'"'s parameter Strict is true or false, not a number' \
	    '{"Many": {"Name": null}}|Many'"'"'s parameter Name is a text, not null' \
	    '{"Many": {"Words": ["a", 1]}}|Many'"'"'s parameter Words holds a text in each place, not a number' \
	    '{"Many": {"Map": {"k": "v"}}}|Many'"'"'s parameter Map holds a number in each place, not a text' \
	    '{"Manny": {}}|no policy Manny in p' '[]|not an object' '{"Many"|no JSON: expected a colon'; do
		echo "${case%%|*}" >parameters
		run -3 --separate-stderr qrie-eval -d p --parameters parameters in
		same "$stderr" "qrie-eval: parameters: ${case#*|}"
	done
	launching -3 --launch Many --parameter Mst=1
	same "$stderr" 'qrie-eval: L: Many has no parameter Mst; it is spelled Most'
	launching -3 --launch Many --parameter Most=many
	same "$stderr" "qrie-eval: L: Many's parameter Most is a number, not a text"
	launching -3 --launch Many --parameter Most
	same "$stderr" 'qrie-eval: L: Most: write NAME=VALUE'
	[ ! -e L ]
	echo '{"Many": {"Any": [1, "x", null], "Free": {"a": 1}, "Map": {}}}' >parameters
	run -0 qrie-eval -d p --parameters parameters in
}

@test "POL-03: a bucket that the parameter Allowed lists may be public, whether launched or in a file; others may not" {
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","Configuration":{"PublicAccessBlockConfiguration":null}}\n' \
	    www.example.com www.example.com-logs >in
	public() {
		qrie-eval -p S3BucketPublic "$@" in | jq -r 'select(.Kind == "finding").ARN[13:]' | tr '\n' ' '
	}
	same "$(public)" 'www.example.com www.example.com-logs '
	echo '{"S3BucketPublic": {"Allowed": ["www.example.com"]}}' >parameters
	same "$(public --parameters parameters)" 'www.example.com-logs '
	qrie-eval -l L --launch S3BucketPublic --parameter Allowed=www.example.com >/dev/null
	same "$(public -l L)" 'www.example.com-logs '
	same "$(public -l L --no-projection)" 'www.example.com-logs '
}

@test "qrie-seed's launched policies are a file for -l: six judge, the seventh is suspended" {
	qrie-seed data -o data
	run -0 qrie-eval -l data/policies.ndjson /dev/null
	same "$(jq -r 'select(.Policy != "*").Status' <<<"$output" | sort | uniq -c | tr -s ' ' | tr '\n' ';')" ' 6 active; 1 suspended;'
}

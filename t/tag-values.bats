# Where qrie-tag takes values from that resources lack: options, a map, findings, events, deployments.
load helper
load emulator

setup_file() {
	export BATS_TEST_TIMEOUT=300
	moto_start
}

teardown_file() {
	emulators_stop
}

good='{"Environment":"prod","Owner":"web-team","CostCenter":"CC-1","CreatedAt":"2026-01-01T00:00:00Z","Project":"website","ComplianceStatus":"compliant"}'

# resource NAME JQ [TYPE]: a bucket's record, or another type's, with the good tags changed by a jq program.
resource() {
	jq -cn "{Kind: \"resource\", ARN: \"arn:aws:s3:::$1\", ResourceType: \"${3:-AWS::S3::Bucket}\", AccountId: \"111122223333\",
		Region: \"eu-west-1\", AccountService: \"111122223333_s3\", Source: \"aws\", DescribeTime: \"2026-11-22T21:00:00Z\",
		Tags: ($good | $2), Configuration: {}}"
}

# planned JQ ARGUMENT...: what the plans for the file "in" say.
planned() {
	run -0 --separate-stderr qrie-tag "${@:2}" in
	same "$stderr" ""
	printf '%s' "$output" >plan
	run -0 jq -cr "$1" plan
}

on_moto() {
	export QRIE_SHARE=$QRIE_TOP/share
	emulator_client "$MOTO_URL"
	curl -sf -o /dev/null -X POST "$MOTO_URL/moto-api/reset"
}

tagged() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" "$@"
}

standing() {
	jq -r .ARN inventory | tagged show
}

@test "TAG-04: --set gives a value to what is missing, and leaves what is there" {
	{ resource a 'del(.Owner, .CostCenter)'; resource b 'del(.Owner) + {owner: "shop"}'; resource c .; } >in
	planned '[.ARN, .Missing, .Rename, .Set]' --set Owner=web --set CostCenter=CC-9
	same "$output" '["arn:aws:s3:::a",["Owner","CostCenter"],{},{"Owner":"web","CostCenter":"CC-9"}]
["arn:aws:s3:::b",[],{"owner":"Owner"},{}]'
	resource a 'del(.Owner)' >in
	planned '[.Set, .Was]' --set Team=web
	same "$output" '[{"Team":"web"},{"Team":null}]'
	planned .Set --set Owner=web --set Team=shop --set Owner=ops
	same "$output" '{"Owner":"ops"}'
}

@test "--set takes any key, values with = in them, and empty ones; a key alone is wrong" {
	resource a '.extra = "mine"' >in
	planned .Set --set extra=yours --set more=a=b --set none= --set Name=n
	same "$output" '{"Name":"n","more":"a=b","none":""}'
	run -3 --separate-stderr qrie-tag --set Owner in
	same "$stderr" "qrie-tag: --set: Owner is not key=value"
	run -3 --separate-stderr qrie-tag --set =x in
	same "$stderr" "qrie-tag: --set: =x is not key=value"
}

@test "TAG-13: a value that the rules or the service refuse is told, with one that would do, and not set" {
	{ resource a 'del(.Environment)'; resource k 'del(.Environment)' AWS::KMS::Key; } >in
	planned '[.Set, .Invalid[]]' --set Environment=live --set Frameworks=SOC2,PCI-DSS
	same "$output" '[{},{"Key":"Environment","Value":"live","Allowed":["dev","staging","prod"],"Suggested":"prod"},{"Key":"Frameworks","Value":"SOC2,PCI-DSS","Rule":"the value may have letters, digits, blanks and _.:/=+-@ only","Suggested":"SOC2-PCI-DSS"}]
[{},{"Key":"Environment","Value":"live","Allowed":["dev","staging","prod"],"Suggested":"prod"},{"Key":"Frameworks","Value":"SOC2,PCI-DSS","Rule":"the value may have letters, digits, blanks and _.:/=+-@ only","Suggested":"SOC2-PCI-DSS"}]'
	resource k . AWS::EC2::Volume >in
	planned .Set --set Frameworks=SOC2,PCI-DSS
	same "$output" '{"Frameworks":"SOC2,PCI-DSS"}'
}

@test "Default in the rules gives a value to what is missing, and everything else goes before it" {
	echo '{"Keys": [{"Key": "CostCenter", "Required": true, "Default": "shared"}]}' >rules
	{ resource a 'del(.CostCenter)'; resource b .; } >in
	planned '[.ARN[-1:], .Set]' -c rules
	same "$output" '["a",{"CostCenter":"shared"}]'
	planned .Set -c rules --set CostCenter=CC-2
	same "$output" '{"CostCenter":"CC-2"}'
}

@test "--map: the most specific line that has a key counts, before --set; names are exact unless it says pattern" {
	cat >map <<-'END'
		{"Tags": {"Owner": "everybody", "CostCenter": "CC-0", "Project": "none"}}
		{"AccountId": "111122223333", "Tags": {"Owner": "account"}}
		{"NamePattern": "web-*", "Tags": {"Owner": "web"}}
		{"NamePattern": "web-prod-*", "Tags": {"Owner": "web-prod"}}
		{"Name": "web-prod-*", "Tags": {"Owner": "no glob"}}
		{"ARNPattern": "arn:aws:s3:::web-prod-db*", "Tags": {"Owner": "db"}}
		{"ARN": "arn:aws:s3:::web-prod-db-1", "Tags": {"Owner": "exact"}}
		{"ARN": "arn:aws:s3:::web-prod-db-1", "AccountId": "444455556666", "Tags": {"Owner": "another account"}}
		{"ResourceType": "AWS::SNS::Topic", "Tags": {"Owner": "topics"}}
	END
	for name in other web-1 web-prod-1 web-prod-db-2 web-prod-db-1; do resource "$name" 'del(.Owner)'; done >in
	resource x 'del(.Owner) + {Name: "web-7"}' >>in
	planned '"\(.ARN[13:]) \(.Set.Owner)"' --map map --set Owner=given
	same "$output" "other account
web-1 web
web-prod-1 web-prod
web-prod-db-2 db
web-prod-db-1 exact
x web"
	resource a 'del(.Owner, .CostCenter, .Project)' >in
	planned .Set --map map
	same "$output" '{"Owner":"account","CostCenter":"CC-0","Project":"none"}'
	planned .Set --map <(echo '{"ARN": "arn:aws:s3:::a", "Tags": {"Owner": "one", "mine": "x"}}') --set CostCenter=CC-3
	same "$output" '{"Owner":"one","CostCenter":"CC-3","mine":"x"}'
	planned .Set.Owner --map <(printf '%s\n' '{"Name": "a", "Tags": {"Owner": "one"}}' '{"Name": "a", "Tags": {"Owner": "two"}}')
	same "$output" two
}

@test "--map: a line that is not understood is named and stops the run" {
	while read -r line why; do
		printf '{"Tags": {}}\n%s\n' "$line" >map
		run -3 --separate-stderr qrie-tag --map map /dev/null
		same "$stderr" "qrie-tag: map:2: $why"
	done <<-'END'
		{"Tags":{"Owner":1}} Tags is not an object of texts
		{"ARN":"a"} Tags is not an object of texts
		{"Arn":"a","Tags":{}} it has a member that is none of ARN, ARNPattern, Name, NamePattern, ResourceType, AccountId, Tags
		{"AccountId":1,"Tags":{}} what it is for is not a text
		[] not an object
	END
	run -3 --separate-stderr qrie-tag --map none /dev/null
	same "$stderr" "qrie-tag: none: No such file or directory"
}

verdicts() {
	printf '{"Kind":"verdicts","ARN":"arn:aws:s3:::%s","DescribeTime":"2026-11-22T%s:00:00Z","Passed":%s,"Failed":%s,"Unknown":%s,"OutOfScope":[]}\n' "$@"
}

@test "TAG-05: ComplianceStatus is what the last verdicts say, over what is there" {
	verdicts a 21 '["P"]' '[]' '[]' >findings
	verdicts b 21 '["P"]' '["Q"]' '[]' >>findings
	verdicts c 21 '["P"]' '[]' '["Q"]' >>findings
	verdicts d 21 '[]' '[]' '[]' >>findings
	verdicts e 21 '["P"]' '["Q"]' '[]' >>findings
	verdicts e 22 '["P","Q"]' '[]' '[]' >>findings
	verdicts e 20 '[]' '["Q"]' '[]' >>findings
	for name in a b c d e f; do resource "$name" 'del(.ComplianceStatus)'; done >in
	planned '"\(.ARN[-1:]) \(.Set.ComplianceStatus)"' --findings findings
	same "$output" "$(printf '%s\n' 'a compliant' 'b non-compliant' 'c unknown' 'd null' 'e compliant' 'f null')"
	for name in a b c d; do resource "$name" .; done >in
	planned '"\(.ARN[-1:]) \(.Set.ComplianceStatus) \(.Was.ComplianceStatus) \(.Invalid)"' --findings findings
	same "$output" "$(printf '%s\n' 'b non-compliant compliant []' 'c unknown compliant []')"
	resource b 'del(.ComplianceStatus) + {compliance: "x"}' >in
	planned '[.Rename, .Set]' --findings findings
	same "$output" '[{"compliance":"ComplianceStatus"},{"ComplianceStatus":"non-compliant"}]'
}

@test "TAG-05: findings alone tell what fails; what was never judged, or is out of scope, is not called compliant" {
	{
		for state in a:ACTIVE:null a:RESOLVED:RESOURCE_COMPLIANT b:UNKNOWN:null b:RESOLVED:RESOURCE_COMPLIANT \
			c:RESOLVED:RESOURCE_COMPLIANT d:RESOLVED:POLICY_SUSPENDED e:RESOLVED:SCOPE_EXCLUDED; do
			IFS=: read -r name word reason <<<"$state"
			printf '{"Kind":"finding","ARN":"arn:aws:s3:::%s","State":"%s","ResolvedReason":"%s"}\n' "$name" "$word" "$reason"
		done
	} >findings
	for name in a b c d e f; do resource "$name" 'del(.ComplianceStatus)'; done >in
	planned '"\(.ARN[-1:]) \(.Set.ComplianceStatus)"' --findings findings
	same "$output" "$(printf '%s\n' 'a non-compliant' 'b unknown' 'c compliant' 'd null' 'e null' 'f null')"
	echo '{"Kind":"finding","State":"ACTIVE"}' >>findings
	run -2 --separate-stderr qrie-tag --findings findings in
	same "$stderr" "qrie-tag: findings:8: record without ARN"
	run -3 --separate-stderr qrie-tag --findings none in
	same "$stderr" "qrie-tag: none: No such file or directory"
}

@test "TAG-05: a bucket goes from compliant to not, and its tag with it" {
	on_moto
	tagged make bucket 1 "$good" >inventory
	jq -c '.Configuration = {PublicAccessBlockConfiguration: {BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true}}' inventory >then
	jq -c '.Configuration = {PublicAccessBlockConfiguration: null} | .DescribeTime = "2026-11-23T21:00:00Z"' inventory >now
	qrie-eval -a -p S3BucketPublic then >evaluated
	qrie-tag --findings evaluated then >plan
	[ ! -s plan ]
	qrie-eval -a -p S3BucketPublic now >evaluated
	qrie-tag --findings evaluated now | qrie-tag --apply >said
	same "$(standing | jq -Rr 'split(" ")[1] | fromjson | .ComplianceStatus')" non-compliant
	qrie-eval -a -p S3BucketPublic then | jq -c 'if .DescribeTime then .DescribeTime = "2026-11-24T21:00:00Z" else . end' >evaluated
	jq -c '.Tags.ComplianceStatus = "non-compliant"' now >later
	qrie-tag --findings evaluated later | qrie-tag --apply >said
	same "$(standing | cut -d' ' -f2 | jq -S .)" "$(jq -S . <<<"$good")"
}

@test "TAG-09: --auto-revert on adds both tags, to what Terraform manages or nobody is said to" {
	on_moto
	tagged make bucket 2 '{"a": "b"}' >inventory
	jq -c 'select(.ARN | endswith("-1"))' inventory | qrie-tag --auto-revert on | qrie-tag --apply >said
	same "$(standing | cut -d' ' -f2)" "$(printf '%s\n' '{"a":"b"}' '{"AutoRevert":"true","ManagedBy":"terraform","a":"b"}')"
	{ resource a '.ManagedBy = "terraform"'; resource b '.AutoRevert = "false"'; resource c '.ManagedBy = "hand"'
		resource d '. + {AutoRevert: "true", ManagedBy: "terraform"}'; } >in
	planned '[.ARN[-1:], .Set, .Remove, .Missing, .Invalid[].Rule]' --auto-revert on
	same "$output" '["a",{"AutoRevert":"true"},[],[]]
["b",{"ManagedBy":"terraform","AutoRevert":"true"},[],[]]
["c",{},[],[],"only what terraform manages can be put right"]'
}

@test "TAG-10: --auto-revert off takes AutoRevert from all that have it, no other tag changes, and the number is told" {
	on_moto
	tagged make bucket 20 '{"ManagedBy": "terraform", "env": "live"}' >inventory
	head -n 5 inventory | qrie-tag --auto-revert on | qrie-tag --apply >said
	jq -c '.Tags = {ManagedBy: "terraform", env: "live"}' inventory >bare
	jq -c '.Tags.AutoRevert = "true"' <(head -n 5 bare) >inventory
	tail -n 15 bare >>inventory
	qrie-tag --auto-revert off inventory >plan
	same "$(wc -l <plan)" 5
	run -0 --separate-stderr qrie-tag --apply -v plan
	same "$stderr" "qrie-tag: 5 resources changed, 0 were as they should be, 0 failed"
	same "$(standing | cut -d' ' -f2 | uniq -c | sed 's/^ *//')" '20 {"ManagedBy":"terraform","env":"live"}'
}

@test "TAG-11: every resource of a deployment gets its id, the newest deployment's" {
	on_moto
	tagged make bucket 3 '{"x": "y"}' >inventory
	tagged make topic 1 >>inventory
	jq -cs '{Kind: "deployment", DeploymentId: "d-1", DeployedAt: "2026-11-01T00:00:00Z", ResourceARNs: map(.ARN)}' inventory >deployments
	jq -cs '{Kind: "deployment", DeploymentId: "d-2", DeployedAt: "2026-11-02T00:00:00Z", ResourceARNs: [.[1, 3].ARN]}' inventory >>deployments
	jq -c '.DeploymentId = "d-0" | .DeployedAt = "2026-10-01T00:00:00Z"' <(head -n 1 deployments) >>deployments
	qrie-tag --deployments deployments inventory | jq -c '.Set |= {DeploymentId} | .Rename = {}' | qrie-tag --apply >said
	same "$(standing | cut -d' ' -f2 | jq -r .DeploymentId | xargs)" "d-1 d-2 d-1 d-2"
	resource bucket-0 '.DeploymentId = "d-0"' >in
	planned '[.Set, .Was]' --deployments deployments
	same "$output" '[{"DeploymentId":"d-1"},{"DeploymentId":"d-0"}]'
	echo '{"Kind":"deployment","DeploymentId":"d-3"}' >>deployments
	run -3 --separate-stderr qrie-tag --deployments deployments in
	same "$stderr" "qrie-tag: deployments:4: deployment without DeploymentId, DeployedAt or ResourceARNs"
}

@test "TAG-04: the time of creation is that of the first event that made the resource, if the record tells none" {
	event() {
		printf '{"eventSource":"s3.amazonaws.com","eventName":"%s","eventTime":"%s","awsRegion":"eu-west-1","recipientAccountId":"111122223333","requestParameters":{"bucketName":"%s"}}\n' "$@"
	}
	{ event PutBucketPolicy 2025-01-01T00:00:00Z a; event CreateBucket 2025-02-01T00:00:00Z a
		event CreateBucket 2025-03-01T00:00:00Z a; event PutBucketPolicy 2025-01-01T00:00:00Z b
		event CreateBucket 2025-04-01T00:00:00Z c; } >events
	for name in a b c; do resource "$name" 'del(.CreatedAt)'; done >in
	jq -c 'if .ARN[-1:] == "c" then .Configuration.CreationDate = "2024-01-01T00:00:00+00:00" else . end' in >in.2
	mv in.2 in
	planned '"\(.ARN[-1:]) \(.Set.CreatedAt)"' --events events
	same "$output" "$(printf '%s\n' 'a 2025-02-01T00:00:00Z' 'b null' 'c 2024-01-01T00:00:00Z')"
	resource a '.CreatedAt = "last week"' >in
	planned '[.Invalid[].Suggested, .Set.CreatedAt]' --events events
	same "$output" '["2025-02-01T00:00:00Z","2025-02-01T00:00:00Z"]'
	echo '{"eventSource":"s3.amazonaws.com","eventName":"CreateBucket"}' >>events
	run -2 --separate-stderr qrie-tag --events events in
	same "$stderr" "qrie-tag: events:6: an event without eventTime"
}

@test "an event that is said to make a resource is one of those that change it" {
	for file in "$QRIE_TOP"/share/events/*.jq; do
		jq -n --arg text "$(cat "$file")" -e '$text | capture("module (?<m>\\{.*?\\n\\});"; "m").m | fromjson | .Resources
			| all(((.Created // []) - (.Changed // [])) == [])' >/dev/null || { echo "$file"; return 1; }
	done
}

@test "TAG-04, TAG-01: untagged resources have all that is required after one run" {
	on_moto
	tagged make bucket 3 >inventory
	tagged make topic 2 >>inventory
	echo '{"Tags": {"Owner": "web", "Project": "website", "Environment": "prod"}}' >map
	jq -r .ARN inventory | jq -Rc '{Kind: "verdicts", ARN: ., DescribeTime: "2026-11-22T21:00:00Z", Passed: ["P"], Failed: [], Unknown: []}' >evaluated
	qrie-tag --map map --set CostCenter=CC-1 --set CreatedAt=2026-01-01T00:00:00Z --findings evaluated inventory >plan
	same "$(jq -c '.Missing | length' plan | uniq -c | sed 's/^ *//')" "5 6"
	qrie-tag --apply plan >said
	same "$(standing | cut -d' ' -f2 | uniq -c | sed 's/^ *//')" \
		'5 {"ComplianceStatus":"compliant","CostCenter":"CC-1","CreatedAt":"2026-01-01T00:00:00Z","Environment":"prod","Owner":"web","Project":"website"}'
	standing | while read -r arn tags; do jq -c --arg arn "$arn" --argjson tags "$tags" 'select(.ARN == $arn) | .Tags = $tags' inventory; done >again
	same "$(wc -l <again)" 5
	run -0 qrie-tag --findings evaluated again
	same "$output" ""
}

# The buckets, as qrie-collect finds them: moto refuses a call or two.
collect() {
	local status=0
	qrie-collect -q -t s3/bucket >"$1" 2>said || status=$?
	[ "$status" -eq 0 ] || [ "$status" -eq 2 ]
	same "$(jq -c 'select(.Kind == "resource").Tags | type' "$1" | uniq -c | xargs)" '3 object'
}

@test "TAG-04: collected, planned, applied and collected again, buckets without a tag have all that is required" {
	on_moto
	tagged make bucket 3 >inventory
	collect before
	same "$(jq -c 'select(.Kind == "resource").Tags' before | uniq)" '{}'
	qrie-eval -a -p S3BucketPublic before >evaluated
	qrie-tag --set Environment=dev --set Team=web --set CostCenter=CC-1 --set Application=shop --findings evaluated before |
		qrie-tag --apply >said
	collect after
	run -0 --separate-stderr qrie-tag --findings evaluated after
	same "$output$stderr" ""
	same "$(jq -r 'select(.Kind == "resource").Tags | keys_unsorted | sort | join(" ")' after | uniq)" \
		"Application ComplianceStatus CostCenter CreatedAt Environment Team"
}

@test "TAG-09, TAG-14: those that have opted in, and no other, are counted in the inventory and have their drift told" {
	on_moto
	tagged make bucket 3 >inventory
	head -n 2 inventory | qrie-tag --auto-revert on | qrie-tag --apply >said
	collect live
	same "$(jq -c 'select(.Tags.ManagedBy == "terraform" and .Tags.AutoRevert == "true")' live | grep -c .)" 2
	same "$(standing | grep -c '"AutoRevert":"true"')" 2
	jq -c 'select(.Kind == "resource") | .Source = "terraform-state" | .Configuration = {Versioning: {Status: "Enabled"}}' live >desired
	qrie-diff -D desired live >drifted 2>said
	same "$(jq -r .ARN drifted | sort | xargs)" "arn:aws:s3:::bucket-0 arn:aws:s3:::bucket-1"
	jq -c 'select(.Kind == "resource")' live | qrie-tag --auto-revert off | qrie-tag --apply >said
	collect live
	run -0 qrie-diff -D desired live
	[[ $output != *'"Kind":"drift"'* ]]
}

@test "wrong usage: what does not go together, and what is neither on nor off" {
	for options in "--auto-revert on --set a=b" "--auto-revert on -c rules" "--auto-revert off --apply" "--apply --set a=b" "--apply --map x"; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-tag $options
		[[ $stderr == 'usage: qrie-tag '* ]]
	done
	run -3 --separate-stderr qrie-tag --auto-revert maybe
	same "$stderr" "qrie-tag: --auto-revert: maybe is neither on nor off"
}

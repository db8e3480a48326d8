# Only what is needed, and saying what is needed: --for-policies, --explain, --iam-policy and what calls cost.
load helper
load emulator

setup_file() {
	synthetic_start
}

teardown_file() {
	emulators_stop
}

# A client of the made-up AWS, with all collectors.
client() {
	export QRIE_SHARE=${QRIE_SHARE-$QRIE_TOP/share}
	emulator_client "$SYNTHETIC_URL"
	PYTHONPATH=$QRIE_TOP/t/aws "$QRIE_VENV/bin/python" -c 'import hold; hold.ready()'
}

# A share folder with two collectors of this file's own, and policies for one of them.
own_share() {
	mkdir -p share/collectors/iam share/collectors/ec2 share/policies/iam
	ln -s "$QRIE_TOP"/share/{shapes,prices} share/
	cat >share/collectors/iam/user.jq <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Detail": [
    {"Operation": "GetLoginProfile", "Parameters": {"UserName": ".UserName"}, "From": "LoginProfile",
     "Into": "LoginProfile", "NotConfigured": ["NoSuchEntity"], "Permission": "iam:GetLoginProfile"},
    {"Operation": "ListMFADevices", "Parameters": {"UserName": ".UserName"}, "Token": "Marker", "From": "MFADevices",
     "Into": "MFADevices", "Permission": "iam:ListMFADevices"},
    {"Operation": "ListAccessKeys", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
     "From": "AccessKeyMetadata", "Into": "AccessKeys", "Permission": "iam:ListAccessKeys"},
    {"Operation": "GetAccessKeyLastUsed", "Each": "AccessKeys[]", "Parameters": {"AccessKeyId": ".AccessKeyId"},
     "From": "AccessKeyLastUsed", "Into": "LastUsed", "Permission": "iam:GetAccessKeyLastUsed"},
    {"Operation": "ListUserTags", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
     "From": "Tags", "Into": "Tags", "Permission": "iam:ListUserTags"}
  ]
};
def arn($at): .Arn;
EOT
	cat >share/collectors/ec2/instance.jq <<'EOT'
module {
  "ResourceType": "AWS::EC2::Instance", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeInstances", "Token": "NextToken", "Items": "Reservations[].Instances[]",
    "Permission": "ec2:DescribeInstances"},
  "Once": [{"Operation": "DescribeVolumes", "Token": "NextToken", "From": "Volumes", "Key": "VolumeId",
    "Match": "BlockDeviceMappings[].Ebs.VolumeId", "Into": "Volumes", "Permission": "ec2:DescribeVolumes"}]
};
def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):instance/\(.InstanceId)";
EOT
	own_policy Mfa '".Configuration.LoginProfile", ".Configuration.MFADevices"'
	own_policy Keys '".Configuration.AccessKeys[].LastUsed"'
	own_policy Owner '".Tags.Owner"'
	export QRIE_SHARE=$PWD/share
}

# own_policy ID READS: one for users that finds nothing wrong.
own_policy() {
	cat >"share/policies/iam/$1.jq" <<-EOT
		module {"Title": "it is wrong", "ResourceType": "AWS::IAM::User", "Severity": 1, "Remediation": "none",
		  "Reads": [$2]};
		def violation: empty;
	EOT
}

# Nobody to ask, and no credentials to ask with.
offline() {
	unset "${!AWS_@}"
	export AWS_ENDPOINT_URL=http://127.0.0.1:1 AWS_EC2_METADATA_DISABLED=true
}

# asked: the calls that the made-up AWS got, one a line.
asked() {
	curl -sf "$SYNTHETIC_URL/_synthetic" | jq -r '.Calls | keys[]'
}

@test "for every place that a call fills: a policy that reads it has all it needs, nothing else is asked, what is not asked is named and never passes" {
	client
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/needs.py" >said 2>&1 || { grep -v '^[^:]*: \.' said >&2; return 1; }
	[ "$(wc -l <said)" -ge 40 ]
}

@test "--for-policies=ID makes the list call and those whose answers the policy reads, and no other" {
	own_share
	client
	run -0 --separate-stderr qrie-collect --for-policies=Mfa
	same "$stderr" ''
	printf '%s\n' "$output" >resources
	run -0 asked
	same "$output" "$(printf '%s\n' 'iam GetLoginProfile' 'iam ListMFADevices' 'iam ListUsers' 'sts GetCallerIdentity')"
	run -0 jq -rn '[inputs | .ResourceType // empty] | unique | .[]' resources
	same "$output" AWS::IAM::User
}

@test "a call is made, too, if one that is needed needs what it gives; and that of the tags if a policy reads .Tags" {
	own_share
	client
	qrie-collect --for-policies=Keys,Owner >resources
	run -0 asked
	same "$output" "$(printf '%s\n' 'iam GetAccessKeyLastUsed' 'iam ListAccessKeys' 'iam ListUserTags' 'iam ListUsers' \
	    'sts GetCallerIdentity')"
}

@test "--tags asks for the tags beside what policies read, and is refused where it changes nothing" {
	own_share
	client
	qrie-collect --for-policies=Mfa --tags >resources
	run -0 asked
	same "$output" "$(printf '%s\n' 'iam GetLoginProfile' 'iam ListMFADevices' 'iam ListUserTags' 'iam ListUsers' \
	    'sts GetCallerIdentity')"
	run -0 jq -cn 'first(inputs) | .Tags | type' resources
	same "$output" '"object"'
	run -3 --separate-stderr qrie-collect --tags
	[[ $stderr == *"--tags is for --for-policies"* ]]
}

@test "POL-23: a policy whose scope comes to read tags is changed with the command that asks for them, and then it judges" {
	own_share
	client
	run -0 qrie-eval --launch Mfa -l launched
	[[ $output != *--tags* ]]
	run -0 qrie-eval --update Mfa --scope ExcludeTags.NoSuchTag=yes -l launched
	command=$(sed -n 's/^\t\(.*\) | qrie-diff .*/\1/p' <<<"$output")
	[[ $command == "qrie-collect --for-policies=Mfa --tags | qrie-eval -a -p Mfa -l launched" ]]
	bash -c "$command" >judged
	run -0 jq -cn '[inputs | select(.Kind == "verdicts") | .Passed, .Unknown] | unique' judged
	same "$output" '[[],["Mfa"]]'
	bash -c "${command/ --tags/}" >judged
	run -0 jq -cn '[inputs | select(.Kind == "verdicts") | .Unknown] | unique' judged
	same "$output" '[["Mfa"]]'
}

@test "what was not asked is absent, is Unreadable with the code NotAsked, and Tags are null" {
	own_share
	client
	run -0 --separate-stderr qrie-collect --for-policies=Mfa
	printf '%s\n' "$output" >resources
	run -0 jq -cn 'first(inputs) | [.Tags, (.Configuration | has("AccessKeys"), has("Tags")),
	    (.Unreadable | map(.Code) | unique), (.Unreadable | map(.Path)),
	    (.Unreadable[] | select(.Path == ".Configuration.Tags"))]' resources
	same "$output" "$(tr -d '\n' <<-'EOT'
		[null,false,false,["NotAsked"],
		[".Configuration.AccessKeys",".Configuration.AccessKeys[].LastUsed",".Configuration.Tags",".Tags"],
		{"Path":".Configuration.Tags","Operation":"ListUserTags","Code":"NotAsked","Permission":"iam:ListUserTags"}]
	EOT
	)"
}

@test "a later policy that reads what was not asked says UNKNOWN, not that all is well" {
	own_share
	client
	qrie-collect --for-policies=Mfa >resources
	run -0 --separate-stderr qrie-eval -a resources
	printf '%s\n' "$output" >verdicts
	run -0 jq -cn '[inputs | select(.Kind == "verdicts") | [.Passed, .Unknown]] | unique' verdicts
	same "$output" '[[["Mfa"],["Keys","Owner"]]]'
}

@test "--for-policies without a name is for all policies: each verdict is that of a whole inventory" {
	client
	qrie-collect --now @0 >whole
	qrie-collect --now @0 --for-policies >needed
	[ "$(wc -c <needed)" -lt "$(wc -c <whole)" ]
	for inventory in whole needed; do
		run -2 sh -c "qrie-eval -a --now @0 $inventory >verdicts"	# what is made up does not please every rule
		# policies for every resource judge of the whole inventory also what is not in the other
		jq -c --slurpfile needed needed '($needed | map(.ResourceType | strings) | unique) as $types
		    | select(.Kind == "verdicts" and (.Passed + .Failed + .Unknown != []) and (.ResourceType | IN($types[])))
		    | {ARN, Passed, Failed, Unknown}' verdicts >"$inventory.verdicts"
	done
	[ -s whole.verdicts ]
	cmp whole.verdicts needed.verdicts
}

@test "policies whose type nobody collects are named, and the status says so" {
	client
	own_share
	sed 's/AWS::IAM::User/AWS::No::Such/' share/policies/iam/Mfa.jq >share/policies/iam/Nobody.jq
	run -2 --separate-stderr qrie-collect --for-policies=Nobody,Mfa
	[[ $stderr == *'Nobody.jq: no collector has resources of its type AWS::No::Such'* ]]
	run -3 --separate-stderr qrie-collect --for-policies=Nobody
	run -3 --separate-stderr qrie-collect --for-policies=NoSuchPolicy
	[[ $stderr == *NoSuchPolicy* ]]
}

@test "a policy for several types asks for each; one for every resource is for what others need, or alone for all" {
	client
	own_share
	sed 's/"AWS::IAM::User"/["AWS::IAM::User", "AWS::EC2::Instance"]/' share/policies/iam/Owner.jq >share/policies/iam/Two.jq
	sed 's/"AWS::IAM::User"/["AWS::IAM::User", "AWS::No::Such"]/' share/policies/iam/Owner.jq >share/policies/iam/Lacks.jq
	sed 's/"AWS::IAM::User"/"*"/' share/policies/iam/Owner.jq >share/policies/iam/Every.jq
	while read -r policies wanted; do
		run -0 --separate-stderr qrie-collect --explain "--for-policies=$policies"
		same "$(cut -f 4 <<<"$output" | grep -v 'DescribeRegions\|GetCallerIdentity' | sort -u | tr '\n' ' ')" "$wanted "
	done <<-'EOT'
		Mfa GetLoginProfile ListMFADevices ListUsers
		Mfa,Every GetLoginProfile ListMFADevices ListUserTags ListUsers
		Two DescribeInstances ListUserTags ListUsers
		Every DescribeInstances ListUserTags ListUsers
	EOT
	run -2 --separate-stderr qrie-collect --for-policies=Lacks
	[[ $stderr == *'Lacks.jq: no collector has resources of its type AWS::No::Such'* ]]
	[[ $stderr != *'AWS::IAM::User'* ]]
}

@test "--explain, --iam-policy and --list ask nothing and need no credentials" {
	offline
	run -0 --separate-stderr qrie-collect --explain -r all
	same "$stderr" ''
	[ "$(grep -c $'^-\t-\tec2\tDescribeRegions\tec2:DescribeRegions\teach run\t-\t-$' <<<"$output")" -eq 1 ]
	run -0 --separate-stderr qrie-collect --iam-policy
	run -0 --separate-stderr qrie-collect --list --for-policies
	run -3 --separate-stderr qrie-collect
}

@test "--explain tells of each call how often it is made" {
	own_share
	offline
	run -0 --separate-stderr qrie-collect --explain
	same "$(cut -f 1-4,6 <<<"$output" | tr '\t' ' ')" "$(printf '%s\n' \
	    '- - sts GetCallerIdentity each run' \
	    'AWS::EC2::Instance regional ec2 DescribeInstances each page and region' \
	    'AWS::EC2::Instance regional ec2 DescribeVolumes each page and list with resources' \
	    'AWS::IAM::User global iam ListUsers each page' \
	    'AWS::IAM::User global iam GetLoginProfile each resource' \
	    'AWS::IAM::User global iam ListMFADevices each page and resource' \
	    'AWS::IAM::User global iam ListAccessKeys each page and resource' \
	    'AWS::IAM::User global iam GetAccessKeyLastUsed each .Configuration.AccessKeys[]' \
	    'AWS::IAM::User global iam ListUserTags each page and resource')"
}

@test "from an earlier inventory --explain tells as many calls and as much money as that took" {
	client
	qrie-collect -t iam/user,ec2/instance,s3/bucket,sns/topic >inventory
	run -0 --separate-stderr qrie-collect --explain -t iam/user,ec2/instance,s3/bucket,sns/topic inventory
	printf '%s\n' "$output" >explained
	run -0 jq -nr --slurpfile all inventory --rawfile said explained '
	    ($all | map(select(.Kind == "coverage"))) as $coverage | ($said | split("\n") | .[-2] | split("\t")) as $total
	    | ($total[0] == "total" and ($total[6] | tonumber) == ($coverage | map(.Calls) | add + 1)
	       and ($total[7] | tonumber * 1e9 | round) == ($coverage | map(.Cost * 1e9) | add | round))'
	same "$output" true
	keys=$(jq -n '[inputs | select(.ResourceType == "AWS::IAM::User" and .Kind == "resource").Configuration.AccessKeys[]] | length' inventory)
	[ "$keys" -gt 3 ]
	grep -q "GetAccessKeyLastUsed.*AccessKeys\[\]"$'\t'"$keys"$'\t0$' explained
}

@test "coverage tells what the calls cost, to the digit: a bucket's at 0.4 dollars a million, their list at 5" {
	client
	qrie-collect -t s3/bucket,iam/user >inventory
	calls=$(jq 'select(.ResourceType == "AWS::S3::Bucket" and .Kind == "coverage").Calls' inventory)
	# Two pages of the list, one free call of S3 Control, and those of each of the three buckets.
	expected=$("$QRIE_VENV/bin/python" -c '
import decimal, sys
print(format((decimal.Decimal(2 * 5000 + (int(sys.argv[1]) - 3) * 400) / 10 ** 9).normalize(), "f"))' "$calls")
	grep -o '"Cost":[^,]*' inventory >costs
	same "$(cat costs)" $'"Cost":'"$expected"$'\n"Cost":0'
}

@test "where no prices are known the cost is null, not nothing" {
	client
	mkdir share
	ln -s "$QRIE_TOP"/share/{collectors,shapes} share/
	export QRIE_SHARE=$PWD/share
	qrie-collect -t s3/bucket >inventory
	run -0 jq -c 'select(.Kind == "coverage") | [has("Cost"), .Cost]' inventory
	same "$output" '[true,null]'
}

@test "each price has its source and the day it was looked up, is above nothing, and comes to whole nanodollars" {
	prices=$QRIE_TOP/share/prices/calls.json
	run -0 jq -e '(.AsOf | test("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$")) and .Currency == "USD" and
	    all(.Calls[]; (.Source | startswith("https://aws.amazon.com/")) and .PerMillion > 0
	        and (.PerMillion * 1000 | . == floor))' "$prices"
}

@test "--iam-policy is one statement of all actions, sorted, and each of them once" {
	own_share
	offline
	qrie-collect --iam-policy -r all --organization --for-policies=Mfa -t iam/user,ec2/instance >policy
	run -0 jq -c . policy
	same "$output" "$(tr -d '\n' <<-'EOT'
		{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:DescribeRegions","iam:GetLoginProfile",
		"iam:ListMFADevices","iam:ListUsers","organizations:ListAccounts","sts:AssumeRole"],"Resource":"*"}]}
	EOT
	)"
	run -0 qrie-collect --iam-policy -t ec2/instance
	same "$(jq -c '.Statement[0].Action' <<<"$output")" '["ec2:DescribeInstances","ec2:DescribeVolumes"]'
}

@test "a policy that is longer than IAM allows is printed all the same, and it is said what to do" {
	offline
	mkdir -p share/collectors/iam
	ln -s "$QRIE_TOP/share/shapes" share/
	"$QRIE_VENV/bin/python" -c '
import json
print("module", json.dumps({"ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
    "List": {"Operation": "ListUsers", "Items": "Users[]", "Permission": "iam:ListUsers"},
    "Detail": [{"Operation": "ListUsers", "Into": f"I{n}", "Permission": "iam:" + f"{n:02}" * 60} for n in range(60)]}), ";")
print("def arn($at): .Arn;")' >share/collectors/iam/user.jq
	export QRIE_SHARE=$PWD/share
	run -0 --separate-stderr qrie-collect --iam-policy
	[[ $stderr == 'qrie-collect: these are '*' characters, and IAM allows 6144 in a managed policy: make several, with -t' ]]
	same "$(jq '.Statement[0].Action | length' <<<"$output")" 61
}

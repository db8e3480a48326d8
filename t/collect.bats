load helper
load respond

# What qrie-collect makes of answers, on prepared ones: collectors of the test's own, over the tree's shapes.

teardown() {
	respond_stop
}

# collector NAME: the jq module of a type, from standard input.
collector() {
	mkdir -p "share/collectors/${1%/*}"
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >"share/collectors/$1.jq"
	export QRIE_SHARE=$PWD/share
}

# Users, their keys and when these were used last, their tags.
user_collector() {
	collector iam/user <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Detail": [
    {"Operation": "GetLoginProfile", "Parameters": {"UserName": ".UserName"}, "From": "LoginProfile",
     "Into": "LoginProfile", "NotConfigured": ["NoSuchEntity"], "Permission": "iam:GetLoginProfile"},
    {"Operation": "ListAccessKeys", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
     "From": "AccessKeyMetadata", "Into": "AccessKeys", "Permission": "iam:ListAccessKeys"},
    {"Operation": "GetAccessKeyLastUsed", "Each": "AccessKeys[]", "Parameters": {"AccessKeyId": ".AccessKeyId"},
     "From": "AccessKeyLastUsed", "Into": "LastUsed", "Permission": "iam:GetAccessKeyLastUsed"},
    {"Operation": "ListUserTags", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
     "From": "Tags", "Into": "Tags", "Permission": "iam:ListUserTags"}
  ],
  "Gone": ["NoSuchEntity"]
};
def arn($at): "arn:\($at.Partition):iam::\($at.Account):user/\(.UserName)";
EOT
}

# users NAME...: a page of ListUsers, with the token in $marker.
users() {
	{
		printf '<Users>'
		printf '<member><UserName>%s</UserName></member>' "$@"
		printf '</Users>'
		[ -z "$marker" ] || printf '<Marker>%s</Marker>' "$marker"
	} | reply ListUsers
}

# Two users: ann with a tag and two keys, bob with nothing at all.
two_users() {
	user_collector
	users bob ann
	refuse -s 404 GetLoginProfile NoSuchEntity
	reply GetLoginProfile@ann <<<'<LoginProfile><UserName>ann</UserName></LoginProfile>'
	reply ListAccessKeys <<<'<AccessKeyMetadata/>'
	reply ListAccessKeys@ann <<-'EOT'
		<AccessKeyMetadata><member><AccessKeyId>AKIA1</AccessKeyId></member>
		<member><AccessKeyId>AKIA2</AccessKeyId></member></AccessKeyMetadata>
	EOT
	reply GetAccessKeyLastUsed <<<'<AccessKeyLastUsed><ServiceName>s3</ServiceName></AccessKeyLastUsed>'
	reply ListUserTags <<<'<Tags/>'
	reply ListUserTags@ann <<<'<Tags><member><Key>team</Key><Value>a &amp; b</Value></member></Tags>'
}

# interrupted_at OPERATION TIMES: collects until it was asked so often, then interrupts; the status must be 2.
interrupted_at() {
	local pid n status=0
	qrie-collect >out 2>err &
	pid=$!
	for ((n = 0; n < 200; n++)); do
		[ -e aws/log ] && [ "$(asked "$1")" -eq "$2" ] && break
		sleep 0.05
	done
	kill -INT "$pid"
	wait "$pid" || status=$?
	same "$status" 2
}

@test "a record holds the list's item and what each detail call gave, in the collector's order" {
	two_users
	respond_start
	run -0 --separate-stderr qrie-collect --now 2026-11-22T21:00:00Z
	same "$stderr" ''
	same "$(head -1 <<<"$output")" "$(tr -d '\n' <<-'EOT'
		{"Kind":"resource","ARN":"arn:aws:iam::111122223333:user/ann","ResourceType":"AWS::IAM::User",
		"AccountId":"111122223333","Region":"global","AccountService":"111122223333_iam","Source":"aws",
		"DescribeTime":"2026-11-22T21:00:00Z","LastSeenAt":"2026-11-22T21:00:00Z","Tags":{"team":"a & b"},
		"Configuration":{"UserName":"ann","LoginProfile":{"UserName":"ann"},
		"AccessKeys":[{"AccessKeyId":"AKIA1","LastUsed":{"ServiceName":"s3"}},
		{"AccessKeyId":"AKIA2","LastUsed":{"ServiceName":"s3"}}],"Tags":[{"Key":"team","Value":"a & b"}]}}
	EOT
	)"
	same "${lines[2]}" "$(tr -d '\n' <<-'EOT'
		{"Kind":"coverage","AccountId":"111122223333","Region":"global","ResourceType":"AWS::IAM::User",
		"Status":"complete","Code":null,"Message":null,"Resources":2,"Calls":9,"Retries":0,"Throttles":0,"Cost":null,
		"StartedAt":"2026-11-22T21:00:00Z","EndedAt":"2026-11-22T21:00:00Z"}
	EOT
	)"
}

@test "INV-03: without --now the times lie between the start and the end of the run" {
	two_users
	respond_start
	before=$(date -u +%Y-%m-%dT%H:%M:%SZ)
	qrie-collect >out
	after=$(date -u +%Y-%m-%dT%H:%M:%SZ)
	jq -se --arg a "$before" --arg b "$after" 'map(select(.Kind == "resource") | .DescribeTime, .LastSeenAt)
	    | length == 4 and all(.[]; . >= $a and . <= $b)' out
}

@test "INV-06: what is not configured is null and no error" {
	two_users
	respond_start
	run -0 --separate-stderr qrie-collect
	jq -se '.[1] | .Configuration | has("LoginProfile") and .LoginProfile == null' <<<"$output"
	jq -se '.[1] | .Tags == {} and (has("Unreadable") | not)' <<<"$output"
}

@test "INV-20: every list is followed to its last page, each token once" {
	user_collector
	for n in 1 2 3; do
		marker="page/$n+=&amp;" users "u${n}a" "u${n}b"
	done
	users u4
	refuse -s 404 GetLoginProfile NoSuchEntity
	reply ListAccessKeys@u4 <<-'EOT'
		<AccessKeyMetadata><member><AccessKeyId>A</AccessKeyId></member></AccessKeyMetadata><Marker>m</Marker>
	EOT
	reply ListAccessKeys@u4 <<<'<AccessKeyMetadata><member><AccessKeyId>B</AccessKeyId></member></AccessKeyMetadata>'
	reply ListAccessKeys <<<'<AccessKeyMetadata/>'
	reply GetAccessKeyLastUsed <<<'<AccessKeyLastUsed/>'
	reply ListUserTags <<<'<Tags/>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Kind == "resource").Configuration.UserName' <<<"$output" | xargs)" 'u1a u1b u2a u2b u3a u3b u4'
	same "$(jq -c 'select(.Operation == "ListUsers").Parameters.Marker' aws/log | xargs)" 'null page/1+=& page/2+=& page/3+=&'
	jq -se '.[6].Configuration.AccessKeys | map(.AccessKeyId) == ["A", "B"]' <<<"$output"
}

@test "a page that names an earlier page ends the list, which is then partial" {
	user_collector
	marker=x users ann
	marker=y users bob
	marker=x users eve
	refuse -s 404 GetLoginProfile NoSuchEntity
	reply ListAccessKeys <<<'<AccessKeyMetadata/>'
	reply ListUserTags <<<'<Tags/>'
	respond_start
	run -2 --separate-stderr timeout 120 qrie-collect
	same "$stderr" 'qrie-collect: 111122223333/global iam ListUsers: RepeatedToken: a page names a page that was given before'
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Code) \(.Resources)"' <<<"$output")" 'partial RepeatedToken 2'
	same "$(asked ListUsers)" 3
}

@test "PRF-06: a denied list is failed coverage, named with its request, and all else is still collected" {
	two_users
	collector iam/group <<'EOT'
module {
  "ResourceType": "AWS::IAM::Policy", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListPolicies", "Items": "Policies[]", "Permission": "iam:ListPolicies"}
};
def arn($at): .Arn;
EOT
	refuse -s 403 ListPolicies AccessDenied
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$stderr" 'qrie-collect: 111122223333/global iam ListPolicies: AccessDenied (request r-2)'
	same "$(jq -c 'select(.Kind == "coverage") | [.ResourceType, .Status, .Code, .Message, .Resources]' <<<"$output")" \
	    '["AWS::IAM::Policy","failed","AccessDenied","no",0]
["AWS::IAM::User","complete",null,null,2]'
	same "$(grep -c '"Kind":"resource"' <<<"$output")" 2
}

@test "a denied detail is left out and named in Unreadable, with the index of its element" {
	two_users
	refuse -s 403 GetAccessKeyLastUsed@AKIA2 AccessDenied
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$stderr" 'qrie-collect: 111122223333/global iam GetAccessKeyLastUsed user/ann: AccessDenied (request r-2)'
	same "$(jq -c 'select(.Unreadable).Unreadable' <<<"$output")" "$(tr -d '\n' <<-'EOT'
		[{"Path":".Configuration.AccessKeys[1].LastUsed","Operation":"GetAccessKeyLastUsed","Code":"AccessDenied",
		"Permission":"iam:GetAccessKeyLastUsed"}]
	EOT
	)"
	jq -se '.[0].Configuration.AccessKeys | (.[0] | has("LastUsed")) and (.[1] | has("LastUsed") | not)' <<<"$output"
	jq -se '.[2].Status == "complete"' <<<"$output"
}

@test "tags that could not be read are null, and named twice" {
	two_users
	refuse -s 403 ListUserTags@bob AccessDenied
	respond_start
	run -2 --separate-stderr qrie-collect
	jq -se '.[1] | .Tags == null and (.Configuration | has("Tags") | not)
	    and ([.Unreadable[].Path] == [".Configuration.Tags", ".Tags"])' <<<"$output"
}

@test "a resource that vanishes between list and detail has no record" {
	two_users
	refuse -s 404 ListAccessKeys@bob NoSuchEntity
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c '[.ARN, .Resources]' <<<"$output" | xargs)" '[arn:aws:iam::111122223333:user/ann,null] [null,1]'
}

@test "an answer cut short is an error, never a short inventory" {
	user_collector
	body=$(printf '<member><UserName>u%s</UserName></member>' {1..50})
	answer -h 'X-Test-Cut: 1' ListUsers <<<"<ListUsersResponse><ListUsersResult><Users>$body</Users></ListUsersResult></ListUsersResponse>"
	respond_start
	AWS_MAX_ATTEMPTS=2 run -2 --separate-stderr qrie-collect
	same "$(jq -c '[.Kind, .Status, .Code, .Retries]' <<<"$output")" '["coverage","failed","MalformedResponse",1]'
	same "$(asked ListUsers)" 2
}

@test "a whole answer that is no XML is an error, too" {
	user_collector
	answer ListUsers <<<'<html>All is well'
	respond_start
	AWS_MAX_ATTEMPTS=1 run -2 --separate-stderr qrie-collect
	same "$(jq -c '[.Kind, .Status, .Code]' <<<"$output")" '["coverage","failed","MalformedResponse"]'
}

@test "the same estate gives the same bytes, whatever -j is and in whatever order answers come" {
	two_users
	for f in aws/answers/*@ann.1; do
		sed -i '1a X-Test-Delay: 0.2' "$f"
	done
	respond_start
	qrie-collect -j 1 --now 2026-11-22T21:00:00Z >one
	qrie-collect -j 8 --now 2026-11-22T21:00:00Z >eight
	cmp one eight
	grep -q user/ann one
}

@test "INV-01: each region asked for is listed, and has its own coverage" {
	collector ec2/volume <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"}
};
def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):volume/\(.VolumeId)";
EOT
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId><size>8</size></item>
		</volumeSet></DescribeVolumesResponse>
	EOT
	answer DescribeRegions <<-'EOT'
		<DescribeRegionsResponse><requestId>r</requestId><regionInfo><item><regionName>us-west-2</regionName></item>
		<item><regionName>ap-south-1</regionName></item></regionInfo></DescribeRegionsResponse>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -r us-west-2,eu-west-1,us-west-2
	same "$(jq -r '.ARN // .Region' <<<"$output" | xargs)" "$(xargs <<-'EOT'
		arn:aws:ec2:eu-west-1:111122223333:volume/vol-1 eu-west-1 arn:aws:ec2:us-west-2:111122223333:volume/vol-1 us-west-2
	EOT
	)"
	run -0 --separate-stderr qrie-collect -r all
	same "$(jq -r 'select(.Kind == "coverage").Region' <<<"$output" | xargs)" 'ap-south-1 us-west-2'
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Kind == "coverage").Region' <<<"$output" | xargs)" eu-west-1
	AWS_REGION='' run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Kind == "coverage").Region' <<<"$output" | xargs)" us-east-1
}

@test "a resource with a region of its own is asked there, and one whose region is not known says so" {
	collector ec2/volume <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "everywhere",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"},
  "Detail": [
    {"Operation": "DescribeInstances", "Parameters": {"InstanceIds": [".VolumeId"]}, "Into": "Place", "Permission": "ec2:DescribeInstances"},
    {"Operation": "DescribeSecurityGroups", "Parameters": {"GroupIds": [".VolumeId"]}, "Region": "own", "From": "SecurityGroups",
     "Into": "Groups", "Permission": "ec2:DescribeSecurityGroups"}
  ]
};
def arn($at): .VolumeId;
def region($at): if has("Place") then "ap-south-1" else null end;
EOT
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId></item>
		<item><volumeId>vol-2</volumeId></item></volumeSet></DescribeVolumesResponse>
	EOT
	answer DescribeInstances <<<'<DescribeInstancesResponse><requestId>r</requestId><reservationSet/></DescribeInstancesResponse>'
	answer -s 403 DescribeInstances@vol-2 <<<'<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>'
	answer DescribeSecurityGroups <<<'<DescribeSecurityGroupsResponse><requestId>r</requestId><securityGroupInfo/></DescribeSecurityGroupsResponse>'
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Operation == "DescribeSecurityGroups") | "\(.Parameters["GroupId.1"]) \(.Headers.authorization)"' aws/log |
	    sed 's|Credential=[^/]*/[0-9]*/||; s|AWS4-HMAC-SHA256 ||; s|/.*||' | sort | xargs)" 'vol-1 ap-south-1 vol-2 eu-west-1'
	same "$(jq -c '[.Region, .ResourceType, [.Unreadable[]?.Path]]' <<<"$output")" '["ap-south-1","AWS::EC2::Volume",[]]
["unknown","AWS::EC2::Volume",[".Configuration.Place",".Region"]]
["*","AWS::EC2::Volume",[]]'
}

@test "what is asked once is joined to each item by its key" {
	collector ec2/instance <<'EOT'
module {
  "ResourceType": "AWS::EC2::Instance", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeInstances", "Items": "Reservations[].Instances[]", "Token": "NextToken", "Permission": "ec2:DescribeInstances"},
  "Once": [{"Operation": "DescribeVolumes", "From": "Volumes", "Token": "NextToken", "Into": "Volumes",
    "Key": "VolumeId", "Match": "BlockDeviceMappings[].Ebs.VolumeId", "Permission": "ec2:DescribeVolumes"}]
};
def arn($at): .InstanceId;
EOT
	answer DescribeInstances <<-'EOT'
		<DescribeInstancesResponse><requestId>r</requestId><reservationSet><item><instancesSet>
		<item><instanceId>i-1</instanceId><blockDeviceMapping><item><ebs><volumeId>vol-2</volumeId></ebs></item>
		<item><ebs><volumeId>vol-1</volumeId></ebs></item></blockDeviceMapping></item>
		<item><instanceId>i-2</instanceId></item></instancesSet></item></reservationSet></DescribeInstancesResponse>
	EOT
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>
		<nextToken>n</nextToken></DescribeVolumesResponse>
	EOT
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-3</volumeId></item>
		<item><volumeId>vol-2</volumeId></item></volumeSet></DescribeVolumesResponse>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN).Configuration.Volumes' <<<"$output" | xargs)" '[{VolumeId:vol-2},{VolumeId:vol-1}] []'
	same "$(asked DescribeVolumes)" 2
	rm aws/answers/DescribeVolumes.*
	answer -s 403 DescribeVolumes <<<'<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>'
	run -2 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.Unreadable[].Path, (.Configuration | has("Volumes"))]' <<<"$output" | xargs)" \
	    '[.Configuration.Volumes,false] [.Configuration.Volumes,false]'
	same "$(grep -c UnauthorizedOperation <<<"$stderr")" 1
}

@test "of what is asked once, each item gets all elements that have one of its keys; a word of the service stays itself" {
	collector ec2/vpc <<'EOT'
module {
  "ResourceType": "AWS::EC2::VPC", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"},
  "Once": [{"Operation": "DescribeInstances", "Parameters": {"InstanceIds": ["$Latest", "$Account"]}, "Token": "NextToken",
    "From": "Reservations[].Instances[]", "Into": "Users", "Key": "BlockDeviceMappings[].Ebs.VolumeId", "Match": "VolumeId",
    "Permission": "ec2:DescribeInstances"}]
};
def arn($at): .VolumeId;
EOT
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId></item>
		<item><volumeId>vol-2</volumeId></item><item><volumeId>vol-3</volumeId></item></volumeSet></DescribeVolumesResponse>
	EOT
	answer DescribeInstances <<-'EOT'
		<DescribeInstancesResponse><requestId>r</requestId><reservationSet><item><instancesSet>
		<item><instanceId>i-1</instanceId><blockDeviceMapping><item><ebs><volumeId>vol-2</volumeId></ebs></item>
		<item><ebs><volumeId>vol-1</volumeId></ebs></item></blockDeviceMapping></item>
		<item><instanceId>i-2</instanceId></item>
		<item><instanceId>i-3</instanceId><blockDeviceMapping><item><ebs><volumeId>vol-2</volumeId></ebs></item></blockDeviceMapping></item>
		</instancesSet></item></reservationSet></DescribeInstancesResponse>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.ARN, .Configuration.Users[].InstanceId]' <<<"$output" | xargs)" '[vol-1,i-1] [vol-2,i-1,i-3] [vol-3]'
	same "$(jq -c 'select(.Operation == "DescribeInstances").Parameters | [.["InstanceId.1"], .["InstanceId.2"]]' aws/log)" \
	    '["$Latest","111122223333"]'
}

# Keys, which only a user's list names.
key_collector() {
	collector iam/key <<'EOT'
module {
  "ResourceType": "AWS::IAM::AccessKey", "Service": "iam", "Scope": "global",
  "Parents": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Into": "User", "Permission": "iam:ListUsers"},
  "List": {"Operation": "ListAccessKeys", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
    "Items": "AccessKeyMetadata[]", "Permission": "iam:ListAccessKeys"},
  "Gone": ["NoSuchEntity"]
};
def arn($at): "\(.User.UserName)/\(.AccessKeyId)";
EOT
}

# keys USER TOKEN KEY...: a page of a user's keys; the token may be empty.
keys() {
	{
		printf '<AccessKeyMetadata>'
		printf '<member><AccessKeyId>%s</AccessKeyId></member>' "${@:3}"
		printf '</AccessKeyMetadata>'
		[ -z "$2" ] || printf '<Marker>%s</Marker>' "$2"
	} | reply "ListAccessKeys@$1"
}

@test "INV-20: what is listed parent by parent is complete, over the pages of both" {
	key_collector
	marker=m users ann bob
	marker='' users cyd dan
	keys ann k AKIA1
	keys ann '' AKIA2
	reply ListAccessKeys@bob <<<'<AccessKeyMetadata/>'
	keys cyd '' AKIA3
	refuse -s 404 ListAccessKeys@dan NoSuchEntity
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r '.ARN // "\(.Status) \(.Resources) \(.Calls)"' <<<"$output")" 'ann/AKIA1
ann/AKIA2
cyd/AKIA3
complete 3 7'
	same "$(jq -c '.Configuration | select(.AccessKeyId == "AKIA2")' <<<"$output")" '{"AccessKeyId":"AKIA2","User":{"UserName":"ann"}}'
	same "$stderr" ''
}

@test "a parent whose list is denied makes it partial, is named, and costs the others nothing" {
	key_collector
	users ann bob cyd
	keys ann '' AKIA1
	refuse -s 403 ListAccessKeys@bob AccessDenied
	keys cyd '' AKIA3
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(jq -r '.ARN // "\(.Status) \(.Code) \(.Resources)"' <<<"$output" | xargs)" 'ann/AKIA1 cyd/AKIA3 partial AccessDenied 2'
	[[ $stderr == *'iam ListAccessKeys bob: AccessDenied'* ]]
	rm aws/answers/ListUsers.*
	refuse -s 403 ListUsers AccessDenied
	run -2 --separate-stderr qrie-collect
	same "$(jq -r '.ARN // "\(.Status) \(.Code) \(.Resources)"' <<<"$output")" 'failed AccessDenied 0'
	[[ $stderr == *'iam ListUsers: AccessDenied'* ]]
}

@test "a parent that lacks what its list is asked by is an unexpected answer, never a shorter inventory" {
	key_collector
	reply ListUsers <<<'<Users><member><UserName>ann</UserName></member><member><Path>/</Path></member></Users>'
	keys ann '' AKIA1
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(jq -r '.ARN // "\(.Status) \(.Code) \(.Resources)"' <<<"$output" | xargs)" 'ann/AKIA1 partial UnexpectedAnswer 1'
}

@test "a call with When is made for what has the value, and for what cannot be told; elsewhere its member is null" {
	collector iam/user <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Detail": [
    {"Operation": "ListUserTags", "Parameters": {"UserName": ".UserName"}, "When": {".Path": ["/", "/b/"]},
     "Token": "Marker", "From": "Tags", "Into": "Tags", "Permission": "iam:ListUserTags"}
  ]
};
def arn($at): .UserName;
EOT
	reply ListUsers <<-'EOT'
		<Users><member><UserName>ann</UserName><Path>/a/</Path></member><member><UserName>bob</UserName><Path>/b/</Path></member>
		<member><UserName>cyd</UserName></member></Users>
	EOT
	reply ListUserTags <<<'<Tags/>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.ARN, .Configuration.Tags]' <<<"$output" | xargs)" '[ann,null] [bob,[]] [cyd,[]]'
	same "$(asked ListUserTags)" 2
}

@test "INV-20: a page whose token is its last item is followed as long as it says that there is more" {
	collector iam/user <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global", "Tags": null,
  "List": {"Operation": "ListUserPolicies", "Token": {"In": "Marker", "Out": "PolicyNames[]", "More": "IsTruncated"},
    "Parameters": {"UserName": "ann"}, "Items": "PolicyNames[]", "As": "Name", "Permission": "iam:ListUserPolicies"}
};
def arn($at): .Name;
EOT
	reply ListUserPolicies <<<'<PolicyNames><member>a</member><member>b</member></PolicyNames><IsTruncated>true</IsTruncated>'
	reply ListUserPolicies@b <<<'<PolicyNames><member>c</member></PolicyNames><IsTruncated>false</IsTruncated>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.ARN).ARN' <<<"$output" | xargs)" 'a b c'
	same "$(asked ListUserPolicies)" 2
}

# Volumes told of by as many instances of the same name, two of them in a call; groups stand for refusals.
batch_collector() {
	collector ec2/volume <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional", "Tags": null,
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"},
  "Batch": [
    {"Operation": "DescribeInstances", "Parameters": {"Filters": [{"Name": ".VolumeType"}]},
     "In": "InstanceIds", "Match": "VolumeId", "Most": 2,
     "From": "Reservations[].Instances[]", "Key": "InstanceId", "Value": "ImageId", "Into": "Image",
     "Refused": {"From": "Reservations[].Groups[]", "Key": "GroupId", "Code": "GroupName"},
     "NotConfigured": ["None"], "Permission": "ec2:DescribeInstances"},
    {"Operation": "DescribeSecurityGroups", "In": "GroupIds", "Match": "VolumeId", "Most": 200, "From": "SecurityGroups[]",
     "Key": "GroupId", "Into": ".", "Permission": "ec2:DescribeSecurityGroups"}
  ],
  "Gone": ["InvalidVolume.NotFound"]
};
def arn($at): .VolumeId;
EOT
}

# volumes TYPE NAME...: a page of volumes, with the token in $token.
volumes() {
	local type=$1
	shift
	answer DescribeVolumes <<-EOT
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet>$(
		    printf "<item><volumeId>%s</volumeId><volumeType>$type</volumeType></item>" "$@")</volumeSet>
		<nextToken>$token</nextToken></DescribeVolumesResponse>
	EOT
}

# images OPERATION NAME... [-- NAME CODE]...: what it says of these, and whom it refuses.
images() {
	local instances='' groups='' operation=$1
	shift
	for (( ; $# && ${#1} > 2; )); do
		instances+="<item><instanceId>$1</instanceId><imageId>ami-$1</imageId></item>"
		shift
	done
	shift $(($# > 0))
	for (( ; $#; )); do
		groups+="<item><groupId>$1</groupId><groupName>$2</groupName></item>"
		shift 2
	done
	answer "$operation" <<-EOT
		<DescribeInstancesResponse><requestId>r</requestId><reservationSet><item><groupSet>$groups</groupSet>
		<instancesSet>$instances</instancesSet></item></reservationSet></DescribeInstancesResponse>
	EOT
}

# names OPERATION NAME...: the group that each has.
names() {
	local name items='' operation=$1
	for name in "${@:2}"; do
		items+="<item><groupId>$name</groupId><groupName>of $name</groupName></item>"
	done
	answer "$operation" <<-EOT
		<DescribeSecurityGroupsResponse><requestId>r</requestId><securityGroupInfo>$items</securityGroupInfo>
		</DescribeSecurityGroupsResponse>
	EOT
}

# ec2_refusal STATUS OPERATION CODE
ec2_refusal() {
	answer -s "$1" "$2" <<<"<Response><Errors><Error><Code>$3</Code></Error></Errors><RequestID>r-3</RequestID></Response>"
}

@test "a call about several items asks for as many as may go into one, and each gets its own element" {
	batch_collector
	token=next volumes gp2 vol-1 vol-2 vol-3
	token='' volumes gp3 vol-4
	images DescribeInstances@vol-1 vol-2 vol-1
	images DescribeInstances@vol-3 vol-3
	images DescribeInstances@vol-4 -- vol-4 None
	names DescribeSecurityGroups@vol-1 vol-1 vol-3 vol-2
	names DescribeSecurityGroups@vol-4 vol-4
	sed -i '1a X-Test-Delay: 0.2' aws/answers/DescribeInstances@*
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$stderr" ''
	same "$(jq -c 'select(.ARN).Configuration | del(.VolumeId, .VolumeType)' <<<"$output")" "$(cat <<-'EOT'
		{"Image":"ami-vol-1","GroupId":"vol-1","GroupName":"of vol-1"}
		{"Image":"ami-vol-2","GroupId":"vol-2","GroupName":"of vol-2"}
		{"Image":"ami-vol-3","GroupId":"vol-3","GroupName":"of vol-3"}
		{"Image":null,"GroupId":"vol-4","GroupName":"of vol-4"}
	EOT
	)"
	same "$(jq -r 'select(.Operation | test("^DescribeI|^DescribeS")).Parameters | del(.Action, .Version) |
	    [.[]] | join(" ")' aws/log | sort)" "$(printf '%s\n' 'gp2 vol-1 vol-2' 'gp2 vol-3' 'gp3 vol-4' 'vol-1 vol-2 vol-3' 'vol-4' | sort)"
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Resources) \(.Calls)"' <<<"$output")" '4 7'
}

@test "items with other parameters are not asked for in one call" {
	batch_collector
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet>
		<item><volumeId>vol-1</volumeId><volumeType>gp2</volumeType></item>
		<item><volumeId>vol-2</volumeId><volumeType>gp3</volumeType></item>
		<item><volumeId>vol-3</volumeId><volumeType>gp3</volumeType></item></volumeSet></DescribeVolumesResponse>
	EOT
	images DescribeInstances vol-1 vol-2 vol-3
	names DescribeSecurityGroups vol-1 vol-2 vol-3
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Operation == "DescribeInstances").Parameters | del(.Action, .Version) | [.[]] | join(" ")' aws/log |
	    sort | xargs)" 'gp2 vol-1 gp3 vol-2 vol-3'
}

@test "PRF-06: what a call about several items does not say of one is Unreadable on that one, what it denies on all" {
	batch_collector
	volumes gp2 vol-1 vol-2 vol-3
	images DescribeInstances@vol-1 vol-1
	images DescribeInstances@vol-3 -- vol-3 Throttled
	ec2_refusal 403 DescribeSecurityGroups UnauthorizedOperation
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.ARN, .Configuration.Image, [.Unreadable[] | "\(.Path) \(.Code)"]]' <<<"$output")" "$(cat <<-'EOT'
		["vol-1","ami-vol-1",[".Configuration UnauthorizedOperation"]]
		["vol-2",null,[".Configuration.Image NotAnswered",".Configuration UnauthorizedOperation"]]
		["vol-3",null,[".Configuration.Image Throttled",".Configuration UnauthorizedOperation"]]
	EOT
	)"
	jq -se '.[1].Configuration | has("Image") | not' <<<"$output"
	same "$(sort <<<"$stderr")" "$(sort <<-'EOT'
		qrie-collect: 111122223333/eu-west-1 ec2 DescribeInstances vol-2: NotAnswered: a good answer does not say anything of it
		qrie-collect: 111122223333/eu-west-1 ec2 DescribeInstances vol-3: Throttled
		qrie-collect: 111122223333/eu-west-1 ec2 DescribeSecurityGroups: UnauthorizedOperation (request r-3)
	EOT
	)"
}

@test "of several items asked for together the one that vanished has no record, and the others lose nothing" {
	batch_collector
	volumes gp2 vol-1 vol-2
	ec2_refusal 400 DescribeInstances@vol-2 InvalidVolume.NotFound
	names DescribeSecurityGroups vol-1 vol-2
	# Both names are in the first call, which vol-1's first answer refuses.
	ec2_refusal 400 DescribeInstances@vol-1 InvalidVolume.NotFound
	images DescribeInstances@vol-1 vol-1
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c '[.ARN, .Configuration.Image, .Resources, .Calls]' <<<"$output")" '["vol-1","ami-vol-1",null,null]
[null,null,1,5]'
}

@test "INV-20: of a map that comes in pages, a record has all members" {
	collector backup/vault <<'EOT'
module {
  "ResourceType": "AWS::Backup::BackupVault", "Service": "backup", "Scope": "regional",
  "List": {"Operation": "ListBackupVaults", "Items": "BackupVaultList[]", "Token": "NextToken", "Permission": "backup:ListBackupVaults"},
  "Detail": [{"Operation": "ListTags", "Parameters": {"ResourceArn": ".BackupVaultArn"}, "Token": "NextToken",
    "From": "Tags", "Into": "Tags", "Permission": "backup:ListTags"}]
};
def arn($at): .BackupVaultArn;
EOT
	answer 'GET _backup-vaults_' <<<'{"BackupVaultList": [{"BackupVaultArn": "a"}]}'
	answer 'GET _tags_a_' <<<'{"Tags": {"one": "1"}, "NextToken": "n"}'
	answer 'GET _tags_a_?nextToken=n' <<<'{"Tags": {"two": "2"}}'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.Tags, .Configuration.Tags]' <<<"$output")" '[{"one":"1","two":"2"},{"one":"1","two":"2"}]'
}

@test "a regional service without a name in a region that it is not known in is not offered there; elsewhere that is a failure" {
	collector sns/topic <<'EOT'
module {
  "ResourceType": "AWS::SNS::Topic", "Service": "sns", "Scope": "regional",
  "List": {"Operation": "ListTopics", "Token": "NextToken", "Items": "Topics[]", "Permission": "sns:ListTopics"}
};
def arn($at): .TopicArn;
EOT
	respond_start
	# A label longer than any can be: it is not looked up anywhere.
	AWS_ENDPOINT_URL_SNS=https://$(printf 'n%.0s' {1..70}).example.com
	export AWS_ENDPOINT_URL_SNS
	run -2 --separate-stderr qrie-collect -r eu-west-1,eu-west-9
	same "$(jq -r '"\(.Region) \(.Status) \(.Code)"' <<<"$output")" 'eu-west-1 failed NameNotResolved
eu-west-9 skipped NotOffered'
	[[ $stderr == *'111122223333/eu-west-1 sns ListTopics: NameNotResolved: '* ]]
	[[ $stderr != *eu-west-9* ]]
	run -0 --separate-stderr qrie-collect -r eu-west-9
}

@test "an interrupt while several items are asked for together ends the run at once, and covers none of them" {
	batch_collector
	volumes gp2 vol-1 vol-2 vol-3
	images DescribeInstances@vol-1 vol-1 vol-2
	images DescribeInstances@vol-3 vol-3
	names DescribeSecurityGroups vol-1 vol-2 vol-3
	sed -i '1a X-Test-Delay: 30' aws/answers/DescribeInstances@vol-1.1
	respond_start
	interrupted_at DescribeInstances 2
	same "$(jq -r '[.Kind, .Status, .Code] | @csv' out)" '"coverage","partial","Interrupted"'
}

@test "a call before is asked until it is ready" {
	collector iam/account <<'EOT'
module {
  "ResourceType": "AWS::::Account", "Service": "iam", "Scope": "global", "Tags": null,
  "Detail": [{"Before": {"Operation": "GenerateCredentialReport", "Until": {"State": "COMPLETE"}, "Permission": "iam:GenerateCredentialReport"},
    "Operation": "GetCredentialReport", "From": "Content", "Apply": "text", "Into": "Report", "Permission": "iam:GetCredentialReport"}]
};
def arn($at): "arn:aws:iam::\($at.Account):root";
def text: @base64d;
EOT
	reply GenerateCredentialReport <<<'<State>STARTED</State>'
	reply GenerateCredentialReport <<<'<State>INPROGRESS</State>'
	reply GenerateCredentialReport <<<'<State>COMPLETE</State>'
	reply GetCredentialReport <<<"<Content>$(base64 <<<hello)</Content>"
	respond_start
	run -0 --separate-stderr qrie-collect
	jq -se '.[0].Configuration == {"Report": "hello\n"}' <<<"$output"
	same "$(jq -r .Operation aws/log | tail -4 | xargs)" \
	    'GenerateCredentialReport GenerateCredentialReport GenerateCredentialReport GetCredentialReport'
	refuse -s 403 GenerateCredentialReport AccessDenied
	run -2 --separate-stderr qrie-collect
	same "$(jq -r 'select(.ARN).Unreadable[0] | "\(.Path) \(.Operation) \(.Permission)"' <<<"$output")" \
	    '.Configuration.Report GenerateCredentialReport iam:GenerateCredentialReport'
}

@test "secrets that a collector names do not reach a record" {
	collector lambda/function <<'EOT'
module {
  "ResourceType": "AWS::Lambda::Function", "Service": "lambda", "Scope": "regional", "Redact": [".Environment.Variables"],
  "List": {"Operation": "ListFunctions", "Items": "Functions[]", "Permission": "lambda:ListFunctions"}
};
def arn($at): .FunctionName;
EOT
	respond_start
	answer 'GET _2015-03-31_functions' <<<'{"Functions":[{"FunctionName":"f","Environment":{"Variables":{"PASSWORD":"hunter2"}}}]}'
	answer 'GET _2015-03-31_functions_' <<<'{"Functions":[{"FunctionName":"f","Environment":{"Variables":{"PASSWORD":"hunter2"}}}]}'
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN).Configuration.Environment' <<<"$output")" '{"Variables":{"PASSWORD":"(redacted)"}}'
}

@test "INV-08: --service and --types choose, --account must be the caller's" {
	two_users
	collector ec2/volume <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Permission": "ec2:DescribeVolumes"}
};
def arn($at): .VolumeId;
EOT
	answer DescribeVolumes <<<'<DescribeVolumesResponse><requestId>r</requestId><volumeSet/></DescribeVolumesResponse>'
	respond_start
	for choice in '--service ec2' '-t AWS::EC2::Volume' '--types ec2/volume'; do
		# shellcheck disable=SC2086 # two words
		run -0 --separate-stderr qrie-collect $choice --account 111122223333 --region eu-west-1
		same "$(jq -r .ResourceType <<<"$output")" AWS::EC2::Volume
	done
	run -3 --separate-stderr qrie-collect -t AWS::EC2::Volume,AWS::EC2::Vollume
	same "$stderr" "qrie-collect: no collector for AWS::EC2::Vollume in $QRIE_SHARE/collectors"
	run -3 --separate-stderr qrie-collect --service ec3
	[ -n "$stderr" ]
	run -3 --separate-stderr qrie-collect --account-id 444455556666
	same "$stderr" 'qrie-collect: --account 444455556666: these credentials are of account 111122223333'
	same "$output" ''
}

@test "INV-21: an endpoint that does not answer is named, and ends the run with 3" {
	user_collector
	respond_start
	respond_stop
	run -3 --separate-stderr qrie-collect
	[[ $stderr == "qrie-collect: cannot sign in: GetCallerIdentity: ConnectionFailed: $AWS_ENDPOINT_URL: "* ]]
	same "$output" ''
}

@test "without credentials it says where it looked, and ends with 3" {
	user_collector
	run -3 --separate-stderr qrie-collect
	[[ $stderr == *AWS_ACCESS_KEY_ID* && $stderr == *'profile "default"'* ]]
}

@test "the key's secret is in no output, whatever fails" {
	two_users
	refuse -s 403 ListUserTags@bob AccessDenied
	export AWS_SESSION_TOKEN=tOkEntOkEn
	respond_start
	qrie-collect >out 2>err || [ $? -eq 2 ]
	[ -s out ] && [ -s err ]
	run -1 grep -E 'sEcReT|tOkEn' out err
	grep -q '"x-amz-security-token": "tOkEntOkEn"' aws/log
	run -1 grep sEcReT aws/log
}

@test "an interrupt ends the run at once, and what was not done is not covered" {
	two_users
	sed -i '1a X-Test-Delay: 30' aws/answers/ListUserTags@ann.1
	respond_start
	interrupted_at ListUserTags 2
	same "$(jq -r '[.ARN, .Status, .Code] | @csv' out | tail -1)" ',"partial","Interrupted"'
	run -1 grep user/ann out
}

@test "a reader that goes away ends the run without an error" {
	two_users
	respond_start
	{ qrie-collect 2>err; echo $? >status; } | true
	same "$(<status)" 0
	same "$(<err)" ''
}

@test "when the reader has gone nothing more is asked" {
	two_users
	collector ec2/volume <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"}
};
def arn($at): .VolumeId;
EOT
	# The users are printed first; the volumes' answer would come 20 s later.
	answer -h 'X-Test-Delay: 20' DescribeVolumes <<<'<DescribeVolumesResponse><requestId>r</requestId><volumeSet/></DescribeVolumesResponse>'
	respond_start
	SECONDS=0
	{ qrie-collect -r us-east-1; echo $? >status; } | true
	[ "$SECONDS" -lt 15 ]
	same "$(<status)" 0
}

@test "output that cannot be written is an error" {
	two_users
	respond_start
	status=0
	qrie-collect >/dev/full 2>err || status=$?
	same "$status" 3
	grep -q '^qrie-collect: ' err
}

@test "a resource without an ARN is not lost silently" {
	user_collector
	sed -i 's/^def arn.*/def arn($at): if .UserName == "bob" then error("no arn") else .UserName end;/' share/collectors/iam/user.jq
	users ann bob
	refuse -s 404 GetLoginProfile NoSuchEntity
	reply ListAccessKeys <<<'<AccessKeyMetadata/>'
	reply ListUserTags <<<'<Tags/>'
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(jq -c '[.ARN, .Status, .Resources]' <<<"$output" | xargs)" '[ann,null,null] [null,partial,1]'
	[[ $stderr == *'collectors/iam/user.jq: no arn'* ]]
}

# faulty TEXT PATTERN: a collector in which TEXT replaces the Scope is refused with PATTERN.
faulty() {
	collector iam/user <<-EOT
		module {"ResourceType": "AWS::IAM::User", "Service": "iam", $1,
		 "List": {"Operation": "ListUsers", "Items": "Users[]", "Permission": "iam:ListUsers"}};
		def arn(\$at): .Arn;
	EOT
	run -3 --separate-stderr qrie-collect -l
	[[ $stderr == "qrie-collect: $QRIE_SHARE/collectors/iam/user.jq"$2 ]] || { echo "$stderr"; return 1; }
}

@test "a fault in a collector is named with its file before anything is asked" {
	faulty '"Scope": "galactic"' ': module: Scope is none of regional, global, everywhere but galactic'
	faulty '"Scope": "global", "Onec": []' ': module: it has an unknown member Onec'
	faulty '"Scope": "global", "Once": 1' ': module: of the wrong kind is Once'
	faulty "\"Scope\": 'global'" ':1: '\*
	faulty '"Scope": "global", "Detail": [{"Operation": "GetUser", "Into": "X"}]' ': Detail 1: it lacks Permission'
	faulty '"Scope": "global", "Detail": [{"Operation": "GetUsre", "Into": "X", "Permission": "iam:GetUser"}]' ': '\*'has no operation GetUsre'
	faulty '"Scope": "global", "Detail": [{"Operation": "GetUser", "Into": "X", "Permission": "iam:GetUser", "Region": "own"}]' ': Detail 1: only with'\*
	faulty '"Scope": "global", "Once": [{"Operation": "ListUsers", "Into": "X", "Key": "A", "Permission": "iam:ListUsers"}]' ': Once 1: Key and Match go together'
	faulty '"Scope": "global", "Once": [{"Operation": "ListUsers", "Parameters": {"Marker": ".X"}, "Into": "X", "Permission": "iam:ListUsers"}]' ': Once 1: '\*
	faulty '"Scope": "global", "Redact": ["a b"]' ': Redact: '\*
	faulty '"Scope": "regional", "Home": "us-east-1"' ': module: only with Scope "global" goes Home'
}

@test "a function that a collector lacks is named" {
	collector iam/user <<'EOT'
module {"ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global"};
def arm($at): .Arn;
EOT
	run -3 --separate-stderr qrie-collect -l
	same "$stderr" 'qrie-collect: iam/user.jq: arn is not defined'
}

@test "-l lists each type with the IAM actions that it needs, and asks nothing" {
	user_collector
	run -0 --separate-stderr qrie-collect -l
	same "$output" "$(printf 'AWS::IAM::User\tiam/user\tglobal\t%s' \
	    iam:GetAccessKeyLastUsed,iam:GetLoginProfile,iam:ListAccessKeys,iam:ListUserTags,iam:ListUsers)"
	unset QRIE_SHARE
	run -0 --separate-stderr qrie-collect --list
	[ "${#lines[@]}" -ge 14 ]
}

@test "misuse is explained on standard error and ends with 3" {
	user_collector
	for arguments in 'extra' '-x' '-j 0' '-j many' '--now yesterday' '--timeout 0'; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-collect $arguments
		[ -n "$stderr" ]
		same "$output" ''
	done
	run -0 --separate-stderr qrie-collect --help
	[[ $output == usage:* ]]
}

# topics SCOPE MORE: a collector of topics with more in its module and its List.
topics() {
	collector "sns/$1" <<-EOT
		module {"ResourceType": "AWS::SNS::Topic", "Service": "sns", "Scope": "$1"$2,
		 "List": {"Operation": "ListTopics", "Items": "Topics[]", "Permission": "sns:ListTopics"$3}, "Tags": null};
		def arn(\$at): "\(\$at.Region) \(.TopicArn)";
	EOT
}

one_topic() {
	reply ListTopics <<<'<Topics><member><TopicArn>t</TopicArn></member></Topics>'
}

@test "a global list is asked once, in the region that is its home, whichever regions are asked for" {
	topics global ', "Home": "us-east-1"'
	one_topic
	respond_start
	run -0 --separate-stderr qrie-collect -r eu-west-1,eu-central-1
	same "$(jq -r '[.Region, .ARN, .Status] | @csv' <<<"$output")" "$(printf '%s\n' '"global","us-east-1 t",' '"global",,"complete"')"
	same "$(jq -r 'select(.Operation == "ListTopics").Headers.authorization | split("/")[2]' aws/log)" us-east-1
}

@test "in a partition that has not a list's home the type is skipped, and nothing is asked" {
	topics global ', "Home": "us-east-1"'
	one_topic
	respond_start
	run -0 --separate-stderr qrie-collect -r cn-north-1
	same "$stderr" ''
	same "$(jq -r '"\(.Kind) \(.Region) \(.Status) \(.Code)"' <<<"$output")" 'coverage global skipped NotOffered'
	same "$(asked ListTopics)" 0
}

@test "one type can be listed in each region and once for the account" {
	topics global ', "Home": "us-east-1"'
	topics regional
	one_topic
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::SNS::Topic -r eu-west-1,us-east-1
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Region) \(.Resources)"' <<<"$output" | xargs)" 'eu-west-1 1 global 1 us-east-1 1'
	cp share/collectors/sns/regional.jq share/collectors/sns/again.jq
	run -3 --separate-stderr qrie-collect -l
	[[ $stderr == *': the same resource type and scope' ]]
}

@test "INV-06: a list whose error says that there is no such configuration is empty and whole" {
	topics regional '' ', "NotConfigured": ["Absent", "Refused: no"]'
	refuse -s 404 ListTopics Absent
	refuse -s 403 ListTopics Refused
	respond_start
	for n in 1 2; do
		run -0 --separate-stderr qrie-collect
		same "$stderr" ''
		same "$(jq -r '"\(.Kind) \(.Status) \(.Resources) \(.Code)"' <<<"$output")" 'coverage complete 0 null'
	done
	topics regional '' ', "NotConfigured": ["Refused: nothing", "Refuse: no", "Refused:"]'
	run -2 --separate-stderr qrie-collect
	same "$(jq -r '"\(.Status) \(.Code)"' <<<"$output")" 'failed Refused'
}

@test "a list's answer can be one resource itself" {
	topics regional
	sed -i.old 's/"Topics\[\]"/"."/; s/.TopicArn/.NextToken/' share/collectors/sns/regional.jq
	reply ListTopics <<<'<Topics/><NextToken>x</NextToken>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -c 'select(.ARN) | [.ARN, .Configuration]' <<<"$output")" '["eu-west-1 x",{"Topics":[],"NextToken":"x"}]'
}

@test "items and parents that a When does not let pass are left out, words in it being what they say" {
	collector iam/key <<'EOT'
module {
  "ResourceType": "AWS::IAM::AccessKey", "Service": "iam", "Scope": "global",
  "Parents": {"Operation": "ListUsers", "Items": "Users[]", "When": {".UserName": ["$Account", "bob"]}, "Into": "User",
              "NotConfigured": ["NoUsers"], "Permission": "iam:ListUsers"},
  "List": {"Operation": "ListAccessKeys", "Parameters": {"UserName": ".UserName"}, "Items": "AccessKeyMetadata[]",
           "When": {".Status": ["Active"]}, "Permission": "iam:ListAccessKeys"},
  "Tags": null
};
def arn($at): .AccessKeyId;
EOT
	users ann bob 111122223333
	refuse -s 404 ListUsers NoUsers
	reply ListAccessKeys@bob <<-'EOT'
		<AccessKeyMetadata><member><AccessKeyId>A</AccessKeyId><Status>Inactive</Status></member>
		<member><AccessKeyId>B</AccessKeyId><Status>Active</Status></member></AccessKeyMetadata>
	EOT
	reply ListAccessKeys@111122223333 <<<'<AccessKeyMetadata><member><AccessKeyId>C</AccessKeyId></member></AccessKeyMetadata>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$stderr" ''
	same "$(jq -c 'select(.ARN) | [.ARN, .Configuration.User.UserName]' <<<"$output" | xargs)" '[B,bob] [C,111122223333]'
	same "$(asked ListAccessKeys)" 2
	run -0 --separate-stderr qrie-collect
	same "$(jq -r '"\(.Kind) \(.Status) \(.Resources)"' <<<"$output")" 'coverage complete 0'
}

@test "--now takes the beginning of time, too" {
	two_users
	respond_start
	run -0 --separate-stderr qrie-collect --now 1970-01-01T00:00:00Z
	[[ ${lines[0]} == *'"DescribeTime":"1970-01-01T00:00:00Z"'* ]]
}

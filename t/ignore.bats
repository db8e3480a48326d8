# qrie-diff: what is no change, though it is not the same: what AWS changes by itself, sets, and policies.
load helper

resource() {	# type configuration [day]
	printf '{"Kind":"resource","ARN":"arn:one","ResourceType":"%s","AccountId":"111122223333","Region":"eu-west-1",' "$1"
	printf '"DescribeTime":"2026-11-0%dT00:00:00Z","Tags":{},"Configuration":%s}\n' "${3:-1}" "$2"
}

# Whether the two configurations differ, and where: differ type old new [option ...]
differ() {
	resource "$1" "$2" 1 >old
	resource "$1" "$3" 2 >new
	run -0 --separate-stderr qrie-diff "${@:4}" old new
	printf '%s\n' "$output" | jq -c '.Changes[] | [.Path[14:], .Old, .New]' >out
	cat out
}

# In both directions nothing.
alike() {
	same "$(differ "$1" "$2" "$3")" ''
	same "$(differ "$1" "$3" "$2")" ''
}

policy() {	# statements: a bucket's configuration, its policy as an object
	printf '{"Policy":{"Version":"2012-10-17","Statement":%s}}' "$1"
}

as_text() {	# statements: the same as S3 gives it
	jq -nc --arg policy "{\"Version\":\"2012-10-17\",\"Statement\":$1}" '{Policy: $policy}'
}

@test "FND-15: what AWS changes by itself is no change, and with --no-ignore it is" {
	old='{"UserName":"ann","PasswordLastUsed":"2026-11-01T00:00:00Z","AccessKeys":[{"AccessKeyId":"AKIA1","Status":"Active","LastUsed":{"ServiceName":"s3"}}]}'
	new='{"UserName":"ann","PasswordLastUsed":"2026-11-02T00:00:00Z","AccessKeys":[{"AccessKeyId":"AKIA1","Status":"Active","LastUsed":{"ServiceName":"ec2"}}]}'
	alike AWS::IAM::User "$old" "$new"
	same "$(differ AWS::IAM::User "$old" "${new/Active/Inactive}")" '["/AccessKeys/0/Status","Active","Inactive"]'
	same "$(differ AWS::IAM::User "$old" "$new" --no-ignore)" '["/AccessKeys/0/LastUsed/ServiceName","s3","ec2"]
["/PasswordLastUsed","2026-11-01T00:00:00Z","2026-11-02T00:00:00Z"]'
}

@test "what is ignored in one type counts in another" {
	same "$(differ AWS::S3::Bucket '{"PasswordLastUsed":1}' '{"PasswordLastUsed":2}')" '["/PasswordLastUsed",1,2]'
}

@test "a value that is ignored may come, go and change its kind" {
	alike AWS::IAM::Role '{"RoleLastUsed":{}}' '{}'
	alike AWS::IAM::Role '{"RoleLastUsed":{"Region":"a"}}' '{"RoleLastUsed":null}'
	alike AWS::IAM::Role '{"RoleLastUsed":{"Region":"a"}}' '{"RoleLastUsed":{"Region":"b"}}'
}

@test "paths of one's own are added with -i, for one type or for all" {
	echo '{"ResourceType":"AWS::S3::Bucket","Paths":["/Configuration/A/*/x","/Configuration/a~1b"]}' >mine
	echo '{"ResourceType":"*","Paths":["/Tags"]}' >yours
	old='{"A":[{"x":1,"y":1},{"x":2,"y":1}],"a/b":1,"a":{"b":1}}'
	new='{"A":[{"x":3,"y":1},{"x":4,"y":2}],"a/b":2,"a":{"b":2}}'
	same "$(differ AWS::S3::Bucket "$old" "$new" -i mine)" '["/A/1/y",1,2]
["/a/b",1,2]'
	same "$(differ AWS::S3::Bucket "$old" "$new" --ignore mine -i yours --no-ignore)" '["/A/1/y",1,2]
["/a/b",1,2]'
	resource AWS::EC2::VPC '{}' >old
	resource AWS::EC2::VPC '{}' 2 | sed 's/"Tags":{}/"Tags":{"a":"b"}/' >new
	run -0 qrie-diff -e -i mine -i yours old new
	run -1 qrie-diff -e -i mine old new
}

@test "a file of paths that is wrong is named and compares nothing" {
	resource AWS::S3::Bucket '{}' >old
	for bad in '{"ResourceType":"A"}|Paths is no list' '{"Paths":[]}|ResourceType is no text' \
		'{"ResourceType":"A","Paths":["x"]}|a path that does not begin with a slash' \
		'{"ResourceType":"A","Paths":[1]}|a path that does not begin with a slash' \
		'{"ResourceType":"A","Path":["/x"],"Paths":[]}|a member other than ResourceType and Paths' '[]|not an object'; do
		echo "${bad%|*}" >bad
		run -3 --separate-stderr qrie-diff -i bad old old
		same "$stderr" "qrie-diff: bad:1: ${bad#*|}"
		same "$output" ''
	done
	run -3 --separate-stderr qrie-diff -i none old old
	same "$stderr" 'qrie-diff: none: No such file or directory'
	mkdir -p share
	QRIE_SHARE=share run -3 --separate-stderr qrie-diff old old
	[[ $stderr == *'--no-ignore' ]]
	QRIE_SHARE=share run -0 --separate-stderr qrie-diff --no-ignore old old
}

@test "what is shipped to be ignored is of types that are collected, sorted by nothing but type, each path once" {
	jq -r .ResourceType "$QRIE_TOP"/share/ignore/*.ndjson | sort >ignored
	same "$(uniq -d ignored)" ''
	grep -ho '"ResourceType": *"[^"]*"' "$QRIE_TOP"/share/collectors/*/*.jq | cut -d '"' -f 4 | sort -u >collected
	same "$(comm -23 ignored collected)" ''
	same "$(jq -r '.ResourceType as $t | .Paths[] | $t + " " + .' "$QRIE_TOP"/share/ignore/*.ndjson | sort | uniq -d)" ''
	same "$(jq -r '.Paths[] | select(startswith("/Configuration/") | not)' "$QRIE_TOP"/share/ignore/*.ndjson)" ''
}

@test "the order of a security group's rules and of ids of VPC resources is no change, what is in them is" {
	old='{"IpPermissions":[{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"10.0.0.0/8"},{"CidrIp":"192.0.2.0/24"}]},{"IpProtocol":"-1"}],"SubnetIds":["subnet-0a1","subnet-0a2"]}'
	new='{"IpPermissions":[{"IpProtocol":"-1"},{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"192.0.2.0/24"},{"CidrIp":"10.0.0.0/8"}]}],"SubnetIds":["subnet-0a2","subnet-0a1"]}'
	alike AWS::EC2::SecurityGroup "$old" "$new"
	same "$(differ AWS::EC2::SecurityGroup "$old" "${new/10.0.0.0\/8/0.0.0.0\/0}")" '["/IpPermissions/1/IpRanges/1",null,{"CidrIp":"0.0.0.0/0"}]
["/IpPermissions/0/IpRanges/0",{"CidrIp":"10.0.0.0/8"},null]'
	same "$(differ AWS::EC2::SecurityGroup "$old" "${new/subnet-0a1/subnet-0a3}")" '["/SubnetIds/0","subnet-0a1",null]
["/SubnetIds/1",null,"subnet-0a3"]'
	same "$(differ AWS::ECS::TaskDefinition '{"Command":["a","b"]}' '{"Command":["b","a"]}')" '["/Command/0","a","b"]
["/Command/1","b","a"]'
}

@test "FND-15: a policy that is only spelled in another way is no change, as an object and as a text" {
	old='[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::a/*","Condition":{"Bool":{"aws:SecureTransport":true}}},{"Effect":"Deny","Principal":{"AWS":["111122223333","444455556666"]},"Action":"s3:*","Resource":["b","a"]}]'
	new='[{"Resource":["a","b"],"Action":["s3:*"],"Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::111122223333:root"]},"Effect":"Deny"},{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["s3:putobject","s3:getobject","s3:getobject"],"Resource":["arn:aws:s3:::a/*"],"Condition":{"Bool":{"aws:SecureTransport":["true"]}}}]'
	alike AWS::S3::Bucket "$(policy "$old")" "$(policy "$new")"
	alike AWS::S3::Bucket "$(as_text "$old")" "$(as_text "$new")"
	alike AWS::S3::Bucket "$(policy '[{"Effect":"Deny","Action":"a","Resource":"*"}]')" "$(policy '{"Effect":"Deny","Action":["A"],"Resource":"*"}')"
}

@test "a policy that means something else is a change, where it does" {
	base='[{"Sid":"x","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["s3:GetObject"],"Resource":"a"}]'
	for edit in 's/Allow/Deny/' 's/GetObject/PutObject/' 's/"a"/"A"/' 's/111122223333/111122223334/' 's/"Action"/"NotAction"/' \
		's/"AWS":"111122223333"/"AWS":"*"/' 's/"AWS"/"Service"/' 's/"Resource":"a"/"Resource":["a","b"]/' \
		's/"Resource":"a"/"Resource":"a","Condition":{"Bool":{"b":"true"}}/'; do
		other=$(sed "$edit" <<<"$base")
		[ -n "$(differ AWS::S3::Bucket "$(policy "$base")" "$(policy "$other")")" ]
		[ -n "$(differ AWS::S3::Bucket "$(as_text "$base")" "$(as_text "$other")")" ]
	done
	same "$(differ AWS::S3::Bucket "$(policy '[{"Effect":"Allow","Action":["a","b"],"Resource":"*"},{"Effect":"Deny","Action":"c","Resource":"*"}]')" \
		"$(policy '[{"Effect":"Deny","Action":["c"],"Resource":"*"},{"Effect":"Allow","Action":["b","d"],"Resource":["*"]}]')")" '["/Policy/Statement/0/Action/0","a",null]
["/Policy/Statement/1/Action/1",null,"d"]'
	same "$(differ AWS::S3::Bucket '{"Policy":"{no"}' '{"Policy":"{ no"}')" '["/Policy","{no","{ no"]'
}

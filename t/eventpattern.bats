# Patterns of EventBridge.  The sources of what must hold are named in lib/eventpattern.h.
load helper

# An event as the documentation has it.
event='{"version":"0","source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","time":"2017-10-02T16:24:49Z","resources":["arn:aws:ec2:us-east-1:111122223333:instance/i-0aaa"],"detail":{"c-count":5,"d-count":3,"x-limit":301.8,"source-ip":"10.0.0.33","source-ip6":"2001:db8::1","state":"running","path":"src/lib/x.png","none":null,"empty":"","flag":true,"list":[],"star":"a*b\\c?d","responseElements":null}}'

# Of lines "PATTERN TAB WANTED" on standard input: what the event's match is, where it is not WANTED.
check() {
	local pattern wanted
	while IFS=$'\t' read -r pattern wanted; do
		printf '%s\n%s\n' "$pattern" "${1-$event}" >&3
		printf '%s\n' "$wanted" >&4
		printf '%s\n' "$pattern" >&5
	done 3>pairs 4>wanted 5>patterns
	run -0 --separate-stderr eventpattern-test pairs
	printf '%s\n' "$output" >got
	same "$(paste wanted got patterns | awk -F'\t' '$1 != $2')" ""
	[ "$(wc -l <got)" -gt 1 ]
}

@test "DRF-08: exact texts, numbers by value, true and null; all names must match, and one of the alternatives of each" {
	check <<-'E'
	{"source":["aws.ec2"]}	yes
	{"source":["aws.rds","aws.ec2"],"detail":{"state":["initializing","running"]}}	yes
	{"source":["aws.ec2"],"detail":{"state":["initializing"]}}	no
	{"source":["AWS.ec2"]}	no
	{"source":["aws.ec"]}	no
	{"resources":["arn:aws:ec2:us-east-1:111122223333:instance/i-0aaa","other"]}	yes
	{"resources":["other"]}	no
	{"detail":{"x-limit":[301.8]}}	yes
	{"detail":{"x-limit":[3.018e2]}}	yes
	{"detail":{"x-limit":["301.8"]}}	no
	{"detail":{"flag":[true]}}	yes
	{"detail":{"flag":[false]}}	no
	{"detail":{"flag":["true"]}}	no
	{"detail":{"none":[null]}}	yes
	{"detail":{"empty":[null]}}	no
	{"detail":{"empty":[""]}}	yes
	{"detail":{"nowhere":["x"]}}	no
	{"detail":{"nowhere":[null]}}	no
	{"detail":{"state":{"deeper":["running"]}}}	no
	{"detail":["x"]}	no
	{"detail":{"list":[null]}}	no
	{"s\u006furce":["aws.\u0065c2"]}	yes
	E
}

@test "DRF-08: prefix, suffix, equals-ignore-case and wildcard match texts alone" {
	check <<-'E'
	{"time":[{"prefix":"2017-10-02"}]}	yes
	{"time":[{"prefix":"2017-10-03"}]}	no
	{"source":[{"prefix":{"equals-ignore-case":"AWS."}}]}	yes
	{"source":[{"prefix":"AWS."}]}	no
	{"detail":{"path":[{"suffix":".png"}]}}	yes
	{"detail":{"path":[{"suffix":".PNG"}]}}	no
	{"detail":{"path":[{"suffix":{"equals-ignore-case":".PNG"}}]}}	yes
	{"detail":{"c-count":[{"prefix":"5"}]}}	no
	{"source":[{"equals-ignore-case":"AWS.EC2"}]}	yes
	{"source":[{"equals-ignore-case":"AWS.EC"}]}	no
	{"detail":{"path":[{"wildcard":"*/lib/*"}]}}	yes
	{"detail":{"path":[{"wildcard":"src/*/x.png"}]}}	yes
	{"detail":{"path":[{"wildcard":"/lib/"}]}}	no
	{"detail":{"path":[{"wildcard":"src/li?/*"}]}}	no
	{"detail":{"star":[{"wildcard":"a\\*b\\\\c?*"}]}}	yes
	{"detail":{"star":[{"wildcard":"a\\*c*"}]}}	no
	{"detail":{"flag":[{"wildcard":"*"}]}}	no
	E
}

@test "DRF-08: anything-but texts, numbers, lists, prefixes, suffixes and wildcards, but never of what is missing" {
	check <<-'E'
	{"detail":{"state":[{"anything-but":"initializing"}]}}	yes
	{"detail":{"state":[{"anything-but":"running"}]}}	no
	{"detail":{"state":[{"anything-but":["stopped","overloaded"]}]}}	yes
	{"detail":{"state":[{"anything-but":["stopped","running"]}]}}	no
	{"detail":{"c-count":[{"anything-but":[100,200,5.0]}]}}	no
	{"detail":{"c-count":[{"anything-but":123}]}}	yes
	{"detail":{"state":[{"anything-but":{"prefix":"init"}}]}}	yes
	{"detail":{"state":[{"anything-but":{"prefix":["init","run"]}}]}}	no
	{"detail":{"path":[{"anything-but":{"suffix":".png"}}]}}	no
	{"detail":{"path":[{"anything-but":{"suffix":[".txt",".rtf"]}}]}}	yes
	{"detail":{"state":[{"anything-but":{"equals-ignore-case":["RUNNING","stopped"]}}]}}	no
	{"detail":{"path":[{"anything-but":{"wildcard":"*/lib/*"}}]}}	no
	{"detail":{"path":[{"anything-but":{"wildcard":["*/bin/*","*.jpg"]}}]}}	yes
	{"detail":{"nowhere":[{"anything-but":"x"}]}}	no
	{"detail":{"list":[{"anything-but":"x"}]}}	no
	{"detail":{"none":[{"anything-but":"x"}]}}	yes
	E
}

@test "DRF-08: numbers in ranges, addresses in blocks, what is there and what is not" {
	check <<-'E'
	{"detail":{"c-count":[{"numeric":[">",0,"<=",5]}],"d-count":[{"numeric":["<",10]}],"x-limit":[{"numeric":["=",3.018e2]}]}}	yes
	{"detail":{"c-count":[{"numeric":[">",0,"<",5]}]}}	no
	{"detail":{"c-count":[{"numeric":[">=",5]}]}}	yes
	{"detail":{"c-count":[{"numeric":[">",5]}]}}	no
	{"detail":{"c-count":[{"numeric":[">",-6.5]}]}}	yes
	{"detail":{"x-limit":[{"numeric":[">",301.79,"<",301.800001]}]}}	yes
	{"detail":{"state":[{"numeric":[">",0]}]}}	no
	{"detail":{"source-ip":[{"cidr":"10.0.0.0/24"}]}}	yes
	{"detail":{"source-ip":[{"cidr":"10.0.0.32/31"}]}}	yes
	{"detail":{"source-ip":[{"cidr":"10.0.0.34/31"}]}}	no
	{"detail":{"source-ip":[{"cidr":"0.0.0.0/0"}]}}	yes
	{"detail":{"source-ip":[{"cidr":"::/0"}]}}	no
	{"detail":{"source-ip6":[{"cidr":"2001:db8::/33"}]}}	yes
	{"detail":{"source-ip6":[{"cidr":"2001:db9::/32"}]}}	no
	{"detail":{"state":[{"cidr":"0.0.0.0/0"}]}}	no
	{"detail":{"c-count":[{"exists":true}]}}	yes
	{"detail":{"none":[{"exists":true}]}}	yes
	{"detail":{"nowhere":[{"exists":true}]}}	no
	{"detail":{"nowhere":[{"exists":false}]}}	yes
	{"detail":{"c-count":[{"exists":false}]}}	no
	{"detail":[{"exists":false}]}	yes
	{"detail":[{"exists":true}]}	no
	{"detail":{"list":[{"exists":false}]}}	yes
	{"detail":{"nowhere":{"deeper":[{"exists":false}]}}}	yes
	{"detail":{"responseElements":{"errors":[{"exists":false}]}}}	yes
	{"detail":{"c-count":[{"exists":false},5]}}	yes
	E
}

@test "DRF-08: \$or is one of its objects, beside and within others" {
	check <<-'E'
	{"source":["aws.ec2"],"$or":[{"detail":{"c-count":[6]}},{"detail":{"d-count":[3]}}]}	yes
	{"source":["aws.s3"],"$or":[{"detail":{"c-count":[6]}},{"detail":{"d-count":[3]}}]}	no
	{"detail":{"$or":[{"c-count":[{"numeric":[">",5]}]},{"d-count":[{"numeric":["<",3]}]},{"x-limit":[301]}]}}	no
	{"detail":{"$or":[{"c-count":[5],"d-count":[4]},{"c-count":[5],"$or":[{"state":["x"]},{"state":["running"]}]}]}}	yes
	{"detail":{"$or":[{"c-count":[5],"d-count":[4]},{"c-count":[5],"$or":[{"state":["x"]},{"state":["y"]}]}]}}	no
	{"detail":{"$or":[{"nowhere":[{"exists":false}]},{"c-count":[6]}]}}	yes
	E
}

@test "DRF-08: of a list of objects one has all that is asked for, and what is in any of them is not missing" {
	check '{"employees":[[{"firstName":"John","lastName":"Doe"},{"firstName":"Anna","lastName":"Smith"}],[{"firstName":"Peter","lastName":"Jones","age":3}]]}' <<-'E'
	{"employees":{"firstName":["Anna"]}}	yes
	{"employees":{"firstName":["Anna"],"lastName":["Smith"]}}	yes
	{"employees":{"firstName":["Anna"],"lastName":["Jones"]}}	no
	{"employees":{"age":[{"exists":false}]}}	no
	{"employees":{"height":[{"exists":false}]}}	yes
	{"employees":["Anna"]}	no
	E
}

@test "DRF-08: what is no pattern is an error that says why: an unknown operator, no list, an empty one" {
	check <<-'E'
	{"source":[{"prefx":"a"}]}	not a pattern: no operator, or more than one: {"prefx":"a"}
	{"source":[{"prefix":"a","suffix":"b"}]}	not a pattern: no operator, or more than one: {"prefix":"a","suffix":"b"}
	{"source":"aws.ec2"}	not a pattern: "source" is no list of alternatives
	{"source":[]}	not a pattern: "source" has no alternatives
	{"source":[["a"]]}	not a pattern: a list within a list of alternatives
	{"detail":{}}	not a pattern: an object without members
	{"source":["a"],"source":["b"]}	not a pattern: "source" is there twice
	{"$or":[{"source":["a"]}]}	not a pattern: $or is no list of two objects or more
	{"$or":[{"source":["a"]},"b"]}	not a pattern: $or has something that is no object
	{"a":[{"prefix":1}]}	not a pattern: prefix is neither a text nor equals-ignore-case
	{"a":[{"wildcard":"a**"}]}	not a pattern: wildcard has two * in a row
	{"a":[{"wildcard":"a\\b"}]}	not a pattern: wildcard has a backslash before something that is neither * nor a backslash
	{"a":[{"anything-but":["a",1]}]}	not a pattern: anything-but has both texts and numbers
	{"a":[{"anything-but":[]}]}	not a pattern: anything-but has no alternatives
	{"a":[{"anything-but":true}]}	not a pattern: anything-but is no text
	{"a":[{"anything-but":{"numeric":["<",1]}}]}	not a pattern: anything-but has an operator that it cannot be without
	{"a":[{"numeric":["<",1,">",0]}]}	not a pattern: numeric has more than one comparison, or than a lower and an upper bound
	{"a":[{"numeric":[">",1,"<",1]}]}	not a pattern: numeric has bounds between which there is nothing
	{"a":[{"numeric":["!",1]}]}	not a pattern: numeric has a comparison that is none of =, <, <=, > and >=
	{"a":[{"numeric":["<"]}]}	not a pattern: numeric compares with something that is no number
	{"a":[{"exists":"true"}]}	not a pattern: exists is neither true nor false
	{"a":[{"cidr":"10.0.0.0/33"}]}	not a pattern: cidr is no block such as 10.0.0.0/8
	{"a":[{"cidr":"10.0.0.1"}]}	not a pattern: cidr is no block such as 10.0.0.0/8
	E
}

@test "DRF-08, DRF-02: qrie-collect --from events passes on only events of the shipped pattern; a missing tag does not match" {
	local tags
	for tags in '{"ManagedBy":"terraform","AutoRevert":"true"}' '{"ManagedBy":"terraform"}' '{"AutoRevert":"true"}' '{}' null; do
		jq -cn --argjson tags "$tags" '{version: "0", source: "aws.devops-agent", "detail-type": "AWS DevOps Agent - Drift Detected",
		    time: "2026-11-22T19:00:00Z", detail: {driftType: "configuration_change", resourceArn: "arn:aws:s3:::\($tags | tojson | length)", tags: $tags}}'
	done >events
	jq -c '.source = "my.own"' events >others
	export AWS_ENDPOINT_URL=http://127.0.0.1:1
	run -0 --separate-stderr qrie-collect --from events --pattern "$QRIE_TOP/share/drift/pattern.json" events others
	same "$(jq -c '[.Kind, .ARN]' <<<"$output")" '["drift","arn:aws:s3:::45"]'
	# the same in SNS, and as entries of PutEvents
	jq -c '{Records: [{Sns: {Message: tojson}}]}' events >sns
	run -0 --separate-stderr qrie-collect --from events --pattern "$QRIE_TOP/share/drift/pattern.json" sns
	same "$(jq -c '.ARN' <<<"$output")" '"arn:aws:s3:::45"'
	jq -cs '{Entries: map({Source: .source, DetailType: ."detail-type", Detail: (.detail | tojson)})}' events >entries
	run -0 --separate-stderr qrie-collect --from events --pattern "$QRIE_TOP/share/drift/pattern.json" entries
	same "$(jq -c '.ARN' <<<"$output")" '"arn:aws:s3:::45"'
}

@test "DRF-08, DRF-31: a pattern tells CloudTrail's records and EventBridge's own events apart, with an envelope or without" {
	cat >trail <<-'X'
	{"Records":[{"userIdentity":{"arn":"arn:aws:iam::111122223333:user/ann"},"eventTime":"2026-11-22T19:00:00Z","eventSource":"s3.amazonaws.com","eventName":"DeleteBucketEncryption","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e1","eventType":"AwsApiCall"},
	{"userIdentity":{"arn":"arn:aws:iam::111122223333:user/ben"},"eventTime":"2026-11-22T19:00:01Z","eventSource":"s3.amazonaws.com","eventName":"PutBucketTagging","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e2","eventType":"AwsApiCall"}]}
	X
	jq -c '.Records[] | {version: "0", source: "aws.s3", "detail-type": "AWS API Call via CloudTrail", account: "111122223333",
	    region: "us-east-1", time: .eventTime, detail: .}' trail >delivered
	jq -c '.source = "aws.guardduty" | ."detail-type" = "GuardDuty Finding"' delivered >other
	echo '{"source":["aws.s3"],"detail-type":["AWS API Call via CloudTrail"],"account":["111122223333"],"region":["us-east-1"],
	    "detail":{"eventName":[{"prefix":"Delete"}],"userIdentity":{"arn":[{"suffix":"user/ann"}]}}}' >pattern
	run -0 --separate-stderr qrie-collect --from trail --pattern pattern trail
	same "$(jq -r .Id <<<"$output")" e1
	run -0 --separate-stderr qrie-collect --from trail --pattern pattern delivered other
	same "$(jq -r .Id <<<"$output")" e1
	echo '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}' >pattern
	run -0 --separate-stderr qrie-collect --from trail --pattern pattern delivered trail
	same "$output" ""
	run -0 --separate-stderr qrie-collect --from trail --pattern pattern other
	same "$(jq -r .Id <<<"$output" | xargs)" "e1 e2"
}

@test "DRF-08: a pattern that is none ends the run before anything is read, and says why" {
	echo '{"source":[{"prefx":"a"}]}' >pattern
	run -3 --separate-stderr qrie-collect --from events --pattern pattern /nowhere
	same "$stderr" 'qrie-collect: pattern: not a pattern: no operator, or more than one: {"prefx":"a"}'
	echo '{"source":' >pattern
	run -3 --separate-stderr qrie-collect --from events --pattern pattern /nowhere
	[[ $stderr == "qrie-collect: pattern: no JSON: "* ]]
	run -3 --separate-stderr qrie-collect --from events --pattern /nowhere
	[[ $stderr == "qrie-collect: /nowhere: No such file"* ]]
	run -3 --separate-stderr qrie-collect --from terraform-state --pattern pattern
	same "$stderr" "qrie-collect: --pattern is for --from events and --from trail"
}

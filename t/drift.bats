# qrie-diff -D: drift from what Terraform made.  t/data/drift: what the configuration t/data/terraform/estate became on an
# emulator (terraform apply), as qrie-collect --from terraform-state (desired) and a scan right after it (live) tell it.
# network.tfstate is a state with addresses and target groups as terraform apply left it, network.live.ndjson the scan.
# Where Terraform is, the same with the real thing.
load helper
load emulator

data=$QRIE_TOP/t/data/drift

teardown_file() {
	emulators_stop
}

# drift N OPTION...: -D desired live, with the exit status N.
drift() {
	run "-$1" --separate-stderr qrie-diff -D desired "${@:2}" live
}

# One resource, desired and live: pair CONFIGURATION CONFIGURATION [TAGS [TYPE]], both opted in unless tags are given.
pair() {
	local tags=${3-'{"ManagedBy":"terraform","AutoRevert":"true"}'} type=${4-AWS::S3::Bucket}
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::b","ResourceType":"%s","AccountId":"111122223333","Region":"us-east-1","AccountService":"111122223333_s3","Address":"aws_s3_bucket.b","Tags":%s,"Configuration":%s}\n' \
	    "$type" "$tags" "$1" >desired
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::b","ResourceType":"%s","AccountId":"111122223333","Region":"us-east-1","AccountService":"111122223333_s3","DescribeTime":"2026-11-22T21:00:00Z","Tags":%s,"Configuration":%s}\n' \
	    "$type" "$tags" "$2" >live
}

# The paths that drifted: PATHS OF pair's arguments.
paths() {
	pair "$@"
	qrie-diff -D desired --all live | jq -r '.Changes[].Path'
}

@test "DRF-01: an estate that nobody touched since terraform apply has no drift, of 21 resources of 10 types" {
	cp "$data"/desired.ndjson desired
	cp "$data"/live.ndjson live
	drift 0 --all -e
	same "$output$stderr" ""
	same "$(wc -l <desired | tr -d ' ')" 21
	[ "$(jq -r .ResourceType desired | sort -u | wc -l)" -ge 10 ]
}

@test "DRF-05: an encryption that was taken off is drift of ServerSideEncryptionConfiguration, each value shown" {
	cp "$data"/desired.ndjson desired
	jq -c 'if .ARN == "arn:aws:s3:::qrie-tf-good" then .Configuration.Encryption = null else . end' "$data/live.ndjson" >live
	drift 1 --all -e
	same "$(jq -c '[.ARN, .DriftType, .ChangedProperties, .SeverityLabel, .Address, .DetectedBy]' <<<"$output")" \
	    '["arn:aws:s3:::qrie-tf-good","configuration_change",["ServerSideEncryptionConfiguration"],"CRITICAL","aws_s3_bucket.good","state_comparison"]'
	same "$(jq -c '.Changes[0] | [.Path, .Actual, .Desired.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm]' <<<"$output")" \
	    '["/Configuration/Encryption",null,"aws:kms"]'
}

@test "DRF-01: whatever one attribute of an untouched estate is changed to, that is found, and nothing else" {
	cp "$data"/desired.ndjson desired
	# each scalar that desired writes, and live has too: changed one at a time
	jq -rc 'select(.Kind == "resource") | .ARN as $arn | .Configuration as $c | [.Configuration | paths(scalars)][]
	    | . as $p | select($c | getpath($p) | . != null and . != false and . != "" and . != 0)
	    | select(.[0] | IN("Tags", "TagSet", "TagList", "Arn", "ARN", "arn") | not) | [$arn, .] | tojson' desired >places
	jq -c 'select(.Kind == "resource")' "$data/live.ndjson" >resources
	jq -c --slurpfile live resources '. as [$arn, $p] | ($live[] | select(.ARN == $arn)) as $r
	    | select([$r.Configuration | getpath($p)?] as [$v] | $v != null)
	    | $r | .Configuration |= setpath($p; "changed by hand") | .At = $p' places >changed
	[ "$(wc -l <changed)" -ge 150 ]
	n=0
	while read -r record; do
		printf '%s\n' "$record" >one
		jq -r .ARN one >arn
		grep -F "\"ARN\":\"$(cat arn)\"" desired >wanted
		qrie-diff -D wanted --all one >found
		[ "$(jq -r .ARN found)" = "$(cat arn)" ] || { echo "not found: $(jq -c '[.ARN, .At]' one)"; n=$((n + 1)); }
	done < <(awk 'NR % 3 == 0' changed)
	same "$n" 0
}

@test "DRF-01: addresses and target groups as terraform apply left them have no drift, and what is changed by hand has" {
	qrie-collect --from terraform-state "$data/network.tfstate" >network
	jq -c 'select(.ResourceType | test("EIP|TargetGroup"))' network >desired
	cp "$data/network.live.ndjson" live
	same "$(wc -l <desired | tr -d ' ')" 7
	drift 0 -e
	same "$output$stderr" ""
	# what is told of an address where it is bound: an instance's, an association's, a gateway's; and nowhere
	same "$(jq -r 'select(.ResourceType == "AWS::EC2::EIP") | [.Address, (.Configuration.AssociationId // .Unreadable[0].Code | .[:8])] | @tsv' desired | sort)" \
	    $'aws_eip.free\tNotInTer\naws_eip.on\teipassoc\naws_eip.to\teipassoc\naws_eip.used\teipassoc'
	jq -c 'if .Configuration.Tags == null then . elif .Configuration.InstanceId == "i-cfd9cdc0259012e25" then del(.Configuration.AssociationId)
	    elif .Configuration.TargetGroupName == "t" then .Configuration |= (.HealthCheckPath = "/" | .Matcher.HttpCode = "200"
	        | (.Attributes[] | select(.Key == "deregistration_delay.timeout_seconds").Value) = "300")
	    elif .Configuration.TargetGroupName == "fn" then (.Configuration.Attributes[] | select(.Key == "lambda.multi_value_headers.enabled").Value) = "true"
	    else . end' "$data/network.live.ndjson" >live
	drift 0
	same "$(jq -r '[.Address, (.Changes[].Path)] | @tsv' <<<"$output" | sort)" "$(printf '%s\t%s\n' \
	    aws_eip.to /Configuration/AssociationId \
	    aws_lb_target_group.fn /Configuration/Attributes/6/Value \
	    aws_lb_target_group.t $'/Configuration/Attributes/0/Value\t/Configuration/HealthCheckPath\t/Configuration/Matcher/HttpCode')"
}

@test "DRF-02: only resources whose live tags are ManagedBy=terraform and AutoRevert=true count, unless all are asked for" {
	for tags in '{"ManagedBy":"terraform","AutoRevert":"true"}' '{"ManagedBy":"terraform"}' '{"AutoRevert":"true"}' '{}' null \
	    '{"ManagedBy":"Terraform","AutoRevert":"true"}' '{"ManagedBy":"terraform","AutoRevert":true}'; do
		pair '{"A":"x"}' '{"A":"y"}' "$tags"
		drift 0
		same "$(grep -c drift <<<"$output")" "$([ "$tags" = '{"ManagedBy":"terraform","AutoRevert":"true"}' ] && echo 1 || echo 0)"
		[ -n "$output" ] || [[ $stderr == "qrie-diff: 1 drifts are of resources without"* ]]
		drift 0 --all
		same "$(grep -c drift <<<"$output")$stderr" 1
	done
}

@test "DRF-03, DRF-04: an event has the documented names and no others, and the source can be another" {
	pair '{"Encryption":{"Rules":[1]}}' '{"Encryption":null}'
	drift 0 -f eventbridge
	same "$(jq -c '[keys_unsorted, (.detail | keys_unsorted)]' <<<"$output")" \
	    '[["version","id","detail-type","source","time","region","resources","detail"],["driftType","resourceType","resourceArn","changedProperties","detectedBy","changeAuthor","changeTime","severity","tags"]]'
	same "$(jq -c '[.source, ."detail-type", .time, .resources]' <<<"$output")" \
	    '["aws.devops-agent","AWS DevOps Agent - Drift Detected","2026-11-22T21:00:00Z",["arn:aws:s3:::b"]]'
	drift 0 -f eventbridge --event-source qrie.test
	same "$(jq -r .source <<<"$output")" qrie.test
}

@test "DRF-06: events tell who changed what drifted and when: the one that is most like it, none from after the scan" {
	pair '{"Encryption":{"Rules":[1]}}' '{"Encryption":null}'
	cat >events <<-'E'
	{"Kind":"event","Id":"1","ARN":"arn:aws:s3:::b","ResourceType":"AWS::S3::Bucket","EventTime":"2026-11-22T19:00:00Z","EventName":"DeleteBucketEncryption","Author":"arn:aws:iam::111122223333:user/ann"}
	{"Kind":"event","Id":"2","ARN":"arn:aws:s3:::b","ResourceType":"AWS::S3::Bucket","EventTime":"2026-11-22T20:00:00Z","EventName":"PutBucketTagging","Author":"arn:aws:iam::111122223333:user/ben"}
	{"Kind":"event","Id":"3","ARN":"arn:aws:s3:::b","ResourceType":"AWS::S3::Bucket","EventTime":"2026-11-22T22:00:00Z","EventName":"PutBucketEncryption","Author":"arn:aws:iam::111122223333:user/cy"}
	{"Kind":"event","Id":"4","ARN":"arn:aws:s3:::c","ResourceType":"AWS::S3::Bucket","EventTime":"2026-11-22T20:30:00Z","EventName":"DeleteBucketEncryption","Author":"arn:aws:iam::111122223333:user/dee"}
	E
	drift 0 --events events
	same "$(jq -c '[.ChangeAuthor, .ChangeTime, .DetectedBy]' <<<"$output")" \
	    '["arn:aws:iam::111122223333:user/ann","2026-11-22T19:00:00Z","cloudtrail_analysis"]'
	sed 1d events >later
	drift 0 --events later
	same "$(jq -r .ChangeAuthor <<<"$output")" arn:aws:iam::111122223333:user/ben
	drift 0 --events <(grep -v '/b"' <<<"$(sed -n 4p events)") # other resources say nothing
	same "$(jq -c '[.ChangeAuthor, .DetectedBy]' <<<"$output")" '[null,"state_comparison"]'
}

@test "DRF-06: --from trail makes event records of CloudTrail's, once each, and asks nothing" {
	cat >trail <<-'E'
	{"Records":[{"userIdentity":{"arn":"arn:aws:iam::111122223333:user/ann"},"eventTime":"2026-11-22T19:00:00Z","eventSource":"s3.amazonaws.com","eventName":"DeleteBucketEncryption","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e1"},
	{"userIdentity":{"type":"AWSService","invokedBy":"config.amazonaws.com"},"eventTime":"2026-11-22T18:00:00Z","eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e0"},
	{"eventTime":"2026-11-22T19:30:00Z","eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","errorCode":"AccessDenied","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e2"}]}
	E
	run -0 --separate-stderr env AWS_ENDPOINT_URL=http://127.0.0.1:1 qrie-collect --from trail trail trail
	same "$output" "$(cat <<-'E'
	{"Kind":"event","Id":"e0","ARN":"arn:aws:s3:::b","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"us-east-1","EventTime":"2026-11-22T18:00:00Z","EventName":"PutBucketPolicy","Author":"config.amazonaws.com"}
	{"Kind":"event","Id":"e1","ARN":"arn:aws:s3:::b","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"us-east-1","EventTime":"2026-11-22T19:00:00Z","EventName":"DeleteBucketEncryption","Author":"arn:aws:iam::111122223333:user/ann"}
	E
)"
}

@test "DRF-07, TST-22: an event as EventBridge, SNS, or PutEvents has it is the same drift record; two Records are two" {
	pair '{"Encryption":{"Rules":[1]}}' '{"Encryption":null}'
	drift 0
	jq -c 'del(.Changes, .Address, .AccountId, .AccountService)' <<<"$output" >wanted
	qrie-diff -D desired -f eventbridge live >event
	jq -c '{Records: [{Sns: {Message: tojson}}, {Sns: {Message: tojson}}]}' event >sns
	run -0 --separate-stderr env AWS_ENDPOINT_URL=http://127.0.0.1:1 qrie-collect --from events event
	same "$(jq -c 'del(.Changes, .Address, .AccountId, .AccountService)' <<<"$output")" "$(cat wanted)"
	one=$output
	run -0 --separate-stderr qrie-collect --from events sns
	same "$output" "$one"$'\n'"$one"
	# Entries of PutEvents have no id and no region yet
	jq -c '{Entries: [{Source: .source, DetailType: ."detail-type", Detail: (.detail | tojson), Resources: .resources}]}' event >entries
	run -0 --separate-stderr qrie-collect --from events entries
	same "$(jq -c '[.ARN, .DriftType, .ChangedProperties, .SeverityLabel, .Tags]' <<<"$output")" \
	    "$(jq -c '[.ARN, .DriftType, .ChangedProperties, .SeverityLabel, .Tags]' wanted)"
	same "$(jq -r '.Id | length' <<<"$output")" 32
	# the load test's detail says nothing but the resource
	echo '{"source":"aws.devops-agent","detail-type":"AWS DevOps Agent - Drift Detected","detail":{"resourceArn":"arn:aws:s3:::test-bucket-1"}}' >bare
	run -0 --separate-stderr qrie-collect --from events bare
	same "$(jq -c '[.ARN, .Tags, .DriftType]' <<<"$output")" '["arn:aws:s3:::test-bucket-1",null,null]'
}

@test "DRF-12: severity is the worst of the changes; tags are LOW, production raises what is MEDIUM, and nothing else" {
	rated() { pair "$@"; qrie-diff -D desired --all live | jq -r .SeverityLabel; }
	same "$(rated '{"Encryption":{"a":1}}' '{"Encryption":null}')" CRITICAL
	same "$(rated '{"Versioning":{"Status":"Enabled"}}' '{"Versioning":{"Status":"Suspended"}}')" HIGH
	same "$(rated '{"Notification":{"a":1}}' '{"Notification":{"a":2}}')" MEDIUM
	same "$(rated '{"Notification":{"a":1}}' '{"Notification":{"a":2}}' '{"Environment":"Production"}')" HIGH
	same "$(rated '{"Notification":{"a":1}}' '{"Notification":{"a":2}}' '{"Environment":"dev"}')" MEDIUM
	same "$(rated '{"Notification":{"a":1},"Encryption":{"a":1}}' '{"Notification":{"a":2},"Encryption":null}')" CRITICAL
	same "$(rated '{"Path":"/"}' '{"Path":"/x"}' '{}' AWS::IAM::Role)" CRITICAL
	pair '{}' '{}' '{"Environment":"prod","Team":"a"}'
	sed -i 's/"Team":"a"/"Team":"b"/' live
	same "$(qrie-diff -D desired --all live | jq -c '[.SeverityLabel, .ChangedProperties]')" '["LOW",["Tags"]]'
}

@test "DRF-01: only what is desired counts; nothing, false, 0 and empty are the same; what only live has in a list or a tag is drift" {
	same "$(paths '{"A":"x"}' '{"A":"x","B":"y"}')" ""
	same "$(paths '{"A":null,"B":{"C":null}}' '{"A":"x","B":{"C":1}}')" ""
	same "$(paths '{"A":false,"B":0,"C":"","D":[],"E":{}}' '{}')" ""
	same "$(paths '{"A":false,"B":0,"C":"","D":[],"E":{}}' '{"A":null,"B":null,"C":null,"D":null,"E":null}')" ""
	same "$(paths '{"A":{"B":null,"C":[false]}}' '{}')" ""
	same "$(paths '{"A":{"B":null,"C":[true]}}' '{}')" /Configuration/A
	same "$(paths '{"A":true,"B":1,"C":"c","D":[1],"E":{"f":1}}' '{}' | sort | xargs)" \
	    "/Configuration/A /Configuration/B /Configuration/C /Configuration/D /Configuration/E"
	same "$(paths '{"A":false}' '{"A":true}')" /Configuration/A
	same "$(paths '{"A":["x","y"]}' '{"A":["y","x"]}')" ""
	same "$(paths '{"A":["x"]}' '{"A":["x","y"]}')" /Configuration/A/1
	same "$(paths '{"A":[{"CidrIp":"10.0.0.0/8"}]}' '{"A":[{"CidrIp":"0.0.0.0/0"},{"CidrIp":"10.0.0.0/8","Description":"d"}]}')" /Configuration/A/0
	same "$(paths '{"T":"2026-11-22T21:00:00Z"}' '{"T":"2026-11-22T21:00:00.123000+00:00"}')" ""
	same "$(paths '{"T":"2026-11-22T21:00:00Z"}' '{"T":"2026-11-22T21:00:01Z"}')" /Configuration/T
	pair '{}' '{}' '{"A":"1"}'
	sed -i 's/"Tags":{"A":"1"}/"Tags":{"A":"1","aws:cloudformation:stack-name":"s","B":"2"}/' live
	same "$(qrie-diff -D desired --all live | jq -c '.Changes')" '[{"Path":"/Tags/B","Desired":null,"Actual":"2"}]'
}

@test "DRF-01: a policy in a text drifts only if it means something else" {
	a='{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":["*"]}]}'
	b='{"Statement": [{"Effect":"Deny","Resource":"*","Action":["s3:*"]}, {"Effect":"Allow","Sid":"a","Action":["s3:List*","s3:Get*"],"Resource":["*"]}], "Version":"2012-10-17"}'
	policy() { jq -cn --arg p "$1" '{Policy: $p}'; }
	same "$(paths "$(policy "$a")" "$(policy "$b")")" ""
	same "$(paths "$(policy "$a")" "$(policy "${b/Deny/Allow}")")" /Configuration/Policy
	same "$(paths "$(policy "$a")" "$(policy "${b/s3:List\*/s3:Put*}")")" /Configuration/Policy
	same "$(paths "$(policy '{"a":[1,2]}')" "$(policy '{"a": [1, 2]}')")" ""
	same "$(paths "$(policy '{"a":[1,2]}')" "$(policy '{"a":[2,1]}')")" /Configuration/Policy # no policy: order may matter
	same "$(paths "$(policy '{"a":1')" "$(policy '{"a": 1')")" /Configuration/Policy # no JSON
}

@test "FND-17: what live did not cover is not missing, and is told; what a listing or a tombstone says is gone is" {
	pair '{}' '{}'
	unit='"AccountId":"111122223333","Region":"us-east-1","ResourceType":"AWS::S3::Bucket"'
	: >live
	drift 0
	same "$(jq -c '[.DriftType, .SeverityLabel, .Changes, .ChangedProperties]' <<<"$output")" '["resource_missing","HIGH",[],[]]'
	printf '{"Kind":"coverage",%s,"Status":"failed","StartedAt":"2026-11-22T21:00:00Z"}\n' "$unit" >live
	drift 2
	same "$output $stderr" " qrie-diff: 1 desired resources are not in the live inventory, which does not cover them"
	printf '{"Kind":"coverage",%s,"Status":"complete","StartedAt":"2026-11-22T21:00:00Z"}\n' "$unit" >live
	drift 0
	same "$(jq -c '[.DriftType, .DescribeTime]' <<<"$output")" '["resource_missing","2026-11-22T21:00:00Z"]'
	echo '{"Kind":"coverage","AccountId":"111122223333","Region":"eu-west-1","ResourceType":"AWS::EC2::VPC","Status":"complete","StartedAt":"2026-11-22T21:00:00Z"}' >live
	printf '{"Kind":"tombstone","ARN":"arn:aws:s3:::b","DescribeTime":"2026-11-22T20:00:00Z",%s}\n' "$unit" >>live
	drift 0
	same "$(jq -c '[.DriftType, .DescribeTime]' <<<"$output")" '["resource_missing","2026-11-22T20:00:00Z"]'
	printf '{"Kind":"coverage",%s,"Status":"complete","StartedAt":"2026-11-22T21:00:00Z"}\nbroken\n' "$unit" >live
	drift 2		# the line that is lost may have been the resource
	same "$output" ""
}

@test "DRF-01: what could not be read on either side is no drift; of what is desired it is told" {
	pair '{"Policy":"p","A":"x"}' '{"A":"x"}'
	sed -i 's/}$/,"Unreadable":[{"Path":".Configuration.Policy","Code":"AccessDenied"}]}/' live
	drift 2
	same "$output $stderr" " qrie-diff: 1 live resources could not be read in full and were compared in part"
	pair '{"A":"x"}' '{"A":"x"}'
	sed -i 's/}$/,"Unreadable":[{"Path":".Configuration.Policy","Code":"AccessDenied"}]}/' live
	drift 0
	same "$output$stderr" ""
	pair '{"A":"x"}' '{"A":"x","B":"y"}'
	sed -i 's/}$/,"Unreadable":[{"Path":".Configuration.A","Code":"KnownAfterApply"}]}/; s/"A":"x",*//' desired
	drift 0
	same "$output$stderr" ""
	sed -i 's/arn:aws:s3:::b/terraform:aws_s3_bucket.b/' desired
	drift 2
	same "$stderr" "qrie-diff: 1 desired resources have no ARN yet and were not compared"
}

@test "DRF-01: what nobody desires is told with --unmanaged, but for what AWS and its services manage" {
	pair '{}' '{}'
	: >desired
	jq -c '., (.ARN = "arn:aws:s3:::m" | .Managed = "aws"), (.ResourceType = "AWS::::Account")' live >more
	mv more live
	drift 0
	same "$output" ""
	drift 0 --unmanaged
	same "$(jq -c '[.ARN, .DriftType, .Address]' <<<"$output")" '["arn:aws:s3:::b","resource_unmanaged",null]'
}

@test "DRF-01: the same drift has the same Id in each run, another one another; the newest description counts" {
	pair '{"A":"x"}' '{"A":"y"}'
	drift 0; first=$(jq -r .Id <<<"$output")
	sed -i 's/21:00:00Z/22:00:00Z/' live
	drift 0; same "$(jq -r .Id <<<"$output")" "$first"
	sed 's/22:00:00Z/23:00:00Z/; s/"A":"y"/"A":"z"/' live >>live.new
	cat live.new live >both && mv both live
	drift 0
	same "$(jq -c '.Changes[0].Actual' <<<"$output")" '"z"'
	[ "$(jq -r .Id <<<"$output")" != "$first" ]
}

# suspended WANTED SUSPENSION...: what is suspended of the drift of one resource, at noon on November 28, is as WANTED.
suspended() {
	local wanted=$1
	shift
	printf '%s\n' "$@" >suspensions
	run --separate-stderr qrie-diff -D desired --now 2026-11-28T12:00:00Z --suspensions suspensions live
	same "$status" 0
	same "$(jq -c .Suspended <<<"$output")" "$wanted"
}

@test "DRF-29: drift is suspended from one time to another, recorded all the same, and back by itself" {
	pair '{"A":"x"}' '{"A":"y"}'
	rest='"From":"2026-11-28T10:00:00Z","Expires":"2026-11-28T14:00:00Z","Reason":"upgrade","Owner":"dba"'
	echo "{$rest}" >suspensions
	at() { run --separate-stderr qrie-diff -D desired -e --now "$1" --suspensions suspensions "${@:2}" live; }
	at 2026-11-28T09:59:59Z
	same "$status $stderr $(jq -c .Suspended <<<"$output")" "1  null"
	at 2026-11-28T10:00:00Z
	same "$status $stderr" "0 qrie-diff: 1 drifts are suspended"
	same "$(jq -c '[.Kind, .ARN, .Changes[0].Path, .Suspended]' <<<"$output")" \
	    '["drift","arn:aws:s3:::b","/Configuration/A",{"Reason":"upgrade","Owner":"dba","From":"2026-11-28T10:00:00Z","Expires":"2026-11-28T14:00:00Z"}]'
	at 2026-11-28T13:59:59Z -f eventbridge
	same "$status $output" "0 "
	at 2026-11-28T13:59:59Z -f text
	[[ $output == *"MEDIUM (suspended until 2026-11-28T14:00:00Z: upgrade)"$'\n'* ]]
	at 2026-11-28T14:00:00Z
	same "$status $(jq -c .Suspended <<<"$output")" "1 null"
	same "$stderr" "qrie-diff: suspensions:1: suspension expired 2026-11-28T14:00:00Z"
}

@test "DRF-29: a suspension is for what it says and for nothing else, and without conditions for all" {
	pair '{"A":"x"}' '{"A":"y"}' '{"ManagedBy":"terraform","AutoRevert":"true","Frozen":"yes"}'
	rest='"Reason":"r","Owner":"o","Expires":"2026-12-01"}'
	told='{"Reason":"r","Owner":"o","Expires":"2026-12-01"}'
	suspended "$told" "{$rest"
	suspended "$told" "{\"Tags\":{\"Frozen\":\"yes\"},$rest"
	suspended null "{\"Tags\":{\"Frozen\":\"no\"},$rest"
	suspended "$told" "{\"ARN\":\"arn:aws:s3:::b\",\"AccountId\":\"111122223333\",\"Region\":\"us-east-1\",\"ResourceType\":\"AWS::S3::Bucket\",$rest"
	suspended null "{\"ARN\":\"arn:aws:s3:::b\",\"AccountId\":\"111122223334\",$rest"
	suspended "$told" "{\"Address\":\"aws_s3_bucket.b\",$rest"
	suspended null "{\"Address\":\"aws_s3_bucket.c\",$rest"
	suspended null "{\"ARN\":\"arn:aws:s3:::*\",$rest"
	suspended "$told" "{\"ARN\":\"arn:aws:s3:::*\",\"Glob\":true,$rest"
	suspended null "{\"From\":\"2026-11-29\",$rest"
	# of two the longer one is told
	suspended '{"Reason":"long","Owner":"o","Expires":"2026-12-02"}' "{$rest" '{"Reason":"long","Owner":"o","Expires":"2026-12-02"}' "{$rest"
	# what has not opted in is not told for being suspended
	pair '{"A":"x"}' '{"A":"y"}' '{}'
	suspended "" "{$rest"
}

@test "DRF-29: a line that is no suspension ends the run, for it could be one of what must be left alone" {
	pair '{"A":"x"}' '{"A":"y"}'
	while IFS='|' read -r line why; do
		printf '%s\n' '{"Reason":"r","Owner":"o","Expires":"2026-12-01"}' "$line" >suspensions
		run -3 --separate-stderr qrie-diff -D desired --suspensions suspensions live
		same "$output$stderr" "qrie-diff: suspensions:2: $why"
	done <<-'E'
	{"Owner":"o","Expires":"2099-12-01"}|suspension without Reason
	{"Reason":"r","Expires":"2099-12-01"}|suspension without Owner
	{"Reason":"r","Owner":"o"}|suspension without Expires
	{"Reason":"r","Owner":"o","Expires":"soon"}|suspension whose Expires is no date such as 2026-12-31
	{"Reason":"r","Owner":"o","Expires":"2099-12-01","From":"x"}|suspension whose From is no date such as 2026-12-31
	{"Reason":"r","Owner":"o","Expires":"2099-12-01","From":"2099-12-01"}|suspension that expires before it begins
	{"Reason":"r","Owner":"o","Expires":"2099-12-01","Policy":"P"}|suspension with a member that is not known: Policy
	{"Reason":"r","Owner":"o","Expires":"2099-12-01","Account":"1"}|suspension with a member that is not known: Account
	E
}

@test "DRF-29, DRF-15: with --all what has not opted in, or no longer, is recorded as suspended: 100 percent are told" {
	local tags
	for tags in '{"ManagedBy":"terraform","AutoRevert":"true"}' '{"ManagedBy":"terraform"}' '{}'; do
		pair '{"A":"x"}' '{"A":"y"}' "$tags"
		cat desired >>all-desired
		cat live >>all-live
	done
	for f in all-desired all-live; do
		awk '{ sub(/:::b/, ":::b" NR); print }' $f >"${f#all-}"
	done
	drift 0 --all
	same "$(jq -c '[.ARN, .Suspended]' <<<"$output")" '["arn:aws:s3:::b1",null]
["arn:aws:s3:::b2",{"Reason":"not opted in"}]
["arn:aws:s3:::b3",{"Reason":"not opted in"}]'
	drift 0
	same "$(jq -r .ARN <<<"$output")" arn:aws:s3:::b1
}

@test "DRF-08: with --pattern drift is opted in to by a pattern of EventBridge, whatever is written" {
	pair '{"A":"x"}' '{"A":"y"}' '{"ManagedBy":"terraform"}'
	drift 0 --pattern "$QRIE_TOP/share/drift/pattern.json"
	same "$output $stderr" " qrie-diff: 1 drifts do not match the pattern: --all has them"
	drift 0 --all --pattern "$QRIE_TOP/share/drift/pattern.json"
	same "$(jq -c .Suspended <<<"$output")" '{"Reason":"not opted in"}'
	echo '{"source":["my.own"],"detail":{"tags":{"ManagedBy":["terraform"],"AutoRevert":[{"exists":false}]},"severity":["MEDIUM"]}}' >pattern
	drift 0 --pattern pattern
	same "$output" ""
	for format in ndjson text eventbridge; do
		drift 0 --pattern pattern --event-source my.own -f $format
		[ -n "$output" ] && [ -z "$stderr" ]
	done
	pair '{"A":"x"}' '{"A":"y"}'
	drift 0 --pattern "$QRIE_TOP/share/drift/pattern.json"
	same "$(jq -c .Suspended <<<"$output")" null
	echo '{"source":[]}' >pattern
	drift 3 --pattern pattern
	same "$stderr" 'qrie-diff: pattern: not a pattern: "source" has no alternatives'
}

@test "TAG-12: drift of non-critical resources alone is chosen by their CriticalityLevel, and counted otherwise" {
	: >all-desired; : >all-live
	for level in '"low"' '"high"' '"Low"' null; do
		pair '{"A":"x"}' '{"A":"y"}' "{\"ManagedBy\":\"terraform\",\"AutoRevert\":\"true\",\"CriticalityLevel\":$level}"
		cat desired >>all-desired
		cat live >>all-live
	done
	for f in desired live; do
		awk '{ sub(/:::b/, ":::b" NR); print }' all-$f >$f
	done
	jq '.detail.tags.CriticalityLevel = ["low"]' "$QRIE_TOP/share/drift/pattern.json" >pattern
	drift 0 --pattern pattern
	same "$(jq -r .ARN <<<"$output") $stderr" "arn:aws:s3:::b1 qrie-diff: 3 drifts do not match the pattern: --all has them"
}

@test "what a person gets: text, wrong use, a closed pipe, a full disk, a file that is not there" {
	pair '{"Encryption":{"Rules":[1]}}' '{"Encryption":null}'
	drift 0 -f text
	same "$output" "$(printf 'configuration_change 111122223333 us-east-1 AWS::S3::Bucket arn:aws:s3:::b CRITICAL\n  /Configuration/Encryption\n  - {"Rules":[1]}\n  + null')"
	for wrong in "-D desired" "-D desired live live" "-D desired -F state live" "--all desired live" "-f eventbridge desired live" \
	    "--events e desired live" "--unmanaged desired live" "--suspensions s desired live" "--pattern p desired live"; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-diff $wrong
		[[ $stderr == usage:* ]]
	done
	run -3 --separate-stderr qrie-diff -D nowhere live
	[[ $stderr == "qrie-diff: nowhere: No such file"* ]]
	if [ -w /dev/full ]; then
		run -3 --separate-stderr sh -c 'qrie-diff -D desired live >/dev/full'
		[[ $stderr == *"No space left"* ]]
	fi
	for i in $(seq 2000); do sed "s/:::b/:::b$i/" desired >&3; sed "s/:::b/:::b$i/" live >&4; done 3>d 4>l
	run -0 bash -c 'set -o pipefail; qrie-diff -D d l | head -n 1 >/dev/null'
}

@test "each line of properties.ndjson is one that qrie-diff takes, and a bad one is named" {
	mkdir -p share && cp -R "$QRIE_TOP/share/drift" share/
	pair '{"A":"x"}' '{"A":"y"}'
	same "$(jq -rc 'select((.ResourceType | type) != "string" or (.Path | startswith("/") | not)
	    or (keys - ["ResourceType", "Path", "Property", "SeverityLabel", "Default", "Own", "Separator"] != []))' share/drift/properties.ndjson)" ""
	echo '{"ResourceType":"*","Path":"/Configuration","SeverityLabel":"BAD"}' >>share/drift/properties.ndjson
	run -3 --separate-stderr env QRIE_SHARE="$PWD/share" qrie-diff -D desired live
	[[ $stderr == *"properties.ndjson:"*": SeverityLabel is none"* ]]
}

@test "DRF-01, TFM-02: real Terraform, real drift: what is changed by the AWS CLI after apply is found, and gone once applied again" {
	[ -n "${QRIE_TERRAFORM_PLUGINS-}" ] && command -v terraform >/dev/null || skip "no terraform, or no provider"
	moto_start
	emulator_share s3/bucket ec2/security-group ec2/address elbv2/target-group
	emulator_client "$MOTO_URL"
	export TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
	aws() { "$QRIE_VENV/bin/aws" "$@"; }
	cat >main.tf <<-'E'
	provider "aws" {
	  region                      = "us-east-1"
	  s3_use_path_style           = true
	  skip_credentials_validation = true
	  skip_metadata_api_check     = true
	  skip_requesting_account_id  = true
	  default_tags {
	    tags = { ManagedBy = "terraform", AutoRevert = "true" }
	  }
	}
	resource "aws_s3_bucket" "b" { bucket = "drift-test-bucket-dev-12345" }
	resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
	  bucket = aws_s3_bucket.b.id
	  rule {
	    apply_server_side_encryption_by_default {
	      sse_algorithm = "aws:kms"
	    }
	  }
	}
	resource "aws_eip" "e" { domain = "vpc" }
	resource "aws_lb_target_group" "t" {
	  name        = "t"
	  target_type = "lambda"
	}
	resource "aws_security_group" "s" {
	  name = "s"
	  ingress {
	    from_port   = 443
	    to_port     = 443
	    protocol    = "tcp"
	    cidr_blocks = ["10.0.0.0/8"]
	  }
	}
	E
	{ terraform init -input=false -no-color -plugin-dir="$QRIE_TERRAFORM_PLUGINS" && terraform apply -auto-approve -input=false -no-color; } >log 2>&1 ||
	    { tail -5 log; false; }
	look() {
		qrie-collect -r us-east-1 -t AWS::S3::Bucket,AWS::EC2::SecurityGroup,AWS::EC2::EIP,AWS::ElasticLoadBalancingV2::TargetGroup >live 2>/dev/null || [ $? -eq 2 ] || return
		qrie-collect --from terraform-state terraform.tfstate >desired
		qrie-diff -D desired live
	}
	same "$(look)" ""
	aws s3api delete-bucket-encryption --bucket drift-test-bucket-dev-12345
	aws ec2 authorize-security-group-ingress --group-id "$(jq -r 'select(.ResourceType == "AWS::EC2::SecurityGroup").Configuration.GroupId' desired)" \
	    --protocol tcp --port 22 --cidr 0.0.0.0/0 >/dev/null
	same "$(look | jq -c '[.ResourceType, .ChangedProperties, .SeverityLabel]')" \
	    $'["AWS::EC2::SecurityGroup",["SecurityGroupIngress"],"CRITICAL"]\n["AWS::S3::Bucket",["ServerSideEncryptionConfiguration"],"CRITICAL"]'
	terraform apply -auto-approve -input=false -no-color >log 2>&1
	same "$(look)" ""	# DRF-32
}

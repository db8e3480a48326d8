# What qrie-tag --apply makes of plans: on moto, where boto3 says what stands there afterwards, and on answers that were
# prepared, where what AWS refuses matters.
load helper
load emulator
load respond

setup_file() {
	export BATS_TEST_TIMEOUT=300
	moto_start MOTO_RECORDER_FILEPATH="$BATS_FILE_TMPDIR/recording"
}

teardown_file() {
	emulators_stop
}

teardown() {
	respond_stop
}

# An empty account.
on_moto() {
	export QRIE_SHARE=$QRIE_TOP/share
	emulator_client "$MOTO_URL"
	curl -sf -o /dev/null -X POST "$MOTO_URL/moto-api/reset"
}

# make KIND COUNT [TAGS]: real ones; their records are appended to inventory.
make() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" make "$@" >made && cat made >>inventory
}

# What tags there are now, as each service says.
standing() {
	jq -r .ARN inventory | "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" show
}

# plan JQ: a plan for each record of the inventory, with what the jq program gives for it.
plan() {
	jq -c "{Kind: \"tagplan\", ARN, ResourceType, AccountId, Region, AccountService} + ($1)" inventory >plan
}

# recorded COMMAND...: runs it, and says how often it called each operation of the tagging API, into calls.
recorded() {
	local status=0
	curl -sf -o /dev/null -X POST "$MOTO_URL/moto-api/recorder/reset-recording"
	curl -sf -o /dev/null -X POST "$MOTO_URL/moto-api/recorder/start-recording"
	"$@" || status=$?
	curl -sf -o /dev/null -X POST "$MOTO_URL/moto-api/recorder/stop-recording"
	curl -sf "$MOTO_URL/moto-api/recorder/download-recording" |
		jq -r '.headers | to_entries[] | select(.key | ascii_downcase == "x-amz-target").value | split(".")[-1]' |
		sort | uniq -c | sed 's/^ *//' >calls
	return "$status"
}

# Plans of made-up resources: NAME... are buckets of a prepared AWS.
buckets() {
	local name
	for name; do
		printf '{"Kind":"tagplan","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"eu-west-1","Set":{"Owner":"web"}}\n' "$name"
	done >plan
}

@test "TAG-04, TAG-07: 45 resources that get the same cost three TagResources calls, and one that fails costs itself" {
	on_moto
	make topic 22
	make bucket 22
	jq -c '.ARN = "arn:aws:nosuch:us-east-1:111122223333:thing/1" | .ResourceType = "AWS::NoSuch::Thing"' inventory |
		sed -n 5p >odd
	cat odd >>inventory
	plan '{Set: {Owner: "web", CostCenter: "CC-1"}}'
	run -2 --separate-stderr recorded qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:nosuch:us-east-1:111122223333:thing/1: InternalServiceException: Service not yet supported"
	same "$(<calls)" "$(printf '%s\n' '1 GetResources' '3 TagResources')"
	same "$(jq -r .Status <<<"$output" | sort | uniq -c | sed 's/^ *//')" "$(printf '%s\n' '44 changed' '1 failed')"
	sed -i.old '$d' inventory
	same "$(standing | cut -d' ' -f2 | uniq -c | sed 's/^ *//')" '44 {"CostCenter":"CC-1","Owner":"web"}'
}

@test "TAG-08: other tags stay, of buckets, topics, keys, volumes, users, roles and policies" {
	on_moto
	for kind in bucket topic key volume user role policy; do make "$kind" 1 '{"a": "1", "c": "3"}'; done
	plan '{Set: {b: "2", c: "4"}}'
	run -0 --separate-stderr qrie-tag --apply plan
	same "$stderr" ""
	same "$(jq -c '[.Kind, .Status, .Set, .Remove]' <<<"$output" | uniq -c | sed 's/^ *//')" \
		'7 ["tagresult","changed",{"b":"2","c":"4"},[]]'
	same "$(standing | cut -d' ' -f2 | uniq -c | sed 's/^ *//')" '7 {"a":"1","b":"2","c":"4"}'
}

@test "nothing is written without --apply, nor with --apply --dry-run, which says what would be" {
	on_moto
	make bucket 2 '{"env": "live"}'
	run -0 recorded qrie-tag inventory
	[ ! -s calls ]
	printf '%s\n' "$output" >plan
	run -0 recorded qrie-tag --apply -n plan
	same "$(jq -r .Status <<<"$output" | uniq)" planned
	same "$(<calls)" "1 GetResources"
	same "$(standing | cut -d' ' -f2 | uniq)" '{"env":"live"}'
}

@test "a key is renamed: the value under the right one, the old one gone, the rest as it was" {
	on_moto
	for kind in bucket role; do make "$kind" 1 '{"cost-center": "CC-7", "env": "live", "x": "y"}'; done
	qrie-tag inventory >plan
	run -0 --separate-stderr qrie-tag --apply plan
	same "$(standing | cut -d' ' -f2 | uniq)" '{"CostCenter":"CC-7","Environment":"prod","x":"y"}'
}

# moto tells keys of users apart by case, which IAM does not: none of these differs in nothing else.
@test "a second apply does nothing, and says nothing" {
	on_moto
	for kind in bucket user; do make "$kind" 2 '{"owned-by": "web", "env": "live"}'; done
	qrie-tag inventory >plan
	run -0 recorded qrie-tag --apply plan
	[ -n "$output" ]
	run -0 --separate-stderr recorded qrie-tag --apply plan
	same "$output$stderr" ""
	same "$(<calls)" "1 GetResources"
}

@test "what the undo file says puts every tag back, and once only" {
	on_moto
	for kind in bucket topic user; do make "$kind" 2 '{"owned-by": "web", "env": "live", "x": "y"}'; done
	make key 1
	standing >before
	plan '{Set: {Environment: "prod", x: "z", n: "ew"}, Rename: {"owned-by": "Owner", env: "Environment"}, Remove: ["x2"]}'
	run -0 --separate-stderr qrie-tag --apply --undo undo plan
	same "$(standing | cut -d' ' -f2 | sort | uniq -c | sed 's/^ *//')" \
		"$(printf '%s\n' '6 {"Environment":"prod","Owner":"web","n":"ew","x":"z"}' '1 {"Environment":"prod","n":"ew","x":"z"}')"
	run -0 --separate-stderr qrie-tag --apply undo
	same "$stderr" ""
	standing >after
	cmp before after
	run -0 qrie-tag --apply undo
	same "$output" ""
}

@test "more resources to change than --max-changes are none, and their number is told; the limit itself passes" {
	on_moto
	make bucket 3
	plan '{Set: {Owner: "web"}}'
	run -3 --separate-stderr recorded qrie-tag --apply --max-changes 2 --undo undo plan
	same "$stderr$output" "qrie-tag: 3 resources would be changed, and 2 may be (--max-changes): nothing was written"
	same "$(<calls)" "1 GetResources"
	[ ! -e undo ]
	run -0 qrie-tag --apply --max-changes 3 plan
	same "$(standing | cut -d' ' -f2 | uniq)" '{"Owner":"web"}'
}

@test "without --max-changes a hundred resources may change, and no more" {
	on_moto
	make topic 101
	plan '{Set: {Owner: "web"}}'
	run -3 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: 101 resources would be changed, and 100 may be (--max-changes): nothing was written"
	head -n 100 plan >fewer
	run -0 --separate-stderr qrie-tag --apply -v fewer
	same "$stderr" "qrie-tag: 100 resources changed, 0 were as they should be, 0 failed"
	run -0 --separate-stderr qrie-tag --apply -v plan
	same "$stderr" "qrie-tag: 1 resources changed, 100 were as they should be, 0 failed"
}

@test "TAG-13: a value that the service refuses is refused before anything is written, with one that would do" {
	on_moto
	make key 1 '{"a": "b"}'
	make volume 1
	plan '{Set: {ComplianceFramework: "SOC2,PCI-DSS"}}'
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: $(jq -rs '.[0].ARN' inventory): ComplianceFramework: the value may have letters, digits, blanks and _.:/=+-@ only; this would do: SOC2-PCI-DSS"
	same "$(standing | cut -d' ' -f2)" "$(printf '%s\n' '{"a":"b"}' '{"ComplianceFramework":"SOC2,PCI-DSS"}')"
	plan '{Set: {"aws:x": "y"}}'
	run -2 --separate-stderr qrie-tag --apply plan
	same "$(sed 's/.*: aws/aws/' <<<"$stderr" | uniq)" "aws:x: the key begins with aws:, which is reserved for AWS"
	plan '{Remove: ["a", "aws:cloudformation:stack-name"]}'
	run -0 qrie-tag --apply plan	# there is none
}

@test "TAG-13: a resource gets no more than 50 tags, and makes room first where some go" {
	on_moto
	make bucket 1 "$(jq -cn '[range(49) | {key: "k\(.)", value: "v"}] | from_entries')"
	plan '{Set: {a: "1", b: "2"}}'
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::bucket-0: the resource would have 51 tags, 50 are allowed"
	plan '{Set: {a: "1", b: "2"}, Remove: ["k0"]}'
	run -0 --separate-stderr qrie-tag --apply plan
	same "$(standing | cut -d' ' -f2 | jq -c '[length, .k0, .a, .b]')" '[50,null,"1","2"]'
}

@test "a tag that is no longer what the plan says it was is left alone, and its resource named" {
	on_moto
	make bucket 3 '{"Owner": "old"}'
	plan '{Set: {Owner: "new"}, Was: {Owner: "old"}}'
	aws() { "$QRIE_VENV/bin/aws" "$@"; }
	aws s3api put-bucket-tagging --bucket bucket-1 --tagging 'TagSet=[{Key=Owner,Value=somebody}]'
	aws s3api delete-bucket-tagging --bucket bucket-2
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::bucket-1: Owner: it is no longer what the plan says it was
qrie-tag: arn:aws:s3:::bucket-2: Owner: it is no longer what the plan says it was"
	same "$(standing | cut -d' ' -f2)" "$(printf '%s\n' '{"Owner":"new"}' '{"Owner":"somebody"}' '{}')"
}

@test "an undo file that is there, or cannot be written, stops the run before anything is written" {
	on_moto
	make bucket 1
	plan '{Set: {Owner: "web"}}'
	: >undo
	run -3 --separate-stderr qrie-tag --apply --undo undo plan
	same "$stderr" "qrie-tag: undo: nothing was written to AWS: File exists"
	run -3 --separate-stderr qrie-tag --apply --undo none/undo plan
	same "$stderr" "qrie-tag: none/undo: nothing was written to AWS: No such file or directory"
	if [ -e /dev/full ]; then
		run -3 --separate-stderr qrie-tag --apply --undo /dev/full plan
		same "$stderr" "qrie-tag: /dev/full: nothing was written to AWS: No space left on device"
		[ -c /dev/full ]
	fi
	same "$(standing | cut -d' ' -f2)" '{}'
	run -0 qrie-tag --apply --undo /dev/null plan
	[ -c /dev/null ]
}

@test "resources of another account are refused, and with them all that the plan holds" {
	on_moto
	make bucket 1
	plan '{Set: {Owner: "web"}}'
	jq -c '.AccountId = "444455556666"' plan >>plan.2
	cat plan.2 >>plan
	run -3 --separate-stderr recorded qrie-tag --apply plan
	same "$stderr" "qrie-tag: plan:2: arn:aws:s3:::bucket-0 is of account 444455556666, and these credentials are of 111122223333: nothing was written"
	[ ! -s calls ]
	jq -c '.ARN = "arn:aws:sns:us-east-1:444455556666:t" | .AccountId = "111122223333"' plan.2 >plan
	run -3 --separate-stderr recorded qrie-tag --apply plan
	[[ $stderr == *'nothing was written' ]]
	same "$(standing | cut -d' ' -f2)" '{}'
	run -3 --separate-stderr qrie-tag --apply --account 444455556666 plan
	same "$stderr" "qrie-tag: --account 444455556666: these credentials are of account 111122223333"
}

@test "--role: a role signs, of the account asked for, and its account's resources are the only ones" {
	buckets a
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer TagResources <<<'{}'
	reply AssumeRole <<-'EOT'
		<Credentials><AccessKeyId>ASIATAGGER</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
		<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
	EOT
	reply GetCallerIdentity@ASIATAGGER <<-'EOT'
		<Arn>arn:aws:sts::444455556666:assumed-role/tagger/qrie</Arn><UserId>AROA</UserId><Account>444455556666</Account>
	EOT
	respond_start
	run -3 --separate-stderr qrie-tag --apply --account 444455556666 --role tagger plan
	same "$stderr" "qrie-tag: plan:1: arn:aws:s3:::a is of account 111122223333, and these credentials are of 444455556666: nothing was written"
	sed -i.old 's/111122223333/444455556666/' plan
	run -0 --separate-stderr qrie-tag --apply --account 444455556666 --role tagger --external-id x plan
	same "$(jq -r 'select(.Operation == "AssumeRole").Parameters | "\(.RoleArn) \(.ExternalId)"' aws/log)" \
		"$(printf '%s\n' 'arn:aws:iam::444455556666:role/tagger null' 'arn:aws:iam::444455556666:role/tagger x')"
	same "$(jq -r 'select(.Operation == "TagResources").Headers.authorization' aws/log | cut -d/ -f1)" "AWS4-HMAC-SHA256 Credential=ASIATAGGER"
	run -3 --separate-stderr qrie-tag --apply --account 777788889999 --role tagger plan
	same "$stderr" "qrie-tag: --account 777788889999: these credentials are of account 444455556666"
}

@test "-r: resources of other regions are passed over" {
	on_moto
	make bucket 1
	make user 1
	plan '{Set: {Owner: "web"}}'
	run -0 qrie-tag --apply -r global,eu-west-1 plan
	same "$(standing | cut -d' ' -f2)" "$(printf '%s\n' '{}' '{"Owner":"web"}')"
}

@test "regions are asked each for their own, and what is in none at home" {
	buckets a b c
	sed -i.old -e '2s/eu-west-1/us-west-2/' -e '3s/"arn[^"]*","[^"]*":"[^"]*"/"arn:aws:cloudfront::111122223333:distribution\/d","ResourceType":"AWS::CloudFront::Distribution"/' \
		-e '3s/eu-west-1/global/' plan
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer TagResources <<<'{"FailedResourcesMap": {}}'
	respond_start
	run -0 --separate-stderr qrie-tag --apply plan
	same "$(jq -r 'select(.Operation == "TagResources") | "\(.Headers.authorization | capture("/(?<r>[a-z]+-[a-z]+-[0-9])/tagging").r) \(.Parameters.ResourceARNList[])"' aws/log | sort)" \
		"$(printf '%s\n' 'eu-west-1 arn:aws:s3:::a' 'us-east-1 arn:aws:cloudfront::111122223333:distribution/d' 'us-west-2 arn:aws:s3:::b')"
}

@test "a resource that FailedResourcesMap names is not tried again, unless it was throttled or met a fault" {
	buckets a b c
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer TagResources <<<'{"FailedResourcesMap": {"arn:aws:s3:::a": {"StatusCode": 400, "ErrorCode": "InvalidParameterException", "ErrorMessage": "no"}, "arn:aws:s3:::b": {"StatusCode": 429, "ErrorCode": "InternalServiceException", "ErrorMessage": "slow"}}}'
	answer TagResources <<<'{"FailedResourcesMap": {"arn:aws:s3:::b": {"StatusCode": 500, "ErrorCode": "InternalServiceException", "ErrorMessage": "slow"}}}'
	answer TagResources <<<'{}'
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::a: InvalidParameterException: no"
	same "$(jq -c '[.ARN, .Status, .Code]' <<<"$output")" '["arn:aws:s3:::a","failed","InvalidParameterException"]
["arn:aws:s3:::b","changed",null]
["arn:aws:s3:::c","changed",null]'
	same "$(jq -c 'select(.Operation == "TagResources").Parameters.ResourceARNList | length' aws/log)" "$(printf '%s\n' 3 1 1)"
}

@test "a resource that stays throttled is given up after five calls" {
	buckets a
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer TagResources <<<'{"FailedResourcesMap": {"arn:aws:s3:::a": {"StatusCode": 429, "ErrorCode": "InternalServiceException", "ErrorMessage": "slow"}}}'
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::a: InternalServiceException: slow"
	same "$(asked TagResources)" 5
}

@test "AccessDenied on one resource of many costs that one alone" {
	buckets a b c d e f g h
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer TagResources <<<'{"FailedResourcesMap": {}}'
	answer -s 400 TagResources@arn:aws:s3:::e <<<'{"__type": "AccessDeniedException", "message": "not you"}'
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::e: AccessDeniedException: not you"
	same "$(jq -r 'select(.Status == "changed").ARN[-1:]' <<<"$output" | tr -d '\n')" abcdfgh
	same "$(jq -r 'select(.Operation == "TagResources").Parameters.ResourceARNList | length' aws/log | sort | uniq -c | sed 's/^ *//')" \
		"$(printf '%s\n' '2 1' '2 2' '2 4' '1 8')"
}

@test "tags that cannot be read are not written: that costs the resource alone" {
	buckets a b
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer -s 400 GetResources@arn:aws:s3:::a <<<'{"__type": "InvalidParameterException", "message": "what is a"}'
	answer TagResources <<<'{}'
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: arn:aws:s3:::a: InvalidParameterException: what is a"
	same "$(jq -c 'select(.Operation == "TagResources").Parameters.ResourceARNList' aws/log)" '["arn:aws:s3:::b"]'
}

@test "a throttled call waits and is made again" {
	buckets a
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer -s 400 TagResources <<<'{"__type": "ThrottlingException", "message": "slow"}'
	answer TagResources <<<'{}'
	respond_start
	run -0 --separate-stderr qrie-tag --apply plan
	same "$(asked TagResources)" 2
}

@test "where a tag was not set its old key is not removed" {
	buckets a
	sed -i.old 's/"Set":.*/"Rename":{"owner":"Owner"}}/' plan
	answer GetResources <<<'{"ResourceTagMappingList": [{"ResourceARN": "arn:aws:s3:::a", "Tags": [{"Key": "owner", "Value": "web"}]}]}'
	answer -s 400 TagResources <<<'{"__type": "AccessDeniedException", "message": "no"}'
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$(asked UntagResources)" 0
}

@test "a run that is killed between setting and removing is finished by the next; the first undo file undoes both" {
	buckets a
	sed -i.old 's/"Set":.*/"Rename":{"owner":"Owner"}}/' plan
	answer GetResources <<<'{"ResourceTagMappingList": [{"ResourceARN": "arn:aws:s3:::a", "Tags": [{"Key": "owner", "Value": "web"}]}]}'
	answer TagResources <<<'{}'
	answer -h 'X-Test-Delay: 30' UntagResources <<<'{}'
	respond_start
	qrie-tag --apply --undo undo plan &
	pid=$!
	for ((n = 0; n < 200; n++)); do [ "$(asked UntagResources)" = 1 ] && break; sleep 0.05; done
	kill -9 "$pid"
	wait "$pid" || :
	same "$(jq -c '[.Set, .Remove, .Was]' undo)" '[{"owner":"web"},["Owner"],{"Owner":"web","owner":null}]'
	rm aws/answers/*Resources.1
	answer GetResources <<<'{"ResourceTagMappingList": [{"ResourceARN": "arn:aws:s3:::a", "Tags": [{"Key": "owner", "Value": "web"}, {"Key": "Owner", "Value": "web"}]}]}'
	answer UntagResources <<<'{}'
	answer TagResources <<<'{}'
	: >aws/log
	run -0 --separate-stderr qrie-tag --apply plan
	same "$(asked TagResources) $(jq -c 'select(.Operation == "UntagResources").Parameters.TagKeys' aws/log)" '0 ["owner"]'
	: >aws/log
	run -0 --separate-stderr qrie-tag --apply undo
	same "$(asked TagResources) $(jq -c 'select(.Operation == "UntagResources").Parameters.TagKeys' aws/log)" '0 ["Owner"]'
}

@test "a signal ends the run: what is not done is told, and the status is 2" {
	buckets a
	answer GetResources <<<'{"ResourceTagMappingList": []}'
	answer -h 'X-Test-Delay: 30' TagResources <<<'{}'
	respond_start
	qrie-tag --apply plan >out 2>said &
	pid=$!
	for ((n = 0; n < 200; n++)); do [ "$(asked TagResources)" = 1 ] && break; sleep 0.05; done
	kill "$pid"
	status=0
	wait "$pid" || status=$?
	same "$status" 2
	same "$(<said)" "qrie-tag: arn:aws:s3:::a: Interrupted: stopped by a signal"
	same "$(jq -r .Code out)" Interrupted
}

@test "a resource that is planned twice is done once, and named if the two are not alike" {
	on_moto
	make bucket 1
	plan '{Set: {Owner: "web"}}'
	cat plan plan >twice
	run -0 --separate-stderr qrie-tag --apply -n twice
	same "${#lines[@]}" 1
	jq -c '.Set = {Owner: "shop"}' plan >>twice
	run -2 --separate-stderr qrie-tag --apply twice
	same "$stderr" "qrie-tag: arn:aws:s3:::bucket-0: it is planned twice, and not alike: what stands first counts"
	same "$(standing | cut -d' ' -f2)" '{"Owner":"web"}'
}

@test "without credentials nothing is done" {
	buckets a
	run -3 --separate-stderr qrie-tag --apply plan
	[[ $stderr == 'qrie-tag: '* ]]
	respond_start
	answer -s 403 GetCallerIdentity <<<'<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>'
	rm aws/answers/GetCallerIdentity.1
	mv aws/answers/GetCallerIdentity.2 aws/answers/GetCallerIdentity.1
	run -3 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: cannot sign in: GetCallerIdentity: InvalidClientTokenId: no"
	run -3 --separate-stderr qrie-tag --apply -p nobody plan
	[[ $stderr == *nobody* ]]
}

@test "plans that are none are named and cost themselves; plans without anything to do ask nothing" {
	buckets a b c d e f
	sed -i.old -e '1s/"ARN":"[^"]*",//' -e '2s/"ResourceType":"[^"]*",//' -e '3s/"AccountId":"[^"]*",//' \
		-e '4s/"Region":"[^"]*",//' -e '5s/"Set":{[^}]*}/"Set":{},"Unreadable":true/' -e '6s/eu-west-1/EU\/x/' plan
	echo '{"Kind":"resource","ARN":"arn:aws:s3:::x"}' >>plan
	echo '[]' >>plan
	respond_start
	run -2 --separate-stderr qrie-tag --apply plan
	same "$stderr" "qrie-tag: plan:1: plan without ARN
qrie-tag: plan:2: plan without ResourceType
qrie-tag: plan:3: plan without AccountId
qrie-tag: plan:4: plan without Region
qrie-tag: plan:6: Region is none
qrie-tag: plan:8: not an object"
	same "$(asked GetResources)$output" 0
}

@test "TAG-07, TAG-08: an emulator that checks signatures and permissions agrees, and one user that may not be tagged costs itself" {
	ministack_start AUTH=true
	export QRIE_SHARE=$QRIE_TOP/share
	emulator_client "$MINISTACK_URL"
	for kind in bucket topic key user role; do make "$kind" 3 '{"a": "1", "owner": "x"}'; done
	cat >policy <<-'END'
		{"Version": "2012-10-17", "Statement": [
		 {"Effect": "Allow", "Action": "*", "Resource": "*"},
		 {"Effect": "Deny", "Action": "iam:TagUser", "Resource": "arn:aws:iam::111122223333:user/*user-1"}]}
	END
	"$QRIE_VENV/bin/python" -c '
import boto3
iam = boto3.client("iam")
iam.create_user(UserName="tagger")
iam.put_user_policy(UserName="tagger", PolicyName="p", PolicyDocument=open("policy").read())
key = iam.create_access_key(UserName="tagger")["AccessKey"]
print(key["AccessKeyId"], key["SecretAccessKey"])' >key
	plan '{Set: {b: "2"}, Rename: {owner: "Owner"}}'
	read -r id secret <key
	AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret run -2 --separate-stderr qrie-tag --apply --undo undo plan
	[[ $stderr == 'qrie-tag: arn:aws:iam::111122223333:user/team/user-1: AccessDenied: '* ]]
	same "${#stderr_lines[@]}" 1
	same "$(standing | cut -d' ' -f2 | sort | uniq -c | sed 's/^ *//')" "$(printf '%s\n' '14 {"Owner":"x","a":"1","b":"2"}' '1 {"a":"1","owner":"x"}')"
	AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret run -0 --separate-stderr qrie-tag --apply undo
	same "$(standing | cut -d' ' -f2 | sort | uniq -c | sed 's/^ *//')" '15 {"a":"1","owner":"x"}'
}

@test "to a user two spellings of a key are one tag: it is set and not removed, and a bucket has both" {
	buckets a
	sed -i.old 's/"Set":.*/"Rename":{"owner":"Owner"}}/' plan
	sed -e 's/arn:aws:s3:::a/arn:aws:iam::111122223333:user\/a/; s/AWS::S3::Bucket/AWS::IAM::User/; s/eu-west-1/global/' plan >user
	cat user >>plan
	answer GetResources <<<'{"ResourceTagMappingList": [{"ResourceARN": "arn:aws:s3:::a", "Tags": [{"Key": "owner", "Value": "web"}]}]}'
	answer TagResources <<<'{}'
	answer UntagResources <<<'{}'
	reply ListUserTags <<<'<Tags><member><Key>owner</Key><Value>web</Value></member></Tags><IsTruncated>false</IsTruncated>'
	reply TagUser <<<''
	respond_start
	run -0 --separate-stderr qrie-tag --apply --undo undo plan
	same "$(jq -c '[.Set, .Remove]' <<<"$output" | uniq)" '[{"Owner":"web"},["owner"]]'
	same "$(jq -r .Operation aws/log | grep User | sort | xargs)" "ListUserTags TagUser"
	same "$(jq -r .Operation aws/log | grep Resources | sort | xargs)" "GetResources TagResources UntagResources"
	same "$(jq -c '[.Set, .Remove, .Was]' undo | uniq)" '[{"owner":"web"},["Owner"],{"Owner":"web","owner":null}]'
}

@test "wrong usage of --apply" {
	for options in "--apply -c rules" "-n" "--undo u" "--max-changes 3" "-p x" "--role r" "-j 2"; do
		# shellcheck disable=SC2086 # words
		run -3 --separate-stderr qrie-tag $options
		[[ $stderr == 'usage: qrie-tag '* ]]
	done
	run -3 --separate-stderr qrie-tag --apply --max-changes none
	same "$stderr" "qrie-tag: --max-changes: none is not a whole number from 1 to 2147483647"
	run -3 --separate-stderr qrie-tag --apply --role 'a b'
	same "$stderr" "qrie-tag: --role: a b is no name of a role"
}

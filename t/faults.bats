# Services that fail: what can be had arrives whole, what cannot is named, and the run ends.
load helper
load emulator
load respond
load cloud

teardown() {
	cloud_stop
	respond_stop
}

teardown_file() {
	emulators_stop
}

RESPOND_PID=

coverage() {
	jq -r 'select(.Kind == "coverage") | "\(.ResourceType | ltrimstr("AWS::")) \(.Status) \(.Code) \(.Resources)"' <<<"$output"
}

# survives ITEMS JOBS [setting...]: with faults nothing is lost and nothing invented.
survives() {
	local items=$1 jobs=$2
	shift 2
	all_collectors
	cloud_start items="$items" page=10 "$@"
	run -0 --separate-stderr qrie-collect -j "$jobs"
	same "$stderr" ""
	printf '%s\n' "$output" >out
	whole "$items" out
	for kind in 500 503 cut reset drip; do
		[ "$(counted "$kind")" -gt 0 ]
	done
}

@test "PRF-06: one answer in twenty is an error, cut, reset or slow: nothing is lost, nothing invented" {
	survives 200 16 faults=5
}

@test "PRF-06: so it is with 128 calls at once, and other answers hit" {
	survives 200 128 faults=5 seed=7
}

@test "PRF-06: where one in five fails, all is made good" {
	AWS_MAX_ATTEMPTS=10 survives 100 16 faults=20 seed=3
}

@test "PRF-06: faults and throttling at once lose nothing" {
	survives 100 32 faults=5 rate=100 burst=20
}

# never_short KIND CODE: the third page of each list fails so for ever; what was read before stays, and is called partial.
never_short() {
	all_collectors
	cloud_start items=50 page=10 faults=100 after=2 kinds="$1" only="$3"
	AWS_MAX_ATTEMPTS=2 run -2 --separate-stderr qrie-collect -j 1 --timeout 2 -t "$4"
	cloud_stop
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Code) \(.Resources)"' <<<"$output")" "partial $2 20"
	same "$(jq -r 'select(.Kind == "resource").ARN' <<<"$output" | sort -u | wc -l)" 20
	[[ $stderr == *": $2"* ]]
}

# in_all_lists KIND CODE [EC2_CODE]: for each protocol.
in_all_lists() {
	never_short "$1" "$2" ListFunctions lambda/function
	never_short "$1" "$2" ListTables dynamodb/table
	never_short "$1" "$2" ListUsers iam/user
	never_short "$1" "$2" DescribeVolumes ec2/volume
	never_short "$1" "$2" ListBuckets s3/bucket
}

@test "a page of HTML with status 500 is no end of a list" {
	in_all_lists html 500
}

@test "a page of HTML with status 404 is no end of a list" {
	in_all_lists html404 404
}

@test "status 501 is no end of a list" {
	in_all_lists 501 InternalFailure
}

@test "an operation that is called unknown is no end of a list" {
	in_all_lists unknown UnknownOperationException
}

@test "status 400 without a body is no end of a list" {
	in_all_lists nocode 400
}

@test "status 200 without a body is no end of a list" {
	in_all_lists empty MalformedResponse
}

@test "half of a page is no end of a list" {
	in_all_lists cut MalformedResponse
}

@test "half of a page, and then nothing, is no end of a list" {
	in_all_lists stall Timeout
}

@test "a page that is not answered is no end of a list" {
	in_all_lists hang Timeout
}

@test "a connection that is reset is no end of a list" {
	in_all_lists reset ConnectionFailed
}

@test "a page longer than allowed is no end of a list, and is not read" {
	in_all_lists big ResponseTooLarge
}

@test "details that cannot be had are named in each resource, whatever the fault" {
	all_collectors
	cloud_start items=4 faults=100 kinds=html,501,unknown,cut,reset only=Get seed=5
	AWS_MAX_ATTEMPTS=2 run -2 --separate-stderr qrie-collect -t s3/bucket,iam/user
	same "$(coverage | xargs)" 'S3::Bucket complete null 4 IAM::User complete null 4'
	jq -se 'map(select(.Kind == "resource")) | length == 8 and all(
	    if .ResourceType == "AWS::S3::Bucket" then (.Unreadable | length) == 7
	        and (.Configuration | keys | map(select(startswith("Get"))) == [])
	    else any(.Unreadable[]; .Operation == "GetUser") end)' <<<"$output"
}

@test "PRF-04: a service in trouble is not asked five times as much: retries have a budget" {
	user_collector
	cloud_start users=300 faults=100 kinds=500 only=GetUser
	run -2 --separate-stderr qrie-collect -j 64
	same "$(coverage)" 'IAM::User complete null 300'
	same "$(jq -r 'select(.Kind == "resource").Unreadable[0].Code' <<<"$output" | sort | uniq -c | xargs)" '300 InternalError'
	same "$(awk '$4 == "GetUser"' cloud.log | wc -l)" 400
}

@test "a service that does not answer costs a run a bounded time, and the others are collected meanwhile" {
	user_collector
	table_collector
	cloud_start users=900 tables=100 faults=100 kinds=hang only=GetUser
	SECONDS=0
	run -2 --separate-stderr qrie-collect --timeout 2
	[ "$SECONDS" -lt 40 ]
	same "$(coverage | xargs)" 'DynamoDB::Table complete null 100 IAM::User complete null 900'
	same "$(jq -r 'select(.ResourceType == "AWS::IAM::User" and .Kind == "resource").Unreadable[0].Code' <<<"$output" |
	    sort | uniq -c | xargs)" '900 Timeout'
	[[ $stderr == *'not asked: nothing there has answered'* ]]
	# the tables did not wait for it
	awk '$2 == "dynamodb" { last = $1 } NR == 1 { first = $1 } END { exit !(last - first < 5000) }' cloud.log
}

@test "a service that answers again after a minute of silence is asked again" {
	run -0 lane-test
	same "${lines[0]}" "asked, silent, asked, silent, asked and heard"
}

@test "an address that takes no connection is given up in the time for that" {
	user_collector
	cat >full.py <<-'EOT'
		import socket, sys, time
		s = socket.socket()
		s.bind(("127.0.0.1", 0))
		s.listen(0)
		full = [socket.socket() for _ in range(4)]
		for c in full:
		    c.setblocking(False)
		    c.connect_ex(s.getsockname())
		print(s.getsockname()[1], flush=True)
		time.sleep(60)
	EOT
	"${QRIE_VENV:?}/bin/python" full.py >port 3>&- &
	pid=$!
	for ((n = 0; n < 100; n++)); do [ -s port ] && break; sleep 0.05; done
	export AWS_ENDPOINT_URL=http://127.0.0.1:$(<port) AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_MAX_ATTEMPTS=2
	SECONDS=0
	run -3 --separate-stderr qrie-collect --timeout 2
	kill "$pid"
	[ "$SECONDS" -lt 12 ]
	[[ $stderr == *': GetCallerIdentity: Timeout: '* ]]
}

@test "an answer without a length that has no end is cut off at what is allowed" {
	cat >endless.py <<-'EOT'
		import socket
		s = socket.socket()
		s.bind(("127.0.0.1", 0))
		s.listen(1)
		print(s.getsockname()[1], flush=True)
		s.settimeout(30)
		c, _ = s.accept()
		c.recv(4096)
		c.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
		try:
		    while True:
		        c.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
		except OSError:
		    pass
	EOT
	"${QRIE_VENV:?}/bin/python" endless.py >port 3>&- &
	pid=$!
	for ((n = 0; n < 100; n++)); do [ -s port ] && break; sleep 0.05; done
	run -0 http-test "http://127.0.0.1:$(<port)/" 100000 x-none
	wait "$pid"
	read -r status failure length _ <<<"$output"
	same "$status $failure" '200 ResponseTooLarge'
	[ "$length" -le 100000 ]
}

@test "a bucket that S3 calls another region's is asked there, once, with a signature for it" {
	collector s3/bucket AWS::S3::Bucket everywhere '"arn:aws:s3:::\(.Name)"' \
	    '"Operation": "ListBuckets", "Token": "ContinuationToken", "Items": "Buckets[]", "Permission": "s3:ListAllMyBuckets"' \
	    '"Operation": "GetBucketVersioning", "Parameters": {"Bucket": ".Name"}, "Into": "Versioning", "Permission": "s3:GetBucketVersioning"'
	echo 'def region($at): "eu-west-1";' >>share/collectors/s3/bucket.jq
	answer 'GET _' <<<'<ListAllMyBucketsResult><Buckets><Bucket><Name>one</Name></Bucket></Buckets></ListAllMyBucketsResult>'
	answer -s 301 -h 'x-amz-bucket-region: eu-central-1' 'GET _one?versioning' \
	    <<<'<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>'
	answer 'GET _one?versioning' <<<'<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Kind == "resource").Configuration.Versioning.Status' <<<"$output")" Enabled
	same "$(jq -r 'select(.Operation | startswith("GET _one")).Headers.authorization' aws/log | cut -d / -f 3 | xargs)" \
	    'eu-west-1 eu-central-1'
	# a second time it is an error, and so is a region that is none
	rm aws/answers/GET\ _one*2
	run -2 --separate-stderr qrie-collect
	[[ $stderr == *'s3 GetBucketVersioning one: PermanentRedirect'* ]]
	same "$(jq -r 'select(.Operation | startswith("GET _one")).Operation' aws/log | wc -l)" 4
	sed -i 's/eu-central-1/evil.example.com/' aws/answers/GET\ _one*1
	run -2 --separate-stderr qrie-collect
	[[ $stderr == *'s3 GetBucketVersioning one: PermanentRedirect'* ]]
	same "$(jq -r 'select(.Operation | startswith("GET _one")).Operation' aws/log | wc -l)" 5
}

# microburst_start FILE: the rules of t/data/faults/FILE before ministack.
microburst_start() {
	local port
	port=$(free_port) || return
	emulator_start "microburst-$port" "http://127.0.0.1:$port/_microburst/fired" "$QRIE_VENV/bin/microburst" \
	    --host 127.0.0.1 --port "$port" --upstream "$MINISTACK_URL" --config "$QRIE_TOP/t/data/faults/$1" || return
	export AWS_ENDPOINT_URL=http://127.0.0.1:$port
}

# What differs between two runs over the same estate: what they cost, and times that the emulator makes up.
steady='del(.Calls, .Retries, .Throttles, .Configuration?.ContinuousBackups?.PointInTimeRecoveryDescription?)'

# The records of an estate as they are without faults.
undisturbed() {
	[ -x "$QRIE_VENV/bin/microburst" ] || skip "no Python environment: sh t/setup make check makes it"
	ministack_start
	emulator_client "$MINISTACK_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >estate
	microburst_start none.yml
	qrie-collect --now @86400 -t "$types" 2>err | jq -c "$steady" >expected
	sed 's/ (request .*//' err >expected.err
	[ "$(jq -r 'select(.Kind == "resource").ResourceType' expected | sort -u | wc -l)" -eq "$(tr ',' '\n' <<<"$types" | wc -l)" ]
}

@test "PRF-06: before an emulator whose answers fail in the ways of AWS the records are the same" {
	types=s3/bucket,ec2/instance,ec2/volume,iam/user,iam/role,kms/key,dynamodb/table,lambda/function,sns/topic,logs/log-group
	undisturbed
	microburst_start passing.yml
	run --separate-stderr qrie-collect --now @86400 -t "$types"
	same "$(sed 's/ (request .*//' <<<"$stderr")" "$(<expected.err)"	# the one call that ministack lacks
	jq -c "$steady" <<<"$output" >got
	cmp expected got
	curl -s --noproxy '*' "$AWS_ENDPOINT_URL/_microburst/fired" >fired
	same "$(jq -r 'select(.Kind == "coverage") | select(.Retries == 0).ResourceType' <<<"$output")" ""
}

@test "half an answer that claims to be whole is no inventory: the type is called failed" {
	types=s3/bucket,ec2/volume,iam/user,dynamodb/table,lambda/function
	undisturbed
	microburst_start lasting.yml
	AWS_MAX_ATTEMPTS=2 run -2 --separate-stderr qrie-collect --now @86400 -t "$types"
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Code) \(.Resources)"' <<<"$output" | sort -u)" \
	    'failed MalformedResponse 0'
	same "$(jq -r 'select(.Kind == "resource").ARN' <<<"$output")" ""
}

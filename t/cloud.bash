# The made-up AWS of t/aws/cloud.c for one test.

# cloud_start [name=value]...: starts it; whoever calls AWS from here on calls it, as account 111122223333.
cloud_start() {
	local n
	rm -f cloud.port
	"$QRIE_TOP/t/aws/cloud" port=cloud.port log=cloud.log "$@" 2>cloud.err 3>&- &
	CLOUD_PID=$!
	for ((n = 0; n < 200; n++)); do
		[ -e cloud.port ] && break
		sleep 0.05
	done
	AWS_ENDPOINT_URL=http://127.0.0.1:$(<cloud.port)
	export AWS_ENDPOINT_URL AWS_REGION=eu-west-1
	export AWS_ACCESS_KEY_ID=AKIDEXAMPLE AWS_SECRET_ACCESS_KEY=sEcReTsEcReT
}

cloud_stop() {
	[ -n "${CLOUD_PID-}" ] || return 0
	kill "$CLOUD_PID" || :
	wait "$CLOUD_PID" || :
	CLOUD_PID=
}

# counted NAME: of what it counted (Calls, Throttled, Connections, or an outcome).
counted() {
	curl -s --noproxy '*' "$AWS_ENDPOINT_URL/_counts" | jq --arg n "$1" '.[$n]'
}

# collector NAME TYPE SCOPE ARN LIST [DETAIL...]: LIST and DETAIL are the members of one call, as JSON has them.
collector() {
	local name=$1 type=$2 scope=$3 arn=$4 list=$5 details=''
	shift 5
	[ $# -eq 0 ] || details=$(printf '{%s},' "$@")
	mkdir -p "share/collectors/${name%/*}"
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >"share/collectors/$name.jq" <<-EOT
		module {"ResourceType": "$type", "Service": "${name%/*}", "Scope": "$scope",
		  "List": {$list}, "Detail": [${details%,}]};
		def arn(\$at): $arn;
	EOT
	export QRIE_SHARE=$PWD/share
}

# What it has, in lists and calls of each protocol: buckets with seven calls each, as in t/bench/collect.
bucket_collector() {
	local calls=() operation
	for operation in GetBucketLocation GetPublicAccessBlock GetBucketVersioning GetBucketEncryption GetBucketTagging \
	    GetBucketPolicy GetBucketAcl; do
		calls+=("\"Operation\": \"$operation\", \"Parameters\": {\"Bucket\": \".Name\"}, \"Into\": \"$operation\",
		    \"Permission\": \"s3:$operation\"")
	done
	collector s3/bucket AWS::S3::Bucket everywhere '"arn:aws:s3:::\(.Name)"' \
	    '"Operation": "ListBuckets", "Parameters": {"MaxBuckets": 1000}, "Token": "ContinuationToken", "Items": "Buckets[]",
	    "Permission": "s3:ListAllMyBuckets"' "${calls[@]}"
	echo 'def region($at): .BucketRegion;' >>share/collectors/s3/bucket.jq
}

user_collector() {
	collector iam/user AWS::IAM::User global .Arn \
	    '"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"' \
	    '"Operation": "GetUser", "Parameters": {"UserName": ".UserName"}, "From": "User", "Into": ".", "Permission": "iam:GetUser"'
}

table_collector() {
	collector dynamodb/table AWS::DynamoDB::Table regional \
	    '"arn:aws:dynamodb:\($at.Region):\($at.Account):table/\(.TableName)"' \
	    '"Operation": "ListTables", "Token": {"In": "ExclusiveStartTableName", "Out": "LastEvaluatedTableName"},
	    "Items": "TableNames[]", "As": "TableName", "Permission": "dynamodb:ListTables"' \
	    '"Operation": "DescribeTable", "Parameters": {"TableName": ".TableName"}, "From": "Table", "Into": ".",
	    "Permission": "dynamodb:DescribeTable"'
}

function_collector() {
	collector lambda/function AWS::Lambda::Function regional .FunctionArn \
	    '"Operation": "ListFunctions", "Token": {"In": "Marker", "Out": "NextMarker"}, "Items": "Functions[]",
	    "Permission": "lambda:ListFunctions"'
}

volume_collector() {
	collector ec2/volume AWS::EC2::Volume regional \
	    '"arn:aws:ec2:\($at.Region):\($at.Account):volume/\(.VolumeId)"' \
	    '"Operation": "DescribeVolumes", "Token": "NextToken", "Items": "Volumes[]", "Permission": "ec2:DescribeVolumes"'
}

all_collectors() {
	bucket_collector
	user_collector
	table_collector
	function_collector
	volume_collector
}

# whole N FILE: each type of the collectors has N resources in it, each once, and every answer is of its own resource.
whole() {
	jq -se --argjson n "$1" '
	    (map(select(.Kind == "coverage")) | all(.Status == "complete" and .Code == null and .Resources == $n))
	    and (map(select(.Kind == "resource")) | (map(.ARN) | length == (unique | length))
	        and (group_by(.ResourceType) | all(length == $n))
	        and all((.ARN | capture("(?<n>[0-9]+)$").n | tonumber) as $number | .Unreadable == null and (.Configuration
	            | (.GetBucketTagging.TagSet // .Tags // [{Value: "\($number)"}] | .[0].Value == "\($number)")
	            and ((.GetBucketEncryption // {} | .. | .KMSMasterKeyID? // empty) // "key-\($number)") == "key-\($number)"
	            and (.ItemCount // $number) == $number
	            and (.GetBucketVersioning // {Status: "Enabled"}) == {Status: "Enabled"})))' "$2" >/dev/null
}

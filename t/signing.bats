# Signatures, session tokens, roles, TLS and AWS's own host names, before an emulator that verifies all of them.
load helper
load emulator

setup_file() {
	local dir id secret
	dir=$(emulator_dir)
	# A wildcard stands for one label.
	openssl req -x509 -newkey rsa:2048 -nodes -keyout "$dir/tls.key" -out "$dir/tls.pem" -days 2 -subj /CN=emulator -addext \
	    "subjectAltName=IP:127.0.0.1,DNS:iam.amazonaws.com$(printf ',DNS:*.%s.amazonaws.com' us-east-1 eu-west-1 \
	    s3.us-east-1 s3.eu-west-1 s3-control.us-east-1)" 2>/dev/null || return
	ministack_start AUTH=true USE_SSL=1 MINISTACK_SSL_CERT="$dir/tls.pem" MINISTACK_SSL_KEY="$dir/tls.key" || return
	emulator_client "$MINISTACK_URL"
	export AWS_CA_BUNDLE=$dir/tls.pem
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$dir/expected" || return
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/user.py" qrie >"$dir/user" || return
	read -r id secret <"$dir/user"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/roles.py" qrie "$id" "$secret" >"$dir/session"
}

teardown_file() {
	emulators_stop
}

# The user's key, at the emulator's address.
as_user() {
	emulator_client "$MINISTACK_URL"
	export AWS_CA_BUNDLE=$BATS_FILE_TMPDIR/tls.pem
	read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY <"$BATS_FILE_TMPDIR/user"
}

as_session() {
	as_user
	read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <"$BATS_FILE_TMPDIR/session"
	export AWS_SESSION_TOKEN
}

# No address but AWS's own names, which all lead to the emulator.
at_aws_names() {
	unset AWS_ENDPOINT_URL
	export QRIE_CONNECT_TO=::127.0.0.1:${MINISTACK_URL##*:}
}

# profile LINE...: keys of the user in one profile, the lines in another, "role", and nothing in the environment.
profile() {
	as_user
	printf '[profile base]\naws_access_key_id = %s\naws_secret_access_key = %s\n[profile role]\nregion = us-east-1\n' \
	    "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" >config
	printf '%s\n' "$@" >>config
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
	export AWS_CONFIG_FILE=$PWD/config
}

types=AWS::SNS::Topic,AWS::DynamoDB::Table,AWS::EC2::Volume,AWS::IAM::User,AWS::Lambda::Function,AWS::S3::Bucket
counts='select(.Kind == "resource").ResourceType'

@test "a signature is accepted by each protocol: query, ec2, json, rest-json, rest-xml" {
	as_user
	run -2 --separate-stderr qrie-collect -t "$types"
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.Kind == "coverage").Status' resources
	same "$(sort -u <<<"$output")" complete
	run -0 jq -r "$counts" resources
	same "$(sort <<<"$output" | uniq -c | tr -s ' ')" "$(printf ' %s\n' '2 AWS::DynamoDB::Table' '8 AWS::EC2::Volume' \
	    '6 AWS::IAM::User' '2 AWS::Lambda::Function' '6 AWS::S3::Bucket' '2 AWS::SNS::Topic')"
	# What ministack lacks, and nothing else.
	run -0 jq -r '.Unreadable // empty | .[].Operation' resources
	same "$(sort -u <<<"$output")" $'GetBucketPolicyStatus\nGetPublicAccessBlock'
}

@test "a wrong secret is refused, and said without the secret" {
	as_user
	export AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY%?}_
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	same "$output" ""
	[[ $stderr == 'qrie-collect: cannot sign in: '*SignatureDoesNotMatch* ]]
	[[ $stderr != *"$AWS_SECRET_ACCESS_KEY"* ]]
}

@test "a key that does not exist is refused" {
	as_user
	export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	[[ $stderr == 'qrie-collect: cannot sign in: '*InvalidClientTokenId* ]]
}

@test "a session token is sent and accepted" {
	as_session
	run -0 --separate-stderr qrie-collect -t AWS::SNS::Topic,AWS::DynamoDB::Table
	[[ $output == *':alerts"'* ]]
	[[ $output != *"$AWS_SESSION_TOKEN"* ]]
}

@test "a session's key without its token, and with another token, is refused" {
	as_session
	token=$AWS_SESSION_TOKEN
	unset AWS_SESSION_TOKEN
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	[[ $stderr == 'qrie-collect: cannot sign in: '*InvalidClientTokenId* ]]
	export AWS_SESSION_TOKEN=x$token
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	[[ $stderr == 'qrie-collect: cannot sign in: '*InvalidClientTokenId* ]]
	[[ $stderr != *"$token"* ]]
}

@test "SEC-01: a profile's role is assumed with its external id" {
	profile 'role_arn = arn:aws:iam::111122223333:role/reader' 'source_profile = base' 'external_id = qrie-external-id'
	run -0 --separate-stderr qrie-collect -p role -t AWS::SNS::Topic
	[[ $output == *':alerts"'* ]]
}

@test "SEC-01: a role is not to be had with another external id or without one" {
	for line in 'external_id = guessed' '# none'; do
		profile 'role_arn = arn:aws:iam::111122223333:role/reader' 'source_profile = base' "$line"
		run -3 --separate-stderr qrie-collect -p role -t AWS::SNS::Topic
		same "$output" ""
		[[ $stderr == *AssumeRole*AccessDenied* ]]
	done
}

@test "SEC-01: a role may be assumed through another" {
	profile 'role_arn = arn:aws:iam::111122223333:role/second' 'source_profile = reader' \
	    '[profile reader]' 'role_arn = arn:aws:iam::111122223333:role/reader' 'source_profile = base' \
	    'external_id = qrie-external-id'
	run -0 --separate-stderr qrie-collect -p role -t AWS::SNS::Topic
	[[ $output == *':alerts"'* ]]
	profile 'role_arn = arn:aws:iam::111122223333:role/second' 'source_profile = base'
	run -3 --separate-stderr qrie-collect -p role -t AWS::SNS::Topic
	[[ $stderr == *AssumeRole*AccessDenied* ]]
}

# Resources without the times that move meanwhile.
described() {
	jq -c 'def moving: .LastUsedDate, .EarliestRestorableDateTime, .LatestRestorableDateTime;
	    select(.Kind == "resource") | [.ARN, .Region, .Tags, .Configuration]
	    | walk(if type == "object" then del(moving) else . end)' <<<"$1" | sort
}

@test "AWS's own host names are asked over TLS, buckets by name and regions each at their own" {
	as_user
	run -2 --separate-stderr qrie-collect -t "$types" -r us-east-1,eu-west-1
	described "$output" >at_address
	at_aws_names
	run -2 --separate-stderr qrie-collect -t "$types" -r us-east-1,eu-west-1
	described "$output" >at_names
	[ "$(wc -l <at_names)" -eq 27 ]
	diff at_address at_names >&2
}

@test "SEC-10: a certificate that nobody trusts is refused before anything is sent" {
	as_user
	at_aws_names
	unset AWS_CA_BUNDLE
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	same "$output" ""
	[[ $stderr == 'qrie-collect: cannot sign in: '*CertificateInvalid* ]]
}

@test "SEC-10: a trusted certificate for other names is refused: here, of another region" {
	as_user
	at_aws_names
	export AWS_REGION=ap-south-1
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	same "$output" ""
	[[ $stderr == 'qrie-collect: cannot sign in: '*CertificateInvalid* ]]
}

@test "SEC-10: a key is never sent in the clear, but to loopback" {
	as_user
	export AWS_ENDPOINT_URL=http://192.0.2.1:4566
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic --timeout 2
	[[ $stderr == *loopback* ]]
}

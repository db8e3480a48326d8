load helper

# Writes ~/.aws/config and ~/.aws/credentials: what stands before the line "--" of $1, and what behind it.
files() {
	mkdir -p .aws
	sed '/^--$/,$d' >.aws/config <<<"$1"
	awk 'behind; /^--$/ { behind = 1 }' >.aws/credentials <<<"$1"
}

# What was looked for besides, when nothing was found: behind the profile, without and with -p.
containers='AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set'
machine="AWS_WEB_IDENTITY_TOKEN_FILE is not set, $containers, AWS_EC2_METADATA_DISABLED is true"
machine_of_profile="$containers, AWS_EC2_METADATA_DISABLED is true"

# Runs credentials-test and expects this status and these lines after the first.
expect() {
	local status_wanted=$1 wanted=$2
	shift 2
	run "-$status_wanted" --separate-stderr credentials-test "$@"
	same "$stderr" ''
	same "$(tail -n +2 <<<"$output")" "$wanted"
}

# The same for a profile that cannot be loaded: the only line.
expect_refusal() {
	local wanted=$1
	shift
	run -1 --separate-stderr credentials-test "$@"
	same "$output" "$wanted"
}

@test "keys come from the environment, with their session token" {
	export AWS_ACCESS_KEY_ID=AKIAENV AWS_SECRET_ACCESS_KEY=envsecret
	expect 0 'keys AKIAENV envsecret -'
	AWS_SESSION_TOKEN=envtoken expect 0 'keys AKIAENV envsecret envtoken'
	AWS_SESSION_TOKEN='' expect 0 'keys AKIAENV envsecret -'
}

@test "half a pair of keys in the environment is named, not skipped" {
	files $'--\n[default]\naws_access_key_id = AKIAFILE\naws_secret_access_key = filesecret'
	AWS_ACCESS_KEY_ID=AKIAENV expect 1 'AWS_SECRET_ACCESS_KEY is not set'
	AWS_SECRET_ACCESS_KEY=envsecret expect 0 'keys AKIAFILE filesecret -'
}

@test "a machine without any credentials says what was looked for" {
	expect 1 "no credentials: AWS_ACCESS_KEY_ID is not set, profile \"default\" is not in $HOME/.aws/config or $HOME/.aws/credentials, $machine"
}

@test "both files count: settings of one, keys of the other" {
	files $'[default]\nregion = eu-west-1\n[profile a]\nregion = eu-west-2\n--\n[default]\naws_access_key_id = AKIAD\naws_secret_access_key = ds\n[a]\naws_access_key_id = AKIAA\naws_secret_access_key = as\naws_session_token = at'
	run -0 credentials-test
	same "$output" $'profile default eu-west-1\nkeys AKIAD ds -'
	run -0 credentials-test -p a
	same "$output" $'profile a eu-west-2\nkeys AKIAA as at'
	AWS_PROFILE=a run -0 credentials-test
	same "$output" $'profile a eu-west-2\nkeys AKIAA as at'
}

@test "the credentials file's keys replace the config file's as a whole, token included" {
	files $'[default]\naws_access_key_id = AKIAC\naws_secret_access_key = cs\naws_session_token = ct\nregion = eu-west-1\n--\n[default]\naws_access_key_id = AKIAD\naws_secret_access_key = ds\nregion = eu-west-3'
	run -0 credentials-test
	same "$output" $'profile default eu-west-3\nkeys AKIAD ds -'
}

@test "a profile named on the command line goes before keys in the environment, AWS_PROFILE does not" {
	files $'--\n[a]\naws_access_key_id = AKIAA\naws_secret_access_key = as'
	export AWS_ACCESS_KEY_ID=AKIAENV AWS_SECRET_ACCESS_KEY=envsecret
	expect 0 'keys AKIAA as -' -p a
	AWS_PROFILE=a expect 0 'keys AKIAENV envsecret -'
	AWS_PROFILE=b expect 0 'keys AKIAA as -' -p a
}

@test "a profile that was asked for must exist, with a section at least" {
	files $'[profile empty]\n[b]\nregion = eu-west-1\n--\n[profile c]\nregion = eu-west-1'
	expect 1 "no credentials: profile \"empty\" has none in $HOME/.aws/config or $HOME/.aws/credentials, $machine_of_profile" -p empty
	for name in a b c default; do
		expect_refusal "profile \"$name\" is not in $HOME/.aws/config or $HOME/.aws/credentials" -p "$name"
	done
	AWS_PROFILE=a expect_refusal "profile \"a\" is not in $HOME/.aws/config or $HOME/.aws/credentials"
}

@test "AWS_REGION goes before AWS_DEFAULT_REGION, and that before the profile's region" {
	files $'[default]\nregion = eu-west-1'
	run credentials-test
	same "${lines[0]}" 'profile default eu-west-1'
	AWS_DEFAULT_REGION=eu-west-2 run credentials-test
	same "${lines[0]}" 'profile default eu-west-2'
	AWS_DEFAULT_REGION=eu-west-2 AWS_REGION=eu-west-3 run credentials-test
	same "${lines[0]}" 'profile default eu-west-3'
	AWS_DEFAULT_REGION='' AWS_REGION='' run credentials-test
	same "${lines[0]}" 'profile default eu-west-1'
}

@test "AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name other files, ~ included" {
	files $'[default]\nregion = eu-west-1\n--\n'
	printf '[default]\nregion = eu-west-2\n' >c
	printf '[default]\naws_access_key_id=AKIAK\naws_secret_access_key=ks\n' >k
	AWS_CONFIG_FILE=\~/c AWS_SHARED_CREDENTIALS_FILE=k run -0 credentials-test
	same "$output" $'profile default eu-west-2\nkeys AKIAK ks -'
	AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=missing/k expect 1 \
		"no credentials: AWS_ACCESS_KEY_ID is not set, profile \"default\" is not in /dev/null or missing/k, $machine"
	AWS_CONFIG_FILE=. expect_refusal '.: Is a directory'
}

@test "files are read as the AWS tools write and take them" {
	printf '\xef\xbb\xbf# a comment\r\n;another = one\r\n\r\n[ profile\t"two words" ] ; why\r\nREGION=eu-west-1 # here\r\ns3 =\r\n  region = wrong\r\n\tmax_concurrent_requests = 20\r\n\r\n  endpoint_url = http://wrong\r\naws_access_key_id:AKIAW\r\naws_secret_access_key = a+b/c=d;e#f=  \r\n[sso-session x]\nregion = wrong\n[profile two words]\naws_session_token = last\naws_session_token = really last' >c
	AWS_CONFIG_FILE=c run -0 credentials-test -p 'two words'
	same "$output" $'profile two words eu-west-1\nkeys AKIAW a+b/c=d;e#f= really last'
}

@test "a section that is indented as a whole is read" {
	files $'  [default]\n  region = eu-west-1\n  aws_access_key_id = AKIAI\n  aws_secret_access_key = is\n--\n'
	run -0 credentials-test
	same "$output" $'profile default eu-west-1\nkeys AKIAI is -'
}

@test "[profile default] goes before [default], whichever is first" {
	files $'[profile default]\nregion = eu-west-1\n[default]\nregion = eu-west-2\n--\n'
	run -1 credentials-test
	same "${lines[0]}" 'profile default eu-west-1'
	files $'[default]\nregion = eu-west-2\nrole_arn = x\n[profile default]\nregion = eu-west-1\n--\n'
	run -1 credentials-test
	same "${lines[0]}" 'profile default eu-west-1'
	same "${lines[1]}" "no credentials: AWS_ACCESS_KEY_ID is not set, profile \"default\" has none in $HOME/.aws/config or $HOME/.aws/credentials, $machine"
}

@test "SEC-08: a bad line is named by file and line, and never shown" {
	check() {
		printf '%b' "$1" >k
		AWS_SHARED_CREDENTIALS_FILE=k expect_refusal "$2"
	}
	check '[default]\naws_access_key_id = AKIA\naws_secret_access_key s3cr3t\n' 'k:3: neither a [section] nor a key = value'
	check '\n[default\n' "k:2: no ] behind the section's name"
	check '[default] s3cr3t\n' "k:1: text behind the section's ]"
	check 'aws_secret_access_key = s3cr3t\n' 'k:1: a setting before the first [section]'
	check '[default]\n= s3cr3t\n' 'k:2: neither a [section] nor a key = value'
	check '[default]\naws_secret_access_key = s3\000cr3t\n' 'k:2: a NUL byte'
}

@test "SEC-08: no message shows a secret or a token" {
	for lines in 'aws_secret_access_key = s3cr3t' 'aws_session_token = s3cr3t' \
	    $'aws_secret_access_key = s3cr3t\nrole_arn = r' $'role_arn = r\nsource_profile = b\nexternal_id = s3cr3t' \
	    $'login_session = x\ncredential_process = get s3cr3t' $'role_arn = r\nsource_profile = a\nexternal_id = s3cr3t'; do
		files "[profile a]
$lines
--
"
		run -1 credentials-test -p a
		[[ $output != *s3cr3t* ]]
	done
}

@test "half a pair of keys in a profile is named" {
	files $'--\n[a]\naws_access_key_id = AKIAA\n[b]\naws_secret_access_key = bs'
	expect 1 'profile "a": aws_secret_access_key is missing' -p a
	expect 1 'profile "b": aws_access_key_id is missing' -p b
}

@test "SEC-01: roles are assumed from the source's keys outward" {
	files $'[profile a]\nrole_arn = arn:aws:iam::111122223333:role/a\nsource_profile = b\nexternal_id = ext\nrole_session_name = me\nduration_seconds = 900\nregion = eu-west-1\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/b\nsource_profile = c\n[profile c]\nrole_arn = arn:aws:iam::111122223333:role/c\nsource_profile = d\n--\n[d]\naws_access_key_id = AKIAD\naws_secret_access_key = ds'
	expect 0 'keys AKIAD ds -
role arn:aws:iam::111122223333:role/c - - -
role arn:aws:iam::111122223333:role/b - - -
role arn:aws:iam::111122223333:role/a ext me 900' -p a
}

@test "a profile may be its own source if it has keys, else that is a loop" {
	files $'[profile a]\nrole_arn = arn:a\nsource_profile = a\n[profile b]\nrole_arn = arn:b\nsource_profile = b\n--\n[a]\naws_access_key_id = AKIAA\naws_secret_access_key = as'
	expect 0 $'keys AKIAA as -\nrole arn:a - - -' -p a
	expect 1 'profile "b": its source_profile "b" leads back to it' -p b
}

@test "a source that has keys ends the chain, whatever role it has" {
	files $'[profile a]\nrole_arn = arn:a\nsource_profile = b\n[profile b]\nrole_arn = arn:b\nsource_profile = a\n--\n[b]\naws_access_key_id = AKIAB\naws_secret_access_key = bs'
	expect 0 $'keys AKIAB bs -\nrole arn:a - - -' -p a
}

@test "a chain that turns back on itself is an error, a long one too" {
	files $'[profile a]\nrole_arn = arn:a\nsource_profile = b\n[profile b]\nrole_arn = arn:b\nsource_profile = c\n[profile c]\nrole_arn = arn:c\nsource_profile = b\n--\n'
	expect 1 'profile "a": its source_profile "b" leads back to it' -p a
	for i in {1..9}; do
		printf '[profile p%d]\nrole_arn = arn:%d\nsource_profile = p%d\n' "$i" "$i" $((i + 1))
	done >.aws/config
	printf '[p10]\naws_access_key_id = AKIA\naws_secret_access_key = s\n' >.aws/credentials
	expect 1 'profile "p1": more than 8 roles in a row' -p p1
	run -0 credentials-test -p p2
	same "${#lines[@]}" 10
}

@test "a source_profile that does not exist is named with the profile that wants it" {
	files $'[profile a]\nrole_arn = arn:a\nsource_profile = nowhere\n--\n'
	expect 1 "profile \"a\": source_profile: profile \"nowhere\" is not in $HOME/.aws/config or $HOME/.aws/credentials" -p a
}

@test "credential_source = Environment begins with the environment's keys" {
	files $'[profile a]\nrole_arn = arn:a\ncredential_source = Environment\n--\n'
	AWS_ACCESS_KEY_ID=AKIAENV AWS_SECRET_ACCESS_KEY=envsecret expect 0 $'keys AKIAENV envsecret -\nrole arn:a - - -' -p a
	expect 1 'profile "a": credential_source = Environment, but AWS_ACCESS_KEY_ID is not set' -p a
}

@test "a role needs one source, and a duration that is a number" {
	files $'[profile a]\nrole_arn = arn:a\n[profile b]\nrole_arn = arn:b\nsource_profile = a\ncredential_source = Environment\n[profile c]\nrole_arn = arn:c\nsource_profile = d\nduration_seconds = 1h\n--\n'
	expect 1 'profile "a" has role_arn, but neither source_profile nor credential_source' -p a
	expect 1 'profile "b" has both source_profile and credential_source' -p b
	expect 1 'profile "c": duration_seconds is not a number' -p c
}

@test "a way to credentials that is not there is named as not supported" {
	files $'[profile login]\nlogin_session = x\n[profile mfa]\nrole_arn = arn:m\nsource_profile = login\nmfa_serial = x\n[profile over]\nrole_arn = arn:o\nsource_profile = login\n[profile named]\nrole_arn = arn:o\ncredential_source = Elsewhere\n--\n'
	expect 1 'profile "login": login_session is not supported, use credential_process with `aws configure export-credentials`' -p login
	expect 1 'profile "mfa": mfa_serial is not supported' -p mfa
	expect 1 'profile "login": login_session is not supported, use credential_process with `aws configure export-credentials`' -p over
	expect 1 'profile "named": credential_source = Elsewhere is not one of Environment, EcsContainer and Ec2InstanceMetadata' -p named
}

@test "within a profile: web identity, SSO, keys of the credentials file, process, keys of the config file" {
	local keys=$'aws_access_key_id = AKIAK\naws_secret_access_key = ks' process='credential_process = p'
	local sso=$'sso_account_id = 111122223333\nsso_role_name = r\nsso_start_url = https://s\nsso_region = eu-west-1'
	local web=$'web_identity_token_file = f\nrole_arn = arn:w'
	files "[profile a]"$'\n'"$keys"$'\n'"$process"$'\n--\n'
	expect 0 'process p' -p a
	files "[profile a]"$'\n'"$process"$'\n--\n[a]\n'"$keys"
	expect 0 'keys AKIAK ks -' -p a
	files "[profile a]"$'\n'"$process"$'\n'"$sso"$'\n--\n[a]\n'"$keys"
	expect 0 'sso - https://s eu-west-1 111122223333 r' -p a
	files "[profile a]"$'\n'"$process"$'\n'"$sso"$'\n'"$web"$'\n--\n[a]\n'"$keys"
	expect 0 'web f arn:w -' -p a
}

@test "variables of web identity go before a profile, those of a container behind it, and -p before both" {
	files $'--\n[default]\naws_access_key_id = AKIAD\naws_secret_access_key = ds\n'
	AWS_CONTAINER_CREDENTIALS_FULL_URI=http://x expect 0 'keys AKIAD ds -'
	AWS_WEB_IDENTITY_TOKEN_FILE=f AWS_ROLE_ARN=arn:e expect 0 'web f arn:e -'
	AWS_WEB_IDENTITY_TOKEN_FILE=f AWS_ROLE_ARN=arn:e AWS_ROLE_SESSION_NAME=me expect 0 'web f arn:e me'
	AWS_WEB_IDENTITY_TOKEN_FILE=f AWS_ROLE_ARN=arn:e expect 0 'keys AKIAD ds -' -p default
	AWS_WEB_IDENTITY_TOKEN_FILE=f expect 1 'AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not'
	files $'[default]\nregion = eu-west-1\n--\n'
	AWS_CONTAINER_CREDENTIALS_FULL_URI=http://x expect 0 container
	AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x expect 0 container -p default
	AWS_EC2_METADATA_DISABLED=no expect 0 instance
	AWS_EC2_METADATA_DISABLED=no AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x expect 0 container
}

@test "a role's profile goes before the environment's web identity, and begins where it says" {
	files $'[profile a]\nrole_arn = arn:a\ncredential_source = EcsContainer\n[profile b]\nrole_arn = arn:b\ncredential_source = Ec2InstanceMetadata\n[profile c]\nrole_arn = arn:c\nsource_profile = p\n[profile p]\ncredential_process = x\n[profile d]\nrole_arn = arn:d\nsource_profile = w\n[profile w]\nrole_arn = arn:w\nweb_identity_token_file = f\n[profile e]\nrole_arn = arn:e\nsource_profile = none\n[profile none]\nregion = eu-west-1\n--\n'
	export AWS_WEB_IDENTITY_TOKEN_FILE=f AWS_ROLE_ARN=arn:env
	AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x AWS_PROFILE=a expect 0 $'container\nrole arn:a - - -'
	AWS_EC2_METADATA_DISABLED='' AWS_PROFILE=b expect 0 $'instance\nrole arn:b - - -'
	expect 0 $'process x\nrole arn:c - - -' -p c
	expect 0 $'web f arn:w -\nrole arn:d - - -' -p d
	AWS_PROFILE=e expect 1 'profile "none", a source_profile, has no credentials'
	expect 1 'profile "a": credential_source = EcsContainer, but neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set' -p a
	expect 1 'profile "b": credential_source = Ec2InstanceMetadata, but AWS_EC2_METADATA_DISABLED is true' -p b
}

@test "an sso_session is looked up in its section, which must be there and agree" {
	local role=$'sso_account_id = 111122223333\nsso_role_name = r'
	files "[profile a]
sso_session = s
$role
[sso-session s]
sso_region = eu-west-1
sso_start_url = https://s
[profile b]
sso_session = t
$role
[profile c]
sso_session = s
sso_region = eu-west-2
$role
[profile d]
sso_session = s
[profile e]
sso_start_url = https://s
$role
--
"
	expect 0 'sso s https://s eu-west-1 111122223333 r' -p a
	expect 1 'profile "b": there is no section [sso-session t]' -p b
	expect_refusal 'profile "c": its sso_region is another than that of [sso-session s]' -p c
	expect 1 'profile "d": sso_account_id is missing' -p d
	expect 1 'profile "e": sso_region is missing' -p e
}

@test "a profile whose endpoints are in a services section is refused, not sent to AWS" {
	files $'[profile a]\nservices = local\n[services local]\ns3 =\n  endpoint_url = http://localhost:4566\n--\n'
	expect_refusal 'profile "a": services is not supported, use AWS_ENDPOINT_URL_SERVICE' -p a
}

load helper
load respond

# Where credentials come from when they are not in a file: programs, IAM Identity Center, web identities, containers,
# instances; and how they are renewed.  One prepared server (respond.py) plays AWS and all services of the machine.

setup_file() {
	export BATS_TEST_TIMEOUT=60
}

teardown() {
	respond_stop
}

# Starts the server with what was prepared, and no credentials anywhere.
begin() {
	list_of_users
	[ -e aws/answers/ListUsers.1 ] || reply ListUsers <<<'<Users></Users>'
	respond_start
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
	mkdir -p .aws
	S=$AWS_ENDPOINT_URL
}

# The profile [a] with these lines.
profile() {
	mkdir -p .aws
	{ echo '[profile a]'; printf '%s\n' "$@"; } >.aws/config
}

# later SECONDS: a time.
later() {
	date -u -d "$1 seconds" +%Y-%m-%dT%H:%M:%SZ
}

# document ID [SECONDS [NAME-OF-TOKEN]]: credentials of that id, for so long, as JSON.
document() {
	printf '{"Code": "Success", "Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "sEcReT-%s", "%s": "tOkEn-%s", "Expiration": "%s"}\n' \
	    "$1" "$1" "${3-Token}" "$1" "$(later "${2-3600}")"
}

# sts ID [SECONDS]: the same in STS's XML.
sts() {
	printf '<Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>sEcReT-%s</SecretAccessKey><SessionToken>tOkEn-%s</SessionToken><Expiration>%s</Expiration></Credentials>\n' \
	    "$1" "$1" "$1" "$(later "${2-3600}")"
}

# Runs qrie-collect, which must succeed with calls signed by ID alone, and show no secret.
signs() {
	run -0 --separate-stderr qrie-collect "${@:2}"
	same "$stderr" ''
	same "$(signers ListUsers)" "$1"
	same "$(jq -r 'select(.Operation == "ListUsers").Headers["x-amz-security-token"]' aws/log | sort -u)" "${TOKEN-tOkEn-$1}"
	rm aws/log
}

# The ids that signed an operation, each once, in their order.
signers() {
	jq -r --arg o "$1" 'select(.Operation == $o).Headers.authorization | capture("Credential=(?<id>[^/]*)/").id' aws/log | uniq
}

# fails MESSAGE [ARGUMENT...]: it cannot sign in, and says this, without a secret.
fails() {
	run -3 --separate-stderr qrie-collect "${@:2}"
	same "$output" ''
	same "$stderr" "qrie-collect: $1"
	[[ $stderr != *sEcReT* && $stderr != *tOkEn* ]]
}

# --- programs

@test "credential_process: its words are split as a shell does, and no shell runs them" {
	mkdir bin
	cat >'bin/get key' <<-'EOT'
		#!/bin/sh
		printf '%s\n' "$@" >asked
		printf '{"Version": 1, "AccessKeyId": "AKIAPROC", "SecretAccessKey": "sEcReT"}'
	EOT
	chmod +x 'bin/get key'
	profile "credential_process = \"$PWD/bin/get key\" 'a b' c\\ d \"\\\"e\" \$HOME *;touch x | \`touch y\` ''"
	begin
	TOKEN=null signs AKIAPROC -p a
	same "$(<asked)" $'a b\nc d\n"e\n$HOME\n*;touch\nx\n|\n`touch\ny`'
	[ ! -e x ] && [ ! -e y ]
}

@test "credential_process: a token and its end are taken over" {
	document ASIAPROC 3600 SessionToken >document
	profile 'credential_process = cat document'
	begin
	signs ASIAPROC -p a
	AWS_PROFILE=a signs ASIAPROC
	profile 'role_arn = arn:aws:iam::111122223333:role/r' 'source_profile = p' '[profile p]' 'credential_process = cat document'
	sts ASIAROLE | reply AssumeRole
	signs ASIAROLE -p a
}

@test "credential_process: what it prints must be credentials of version 1 that are valid" {
	begin
	prints() {
		profile "credential_process = printf $1"
		fails "cannot sign in: profile \"a\": credential_process printf: $2" -p a
	}
	prints "''" 'it printed no JSON object'
	prints '[1]' 'it printed no JSON object'
	prints sEcReT 'it printed no JSON object'
	prints "'{\"AccessKeyId\": \"A\", \"SecretAccessKey\": \"sEcReT\"}'" 'its Version is not 1'
	prints "'{\"Version\": 2, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"sEcReT\"}'" 'its Version is not 1'
	prints "'{\"Version\": 1, \"AccessKeyId\": \"A\"}'" 'the answer has no SecretAccessKey'
	prints "'{\"Version\": 1, \"SecretAccessKey\": \"sEcReT\"}'" 'the answer has no AccessKeyId'
	local keys='"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "sEcReT"'
	prints "'{$keys, \"Expiration\": \"soon\"}'" "the answer's Expiration is no time"
	document A -60 SessionToken >document
	profile 'credential_process = cat document'
	fails "cannot sign in: the credentials expired at $(jq -r .Expiration document)" -p a
	printf '{%s, "SessionToken": "a\\r\\nX-Evil: sEcReT"}' "$keys" >document
	fails 'cannot sign in: the credentials hold a byte that no credentials can' -p a
	[ ! -e aws/log ]
}

@test "credential_process: a program that fails, is missing or cannot be read is named, its arguments are not" {
	begin
	profile 'credential_process = false --token sEcReT'
	fails 'cannot sign in: profile "a": credential_process false: it ended with status 1' -p a
	profile 'credential_process = sh -c "kill -9 \$\$"'
	fails 'cannot sign in: profile "a": credential_process sh: it was ended by signal 9' -p a
	profile 'credential_process = ./nowhere sEcReT'
	fails 'cannot sign in: profile "a": credential_process ./nowhere: No such file or directory' -p a
	profile 'credential_process = get "sEcReT'
	fails 'cannot sign in: profile "a": credential_process: a quote is not closed' -p a
	profile 'credential_process = get sEcReT\'
	fails 'cannot sign in: profile "a": credential_process: a backslash at the end' -p a
}

@test "credential_process: neither its time nor its output is without bounds" {
	begin
	profile 'credential_process = sleep 3600'
	SECONDS=0
	fails 'cannot sign in: profile "a": credential_process sleep: it took too long' -p a --timeout 1
	[ "$SECONDS" -lt 5 ]
	profile 'credential_process = sh -c "echo \$\$ >pid; exec >&-; trap \"\" TERM; while :; do sleep 1; done"'
	fails 'cannot sign in: profile "a": credential_process sh: it took too long' -p a --timeout 1
	[ "$SECONDS" -lt 10 ]
	run -1 kill -0 "$(<pid)"
	profile 'credential_process = yes'
	fails 'cannot sign in: profile "a": credential_process yes: it printed too much' -p a
}

# --- containers

@test "SEC-01: a container's credentials are asked with its token" {
	document ASIACONT | answer 'GET _creds?id=1'
	begin
	export AWS_CONTAINER_CREDENTIALS_FULL_URI="$S/creds?id=1"
	asked_with() {
		same "$(jq -r 'select(.Operation == "GET _creds?id=1").Headers.authorization' aws/log)" "$1"
	}
	run -0 qrie-collect
	asked_with null
	rm aws/log
	AWS_CONTAINER_AUTHORIZATION_TOKEN='Bearer tOkEn' run -0 qrie-collect
	asked_with 'Bearer tOkEn'
	printf 'fIlE' >token
	AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=token AWS_CONTAINER_AUTHORIZATION_TOKEN=other signs ASIACONT
	AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=nowhere fails \
		'cannot sign in: AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: nowhere: No such file or directory'
	AWS_CONTAINER_AUTHORIZATION_TOKEN=$'tOkEn\r\nX: y' fails \
		'cannot sign in: AWS_CONTAINER_AUTHORIZATION_TOKEN holds a line break'
}

@test "a container's relative address is asked at 169.254.170.2, and cannot leave it" {
	document ASIACONT | answer 'GET _v2_creds'
	begin
	export QRIE_CONNECT_TO=169.254.170.2:80:${S#http://}
	AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/v2/creds signs ASIACONT
	AWS_CONTAINER_CREDENTIALS_FULL_URI=http://192.0.2.1/ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/v2/creds signs ASIACONT
	AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=@192.0.2.1/ fails \
		'cannot sign in: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a /'
}

@test "a container's full address is https, loopback, or that of ECS or EKS" {
	document ASIAEKS | answer 'GET _v1_credentials'
	begin
	for url in http://192.0.2.1/c http://localhost.example.com/ http://169.254.169.254/c http://127.0.0.1.example.com/ \
	    ftp://127.0.0.1/ file:///etc/passwd http://169.254.170.2.example.com/; do
		AWS_CONTAINER_CREDENTIALS_FULL_URI=$url fails "cannot sign in: AWS_CONTAINER_CREDENTIALS_FULL_URI: neither https:// nor http:// to loopback or the service's own address"
	done
	AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1@192.0.2.1/ fails \
		'cannot sign in: AWS_CONTAINER_CREDENTIALS_FULL_URI: an address with a user in it'
	printf 'tOkEn-eks' >token
	for host in 169.254.170.23 169.254.170.2 '[fd00:ec2::23]'; do
		QRIE_CONNECT_TO=$host:80:${S#http://} AWS_CONTAINER_CREDENTIALS_FULL_URI=http://$host/v1/credentials \
			AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=token signs ASIAEKS
	done
}

@test "a container's service that refuses, fails or hangs is named with what it said" {
	answer -s 403 'GET _denied' <<<'{"code": "AccessDenied", "message": "no role for you"}'
	answer -s 500 'GET _broken' <<<'<html>sEcReT</html>'
	answer 'GET _short' <<<'{"AccessKeyId": "A", "SecretAccessKey": "sEcReT"}'
	answer -h 'X-Test-Delay: 30' 'GET _hung' <<<'{}'
	answer -s 302 -h 'Location: /creds' 'GET _moved' <<<''
	document ASIACONT | answer 'GET _creds'
	begin
	of() {
		AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/$1 fails "cannot sign in: container credentials: $S/$1: $2"
	}
	of denied 'status 403: the answer is AccessDenied: no role for you'
	of broken 'status 500: the answer is no JSON object'
	same "$(asked 'GET _broken')" 3
	of short 'status 200: the answer has no Token'
	of moved 'status 302: the answer is no JSON object'
	SECONDS=0
	run -3 --separate-stderr env AWS_CONTAINER_CREDENTIALS_FULL_URI="$S/hung" qrie-collect
	[ "$SECONDS" -lt 10 ]
	[[ $stderr == "qrie-collect: cannot sign in: container credentials: $S/hung: "*timed\ out* ]]
}

# --- instances

# imds: answers of an instance with the role "reader".
imds() {
	answer 'PUT _latest_api_token' <<<'imds-tOkEn'
	answer 'GET _latest_meta-data_iam_security-credentials_' <<<'reader'
	document "${1-ASIAINST}" "${2-3600}" | answer 'GET _latest_meta-data_iam_security-credentials_reader'
}

@test "SEC-01: an instance's role is asked with a token that was put for" {
	imds
	begin
	unset AWS_EC2_METADATA_DISABLED
	export AWS_EC2_METADATA_SERVICE_ENDPOINT=$S/
	run -0 qrie-collect
	jq -se 'map(select(.Operation | startswith("PUT "))) | length == 1
	    and .[0].Headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600"' aws/log
	jq -se 'map(select(.Operation | startswith("GET _latest"))) | length == 2
	    and all(.Headers["x-aws-ec2-metadata-token"] == "imds-tOkEn")' aws/log
	rm aws/log
	signs ASIAINST
	profile 'role_arn = arn:aws:iam::111122223333:role/r' 'credential_source = Ec2InstanceMetadata'
	sts ASIAROLE | reply AssumeRole
	signs ASIAROLE -p a
}

@test "the instance's service is at its addresses of IPv4 and IPv6, or where variables or the profile say" {
	imds
	begin
	unset AWS_EC2_METADATA_DISABLED
	QRIE_CONNECT_TO=169.254.169.254:80:${S#http://} signs ASIAINST
	export QRIE_CONNECT_TO="[fd00:ec2::254]:80:${S#http://}"
	AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=ipv6 signs ASIAINST
	profile 'ec2_metadata_service_endpoint_mode = IPv6'
	signs ASIAINST -p a
	profile "ec2_metadata_service_endpoint = $S"
	signs ASIAINST -p a
	profile 'ec2_metadata_service_endpoint = http://192.0.2.1'
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S signs ASIAINST -p a
	run -3 --separate-stderr qrie-collect -p a
	[[ $stderr == *"instance metadata: http://192.0.2.1: neither https:// nor http:// to loopback"* ]]
	AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=six run -3 --separate-stderr qrie-collect
	[[ $stderr == *"instance metadata: the endpoint mode is neither IPv4 nor IPv6" ]]
}

@test "an instance that gives no credentials is named, with all that was looked for before" {
	answer -s 403 'PUT _403_latest_api_token' <<<''
	answer 'PUT _norole_latest_api_token' <<<'t'
	answer 'PUT _bad_latest_api_token' <<<'t'
	answer 'GET _bad_latest_meta-data_iam_security-credentials_' <<<'a/../role'
	answer 'GET _bad_latest_meta-data_iam_security-credentials_a%2F..%2Frole' <<<'{"Code": "AssumeRoleUnauthorizedAccess", "Message": "EC2 cannot assume the role"}'
	begin
	unset AWS_EC2_METADATA_DISABLED
	local looked="cannot sign in: no credentials: AWS_ACCESS_KEY_ID is not set, profile \"default\" is not in $HOME/.aws/config or $HOME/.aws/credentials, AWS_WEB_IDENTITY_TOKEN_FILE is not set, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set; instance metadata: "
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S/403 fails "$looked$S/403/latest/api/token: status 403"
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S/norole fails "$looked$S/norole/latest/meta-data/iam/security-credentials/: status 404"
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S/bad fails "${looked}role a/../role: the answer is AssumeRoleUnauthorizedAccess: EC2 cannot assume the role"
	looked=${looked#cannot sign in: }
	AWS_EC2_METADATA_DISABLED=TRUE fails "${looked%; *}, AWS_EC2_METADATA_DISABLED is true"
}

@test "an instance's service that hangs costs seconds, as many as is said" {
	answer -h 'X-Test-Delay: 30' 'PUT _latest_api_token' <<<t
	begin
	unset AWS_EC2_METADATA_DISABLED
	export AWS_EC2_METADATA_SERVICE_ENDPOINT=$S
	SECONDS=0
	run -3 --separate-stderr qrie-collect
	[[ $stderr == *"instance metadata: $S/latest/api/token: "*timed\ out* ]]
	same "$(asked 'PUT _latest_api_token')" 2
	[ "$SECONDS" -lt 5 ]
	AWS_METADATA_SERVICE_NUM_ATTEMPTS=1 run -3 qrie-collect
	same "$(asked 'PUT _latest_api_token')" 3
}

@test "an instance's credentials that its service could not renew are used nevertheless" {
	imds ASIAINST -60
	begin
	unset AWS_EC2_METADATA_DISABLED
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S signs ASIAINST
}

# --- web identity

@test "SEC-01: a web identity's token is exchanged, without a signature, for a role" {
	sts ASIAWEB | reply AssumeRoleWithWebIdentity
	begin
	printf 'jwt.tOkEn.x\n' >token
	export AWS_WEB_IDENTITY_TOKEN_FILE=token AWS_ROLE_ARN=arn:aws:iam::111122223333:role/web
	AWS_ROLE_SESSION_NAME=pod run -0 qrie-collect
	jq -se 'map(select(.Operation == "AssumeRoleWithWebIdentity")) | length == 1 and .[0].Headers.authorization == null
	    and .[0].Parameters.WebIdentityToken == "jwt.tOkEn.x" and .[0].Parameters.RoleSessionName == "pod"
	    and .[0].Parameters.RoleArn == env.AWS_ROLE_ARN' aws/log
	rm aws/log
	signs ASIAWEB
	profile 'role_arn = arn:aws:iam::111122223333:role/p' 'web_identity_token_file = token' 'duration_seconds = 900'
	run -0 qrie-collect -p a
	jq -se 'map(select(.Operation == "AssumeRoleWithWebIdentity").Parameters)[0] |
	    .RoleArn == "arn:aws:iam::111122223333:role/p" and .DurationSeconds == "900" and .RoleSessionName == "qrie"' aws/log
}

@test "a web identity whose token is missing, empty or refused is named" {
	answer -s 400 AssumeRoleWithWebIdentity <<<'<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>no issuer</Message></Error><RequestId>r-2</RequestId></ErrorResponse>'
	begin
	export AWS_WEB_IDENTITY_TOKEN_FILE=token AWS_ROLE_ARN=arn:aws:iam::111122223333:role/web
	fails 'cannot sign in: web identity: token: No such file or directory'
	: >token
	fails 'cannot sign in: web identity: token: not a token'
	printf 'tOkEn tOkEn' >token
	fails 'cannot sign in: web identity: token: not a token'
	printf 'tOkEn' >token
	fails 'cannot sign in: AssumeRoleWithWebIdentity arn:aws:iam::111122223333:role/web: InvalidIdentityToken: no issuer (request r-2)'
}

# --- IAM Identity Center

sso_path='GET _federation_credentials?role_name=reader&account_id=111122223333'

# sso ID [SECONDS]: what the portal answers.
sso() {
	printf '{"roleCredentials": {"accessKeyId": "%s", "secretAccessKey": "sEcReT-%s", "sessionToken": "tOkEn-%s", "expiration": %s000}}' \
	    "$1" "$1" "$1" "$(date -d "${2-3600} seconds" +%s)" | answer "$sso_path"
}

# cache NAME SECONDS [MEMBER...]: the token of a session or a start URL.
cache() {
	cached=.aws/sso/cache/$(printf %s "$1" | sha1sum | cut -c 1-40).json
	mkdir -p .aws/sso/cache
	jq -n --arg e "$(later "$2")" "{accessToken: \"sso-tOkEn\", expiresAt: \$e, region: \"eu-west-1\" ${3-}}" >"$cached"
}

sso_profile() {
	profile 'sso_session = corp' 'sso_account_id = 111122223333' 'sso_role_name = reader' '[sso-session corp]' \
	    'sso_region = eu-west-1' 'sso_start_url = https://corp.awsapps.com/start'
}

registered=', refreshToken: "rEfReSh-1", clientId: "client", clientSecret: "cSeCrEt", registrationExpiresAt: "2036-01-01T00:00:00Z"'

@test "SEC-01: a session of aws sso login gives a role's credentials" {
	sso ASIASSO
	begin
	sso_profile
	cache corp 3600
	run -0 qrie-collect -p a
	jq -se --arg o "$sso_path" 'map(select(.Operation == $o).Headers) | length == 1
	    and .[0]["x-amz-sso_bearer_token"] == "sso-tOkEn" and .[0].authorization == null' aws/log
	rm aws/log
	signs ASIASSO -p a
	rm "$cached"
	profile 'sso_start_url = https://old.awsapps.com/start' 'sso_region = eu-west-1' 'sso_account_id = 111122223333' 'sso_role_name = reader'
	cache https://old.awsapps.com/start 3600
	sed -i 's/\(expiresAt.*\)Z"/\1UTC"/' "$cached"
	signs ASIASSO -p a
}

@test "a session that is missing, broken, expired or refused says how to log in" {
	answer -s 401 -h 'x-amzn-ErrorType: UnauthorizedException' -h 'x-amzn-RequestId: r-3' "$sso_path" \
	    <<<'{"message": "Session token not found or invalid"}'
	begin
	sso_profile
	cache corp 3600
	local log_in='run `aws sso login --sso-session corp`'
	fails "cannot sign in: profile \"a\": GetRoleCredentials reader of 111122223333: UnauthorizedException: Session token not found or invalid (request r-3); $log_in" -p a
	cache corp -1
	fails "cannot sign in: profile \"a\": $HOME/$cached: the session has expired, it cannot be refreshed; $log_in" -p a
	echo '{"accessToken": "sEcReT"}' >"$cached"
	fails "cannot sign in: profile \"a\": $HOME/$cached: no token of a session; $log_in" -p a
	rm "$cached"
	fails "cannot sign in: profile \"a\": $HOME/$cached: No such file or directory; $log_in" -p a
	profile 'sso_start_url = https://old.awsapps.com/start' 'sso_region = eu-west-1' 'sso_account_id = 111122223333' 'sso_role_name = reader'
	cache https://old.awsapps.com/start -1 "$registered"
	fails "cannot sign in: profile \"a\": $HOME/$cached: the session has expired; run \`aws sso login --profile a\`" -p a
	same "$(asked 'POST _token')" 0
}

@test "a session that has expired is refreshed, and the AWS tools' cache with it" {
	sso ASIASSO
	answer 'POST _token' <<<'{"accessToken": "sso-nEw", "expiresIn": 28800, "refreshToken": "rEfReSh-2", "tokenType": "Bearer"}'
	begin
	sso_profile
	cache corp -1 "$registered"
	signs ASIASSO -p a
	run -0 jq -c '[.accessToken, .refreshToken, .clientId, .region]' "$cached"
	same "$output" '["sso-nEw","rEfReSh-2","client","eu-west-1"]'
	[[ $(jq -r .expiresAt "$cached") > $(later 28000) ]]
	same "$(stat -c %a "$cached")" 600
	signs ASIASSO -p a
	same "$(ls .aws/sso/cache | wc -l)" 1
}

@test "a refresh is asked for with what the cache holds; where it fails, a token that is valid still does" {
	sso ASIASSO
	answer -s 400 'POST _token' <<<'{"error": "invalid_grant", "error_description": "Invalid refresh token provided"}'
	begin
	sso_profile
	cache corp 60 "$registered"
	run -0 qrie-collect -p a
	jq -se 'map(select(.Operation == "POST _token")) | .[0] | .Headers.authorization == null and .Parameters ==
	    {grantType: "refresh_token", clientId: "client", clientSecret: "cSeCrEt", refreshToken: "rEfReSh-1"}' aws/log
	cache corp -1 "$registered"
	run -3 --separate-stderr qrie-collect -p a
	[[ $stderr == "qrie-collect: cannot sign in: profile \"a\": $HOME/$cached: the session has expired, CreateToken: "*'; run `aws sso login --sso-session corp`' ]]
	[[ $stderr != *rEfReSh* && $stderr != *cSeCrEt* ]]
	same "$(jq -r .refreshToken "$cached")" rEfReSh-1
}

# --- precedence

@test "the first source of the chain that is there is used, and only that one is asked" {
	imds
	document ASIACONT | answer 'GET _creds'
	sts ASIAWEB | reply AssumeRoleWithWebIdentity
	begin
	document ASIAPROC 3600 SessionToken >document
	unset AWS_EC2_METADATA_DISABLED
	export AWS_EC2_METADATA_SERVICE_ENDPOINT=$S
	signs ASIAINST
	export AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/creds
	signs ASIACONT
	printf '[default]\ncredential_process = cat document\n' >.aws/config
	signs ASIAPROC
	printf x >token
	export AWS_WEB_IDENTITY_TOKEN_FILE=token AWS_ROLE_ARN=arn:aws:iam::111122223333:role/web
	signs ASIAWEB
	signs ASIAPROC -p default
	AWS_ACCESS_KEY_ID=AKIAENV AWS_SECRET_ACCESS_KEY=sEcReT TOKEN=null signs AKIAENV
	AWS_ACCESS_KEY_ID=AKIAENV AWS_SECRET_ACCESS_KEY=sEcReT signs ASIAPROC -p default
}

@test "what is there and wrong ends the chain: no other credentials are used in its place" {
	imds
	begin
	unset AWS_EC2_METADATA_DISABLED
	export AWS_EC2_METADATA_SERVICE_ENDPOINT=$S
	AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/nowhere run -3 qrie-collect
	AWS_WEB_IDENTITY_TOKEN_FILE=nowhere AWS_ROLE_ARN=arn:aws:iam::111122223333:role/web run -3 qrie-collect
	profile 'credential_process = false'
	run -3 qrie-collect -p a
	[ ! -e aws/log ] || same "$(asked 'PUT _latest_api_token')" 0
}

# --- renewal

ann='<Users><member><UserName>ann</UserName></member><member><UserName>bob</UserName></member></Users>'

# slow SECONDS: a list of two users that takes so long, and their details.
slow() {
	reply ListUsers <<<"$ann"
	sed -i "2s/^/X-Test-Delay: $1\n/" aws/answers/ListUsers.1
	reply GetUser <<<'<User><Path>/</Path></User>'
}

@test "SEC-01: credentials that are about to expire are renewed in the middle of a run" {
	imds ASIAONE 4
	imds ASIATWO 3600
	slow 2.5
	begin
	unset AWS_EC2_METADATA_DISABLED
	AWS_EC2_METADATA_SERVICE_ENDPOINT=$S run -0 --separate-stderr qrie-collect
	same "$stderr" ''
	same "$(signers ListUsers) $(signers GetUser)" 'ASIAONE ASIATWO'
	same "$(jq -r 'select(.Operation == "GetUser").Headers["x-amz-security-token"]' aws/log | sort -u)" tOkEn-ASIATWO
	same "$(asked 'GET _latest_meta-data_iam_security-credentials_reader')" 2
}

@test "a role is renewed by credentials that are renewed first" {
	document ASIABASE1 4 | answer 'GET _creds'
	document ASIABASE2 | answer 'GET _creds'
	sts ASIAROLE1 4 | reply AssumeRole
	sts ASIAROLE2 | reply AssumeRole
	slow 2.5
	profile 'role_arn = arn:aws:iam::111122223333:role/r' 'credential_source = EcsContainer'
	begin
	AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/creds run -0 --separate-stderr qrie-collect -p a
	same "$(signers AssumeRole | tr '\n' ' ')$(signers ListUsers) $(signers GetUser)" 'ASIABASE1 ASIABASE2 ASIAROLE1 ASIAROLE2'
}

@test "a token's file is read anew for each renewal" {
	sts ASIAWEB1 4 | reply AssumeRoleWithWebIdentity
	sts ASIAWEB2 | reply AssumeRoleWithWebIdentity
	slow 2.5
	begin
	printf one >token
	(sleep 1 && printf two >token) 3>&- &
	AWS_WEB_IDENTITY_TOKEN_FILE=token AWS_ROLE_ARN=arn:aws:iam::111122223333:role/web run -0 qrie-collect
	wait $!
	same "$(jq -r 'select(.Operation == "AssumeRoleWithWebIdentity").Parameters.WebIdentityToken' aws/log | tr '\n' ' ')" 'one two '
	same "$(signers GetUser)" ASIAWEB2
}

@test "credentials that AWS calls expired are renewed at once, and the call is sent again" {
	refuse -s 403 ListUsers ExpiredToken
	reply ListUsers <<<'<Users></Users>'
	profile 'credential_process = sh -c "echo >>runs; sed s/ID/$(wc -l <runs)/ document"'
	document ASIAID 3600 SessionToken >document
	begin
	run -0 --separate-stderr qrie-collect -p a
	same "$stderr" ''
	same "$(signers ListUsers | tr '\n' ' ')" 'ASIA1 ASIA2 '
	same "$(wc -l <runs)" 2
}

@test "credentials that AWS calls expired, and that nothing can renew, are not asked for twice" {
	refuse -s 403 ListUsers ExpiredToken
	begin
	AWS_ACCESS_KEY_ID=ASIAENV AWS_SECRET_ACCESS_KEY=sEcReT AWS_SESSION_TOKEN=tOkEn run -2 --separate-stderr qrie-collect
	same "$(asked ListUsers)" 1
	same "$(jq -r .Code <<<"$output")" ExpiredToken
}

@test "where renewing fails, the old credentials go on until they expire, then the calls fail by name" {
	document ASIAOLD 6 | answer 'GET _creds'
	answer -s 500 'GET _creds' <<<'{}'
	slow 3.2
	begin
	AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/creds run -0 --separate-stderr qrie-collect
	same "$(signers GetUser)" ASIAOLD
	respond_stop
	rm -r aws
	document ASIAOLD 3 | answer 'GET _creds'
	answer -s 500 'GET _creds' <<<'{}'
	slow 3.5
	begin
	AWS_CONTAINER_CREDENTIALS_FULL_URI=$S/creds run -2 --separate-stderr qrie-collect
	same "$(asked GetUser)" 0
	same "$(asked 'GET _creds')" 4
	same "$(jq -r '.Unreadable // [] | .[].Code' <<<"$output" | sort -u)" NoCredentials
	[[ $stderr == *"NoCredentials"* ]]
}

load helper
load respond

# How calls are sent again, slowed down, given up, kept to their host and signed, on prepared answers.

teardown() {
	respond_stop
}

ann='<Users><member><UserName>ann</UserName></member></Users>'

# The user ann, whose details are there.
one_user() {
	list_of_users
	reply GetUser <<<'<User><UserName>ann</UserName></User>'
}

# Seconds between the calls of an operation.
pauses() {
	jq -s --arg o "$1" 'map(select(.Operation == $o).Time) | [.[1:], .[:-1]] | transpose | map(.[0] - .[1])' aws/log
}

coverage() {
	jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Code) \(.Retries) \(.Throttles)"' <<<"$output"
}

@test "PRF-04: a call that fails for the service's own fault is sent again, and succeeds" {
	one_user
	for status in 500 502 503; do
		answer -s "$status" ListUsers <<<'<html>sorry</html>'
	done
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(coverage)" 'complete null 3 0'
	same "$(head -1 <<<"$output" | jq -r .ARN)" ann
}

@test "a call that was dropped, or answered with half an answer, is sent again" {
	one_user
	answer -h 'X-Test-Drop: 1' ListUsers <<<gone
	answer -h 'X-Test-Cut: 1' ListUsers <<<'<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>'
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(asked ListUsers)" 3	# the first time by libcurl itself, which held the connection for a stale one
	[[ $(coverage) == 'complete null '[12]' 0' ]]
}

@test "PRF-04: one that is throttled for ever is given up after five times --timeout" {
	one_user
	refuse -s 400 ListUsers Throttling
	respond_start
	SECONDS=0
	run -2 --separate-stderr qrie-collect --timeout 1
	[ "$SECONDS" -ge 4 ]
	[ "$SECONDS" -lt 20 ]
	[[ $(coverage) == 'failed Throttling '* ]]
	[ "$(asked ListUsers)" -lt 100 ]
	same "$stderr" 'qrie-collect: 111122223333/global iam ListUsers: Throttling (request r-2)'
}

@test "PRF-05: throttling is waited out, and does not fail the run" {
	one_user
	for code in Throttling RequestLimitExceeded SlowDown; do
		refuse -s 503 ListUsers "$code"
	done
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(coverage)" 'complete null 3 3'
}

@test "PRF-05: after throttling, all calls to that service go slower" {
	list_of_users
	printf '<Users>%s</Users>' "$(printf '<member><UserName>u%s</UserName></member>' {1..20})" | reply ListUsers
	reply GetUser <<<'<User/>'
	refuse -s 400 GetUser@u1 Throttling
	reply GetUser@u1 <<<'<User/>'
	respond_start
	run -0 --separate-stderr qrie-collect -j 1
	# The first of them was throttled, when hardly anything had been sent: then ten a second, and twice as many.
	jq -se 'map(select(.Operation == "GetUser").Time) | length == 21 and .[-1] - .[0] > 1.2' aws/log
}

@test "an error that will not pass is not tried again" {
	one_user
	refuse -s 400 ListUsers ValidationError
	respond_start
	run -2 --separate-stderr qrie-collect
	same "$(coverage)" 'failed ValidationError 0 0'
	same "$(asked ListUsers)" 1
}

@test "Retry-After is waited for" {
	one_user
	refuse -s 503 -h 'Retry-After: 2' ListUsers ServiceUnavailable
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	pauses ListUsers | jq -e 'length == 1 and .[0] >= 2 and .[0] < 4'
}

@test "Retry-After as a date is waited for" {
	one_user
	refuse -s 503 -h "Retry-After: $(date -u -d '+4 seconds' '+%a, %d %b %Y %H:%M:%S GMT')" ListUsers ServiceUnavailable
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	# it is in whole seconds, and some of them pass until it is asked
	jq -se --argjson from "$(sed -n 's/^Retry-After: //p' aws/answers/ListUsers.1 | date -u -f - +%s)" \
	    'map(select(.Operation == "ListUsers").Time) | length == 2 and .[1] >= $from - 1 and .[1] < $from + 3' aws/log
}

@test "no more calls are under way at once than -j says, and that many are" {
	list_of_users
	printf '<Users>%s</Users>' "$(printf '<member><UserName>u%s</UserName></member>' {1..12})" | reply ListUsers
	reply GetUser <<<'<User/>'
	sed -i '1a X-Test-Delay: 0.3' aws/answers/GetUser.1
	respond_start
	qrie-collect -j 4 >out
	# Twelve calls of 0.3 s, four at once: three waves.
	jq -se 'map(select(.Operation == "GetUser").Time) | sort | . as $t
	    | length == 12 and all(range(0; 8); $t[. + 4] - $t[.] > 0.25) and $t[11] - $t[0] < 1.2' aws/log
}

@test "an answer that does not come in time is given up" {
	one_user
	reply ListUsers <<<"$ann"
	sed -i '1a X-Test-Delay: 20' aws/answers/ListUsers.1
	respond_start
	SECONDS=0
	AWS_MAX_ATTEMPTS=1 run -2 --separate-stderr qrie-collect --timeout 1
	[ "$SECONDS" -lt 8 ]
	same "$(coverage)" 'failed Timeout 0 0'
	[[ $stderr == *" ListUsers: Timeout: $AWS_ENDPOINT_URL: "* ]]
}

@test "a redirect is not followed: the signature is for one host" {
	one_user
	respond_start
	answer -s 301 -h "Location: $AWS_ENDPOINT_URL/elsewhere" ListUsers <<<''
	AWS_MAX_ATTEMPTS=2 run -2 --separate-stderr qrie-collect
	[[ $(coverage) == failed\ * ]]
	run -1 grep elsewhere aws/log
}

@test "a clock that AWS calls wrong is set by its own, and the call signed anew" {
	one_user
	refuse -s 403 -h 'Date: Tue, 01 Jan 2036 00:00:00 GMT' ListUsers RequestTimeTooSkewed
	reply ListUsers <<<"$ann"
	respond_start
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Operation == "ListUsers").Headers["x-amz-date"][:8]' aws/log | tail -1)" 20360101
}

@test "SEC-01: a profile with a role signs with the token of the role" {
	one_user
	reply ListUsers <<<"$ann"
	reply AssumeRole <<-'EOT'
		<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>rOlE</SecretAccessKey>
		<SessionToken>session/token==</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials>
	EOT
	respond_start
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
	export AWS_CONFIG_FILE=$PWD/config AWS_SHARED_CREDENTIALS_FILE=$PWD/credentials
	printf '[profile audit]\nrole_arn = arn:aws:iam::111122223333:role/audit\nexternal_id = x1\nsource_profile = base\n' >config
	printf '[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = bAsE\n' >credentials
	run -0 --separate-stderr qrie-collect --profile audit
	jq -se '(map(select(.Operation == "AssumeRole")) | length == 1 and (.[0] | .Parameters.ExternalId == "x1"
	        and .Parameters.RoleArn == "arn:aws:iam::111122223333:role/audit"
	        and (.Headers.authorization | contains("Credential=AKIABASE/"))))
	    and (map(select(.Operation == "ListUsers"))[0].Headers | .["x-amz-security-token"] == "session/token=="
	        and (.authorization | contains("Credential=ASIAROLE/") and contains("x-amz-security-token")))' aws/log
	run -1 grep -E 'rOlE|session/token' <<<"$output$stderr"
}

@test "a role that may not be assumed ends the run with 3" {
	one_user
	refuse -s 403 AssumeRole AccessDenied
	respond_start
	export AWS_CONFIG_FILE=$PWD/config
	printf '[profile audit]\nrole_arn = arn:aws:iam::111122223333:role/audit\ncredential_source = Environment\n' >config
	run -3 --separate-stderr qrie-collect -p audit
	same "$stderr" 'qrie-collect: cannot sign in: AssumeRole arn:aws:iam::111122223333:role/audit: AccessDenied: no (request r-2)'
}

# A certificate for names of AWS, that no system trusts.
certificate() {
	openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=aws \
	    -addext 'subjectAltName=DNS:*.amazonaws.com,DNS:*.eu-west-1.amazonaws.com' 2>/dev/null
}

@test "the names of AWS are asked over TLS, and the certificate must be trusted" {
	one_user
	reply ListUsers <<<"$ann"
	certificate
	respond_start cert.pem key.pem
	export QRIE_CONNECT_TO=::127.0.0.1:$(<aws/port)
	unset AWS_ENDPOINT_URL
	AWS_CA_BUNDLE=cert.pem run -0 --separate-stderr qrie-collect
	same "$(jq -r .Headers.host aws/log | xargs)" \
	    'sts.eu-west-1.amazonaws.com iam.amazonaws.com iam.amazonaws.com'
	same "$(jq -r .Headers.authorization aws/log | sed -n 2p | cut -d / -f 2-5)" \
	    "$(date -u +%Y%m%d)/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=$(
	        jq -r .Headers.authorization aws/log | sed -n '2s/.*Signature=//p')"
	run -3 --separate-stderr qrie-collect
	[[ $stderr == 'qrie-collect: cannot sign in: GetCallerIdentity: CertificateInvalid: https://sts.eu-west-1.amazonaws.com: '* ]]
	AWS_CA_BUNDLE=cert.pem run -3 --separate-stderr qrie-collect -r eu-central-1 -p nobody
	[[ $stderr == *nobody* ]]
}

@test "a certificate for another name is refused" {
	one_user
	certificate
	respond_start cert.pem key.pem
	export QRIE_CONNECT_TO=::127.0.0.1:$(<aws/port) AWS_REGION=eu-central-1
	unset AWS_ENDPOINT_URL
	AWS_CA_BUNDLE=cert.pem run -3 --separate-stderr qrie-collect
	[[ $stderr == *': CertificateInvalid: https://sts.eu-central-1.amazonaws.com: '* ]]
}

@test "delays are random from nothing to twice as much each time, to 20 s" {
	for pair in '1 200' '2 400' '5 3200' '8 20000' '40 20000'; do
		read -r least most < <(retry-test delays 5000 "${pair% *}")
		[ "$least" -lt $((${pair#* } / 50)) ]
		[ "$most" -le "${pair#* }" ]
		[ "$most" -gt $((${pair#* } * 9 / 10)) ]
	done
}

@test "Retry-After may be seconds or a date, and is a minute at most" {
	same "$(retry-test after 3 0)" 3000
	same "$(retry-test after 'Sun, 22 Nov 2026 21:00:07 GMT' 1795381202)" 5000
	same "$(retry-test after 'Sun, 22 Nov 2026 21:00:07 GMT' 1795999999)" 0
	same "$(retry-test after 86400 0)" 60000
	same "$(retry-test after -5 0)" 0
	same "$(retry-test after soon 0)" -1
	same "$(retry-test after '' 0)" -1
}

@test "what is worth another try is told by status and code" {
	while read -r status code class; do
		same "$status $code $(retry-test class "$status" "$code")" "$status $code $class"
	done <<-'EOT'
		400 Throttling throttled
		429 - throttled
		503 SlowDown throttled
		503 ServiceUnavailable transient
		500 - transient
		501 NotImplemented never
		400 RequestTimeout transient
		0 ConnectionFailed transient
		0 NameNotResolved transient
		0 CertificateInvalid never
		200 MalformedResponse transient
		404 MalformedResponse never
		403 AccessDenied never
		400 ExpiredToken never
	EOT
}

@test "an answer longer than allowed is refused" {
	respond_start
	answer -h 'X-Here: yes' 'GET _' <<<'0123456789'
	same "$(http-test "$AWS_ENDPOINT_URL/" 11 x-here)" '200 - 11 yes'
	same "$(http-test "$AWS_ENDPOINT_URL/" 10 x-gone)" '200 ResponseTooLarge 0 -'
}

load helper

# t/data/endpoints.tsv: service, region, bucket, host prefix; then the address, the region that it is signed for and
# the host, which botocore 1.44's rule sets gave for them.

# Asks for one endpoint: SERVICE REGION [BUCKET [PREFIX]]; fields 5 to 7 are the answer.
endpoint() {
	printf '%s %s %s %s\n' "$1" "$2" "${3:--}" "${4:--}" >question
	run --separate-stderr endpoint-test ${custom:+-c "$custom"} "$QRIE_TOP/share/shapes" <question
	answer=$(cut -f 5- <<<"$output" | tr '\t' ' ')
}

@test "each service answers where botocore asks it, in every partition" {
	cut -f 1-4 "$QRIE_TOP/t/data/endpoints.tsv" >questions
	endpoint-test "$QRIE_TOP/share/shapes" <questions >answers
	diff "$QRIE_TOP/t/data/endpoints.tsv" answers
	for partition in amazonaws.com amazonaws.com.cn us-gov-west-1.amazonaws.com c2s.ic.gov sc2s.sgov.gov \
	    cloud.adc-e.uk csp.hci.ic.gov amazonaws.eu; do
		grep -q "\.$partition/" answers
	done
}

@test "a region that cannot stand in a host name is refused" {
	for region in evil.example.com/ us-east-1.evil.example.com US-EAST-1 -a a- us_east_1 'a@b' "$(printf 'a%.0s' {1..64})"; do
		endpoint ec2 "$region"
		[ "$status" -eq 1 ]
		same "$answer" 'not the name of a region'
	done
}

@test "a variable of the service goes before AWS_ENDPOINT_URL, and that before the profile's" {
	custom=https://profile.example.com
	endpoint s3control eu-west-1
	same "$answer" 'https://profile.example.com/ eu-west-1 profile.example.com'
	export AWS_ENDPOINT_URL=https://all.example.com
	endpoint s3control eu-west-1
	same "$answer" 'https://all.example.com/ eu-west-1 all.example.com'
	export AWS_ENDPOINT_URL_S3_CONTROL=https://one.example.com
	endpoint s3control eu-west-1
	same "$answer" 'https://one.example.com/ eu-west-1 one.example.com'
	endpoint ec2 eu-west-1
	same "$answer" 'https://all.example.com/ eu-west-1 all.example.com'
}

@test "the variable of a service is its id in capitals, blanks as underscores" {
	export AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=https://logs.example.com AWS_ENDPOINT_URL_LOGS=https://wrong.example.com
	endpoint logs eu-west-1
	same "$answer" 'https://logs.example.com/ eu-west-1 logs.example.com'
}

@test "an empty variable is none" {
	export AWS_ENDPOINT_URL="" AWS_ENDPOINT_URL_EC2=""
	endpoint ec2 eu-west-1
	same "$answer" 'https://ec2.eu-west-1.amazonaws.com/ eu-west-1 ec2.eu-west-1.amazonaws.com'
}

@test "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS puts variables and the profile's address out of force" {
	export AWS_ENDPOINT_URL=https://all.example.com AWS_ENDPOINT_URL_EC2=https://one.example.com
	export AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=True
	custom=https://profile.example.com
	endpoint ec2 eu-west-1
	same "$answer" 'https://ec2.eu-west-1.amazonaws.com/ eu-west-1 ec2.eu-west-1.amazonaws.com'
	export AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=false
	endpoint ec2 eu-west-1
	same "$answer" 'https://one.example.com/ eu-west-1 one.example.com'
}

@test "a global service is signed for its home region at an address of the user's, too" {
	custom=https://iam.example.com
	endpoint iam eu-west-1
	same "$answer" 'https://iam.example.com/ us-east-1 iam.example.com'
	endpoint iam cn-northwest-1
	same "$answer" 'https://iam.example.com/ cn-north-1 iam.example.com'
}

@test "a global service that a partition does not have is refused there" {
	cp -R "$QRIE_TOP/share/shapes" .
	sed -i.old 's/"aws-cn":[^]]*],//' shapes/iam.json
	printf 'iam cn-north-1 - -\niam eu-west-1 - -\n' >question
	run -1 endpoint-test shapes <question
	same "$(cut -f 5- <<<"${lines[0]}")" 'the service is not offered in this partition'
	same "$(cut -f 6 <<<"${lines[1]}")" us-east-1
}

@test "a bucket goes into the path of an address of the user's" {
	custom=http://127.0.0.1:4566
	endpoint s3 eu-west-1 example-bucket
	same "$answer" 'http://127.0.0.1:4566/example-bucket eu-west-1 127.0.0.1:4566'
	custom=https://s3.example.com/base/
	endpoint s3 eu-west-1 example-bucket
	same "$answer" 'https://s3.example.com/base/example-bucket eu-west-1 s3.example.com'
}

@test "a bucket's name cannot leave its place in the path" {
	endpoint s3 eu-west-1 'a/../b?c#d%e'
	same "$answer" 'https://s3.eu-west-1.amazonaws.com/a%2F..%2Fb%3Fc%23d%25e eu-west-1 s3.eu-west-1.amazonaws.com'
}

@test "the account goes before a host name, never before an IP address" {
	for ip in 127.0.0.1:4566 '[::1]:4566' '[::1]'; do
		custom=http://$ip
		endpoint s3control eu-west-1 - 111122223333.
		same "$answer" "http://$ip/ eu-west-1 $ip"
	done
	custom=http://localhost:4566
	endpoint s3control eu-west-1 - 111122223333.
	same "$answer" 'http://111122223333.localhost:4566/ eu-west-1 111122223333.localhost:4566'
}

@test "SEC-10: http:// is taken for loopback addresses" {
	for custom in http://127.0.0.1 http://127.255.0.9:8080 'http://[::1]:8080' 'http://[0:0:0:0:0:0:0:1]' \
	    http://localhost:4566 HTTP://LocalHost http://s3.localhost:9; do
		endpoint ec2 eu-west-1
		same "$status $answer" "0 ${custom/HTTP/http}/ eu-west-1 ${custom#*://}"
	done
}

@test "SEC-10: http:// is refused for any other address" {
	for custom in http://example.com http://10.0.0.1 http://128.0.0.1 http://127.1 http://127.0.0.1.example.com \
	    http://localhost.example.com http://notlocalhost http://0.0.0.0 'http://[::]' 'http://[::ffff:127.0.0.1]' \
	    'http://[fe80::1]' http://2130706433 http://0x7f.1; do
		endpoint ec2 eu-west-1
		same "$status $custom $answer" "1 $custom an http:// endpoint must be a loopback address; use https://"
	done
}

@test "SEC-10: what is no plain address is refused" {
	for custom in example.com ftp://example.com https:// https:///x http://user@127.0.0.1 http://127.0.0.1@example.com \
	    http://127.0.0.1:x http://127.0.0.1:65536 http://127.0.0.1: 'https://example.com?x' 'https://example.com/#x' \
	    'https://example.com/a b' 'https://[::1' 'https://[x]' 'http://127.0.0.1\@example.com'; do
		endpoint ec2 eu-west-1
		same "$status $custom $answer" "1 $custom an endpoint must be https://HOST[:PORT][/PATH]"
	done
}

@test "a port that is the scheme's own stays out of the Host header" {
	custom=https://example.com:443
	endpoint ec2 eu-west-1
	same "$answer" 'https://example.com/ eu-west-1 example.com'
	custom=http://localhost:80
	endpoint ec2 eu-west-1
	same "$answer" 'http://localhost/ eu-west-1 localhost'
}

@test "who wants a FIPS or dual-stack endpoint is told that there is none" {
	export AWS_USE_FIPS_ENDPOINT=true
	endpoint ec2 eu-west-1
	same "$status $answer" '1 AWS_USE_FIPS_ENDPOINT is not supported'
	export AWS_USE_FIPS_ENDPOINT=false AWS_USE_DUALSTACK_ENDPOINT=true
	endpoint ec2 eu-west-1
	same "$status $answer" '1 AWS_USE_DUALSTACK_ENDPOINT is not supported'
}

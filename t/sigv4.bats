load helper

# t/data/sigv4.ndjson: 38 requests of the public test suite of AWS Signature Version 4, the four of the S3
# documentation, the one of the IAM User Guide, and two signed by botocore for what none of those has.

@test "each published request gets the published canonical request and signature" {
	run -0 --separate-stderr sigv4-test "$QRIE_TOP/t/data/sigv4.ndjson"
	same "${#lines[@]}" 45
	for line in "${lines[@]}"; do
		[[ $line == 'ok '* ]] || same "$line" "ok ..."
	done
}

@test "both forms of each path are among the requests, normalised and as it is" {
	run -0 --separate-stderr sigv4-test "$QRIE_TOP/t/data/sigv4.ndjson"
	for name in relative relative-relative slash slash-dot-slash slash-pointless-dot slashes space; do
		[[ $output == *"ok get-$name-normalized"* ]]
		[[ $output == *"ok get-$name-unnormalized"* ]]
	done
}

@test "another body, header, query, path, time, region, service, secret or token gives another signature" {
	grep '"Case":"get-vanilla-with-session-token"' "$QRIE_TOP/t/data/sigv4.ndjson" >in
	run -0 sigv4-test in
	for change in .Body=\"x\" '.Headers[0][1]="other.example.com"' .Query=\"a=1\" .Path=\"/a\" \
	    .Time=\"2015-08-30T12:36:01Z\" .Region=\"eu-west-1\" .Service=\"other\" .Secret=\"other\" .Token=\"other\" \
	    .Method=\"PUT\"; do
		jq -c "$change" in >changed
		run -1 sigv4-test changed
		[[ $output == *'signature differs: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/2015'* ]]
	done
}

@test "a request that would break a header line is refused, not signed" {
	head -n 1 "$QRIE_TOP/t/data/sigv4.ndjson" >in
	for change in '.Key="AKID\nX-Other: 1"' '.Token="a\r\nb"' '.Region="us-east-1\n"' '.Service=""' '.Region=""' \
	    '.Path="a"' '.Key=""' '.Time="1969-12-31T23:59:59Z"'; do
		jq -c "$change" in >changed
		run -1 --separate-stderr sigv4-test changed
		same "$output" 'get-header-key-duplicate: Invalid argument'
	done
}

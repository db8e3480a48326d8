# qrie-diff: two inventories.  How two values are compared is in t/lib/jsondiff-test.c.
load helper

bucket() {	# name configuration [described [edit]]
	jq -nc --arg name "$1" --argjson configuration "$2" --arg time "2026-11-0${3:-1}T00:00:00Z" '{Kind: "resource",
		ARN: "arn:aws:s3:::\($name)", ResourceType: "AWS::S3::Bucket", AccountId: "111122223333", Region: "eu-west-1",
		AccountService: "111122223333_s3", Source: "aws", DescribeTime: $time, LastSeenAt: $time, Tags: {},
		Configuration: $configuration}'" | ${4:-.}"
}

coverage() {	# region status started [type]
	printf '{"Kind":"coverage","AccountId":"111122223333","Region":"%s","ResourceType":"%s","Status":"%s",' \
		"$1" "${4:-AWS::S3::Bucket}" "$2"
	printf '"Code":null,"Message":null,"Resources":0,"Calls":1,"Retries":0,"Throttles":0,"StartedAt":"2026-11-0%dT00:00:00Z",' "$3"
	printf '"EndedAt":"2026-11-0%dT00:10:00Z"}\n' "$3"
}

tombstone() {	# name described
	bucket "$1" null "$2" '.Kind = "tombstone" | del(.LastSeenAt, .Tags, .Configuration)'
}

# differ status [option ...]: old and new, the output in out
differ() {
	run "-$1" --separate-stderr qrie-diff "${@:2}" old new
	[ "${#lines[@]}" -eq 0 ] && : >out || printf '%s\n' "${lines[@]}" >out
}

@test "two values are compared as what they mean" {
	run -0 jsondiff-test
}

@test "FND-15: a bucket whose encryption changed gives one change that names the property" {
	bucket logs '{"Encryption":{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"}}]}},"Versioning":{}}' >old
	bucket logs '{"Encryption":{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}},"Versioning":{}}' 2 >new
	differ 0
	same "$(cat out)" '{"Kind":"change","ARN":"arn:aws:s3:::logs","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"eu-west-1","AccountService":"111122223333_s3","Change":"updated","Changes":[{"Path":"/Configuration/Encryption/ServerSideEncryptionConfiguration/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm","Old":"aws:kms","New":"AES256"}],"OldTime":"2026-11-01T00:00:00Z","NewTime":"2026-11-02T00:00:00Z"}'
}

@test "INV-23: what is new and what is gone is reported, in the order of the keys" {
	{ bucket c '{}'; bucket a '{}'; bucket same '{}'; } >old
	{ bucket same '{}' 2; bucket d '{}' 2; bucket b '{}' 2; } >new
	differ 0
	same "$(jq -r '[.ARN, .Change, .OldTime // "-", .NewTime] | @tsv' out | tr '\t' ' ')" 'arn:aws:s3:::a deleted 2026-11-01T00:00:00Z 2026-11-02T00:00:00Z
arn:aws:s3:::b created - 2026-11-02T00:00:00Z
arn:aws:s3:::c deleted 2026-11-01T00:00:00Z 2026-11-02T00:00:00Z
arn:aws:s3:::d created - 2026-11-02T00:00:00Z'
	same "$(jq -c '.Changes' out | sort -u)" '[]'
}

@test "an inventory does not differ from itself, whatever the order of its lines and members" {
	for i in $(seq 30); do bucket "b$i" "{\"Tags\":[{\"Key\":\"A\",\"Value\":\"$i\"},{\"Key\":\"B\",\"Value\":\"x\"}],\"N\":$i}"; done >old
	shuf --random-source=<(yes) old | jq -cS '.Configuration.Tags |= reverse' >new
	differ 0 -e
	same "$(cat out)" ''
}

@test "when and from where a resource was described is no change" {
	bucket logs '{"A":1}' 1 >old
	bucket logs '{"A":1}' 2 '.Source = "event"' >new
	differ 0 -e
	same "$(cat out)" ''
}

@test "any other member of a resource is compared, those nobody knows too" {
	bucket logs '{}' 1 '.Tags = {"Owner":"a"} | .Colour = "red"' >old
	bucket logs '{}' 2 '.Tags = {"Owner":"b","Team":"c"} | .Shape = "round"' >new
	differ 0
	same "$(jq -c '.Changes[] | [.Path, .Old, .New]' out)" '["/Colour","red",null]
["/Shape",null,"round"]
["/Tags/Owner","a","b"]
["/Tags/Team",null,"c"]'
	same "$(jq -c '.Changes[] | keys' out | sort -u | xargs)" '[New,Old,Path] [New,Path] [Old,Path]'
}

@test "what could not be read on either side is no change, what lies beside it is" {
	bucket logs '{"Policy":"p","Keys":[{"AccessKeyId":"K1","LastUsed":"a"},{"AccessKeyId":"K2","LastUsed":"b"}],"N":1}' >old
	bucket logs '{"Keys":[{"AccessKeyId":"K2"},{"AccessKeyId":"K1","LastUsed":"c"}],"N":2}' 2 \
		'.Tags = null | .Unreadable = [{Path: ".Configuration.Policy"}, {Path: ".Configuration.Keys[0].LastUsed"}, {Path: ".Tags"}]' >new
	differ 0
	same "$(jq -c '.Changes[] | [.Path, .Old, .New]' out)" '["/Configuration/Keys/1/LastUsed","a","c"]
["/Configuration/N",1,2]'
	mv old swap && mv new old && mv swap new
	differ 0
	same "$(jq -c '.Changes[].Path' out)" '"/Configuration/Keys/0/LastUsed"
"/Configuration/N"'
}

@test "that a value can be read again is no change" {
	bucket logs '{}' 1 '.Unreadable = [{Path: ".Configuration.Policy"}]' >old
	bucket logs '{"Policy":null}' 2 >new
	differ 0 -e
	same "$(cat out)" ''
}

@test "numbers keep every digit" {
	bucket logs '{}' | sed 's/"Configuration":{}/"Configuration":{"Size":12345678901234567890,"Rate":1.0}/' >old
	bucket logs '{}' | sed 's/"Configuration":{}/"Configuration":{"Size":12345678901234567891,"Rate":1}/' >new
	differ 0
	grep -qF '"Changes":[{"Path":"/Configuration/Size","Old":12345678901234567890,"New":12345678901234567891}]' out
}

@test "what a complete listing does not have is deleted, what was not listed is not" {
	bucket logs '{}' >old
	coverage '*' complete 2 >new
	differ 0
	same "$(jq -r '.Change + " " + .NewTime' out)" 'deleted 2026-11-02T00:00:00Z'
	coverage eu-west-1 complete 2 >new
	differ 0
	same "$(wc -l <out)" 1
	{ coverage us-east-1 complete 2; coverage '*' complete 2 AWS::EC2::Volume; coverage '*' partial 2; coverage eu-west-1 failed 2; } >new
	differ 0 -e
	same "$(cat out)" ''
}

@test "what the old inventory could not look at is not created" {
	coverage '*' failed 1 >old
	bucket logs '{}' 2 >new
	differ 0 -e
	coverage '*' complete 1 >old
	differ 1 -e
	same "$(jq -r .Change out)" created
}

@test "a tombstone says that a resource is gone, if it is the newest" {
	bucket logs '{}' >old
	{ coverage '*' failed 3; tombstone logs 3; bucket logs '{}' 2; } >new
	differ 0
	same "$(jq -r '.Change + " " + .NewTime' out)" 'deleted 2026-11-03T00:00:00Z'
	{ coverage '*' failed 3; tombstone logs 3; bucket logs '{}' 4; } >new
	differ 0 -e
	{ bucket logs '{}' 1; tombstone logs 2; } >old
	differ 0
	same "$(jq -r .Change out)" created
}

@test "of one resource described twice the newest counts, wherever it stands" {
	{ bucket logs '{"N":2}' 3; bucket logs '{"N":1}' 1; } >old
	{ bucket logs '{"N":1}' 4; bucket logs '{"N":3}' 5; } >new
	differ 0
	same "$(jq -c '[.Changes[] | .Old, .New], .OldTime, .NewTime' out | xargs)" '[2,3] 2026-11-03T00:00:00Z 2026-11-05T00:00:00Z'
}

@test "the same ARN in another account or region is another resource" {
	bucket logs '{"N":1}' >old
	{ bucket logs '{"N":1}' 2; bucket logs '{"N":2}' 2 '.AccountId = "444455556666"'; bucket logs '{"N":3}' 2 '.Region = "us-east-1"'; } >new
	differ 0
	same "$(jq -c '[.AccountId, .Region, .Change]' out)" '["111122223333","us-east-1","created"]
["444455556666","eu-west-1","created"]'
}

@test "-e exits with 1 if there are changes and with 0 if there are none" {
	bucket logs '{"N":1}' >old
	bucket logs '{"N":2}' 2 >new
	differ 1 -e
	differ 1 --exit-code -f text
	differ 0
	cp old new
	differ 0 -e
}

@test "a bad line is named, and nothing is taken for missing in its file" {
	{ bucket logs '{}'; bucket kept '{"N":1}'; } >old
	{ echo '{"Kind":"resource","ARN":"arn:aws:s3:::lo'; bucket kept '{"N":2}' 2; } >new
	differ 2 -e
	[[ $stderr == 'qrie-diff: new:1: '* ]]
	same "$(jq -r '.ARN + " " + .Change' out)" 'arn:aws:s3:::kept updated'
	mv old swap && mv new old && mv swap new
	differ 2
	[[ $stderr == 'qrie-diff: old:1: '* ]]
	same "$(jq -r '.ARN + " " + .Change' out)" 'arn:aws:s3:::kept updated'
	bucket logs '{}' >old
	for bad in '{"Kind":"resource"}' '{"ARN":"a"}' '{"Kind":"resource","ARN":"a","DescribeTime":"soon"}' '[]'; do
		echo "$bad" >new
		differ 2
		[[ $stderr == 'qrie-diff: new:1: '* ]]
	done
}

@test "records of other kinds are no errors" {
	{ bucket logs '{}'; echo '{"Kind":"finding","ARN":"arn:aws:s3:::logs"}'; echo '{"Kind":"weather"}'; } >old
	bucket logs '{}' 2 >new
	differ 0 -e
}

@test "an inventory that cannot be read is no empty one" {
	bucket logs '{}' >new
	differ 3
	same "$(cat out)" ''
	[[ $stderr == 'qrie-diff: old: '* ]]
	mkdir old
	differ 3
}

@test "lines that are the same in both files are passed over, and that changes nothing in what is found, nor in what is named" {
	run -0 --separate-stderr timeout 200 python3 "$QRIE_TOP/t/sidebyside.py" "${QRIE_SEED:-$RANDOM$RANDOM}"
	[[ $output == 'seed '*' changes' ]]
}

@test "numbers come back in order from memory and from a temporary file" {
	run -0 hashes-test
}

@test "a resource that is there twice is not the same because one of its records is" {
	{ bucket logs '{"N":1}' 1; bucket other '{}' 1; bucket logs '{"N":2}' 2; } >old
	{ bucket logs '{"N":1}' 3; bucket other '{}' 3; } >new
	differ 0
	same "$(jq -c '.Changes[] | [.Path, .Old, .New]' out)" '["/Configuration/N",2,1]'
	{ bucket logs '{"N":1}' 1; tombstone logs 4; } >old
	bucket logs '{"N":1}' 1 >new
	differ 0
	same "$(jq -r .Change out)" created
}

@test "a line that is bad in both files is named in both" {
	{ bucket logs '{}' 1; echo '{"Kind":"resource","ARN":"x"'; echo '{"Kind":"resource"}'; } >old
	cp old new
	differ 2
	same "$(cut -d : -f 2,3 <<<"$stderr" | sort | xargs)" 'new:2 new:3 old:2 old:3'
}

@test "one of the two may be standard input" {
	bucket logs '{"N":1}' >old
	bucket logs '{"N":2}' >new
	run -1 qrie-diff -e - new <old
	same "$(jq -c '.Changes[0].New' <<<"$output")" 2
	run -1 qrie-diff -e old - <new
	same "$(jq -c '.Changes[0].New' <<<"$output")" 2
	run -3 --separate-stderr qrie-diff - - <new
	[[ $stderr == 'usage: '* ]]
}

@test "text shows each resource and under it what was and what is" {
	{ bucket gone '{}'; bucket logs '{"A":"x","N":1}'; } >old
	{ bucket logs '{"A":"y","M":[]}' 2; bucket new '{}' 2; } >new
	differ 0 -f text
	same "$(cat out)" 'deleted 111122223333 eu-west-1 AWS::S3::Bucket arn:aws:s3:::gone
updated 111122223333 eu-west-1 AWS::S3::Bucket arn:aws:s3:::logs
  /Configuration/A
  - "x"
  + "y"
  /Configuration/M
  + []
  /Configuration/N
  - 1
created 111122223333 eu-west-1 AWS::S3::Bucket arn:aws:s3:::new'
}

@test "text is coloured on a terminal, unless NO_COLOR forbids it" {
	bucket logs '{"N":1}' >old
	bucket logs '{"N":2}' 2 >new
	script -qec 'qrie-diff -f text old new' /dev/null >coloured </dev/null
	grep -q $'\e\[31m  - 1\e\[m' coloured
	grep -q $'\e\[32m  + 2\e\[m' coloured
	NO_COLOR=1 script -qec 'qrie-diff -f text old new' /dev/null >plain </dev/null
	run -1 grep -q $'\e' plain
	grep -q -- '- 1' plain
	NO_COLOR='' script -qec 'qrie-diff -f text old new' /dev/null >coloured </dev/null
	grep -q $'\e\[31m' coloured
}

@test "no byte of a record reaches the terminal as a command" {
	bucket logs '{"N":"a"}' >old
	bucket logs '{"N":"a"}' 2 | sed $'s/"N":"a"/"N":"\u009b31m\x7f\\\\u001b[2J"/' >new
	differ 0 -f text
	run -1 grep -qP '\x1b|\x7f|\xc2\x9b' out
	grep -q '  + "' out
}

@test "output that cannot be written exits with 3, a reader that goes away with 0" {
	for i in $(seq 3000); do printf '{"Kind":"resource","ARN":"a%d","DescribeTime":"2026-11-01T00:00:00Z"}\n' "$i"; done >old
	: >new
	run -3 --separate-stderr bash -c 'qrie-diff old new >/dev/full'
	[[ $stderr == 'qrie-diff: standard output: '* ]]
	run -0 --separate-stderr bash -c 'set -o pipefail; qrie-diff old new | head -n 1'
	same "$stderr" ''
}

@test "a folder for temporary files that is not there is an error once it is needed" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "valgrind needs the folder for itself"
	jq -nc 'range(2000) | {Kind: "resource", ARN: "a\(.)\("x" * 20000)", Configuration: "x"}' >old
	sed 's/x"}/y"}/' old >new
	TMPDIR=none differ 3
	[[ $stderr == *'temporary file'* ]]
	differ 1 -e
}

@test "memory does not grow with the inventories" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	peak() {
		python3 - "$1" <<-'E'
		import os, resource, subprocess, sys
		os.environ["ASAN_OPTIONS"] = "quarantine_size_mb=1"	# what is freed is not to count
		subprocess.run(["qrie-diff", "old" + sys.argv[1], "new" + sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
		print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
		E
	}
	for n in 30000 90000; do
		for side in old new; do
			jq -nc --argjson n "$n" --arg s "$side" 'range($n) | {Kind: "resource", ARN: "a\(.)\("m" * 600)", AccountId: "1",
				DescribeTime: "2026-11-01T00:00:00Z", Configuration: {s: $s}}' >"$side$n"
		done
	done
	[ "$(peak 90000)" -lt "$(($(peak 30000) * 5 / 4))" ]
}

@test "in another order, in and out of temporary files, the same changes are found as in the same order" {
	seq 30000 | awk '{ printf "{\"Kind\":\"resource\",\"ARN\":\"arn:%05d\",\"AccountId\":\"1\",\"Configuration\":{\"N\":%d,\"Text\":\"%0600d\"}}\n", $1, $1, $1 }' >old
	awk 'NR % 1000 == 3 { sub(/"N":/, "\"M\":") } NR % 1000 != 5' old >new
	qrie-diff --no-ignore old new >expected
	[ "$(grep -c . expected)" -eq 60 ]
	shuf --random-source=<(yes) new >shuffled
	qrie-diff --no-ignore old shuffled >got
	cmp expected got
	qrie-diff --no-ignore old - < <(cat shuffled) >got
	cmp expected got
}

# Large files are read in parts by several processes where there are processors; standard input never is.
@test "what is in two large files and what is bad in them is told as of files that are read by one process" {
	seq 30000 | awk '{ printf "{\"Kind\":\"resource\",\"ARN\":\"arn:%05d\",\"AccountId\":\"%d\",\"Region\":\"r\",\"ResourceType\":\"T\",\"DescribeTime\":\"2026-11-%02dT00:00:00Z\",\"Configuration\":{\"N\":%d,\"Text\":\"%0600d\"}}\n", $1, $1 % 2, $1 / 2000 + 1, $1, $1 }' >all
	coverage() { printf '{"Kind":"coverage","AccountId":"%s","Region":"r","ResourceType":"T","Status":"complete","StartedAt":"2026-11-20T00:00:00Z"}\n' "$1"; }
	awk 'NR % 3000 == 7 { print "bad" } { print } END { print "bad too" }' all >old
	{ awk 'NR % 1000 == 3 { sub(/"N":/, "\"M\":") } NR % 1000 != 5 && NR % 7000 != 6' all; sed -n '100p;29000p' all | sed 's/"N"/"O"/'; coverage 1; } >new
	for pair in 'old new' 'new old' 'all new' 'old old' 'new new'; do
		run --separate-stderr qrie-diff --no-ignore ${pair% *} ${pair#* }
		printf '%s\n' "$output" >out
		sort <<<"$stderr" >err
		wanted=$status
		run "-$wanted" --separate-stderr qrie-diff --no-ignore ${pair% *} - <"${pair#* }"
		printf '%s\n' "$output" | cmp out
		sed "s/(stdin)/${pair#* }/" <<<"$stderr" | sort | cmp err
	done
	run --separate-stderr qrie-diff --no-ignore all new
	[ "$(jq -r .Change <<<"$output" | sort | uniq -c | xargs)" = '30 deleted 32 updated' ]
	run -2 --separate-stderr qrie-diff --no-ignore old new
	same "$(grep -c '^qrie-diff: old:' <<<"$stderr")" 11
}

@test "a file that is changed while it is read is named, and what is not there any more is not made up" {
	seq 2000 | awk '{ printf "{\"Kind\":\"resource\",\"ARN\":\"arn:%05d\",\"AccountId\":\"1\",\"Configuration\":{\"N\":%d,\"Text\":\"%0600d\"}}\n", $1, $1, $1 }' >old
	mkfifo new
	qrie-diff --no-ignore old new >out 2>err &
	exec 9>new
	sed 's/"N":/"M":/' old | tac | head -n 1990 >&9
	sleep 0.5
	printf '%0700d\n' 1 | dd of=old conv=notrunc bs=1 count=700 seek=200000 2>/dev/null
	exec 9>&-
	wait $! && status=0 || status=$?
	[ "$status" -eq 3 ]
	grep -q '^qrie-diff: old: changed while it was read$' err
}

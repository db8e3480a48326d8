load helper

# Memory: records that do not fit go to temporary files, and come out as if they had not.

setup_file() {
	export BATS_TEST_TIMEOUT=600
}

teardown() {
	[ -z "${PAGES_PID-}" ] || { kill "$PAGES_PID" && wait "$PAGES_PID"; } || :
}

# Log groups of the test's own responder, by two collectors: two types in each region.
groups_start() {
	local n type
	mkdir -p share/collectors/logs pages
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	for type in group other; do
		cat >"share/collectors/logs/$type.jq" <<-EOT
			module {
			  "ResourceType": "Test::Logs::$type", "Service": "logs", "Scope": "regional",
			  "List": {"Operation": "DescribeLogGroups", "Token": "nextToken", "Items": "logGroups[]",
			    "Permission": "logs:DescribeLogGroups"}
			};
			def arn(\$at): .logGroupArn | gsub("eu-west-1"; \$at.Region);
		EOT
	done
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/pages.py" pages "$@" 3>&- &
	PAGES_PID=$!
	for ((n = 0; n < 200; n++)); do
		[ -e pages/port ] && break
		sleep 0.05
	done
	export QRIE_SHARE=$PWD/share AWS_ENDPOINT_URL=http://127.0.0.1:$(<pages/port) AWS_REGION=eu-west-1
	export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
}

@test "PRF-13: records that go through temporary files are the same bytes as those that do not" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "valgrind needs the folder for itself"
	groups_start 3000 100
	mkdir tmp
	QRIE_MEMORY=500000000 TMPDIR=$PWD/missing qrie-collect -r us-east-1,eu-west-1 --now @1 >memory
	QRIE_MEMORY=20000 TMPDIR=$PWD/tmp qrie-collect -r us-east-1,eu-west-1 --now @1 >files
	cmp memory files
	same "$(ls tmp)" ''
	same "$(wc -l <files)" 12004
	same "$(jq -r '[.Region, .ResourceType, .ARN // "~"] | @tsv' files | LC_ALL=C sort -c && echo sorted)" sorted
	# that they went there, the want of a folder shows
	# it ends at once, so what it holds then is no leak
	run -3 --separate-stderr env ASAN_OPTIONS=detect_leaks=0 QRIE_MEMORY=20000 TMPDIR="$PWD/missing" qrie-collect --now @1
	same "$stderr" "qrie-collect: temporary file in $PWD/missing: No such file or directory"
}

@test "PRF-13: a listing of 100,000 resources takes less than 64 MB, and less than twice that of 10,000" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "memory is valgrind's"
	nm "$(command -v qrie-collect)" | grep -q __asan_init && skip "memory is the sanitizer's"
	for n in 10000 100000; do
		QRIE_VENV=$QRIE_VENV "$QRIE_TOP/t/bench/collect-memory" "$n" | tail -1 >"peak$n"
	done
	read -r resources records pages _ peak <peak100000
	same "$resources $records $pages" '100000 100000 100'
	read -r _ _ _ _ small <peak10000
	[ "$peak" -lt 65536 ]
	[ "$peak" -lt $((small * 2)) ]
}

@test "a resource that a changing list shows twice has one record, and is counted once" {
	groups_start 50 10
	sed -i 's/def arn.*/def arn($at): .logGroupArn[:-1];/' share/collectors/logs/group.jq
	rm share/collectors/logs/other.jq
	run -0 --separate-stderr qrie-collect
	same "$(jq -r 'select(.Kind == "resource").ARN' <<<"$output" | wc -l)" 5
	same "$(jq -r '.Resources // empty' <<<"$output")" 5
}

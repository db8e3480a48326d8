# Secrets are in no output, and a change of one is seen all the same.
load helper
load emulator
load respond

setup_file() {
	synthetic_start
}

teardown() {
	respond_stop
}

teardown_file() {
	emulators_stop
}

# A type with two secrets, and the answer that tells them.
collector() {
	mkdir -p share/collectors/iam
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >share/collectors/iam/user.jq <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Redact": [".UserId", ".Path"]
};
def arn($at): "arn:\($at.Partition):iam::\($at.Account):user/\(.UserName)";
EOT
	export QRIE_SHARE=$PWD/share
}

# told SECRET [OTHER]: collects ann, whose secrets these are; what stands there instead.
told() {
	rm -rf aws
	reply ListUsers <<-EOT
		<Users><member><UserName>ann</UserName><UserId>$1</UserId><Path>${2-other}</Path></member></Users>
	EOT
	respond_start
	qrie-collect --now @0 >resources 2>said || { cat said >&2; return 1; }
	respond_stop
	jq -r 'select(.Kind == "resource").Configuration | .UserId, .Path' resources
}

key() {
	export QRIE_REDACT_KEY=$PWD/key.$1
	echo "the key $1, which is long enough" >"key.$1"
}

@test "SEC-08: of all secrets that AWS tells of any type none is in a record, on standard error, in the journal or in a temporary file" {
	emulator_client "$SYNTHETIC_URL" "${QRIE_SHARE=$QRIE_TOP/share}"
	PYTHONPATH=$QRIE_TOP/t/aws "$QRIE_VENV/bin/python" -c 'import hold; hold.ready()'
	key one
	mkdir tmp
	export QRIE_SHARE TMPDIR=$PWD/tmp QRIE_MEMORY=1000 AWS_SECRET_ACCESS_KEY=sEcReTsEcReTsEcReT
	run -0 --separate-stderr qrie-collect --journal journal
	printf '%s\n' "$output" >records
	printf '%s\n' "$stderr" >said
	[ "$(curl -sf "$SYNTHETIC_URL/_synthetic" | jq .Canaries)" -gt 50 ]
	run -1 grep -rhoE -e '.{40}canary-in-a-coal-mine.{40}' -e "$AWS_SECRET_ACCESS_KEY" -e "$(<key.one)" records said journal tmp
	grep -q '"(redacted hmac-sha256:' records
}

@test "SEC-08: what is refused says no secret either" {
	emulator_client "$SYNTHETIC_URL" "${QRIE_SHARE=$QRIE_TOP/share}"
	export QRIE_SHARE
	curl -sf -X PUT -d '{"Refuse": [{"Service": "lambda", "Operation": "ListTags"}, {"Service": "lambda", "Operation": "GetPolicy"}]}' \
	    "$SYNTHETIC_URL/_synthetic" >/dev/null
	run -2 --separate-stderr qrie-collect -t AWS::Lambda::Function
	[[ $stderr == *ListTags* ]]
	[[ $output$stderr != *canary-in-a-coal-mine* ]]
	[[ $output == *'"(redacted)"'* ]]
}

@test "with a key a changed secret is seen, an unchanged one is the same, and the secret cannot be read" {
	collector
	key one
	told hunter2 >first
	told hunter2 >again
	told hunter3 >changed
	cmp first again
	[ "$(head -1 first)" != "$(head -1 changed)" ]
	same "$(tail -1 first)" "$(tail -1 changed)"
	[[ $(head -1 first) =~ ^'(redacted hmac-sha256:'[0-9a-f]{8}/[0-9a-f]{16}')'$ ]]
	run -1 grep -r hunter resources said
}

@test "the same secret in another place is shown by another hash, with another key by another key's number" {
	collector
	key one
	told hunter2 hunter2 >one
	[ "$(head -1 one)" != "$(tail -1 one)" ]
	key two
	told hunter2 hunter2 >two
	cut -d / -f 1 one | sort -u >one.keys
	cut -d / -f 1 two | sort -u >two.keys
	[ "$(wc -l <one.keys) $(wc -l <two.keys)" = "1 1" ]
	run -1 cmp -s one.keys two.keys
	[ "$(cut -d / -f 2 one)" != "$(cut -d / -f 2 two)" ]
}

@test "the hash is HMAC-SHA256 of the place and the secret, its first 16 digits" {
	collector
	key one
	told 'grüße "1"' >one
	same "$(head -1 one)" "$("$QRIE_VENV/bin/python" -c '
import hmac
key = b"the key one, which is long enough"
def digits(text, n): return hmac.new(key, text.encode(), "sha256").hexdigest()[:n]
print("(redacted hmac-sha256:%s/%s)" % (digits("qrie redact-key id\0", 8), digits("AWS::IAM::User .UserId\0grüße \"1\"", 16)))')"
}

@test "without a word of it the key is made on first use, for its owner alone, and used again" {
	collector
	unset QRIE_REDACT_KEY XDG_STATE_HOME
	told hunter2 >first
	same "$(<said)" ''
	same "$(stat -c '%a %s' "$HOME/.local/state/qrie/redact-key")" '600 65'
	same "$(stat -c %a "$HOME/.local/state/qrie")" 700
	told hunter2 >again
	cmp first again
	export XDG_STATE_HOME=$PWD/state
	told hunter2 >other
	[ -e state/qrie/redact-key ]
	[ "$(<first)" != "$(<other)" ]
}

@test "a type without secrets, and what asks nothing, make no key" {
	unset QRIE_REDACT_KEY XDG_STATE_HOME
	collector
	sed -i.old '/"Redact"/d; s/"iam:ListUsers"},/"iam:ListUsers"}/' share/collectors/iam/user.jq
	told hunter2 >first
	[ ! -e "$HOME/.local" ]
	unset QRIE_SHARE
	qrie-collect --explain >explained
	qrie-collect --iam-policy >policy
	[ ! -e "$HOME/.local" ]
}

@test "where no key can be kept it is said, and (redacted) is all that stands there" {
	collector
	unset QRIE_REDACT_KEY
	export XDG_STATE_HOME=$PWD/file/state
	: >file
	told hunter2 >first
	same "$(head -1 first)" '(redacted)'
	[[ $(<said) == "qrie-collect: $PWD/file/state/qrie/redact-key: "*'without a key for what is redacted no change of it is seen' ]]
	export QRIE_REDACT_KEY=
	told hunter2 >first
	same "$(head -1 first)$(<said)" '(redacted)'
}

@test "a key that is named and is not there, or is none, ends the run before anything is asked" {
	collector
	reply ListUsers <<<'<Users/>'
	respond_start
	run -3 --separate-stderr qrie-collect --redact-key nowhere
	same "$stderr" 'qrie-collect: --redact-key: nowhere: No such file or directory'
	echo short >short
	run -3 --separate-stderr qrie-collect --redact-key short
	same "$stderr" 'qrie-collect: --redact-key: short: it is no key of 16 to 4096 bytes'
	[ ! -e aws/log ]
	[ ! -e nowhere ]
}

@test "qrie-diff sees a changed secret, but not a changed key, a key that came or one that went" {
	collector
	record() {
		printf '{"Kind":"resource","ARN":"a","ResourceType":"T","AccountId":"1","Region":"r","DescribeTime":"%s","Configuration":{"S":"%s"}}\n' "$@"
	}
	record 2026-11-01T00:00:00Z '(redacted hmac-sha256:11111111/aaaaaaaaaaaaaaaa)' >old
	for now in '(redacted hmac-sha256:11111111/aaaaaaaaaaaaaaaa)' '(redacted hmac-sha256:22222222/bbbbbbbbbbbbbbbb)' '(redacted)'; do
		record 2026-11-02T00:00:00Z "$now" >new
		run -0 qrie-diff --no-ignore old new
		same "$output" ''
		run -0 qrie-diff --no-ignore new old
		same "$output" ''
	done
	for now in '(redacted hmac-sha256:11111111/bbbbbbbbbbbbbbbb)' '(redacted hmac-sha256:11111111/aaaaaaaaaaaaaaaa) ' 'plain' ''; do
		record 2026-11-02T00:00:00Z "$now" >new
		run -0 qrie-diff --no-ignore old new
		[[ $output == *'"Path":"/Configuration/S"'* ]]
	done
}

@test "environments and user data that the Cloud Control API tells are redacted" {
	emulator_client "$SYNTHETIC_URL" "$QRIE_TOP/share"
	collector=$QRIE_TOP/share/cloud-control/resource.jq
	run -0 jq -n -L "${collector%/*}" '"resource" | modulemeta | .Redact | index(".Environment.Variables", ".UserData") != null'
	same "$output" $'true\ntrue'
}

# For every bats file: the tools of this tree on PATH, a fresh folder to work in, no settings of the user's.
bats_require_minimum_version 1.5.0

QRIE_TOP=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)
QRIE_VENV=${QRIE_VENV:-$QRIE_TOP/t/.venv}
PATH=$QRIE_TOP/cmd:$QRIE_TOP/t/lib:$PATH
[ -z "${QRIE_VALGRIND-}" ] || PATH=$QRIE_TOP/t/valgrind:$PATH
export QRIE_TOP QRIE_VENV PATH LC_ALL=C.UTF-8 TZ=UTC
unset QRIE_SHARE NO_COLOR COLUMNS CDPATH "${!AWS_@}"
export QRIE_REDACT_KEY=		# none; t/secrets.bats has some
export AWS_EC2_METADATA_DISABLED=true	# the tests of it say where else it is

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	export HOME=$BATS_TEST_TMPDIR
}

# Says what a failed comparison compared.
same() {
	[ "$1" = "$2" ] && return
	printf 'expected: %s\n     got: %s\n' "$2" "$1" >&2
	return 1
}

# A record of a resource that no service gave: for policies that look at its type, its tags and its configuration.
given() {	# type name configuration [tags [region]]
	printf '{"Kind":"resource","ARN":"arn:aws:x:%s:111122223333:%s","ResourceType":"%s",' "${5-eu-west-1}" "$2" "$1"
	printf '"AccountId":"111122223333","Region":"%s","AccountService":"111122223333_x",' "${5-eu-west-1}"
	printf '"DescribeTime":"2026-01-01T00:00:00Z","Tags":%s,"Configuration":%s}\n' "${4-null}" "$3"
}

# Judges "in" by policies; what is said is in "all", and a line for each active finding is printed: its policy, what the
# ARN ends in, and the message.
violations() {	# policy,... [option ...]
	qrie-eval --now 2026-11-22T21:00:00Z -p "$@" in >all
	jq -r 'select(.Kind == "finding" and .State == "ACTIVE") | "\(.Policy) \(.ARN | split(":") | last) \(.Message)"' all
}

# AWS emulators for bats files and for t/demo-aws: on loopback, on a free port, ended by their process ids.
# A file that starts one in setup_file() calls emulators_stop in teardown_file().
#
#   ministack_start [NAME=value ...]   sets and exports MINISTACK_URL; AUTH=true makes it verify signatures and policies,
#                                      USE_SSL=1 speak TLS alone
#   moto_start [NAME=value ...]        sets and exports MOTO_URL
#   verifying_start                    ministack with AUTH=true and what it lacks: sets and exports REFUSE_URL too
#   synthetic_start                    a made-up AWS that answers every operation of every service (t/aws/synthetic.py):
#                                      sets and exports SYNTHETIC_URL
#   emulators_stop                     ends all that this process or its bats file started
#
# Both belong to account 111122223333 unless told otherwise (EMULATOR_ACCOUNT).  The key test/test is root in both,
# and never verified.  State and logs lie in $BATS_FILE_TMPDIR, or in $EMULATOR_DIR outside bats.

QRIE_TOP=${QRIE_TOP:-$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)}
QRIE_VENV=${QRIE_VENV:-$QRIE_TOP/t/.venv}
EMULATOR_ACCOUNT=${EMULATOR_ACCOUNT:-111122223333}
EMULATOR_LIFE_S=3600	# none outlives this, whatever happens to who started it
export QRIE_TOP QRIE_VENV EMULATOR_ACCOUNT

emulator_dir() {
	printf '%s\n' "${BATS_FILE_TMPDIR:-${EMULATOR_DIR:?not set}}"
}

free_port() {
	"$QRIE_VENV/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# emulator_ready PID URL: up to 30 s, unless it ends before.
emulator_ready() {
	local pid=$1 url=$2 n
	for ((n = 0; n < 300; n++)); do
		kill -0 "$pid" 2>/dev/null || return 1
		curl -sk -o /dev/null --max-time 2 "$url" && return
		sleep 0.1
	done
	return 1
}

# emulator_start NAME URL COMMAND...: its process id goes into the list; what it says into NAME.log.
emulator_start() {
	local name=$1 url=$2 dir pid
	shift 2
	dir=$(emulator_dir)
	timeout "$EMULATOR_LIFE_S" "$@" >"$dir/$name.log" 2>&1 </dev/null 3>&- &
	pid=$!
	echo "$pid" >>"$dir/emulators.pid"
	emulator_ready "$pid" "$url" && return
	kill "$pid" 2>/dev/null
	echo "$name does not answer at $url:" >&2
	tail -5 "$dir/$name.log" >&2
	return 1
}

# The port may be taken between asking for it and using it: three attempts.
ministack_start() {
	local attempt port scheme=http
	[[ " $* " == *" USE_SSL=1 "* ]] && scheme=https
	for attempt in 1 2 3; do
		port=$(free_port) || return
		MINISTACK_URL=$scheme://127.0.0.1:$port
		export MINISTACK_URL
		# Its message broker listens on all addresses: off.
		emulator_start "ministack-$port" "$MINISTACK_URL/_ministack/health" env -u AWS_ENDPOINT_URL \
		    BIND_HOST=127.0.0.1 GATEWAY_PORT="$port" IOT_MTLS_ENABLED=0 SFTP_ENABLED=0 DOCKER_HOST=unix:///dev/null \
		    STATE_DIR="$(emulator_dir)/ministack-$port" MINISTACK_ACCOUNT_ID="$EMULATOR_ACCOUNT" "$@" \
		    "$QRIE_VENV/bin/ministack" && return
	done
	echo "ministack: not started in $attempt attempts" >&2
	return 1
}

moto_start() {
	local attempt port
	for attempt in 1 2 3; do
		port=$(free_port) || return
		MOTO_URL=http://127.0.0.1:$port
		export MOTO_URL
		emulator_start "moto-$port" "$MOTO_URL/moto-api/data.json" env -u AWS_ENDPOINT_URL \
		    MOTO_ACCOUNT_ID="$EMULATOR_ACCOUNT" "$@" "$QRIE_VENV/bin/moto_server" -H 127.0.0.1 -p "$port" && return
	done
	echo "moto: not started in $attempt attempts" >&2
	return 1
}

emulators_stop() {
	local list pid n
	list=$(emulator_dir)/emulators.pid
	[ -f "$list" ] || return 0
	while read -r pid; do
		kill "$pid" 2>/dev/null
	done <"$list"
	while read -r pid; do
		for ((n = 0; n < 100; n++)); do
			kill -0 "$pid" 2>/dev/null || break
			sleep 0.05
		done
		kill -9 "$pid" 2>/dev/null
	done <"$list"
	rm -f "$list"
}

# The types that estate.py makes resources of, and that both emulators hold.
LAUNCHED='account/account dynamodb/table ec2/instance ec2/security-group ec2/volume iam/policy iam/role iam/user kms/key
lambda/function logs/log-group rds/db-instance s3/bucket sns/topic'

# emulator_share COLLECTOR...: a share folder with these collectors alone; sets and exports QRIE_SHARE.
# What two of them join of Application Auto Scaling and Backup is left out, for neither emulator has both, and when a
# key was used last.
emulator_share() {
	local name
	QRIE_SHARE=$(mktemp -d "$(emulator_dir)/share.XXXXXX") || return
	cp -R "$QRIE_TOP/share/." "$QRIE_SHARE" && rm -rf "$QRIE_SHARE/collectors" || return
	for name; do
		mkdir -p "$QRIE_SHARE/collectors/${name%/*}" &&
		    cp "$QRIE_TOP/share/collectors/$name.jq" "$QRIE_SHARE/collectors/${name%/*}" || return
		case $name in
		dynamodb/table | rds/db-instance)
			sed -i.old '/^  "Once": \[$/,/^  \],$/d' "$QRIE_SHARE/collectors/$name.jq" && rm "$QRIE_SHARE/collectors/$name.jq.old"
			;;
		kms/key)
			"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/without.py" GetKeyLastUsage "$QRIE_SHARE/collectors/$name.jq"
			;;
		esac || return
	done
	export QRIE_SHARE
}

# The settings that make a client ask an emulator, as root and in one region, for the launched types alone.  The AWS CLI v1 then prints as v2 does.
emulator_client() {
	local dir
	dir=$(emulator_dir)
	printf '[default]\ncli_timestamp_format = iso8601\n' >"$dir/aws-config"
	: >"$dir/aws-credentials"
	export AWS_CONFIG_FILE="$dir/aws-config" AWS_SHARED_CREDENTIALS_FILE="$dir/aws-credentials"
	export AWS_ENDPOINT_URL=$1 AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true
	export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_PAGER=
	# shellcheck disable=SC2086 # a list
	[ -n "${QRIE_SHARE-}" ] || emulator_share $LAUNCHED
}

# refuse_start URL [SERVICE OPERATION STATUS CODE]...: stands before an emulator (t/aws/refuse.py); sets and exports REFUSE_URL.
refuse_start() {
	local port
	port=$(free_port) || return
	REFUSE_URL=http://127.0.0.1:$port
	export REFUSE_URL
	emulator_start "refuse-$port" "$REFUSE_URL/_refuse" "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/refuse.py" "$port" "$@"
}

synthetic_start() {
	local port
	port=$(free_port) || return
	SYNTHETIC_URL=http://127.0.0.1:$port
	export SYNTHETIC_URL
	emulator_start "synthetic-$port" "$SYNTHETIC_URL/_synthetic" "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/synthetic.py" "$port"
}

# ministack, verifying, behind a stand-in for the three calls that it lacks: exports MINISTACK_URL and REFUSE_URL.
verifying_start() {
	ministack_start AUTH=true && refuse_start "$MINISTACK_URL" \
	    s3 GetBucketPolicyStatus 404 NoSuchBucketPolicy \
	    s3control GetPublicAccessBlock 404 NoSuchPublicAccessBlockConfiguration \
	    account GetAlternateContact 404 ResourceNotFoundException
}

# The key of a user who may collect and no more, in place of root's.
emulator_user() {
	local key
	key=$("$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/user.py" "$1") || return
	export AWS_ACCESS_KEY_ID=${key% *} AWS_SECRET_ACCESS_KEY=${key#* }
}

# A prepared AWS (t/aws/respond.py) for one test: its answers, its start and its end.  The folder is ./aws.

# answer [-s STATUS] [-h 'Header: value']... OPERATION[@VALUE]: its next answer; the body is standard input.
answer() {
	local status=200 headers='' opt OPTIND=1 n=1
	while getopts s:h: opt; do
		case $opt in
		s) status=$OPTARG ;;
		h) headers+=$OPTARG$'\n' ;;
		*) return 1 ;;
		esac
	done
	shift $((OPTIND - 1))
	mkdir -p aws/answers
	while [ -e "aws/answers/$1.$n" ]; do n=$((n + 1)); done
	{ printf '%s\n%s\n' "$status" "$headers"; cat; } >"aws/answers/$1.$n"
}

# reply OPERATION[@VALUE]: as answer, the body being wrapped as the query protocol has it.
reply() {
	local name=${1%@*}
	answer "$1" <<-EOT
		<${name}Response xmlns="https://example.com/"><${name}Result>$(cat)</${name}Result>
		<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${name}Response>
	EOT
}

# refuse [-s STATUS] [-h HEADER] OPERATION[@VALUE] CODE: an error of the query protocol.
refuse() {
	local code=${*: -1}
	answer "${@:1:$#-1}" <<-EOT
		<ErrorResponse><Error><Type>Sender</Type><Code>$code</Code><Message>no</Message></Error>
		<RequestId>r-2</RequestId></ErrorResponse>
	EOT
}

# respond_start [CERTIFICATE KEY]: starts it; whoever calls AWS from here on calls it, as account 111122223333.
respond_start() {
	local n
	reply GetCallerIdentity <<-'EOT'
		<Arn>arn:aws:iam::111122223333:user/ops</Arn><UserId>AIDA</UserId><Account>111122223333</Account>
	EOT
	rm -f aws/port
	"${QRIE_VENV:?}/bin/python" "$QRIE_TOP/t/aws/respond.py" aws "$@" 2>aws/errors 3>&- &
	RESPOND_PID=$!
	for ((n = 0; n < 200; n++)); do
		[ -e aws/port ] && break
		sleep 0.05
	done
	AWS_ENDPOINT_URL=http://127.0.0.1:$(<aws/port)
	export AWS_ENDPOINT_URL AWS_REGION=eu-west-1
	export AWS_ACCESS_KEY_ID=AKIDEXAMPLE AWS_SECRET_ACCESS_KEY=sEcReTsEcReT
}

respond_stop() {
	[ -z "$RESPOND_PID" ] && return
	kill "$RESPOND_PID"
	wait "$RESPOND_PID" || :
	RESPOND_PID=
}

# asked OPERATION: how often it was called.
asked() {
	jq -s --arg o "$1" 'map(select(.Operation == $o)) | length' aws/log
}

# list_of_users: a share folder with one type alone, a list of users and a call for each; sets and exports QRIE_SHARE.
list_of_users() {
	mkdir -p share/collectors/iam
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >share/collectors/iam/user.jq <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Detail": [{"Operation": "GetUser", "Parameters": {"UserName": ".UserName"}, "From": "User", "Into": ".", "Permission": "iam:GetUser"}]
};
def arn($at): .UserName;
EOT
	export QRIE_SHARE=$PWD/share
}

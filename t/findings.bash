# For tests of qrie-diff -F: records as qrie-eval -a writes them, and runs on the file state.

BUCKET=AWS::S3::Bucket

# A moment of November 2026: its day, and an hour if it matters.
at() {
	printf '2026-11-%02dT%02d:00:00Z' "$1" "${2:-0}"
}

where() {	# arn: the account and region that these tests keep it in
	case $1 in
	*other*) printf '"AccountId":"444455556666","AccountService":"444455556666_s3","Region":"us-east-1"' ;;
	*) printf '"AccountId":"111122223333","AccountService":"111122223333_s3","Region":"eu-west-1"' ;;
	esac
}

finding() {	# arn policy described evaluated [severity [state]]
	printf '{"Kind":"finding","Id":"%s#%s","Policy":"%s","Title":"a title","ARN":"%s","ResourceType":"%s",%s,' \
		"$1" "$2" "$2" "$1" "$BUCKET" "$(where "$1")"
	printf '"Severity":%d,"SeverityLabel":"HIGH","State":"%s","Message":"bad","Evidence":{"Id":12345678901234567890},' \
		"${5:-70}" "${6:-ACTIVE}"
	printf '"DescribeTime":"%s","LastEvaluated":"%s"}\n' "$(at $3)" "$(at $4)"
}

verdicts() {	# arn described passed failed unknown out-of-scope: lists without their brackets
	printf '{"Kind":"verdicts","ARN":"%s","ResourceType":"%s",%s,"Passed":[%s],"Failed":[%s],"Unknown":[%s],' \
		"$1" "$BUCKET" "$(where "$1")" "$3" "$4" "$5"
	printf '"OutOfScope":[%s],"DescribeTime":"%s"}\n' "$6" "$(at $2)"
}

tombstone() {	# arn described
	printf '{"Kind":"tombstone","ARN":"%s","ResourceType":"%s",%s,"Source":"event","DescribeTime":"%s"}\n' \
		"$1" "$BUCKET" "$(where "$1")" "$(at $2)"
}

coverage() {	# region status started [resources [account [type]]]
	printf '{"Kind":"coverage","AccountId":"%s","Region":"%s","ResourceType":"%s","Status":"%s","Code":null,"Message":null,' \
		"${5:-111122223333}" "$1" "${6:-$BUCKET}" "$2"
	printf '"Resources":%d,"Calls":1,"Retries":0,"Throttles":0,"StartedAt":"%s","EndedAt":"%s"}\n' \
		"${4:-0}" "$(at $3)" "$(at $3)"
}

cell() {	# account region evaluated passed failed unknown
	printf '{"AccountId":"%s","Region":"%s","ResourceType":"%s","Evaluated":%d,"Passed":%d,"Failed":%d,"Unknown":%d,' \
		"$1" "$2" "$BUCKET" "$3" "$4" "$5" "$6"
	printf '"OutOfScope":0,"Waived":0}'
}

evaluation() {	# policy evaluated [status [cells]]
	printf '{"Kind":"evaluation","Policy":"%s","Title":"a title","Status":"%s","Severity":70,"SeverityLabel":"HIGH",' \
		"$1" "${3:-active}"
	printf '"Revision":"r1","ResourceType":"%s","Scope":{},"Remediation":"Mend it.","LastEvaluated":"%s","By":[%s]}\n' \
		"$BUCKET" "$(at $2)" "${4:-}"
}

# One run on the state file: follow status <run.  What it prints is in out.
# shellcheck disable=SC2154 # run sets lines
follow() {
	run "$1" --separate-stderr qrie-diff -F state "${@:2}"
	[ "${#lines[@]}" -eq 0 ] && : >out || printf '%s\n' "${lines[@]}" >out
}

# The bucket is bad at a time: described, evaluated.
bad() {
	{ finding "${3:-arn:aws:s3:::logs}" Public $1 $2; verdicts "${3:-arn:aws:s3:::logs}" $1 '' '"Public"' '' ''; evaluation Public $2; } >in
	follow -0 in
}

good() {
	{ verdicts "${3:-arn:aws:s3:::logs}" $1 '"Public"' '' '' ''; evaluation Public $2; } >in
	follow -0 in
}

# The life of the findings as the state has it.
life() {
	jq -c 'select(.Kind == "finding") | [.State, .FirstSeen[8:10], .ResolvedAt[8:10]?, .ResolvedReason, .ReopenedAt[8:10]?]' state
}

# The types beyond the launched ones: their records against what the AWS CLI says, on the emulators that hold them.
load helper
load emulator

setup_file() {
	verifying_start && moto_start || return
}

teardown_file() {
	emulators_stop
}

python() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/$1.py" "${@:2}"
}

# compared EMULATOR URL: resources are made there, collected, and held against what the CLI says.
compared() {
	unset QRIE_SHARE
	python breadth held "$1" >held
	mapfile -t names <held
	[ "${#names[@]}" -gt 10 ]
	emulator_share "${names[@]}"
	emulator_client "$2"
	python estate >expected
	python breadth make "$1" >&2
	run -"$3" --separate-stderr qrie-collect -r us-east-1,eu-west-1
	printf '%s\n' "$output" >resources
	[ "$3" -ne 0 ] || same "$stderr" ""
	python compare resources us-east-1 eu-west-1 >&2
}

@test "INV-02, INV-07: Configuration is what the AWS CLI prints for every type that ministack holds" {
	compared ministack "$REFUSE_URL" 0
}

@test "INV-02, INV-07: Configuration is what the AWS CLI prints for every type that moto holds" {
	# Its credential report has no row for root: the only thing that could not be read.
	compared moto "$MOTO_URL" 2
	run -0 jq -r '.Unreadable // empty | .[].Path' resources
	same "$output" .Configuration.RootCredentialReport
}

@test "each collector's type is compared with the AWS CLI on an emulator, or it is said why neither holds it" {
	run -0 env -u QRIE_SHARE PYTHONPATH="$QRIE_TOP/t/aws" "$QRIE_VENV/bin/python" -c '
import collectors, compared
lacking = compared.lacks("moto").keys() & compared.lacks("ministack").keys()
for name in collectors.names():
    kind = collectors.load(name)["ResourceType"]
    if kind not in compared.types() and kind not in lacking:
        print(name)'
	same "$output" ""
}

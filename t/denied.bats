# A call that is denied: named as Unreadable, never null, never a pass.  ministack takes the permission away by an IAM
# policy, so that these tests also hold each call's Permission against another's opinion of it.
load helper
load emulator

setup_file() {
	verifying_start || return
	emulator_client "$MINISTACK_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$BATS_FILE_TMPDIR/expected" || return
	emulator_user qrie || return
	printf 'export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s\n' \
	    "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" >"$BATS_FILE_TMPDIR/key"
}

teardown_file() {
	emulators_stop
}

# Each permission of one collector in turn; t/aws/denied.py says what must follow.
denied() {
	emulator_client "$MINISTACK_URL"
	export AWS_ENDPOINT_URL_S3=$REFUSE_URL AWS_ENDPOINT_URL_S3_CONTROL=$REFUSE_URL AWS_ENDPOINT_URL_ACCOUNT=$REFUSE_URL
	. "$BATS_FILE_TMPDIR/key"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/denied.py" "$1" qrie >said || { cat said >&2; return 1; }
	[ -s said ]
}

@test "the account: a denied call is Unreadable with path, operation, code and permission" { denied account/account; }
@test "DynamoDB tables: a denied call is Unreadable with path, operation, code and permission" { denied dynamodb/table; }
@test "EC2 instances: a denied call is Unreadable with path, operation, code and permission" { denied ec2/instance; }
@test "EC2 security groups: a denied call is Unreadable with path, operation, code and permission" { denied ec2/security-group; }
@test "EC2 volumes: a denied call is Unreadable with path, operation, code and permission" { denied ec2/volume; }
@test "IAM policies: a denied call is Unreadable with path, operation, code and permission" { denied iam/policy; }
@test "IAM roles: a denied call is Unreadable with path, operation, code and permission" { denied iam/role; }
@test "IAM users: a denied call is Unreadable with path, operation, code and permission" { denied iam/user; }
@test "KMS keys: a denied call is Unreadable with path, operation, code and permission" { denied kms/key; }
@test "Lambda functions: a denied call is Unreadable with path, operation, code and permission" { denied lambda/function; }
@test "log groups: a denied call is Unreadable with path, operation, code and permission" { denied logs/log-group; }
@test "RDS instances: a denied call is Unreadable with path, operation, code and permission" { denied rds/db-instance; }
@test "S3 buckets: a denied call is Unreadable with path, operation, code and permission" { denied s3/bucket; }
@test "SNS topics: a denied call is Unreadable with path, operation, code and permission" { denied sns/topic; }

@test "every launched collector has its test of denied calls" {
	# shellcheck disable=SC2086 # a list
	same "$(sed -n 's/^@test.*{ denied \(.*\); }$/\1/p' "$BATS_TEST_FILENAME")" "$(printf '%s\n' $LAUNCHED)"
}

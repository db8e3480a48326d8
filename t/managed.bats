# What AWS manages itself, and what services make for themselves: marked by qrie-collect, left out by qrie-eval.
load helper
load emulator

teardown_file() {
	emulators_stop
}

@test "what is managed is out of scope for every policy, in verdicts and counts, and is judged with --managed" {
	mkdir -p p/iam
	printf 'module {"Title": "t", "ResourceType": "AWS::IAM::Role", "Severity": 50, "Remediation": "r", "Reads": [".ARN"]};
	    def violation: {Message: "bad", Evidence: {}};' >p/iam/Bad.jq
	for managed in '' '"Managed":"aws",' '"Managed":"service-linked",' '"Managed":null,'; do
		printf '{"Kind":"resource","ARN":"arn:%s","ResourceType":"AWS::IAM::Role","AccountId":"111122223333","Region":"global",%s"Configuration":{}}\n' \
		    "$(tr -dc 'a-z-' <<<"$managed")" "$managed"
	done >in
	for jobs in 1 2; do
		run -0 qrie-eval -a -j $jobs -d p in
		same "$(jq -r 'select(.Kind == "finding").ARN' <<<"$output")" $'arn:\narn:anagednull'
		same "$(jq -r 'select(.Kind == "verdicts" and .OutOfScope == ["Bad"]).ARN' <<<"$output")" $'arn:anagedaws\narn:anagedservice-linked'
		same "$(jq -c 'select(.Kind == "evaluation").By[] | [.Evaluated, .Failed, .OutOfScope]' <<<"$output" | uniq)" '[4,2,2]'
		run -0 qrie-eval -a -j $jobs -d p --managed in
		same "$(jq -r 'select(.Kind == "finding").ARN' <<<"$output" | wc -l | tr -d ' ')" 4
	done
}

@test "qrie-collect marks service-linked roles and those of AWS on an emulator, and no other role or key" {
	moto_start
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" - <<-'E'
	import boto3
	iam, kms = boto3.client("iam"), boto3.client("kms", region_name="us-east-1")
	trust = '{"Version": "2012-10-17", "Statement": []}'
	iam.create_service_linked_role(AWSServiceName="autoscaling.amazonaws.com")
	iam.create_role(RoleName="ours", AssumeRolePolicyDocument=trust)
	iam.create_role(RoleName="sso", Path="/aws-reserved/sso.amazonaws.com/", AssumeRolePolicyDocument=trust)
	kms.create_alias(AliasName="alias/ours", TargetKeyId=kms.create_key()["KeyMetadata"]["KeyId"])
	E
	qrie-collect -r us-east-1 -t AWS::IAM::Role,AWS::KMS::Key >out 2>err || [ $? -eq 2 ] || { cat err; false; }
	same "$(jq -r 'select(.Kind == "resource" and .ResourceType == "AWS::IAM::Role") | "\(.Configuration.Path) \(.Managed)"' out | sort)" \
	    $'/ null\n/aws-reserved/sso.amazonaws.com/ aws\n/aws-service-role/autoscaling.amazonaws.com/ service-linked'
	same "$(jq -r 'select(.Kind == "resource" and .ResourceType == "AWS::KMS::Key") | "\(.Configuration.KeyManager) \(.Managed)"' out | sort -u)" 'CUSTOMER null'
}

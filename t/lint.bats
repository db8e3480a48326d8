# Plan lint: what of a plan fails when it is applied, or must not come into an account (share/benchmarks/deploy.json).
load helper

data=$QRIE_TOP/t/data/terraform

# found PLAN POLICY: "STATE message" of what a policy says.
found() {
	qrie-collect --from terraform-plan --account 111122223333 ${3+--live "$3"} "$1" | qrie-eval -p "$2" |
	    jq -r 'select(.Kind == "finding") | "\(.Address) \(.State) \(.Message)"'
}

@test "LNT-01: a comma that a provider's default tags bring to a key is an error, with what to write instead" {
	run -0 --separate-stderr found "$data/wide.json" KMSKeyTagRefused
	same "$output" "aws_kms_key.main ACTIVE Framework: SOC2,PCI-DSS, better SOC2-PCI-DSS"
}

@test "LNT-04: a value that Aurora MySQL refuses is an error that names the allowed ones; MySQL may have it" {
	run -0 --separate-stderr found "$data/wide.json" RDSClusterParameterValueRefused
	same "$output" "aws_rds_cluster_parameter_group.main ACTIVE require_secure_transport is 1, allowed values are: ON,OFF"
}

@test "LNT-03, LNT-06: what an account has already cannot be made; without an inventory that is unknown" {
	printf '%s\n' '{"Kind":"resource","ARN":"arn:aws:iam::111122223333:role/config-prod-1","ResourceType":"AWS::IAM::Role","AccountId":"111122223333","Region":"global"}' \
	    '{"Kind":"resource","ARN":"arn:aws:config:us-east-1:111122223333:a","ResourceType":"AWS::Config::ConfigurationRecorder","AccountId":"111122223333","Region":"us-east-1"}' >inventory
	run -0 --separate-stderr found "$data/wide.json" IAMRoleNameTaken,ConfigRecorderAlreadyThere inventory
	same "$(sort <<<"$output")" "aws_config_configuration_recorder.main ACTIVE the account and region have a recorder, and may have one
aws_iam_role.config ACTIVE there is already arn:aws:iam::111122223333:role/config-prod-1"
	run -0 --separate-stderr found "$data/wide.json" IAMRoleNameTaken
	same "$output" "aws_iam_role.config UNKNOWN could not read .Live: NoInventory"
}

# qrie-collect --from terraform-plan and terraform-state: recorded documents of Terraform 1.11 and its AWS provider 5.100
# (t/data/terraform: made of the configurations beside them), and, where Terraform is, the real thing on an emulator.
#
# QRIE_TERRAFORM_PLUGINS: a folder of providers as "terraform init -plugin-dir" takes it, the AWS provider in it.
load helper
load emulator
load terraform

data=$QRIE_TOP/t/data/terraform

setup_file() {
	local dir
	can_run_terraform || return 0
	dir=$(emulator_dir)
	# shellcheck disable=SC2119 # moto has no settings of ours
	moto_start && emulator_client "$MOTO_URL" || return
	TF_VAR_ami=$("$QRIE_VENV/bin/aws" ec2 describe-images --output text \
	    --query 'Images[?RootDeviceType==`ebs`].ImageId | [0]') || return
	export TF_VAR_ami TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
	cp -R "$QRIE_TOP/t/data/terraform/estate" "$dir/estate" && cd "$dir/estate" || return
	{
		terraform init -input=false -no-color -plugin-dir="$QRIE_TERRAFORM_PLUGINS" &&
		    terraform plan -input=false -no-color -out=plan.out && terraform show -json plan.out >plan.json &&
		    terraform apply -input=false -no-color plan.out && terraform show -json >state.json &&
		    terraform plan -input=false -no-color -out=again.out && terraform show -json again.out >again.json &&
		    terraform plan -destroy -input=false -no-color -out=destroy.out &&
		    terraform show -json destroy.out >destroy.json &&
		    { qrie-collect >live.ndjson || [ $? -eq 2 ]; }
	} >terraform.log 2>&1 || { tail -20 terraform.log >&2; return 1; }
}

teardown_file() {
	emulators_stop
}

can_run_terraform() {
	[ -n "${QRIE_TERRAFORM_PLUGINS-}" ] && command -v terraform >/dev/null && [ -x "$QRIE_VENV/bin/moto_server" ]
}

real() {
	can_run_terraform || skip "no terraform, or QRIE_TERRAFORM_PLUGINS does not say where its AWS provider is"
	cd "$BATS_FILE_TMPDIR/estate" || return
}

plan() {
	qrie-collect --from terraform-plan --account 444455556666 "$@"
}

# verdicts FILE: "ARN policy verdict" of each pair, sorted.
verdicts() {
	qrie-eval -p @core -a --unchanged "$1" | jq -r 'select(.Kind == "verdicts") | .ARN as $arn
	    | ({Passed, Failed, Unknown} | to_entries[] | .key as $verdict | .value[] | "\($arn) \(.) \($verdict)")' | sort
}

# of ADDRESS FILTER FILE: what a jq filter says of one record.
of() {
	jq -c --arg address "$1" "select(.Address == \$address) | $2" "$3"
}

expected_of_estate() {
	cat <<'EOT'
aws_iam_policy.bad IAMPolicyOverlyPermissive Failed
aws_iam_policy.good IAMPolicyOverlyPermissive Unknown
aws_iam_user.console IAMUserMfaDisabled Failed
aws_iam_user.robot IAMUserMfaDisabled Passed
aws_instance.attached[0] EC2UnencryptedEBS Passed
aws_instance.attached[1] EC2UnencryptedEBS Failed
aws_instance.bad EC2UnencryptedEBS Failed
aws_instance.good EC2UnencryptedEBS Passed
aws_s3_bucket.bad S3BucketEncryptionDisabled Failed
aws_s3_bucket.bad S3BucketPublic Failed
aws_s3_bucket.bad S3BucketVersioningDisabled Failed
aws_s3_bucket.good S3BucketEncryptionDisabled Passed
aws_s3_bucket.good S3BucketMfaDeleteDisabled Failed
aws_s3_bucket.good S3BucketPublic Passed
aws_s3_bucket.good S3BucketVersioningDisabled Passed
aws_s3_bucket.shared S3BucketEncryptionDisabled Failed
aws_s3_bucket.shared S3BucketPublic Failed
aws_s3_bucket.shared S3BucketVersioningDisabled Unknown
module.bucket["qrie-tf-one"].aws_s3_bucket.this S3BucketVersioningDisabled Passed
module.bucket["qrie-tf-two"].aws_s3_bucket.this S3BucketVersioningDisabled Failed
EOT
}

# judged PLAN: each expectation that the plan does not meet.
judged() {
	plan "$1" >planned
	verdicts planned >verdicts
	jq -r '"\(.ARN)\t\(.Address)"' planned >addresses
	expected_of_estate | while read -r address policy verdict; do
		arn=$(awk -F '\t' -v address="$address" '$2 == address { print $1 }' addresses)
		grep -qxF "$arn $policy $verdict" verdicts || echo "$address $policy: not $verdict"
	done
}

@test "TFM-14, TFM-17: of a plan every bad twin is found, no good one, and what depends on the unknown is unknown" {
	run -0 --separate-stderr judged "$data/plan.json"
	same "$output" ""
	same "$stderr" ""
}

@test "POL-01: a database of a plan is judged: open, closed, and open if something unknown says so" {
	plan "$data/more.json" >planned
	run -0 verdicts planned
	[[ $output == *"db:qrie-tf-bad RDSPublicAccess Failed"* ]]
	[[ $output == *"db:qrie-tf-good RDSPublicAccess Passed"* ]]
	[[ $output == *"db:qrie-tf-unknown RDSPublicAccess Unknown"* ]]
	run -0 of aws_db_instance.unknown '.Unreadable[] | select(.Path == ".Configuration.PubliclyAccessible")' planned
	same "$output" '{"Path":".Configuration.PubliclyAccessible","Operation":"terraform plan","Code":"KnownAfterApply","Permission":null}'
	run -0 of aws_db_instance.unknown '.Configuration | has("PubliclyAccessible")' planned
	same "$output" false
}

@test "TFM-02: a state file's ARNs are those of jq, and what terraform show prints of it gives the same records" {
	run -0 --separate-stderr qrie-collect --from terraform-state --now 2026-11-23 "$data/state.tfstate"
	printf '%s\n' "$output" >file
	run -0 --separate-stderr qrie-collect --from terraform-state --now 2026-11-23 "$data/state.json"
	printf '%s\n' "$output" >shown
	run -0 diff file shown
	# instances and volumes have ARNs without an account here: the provider was told not to ask
	jq -r '.resources[] | select(.mode == "managed" and (.type | test("_rule$") | not)) | .instances[].attributes
	    | .arn // empty' "$data/state.tfstate" |
	    sed 's/us-east-1::/us-east-1:111122223333:/; s/:\*$//' | sort -u >wanted
	jq -r .ARN file | sort -u >got
	run -0 diff wanted got
	same "$(jq -r '[.Kind, .Source, .AccountId, .DescribeTime] | join(" ")' file | sort -u)" \
	    "resource terraform-state 111122223333 2026-11-23T00:00:00Z"
	run -0 jq -r 'select(.Module) | "\(.Module) \(.Address) \(.ARN)"' file
	same "${lines[0]}" 'module.bucket["qrie-tf-one"] module.bucket["qrie-tf-one"].aws_s3_bucket.this arn:aws:s3:::qrie-tf-one'
}

@test "TFM-03: a document that is missing, cut short, or something else is named; nothing is printed for it" {
	head -c 30000 "$data/plan.json" >short
	printf 'PK\003\004 and so on' >binary
	echo '{"version": 3, "lineage": "a", "resources": []}' >old
	echo '{"format_version": "2.0", "planned_values": {}}' >new
	jq -c '.errored = true' "$data/plan.json" >errored
	for case in "absent:No such file" "short:no JSON" "binary:terraform show -json" "new:format 0.x or 1.x" \
	    "errored:not finished" "$data/state.json:but a state"; do
		run -2 --separate-stderr plan "${case%%:*}"
		same "$output" ""
		[[ $stderr == "qrie-collect: ${case%%:*}: "*"${case#*:}"* ]]
	done
	for case in "old:another version than 4" "$data/plan.json:but a plan" "short:no JSON"; do
		run -2 --separate-stderr qrie-collect --from terraform-state "${case%%:*}"
		same "$output" ""
		[[ $stderr == "qrie-collect: ${case%%:*}: "*"${case#*:}"* ]]
	done
	# the next file is read all the same
	run -2 --separate-stderr plan short "$data/more.json"
	same "${#lines[@]}" 16
}

@test "an empty state and an empty plan are no error" {
	echo '{"format_version": "1.0"}' >shown
	echo '{"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "a", "outputs": {}, "resources": []}' >file
	run -0 --separate-stderr qrie-collect --from terraform-state shown file
	same "$output$stderr" ""
	echo '{"format_version": "1.2", "planned_values": {"root_module": {}}, "configuration": {"root_module": {}}}' >none
	run -0 --separate-stderr plan - <none
	same "$output$stderr" ""
}

# changed FILTER: the plan of the estate with each change's actions and sides made over.
changed() {
	jq -c ".resource_changes[] |= ($1)" "$data/plan.json"
}

@test "TFM-14: what a plan destroys is a tombstone, what it forgets nothing, what it leaves or replaces a resource" {
	changed 'if .address == "aws_s3_bucket.good" then
	      .change |= (.actions = ["delete"] | .before = .after + {arn: "arn:aws:s3:::qrie-tf-good"} | .after = null)
	    elif .address == "aws_s3_bucket.bad" then .change |= (.actions = ["forget"] | .before = .after | .after = null)
	    elif .address == "aws_instance.good" then .change.actions = ["delete", "create"]
	    elif .address == "aws_instance.bad" then .change.actions = ["no-op"]
	    elif .address == "aws_instance.attached[0]" then .change.actions = ["create", "delete"]
	    else . end' >in
	plan --now 2026-11-23 in >out
	run -0 of aws_s3_bucket.good . out
	same "$(jq -c 'del(.DescribeTime)' <<<"$output")" '{"Kind":"tombstone","ARN":"arn:aws:s3:::qrie-tf-good","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"us-east-1","AccountService":"111122223333_s3","Source":"terraform-plan","Address":"aws_s3_bucket.good","Module":null,"Actions":["delete"]}'
	run -0 of aws_s3_bucket.bad .Kind out
	same "$output" ""
	for address in 'aws_instance.good' 'aws_instance.bad' 'aws_instance.attached[0]'; do
		run -0 of "$address" .Kind out
		same "$address $output" "$address \"resource\""
	done
}

@test "FND-04: a bucket whose versioning is destroyed does not pass for versioned by what was true before" {
	changed 'if .address == "aws_s3_bucket.good" then .change |= (.actions = ["no-op"]
	      | .after += {id: "qrie-tf-good", versioning: [{enabled: true, mfa_delete: false}]} | .after_unknown = {})
	    elif .address == "aws_s3_bucket_versioning.good" then .change |= (.actions = ["delete"] | .before = .after | .after = null)
	    else . end' >in
	plan in >out
	run -0 of aws_s3_bucket.good .Configuration.Versioning out
	same "$output" '{}'
	run -0 verdicts out
	[[ $output == *"qrie-tf-good S3BucketVersioningDisabled Failed"* ]]
}

@test "parts are joined by name, reference, module output and index, shared local, and through another part" {
	plan "$data/plan.json" >out
	for case in 'aws_s3_bucket.bad:.Configuration.PublicAccessBlockConfiguration.BlockPublicAcls:true' \
	    'aws_s3_bucket.good:.Configuration.PublicAccessBlockConfiguration.RestrictPublicBuckets:true' \
	    'aws_s3_bucket.good:.Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm:"aws:kms"' \
	    'aws_s3_bucket.shared:.Configuration.Versioning:{}' \
	    'module.bucket["qrie-tf-one"].aws_s3_bucket.this:.Configuration.Versioning.Status:"Enabled"' \
	    'module.bucket["qrie-tf-two"].aws_s3_bucket.this:.Configuration.Versioning.Status:"Suspended"' \
	    'aws_instance.attached[0]:[.Configuration.Volumes[].Encrypted]:[true,true]' \
	    'aws_instance.attached[1]:[.Configuration.Volumes[].Encrypted]:[true,false]' \
	    'aws_iam_user.robot:.Configuration.AttachedPolicies[0].PolicyName:"qrie-tf-good"' \
	    'aws_iam_policy.good:.Configuration.PolicyUsers:[{"UserName":"qrie-tf-robot"}]' \
	    'aws_security_group.web:.Configuration.IpPermissions[0].IpRanges:[{"CidrIp":"0.0.0.0/0"}]'; do
		IFS=: read -r address filter value <<<"$case"
		run -0 of "$address" "$filter" out
		same "$address $filter $output" "$address $filter $value"
	done
	# whether there are versions depends on something unknown, to whom it says so does not
	run -0 of aws_s3_bucket.shared '[.Unreadable[] | select(.Path | contains("Versioning")) | .Path]' out
	same "$output" '[".Configuration.Versioning.Status"]'
	run -0 of aws_s3_bucket.good '[.Unreadable[] | select(.Path | contains("Versioning")) | .Path]' out
	same "$output" '[]'
}

@test "what may belong to several is unknown in each of them, and says nothing of any" {
	plan "$data/more.json" >out
	for bucket in bucket west; do
		run -0 of "aws_s3_bucket.$bucket" '.Configuration.Versioning, [.Unreadable[] | select(.Path | contains("Versioning")) | .Code]' out
		same "$output" $'{}\n["KnownAfterApply","KnownAfterApply"]'
	done
	# two counted buckets and a versioning without an index of its own
	jq -c '(.resource_changes[] | select(.address == "aws_s3_bucket_versioning.good")) |= (.change.after_unknown.bucket = true)
	    | .resource_changes |= map(if .address == "aws_s3_bucket.good" then (0, 1) as $i | .index = $i | .address += "[\($i)]"
	      | .change.after.bucket += "-\($i)" else . end)' "$data/plan.json" >in
	plan in >out
	for i in 0 1; do
		run -0 of "aws_s3_bucket.good[$i]" '[.Unreadable[] | select(.Path | contains("Versioning")) | .Path]' out
		same "$output" '[".Configuration.Versioning.Status",".Configuration.Versioning.MFADelete"]'
	done
	# a written index, and one's own, tell which
	for index in 0 null; do
		jq -c --argjson index "$index" '(.configuration.root_module.resources[] | select(.address == "aws_s3_bucket_versioning.good")
		      | .expressions.bucket.references) |= if $index == 0 then ["aws_s3_bucket.good[0].id", "aws_s3_bucket.good[0]", "aws_s3_bucket.good"] else . + ["count.index"] end
		    | (.resource_changes[] | select(.address == "aws_s3_bucket_versioning.good")) |= if $index == 0 then . else .index = 0 end' in >chosen
		plan chosen >out
		run -0 of 'aws_s3_bucket.good[0]' .Configuration.Versioning out
		same "$output" '{"Status":"Enabled"}'
		run -0 of 'aws_s3_bucket.good[1]' '[.Configuration.Versioning, (.Unreadable[] | select(.Path | contains("Versioning")))]' out
		same "$output" '[{}]'
	done
}

@test "an account's block is joined to its buckets; to those of another provider block only if that is the same account" {
	qrie-collect --from terraform-plan "$data/more.json" >out
	run -0 of aws_s3_bucket.bucket .Configuration.AccountPublicAccessBlockConfiguration.BlockPublicAcls out
	same "$output" true
	run -0 of aws_s3_bucket.west '[.Unreadable[] | select(.Path | contains("AccountPublic")) | .Code] | unique' out
	same "$output" '["KnownAfterApply"]'
	jq -c '.configuration.provider_config |= (.aws.expressions.allowed_account_ids.constant_value = ["444455556666"]
	    | .["aws.west"].expressions.allowed_account_ids.constant_value = ["777788889999"])' "$data/more.json" >apart
	qrie-collect --from terraform-plan apart >out
	run -0 of aws_s3_bucket.west '[.AccountId, .Configuration.AccountPublicAccessBlockConfiguration]' out
	same "$output" '["777788889999",null]'
	run -0 of aws_db_instance.good '[.ARN, .AccountService]' out
	same "$output" '["arn:aws:rds:eu-west-1:444455556666:db:qrie-tf-good","444455556666_rds"]'
}

@test "where the account cannot be told it is null, and an address stands for the ARN that needs it" {
	qrie-collect --from terraform-plan "$data/more.json" >out
	run -0 of aws_db_instance.good '[.ARN, .AccountId, .AccountService, .Region]' out
	same "$output" '["terraform:aws_db_instance.good",null,null,"eu-west-1"]'
	run -0 of aws_s3_bucket.west '[.ARN, .Region]' out
	same "$output" '["arn:aws:s3:::qrie-tf-west","us-west-2"]'
	# downstream takes it
	qrie-eval -p @core -a out >evaluated
	run -0 --separate-stderr qrie-report evaluated
	same "$stderr" ""
	# a region that nothing tells
	jq -c 'del(.configuration.provider_config[].expressions.region)' "$data/more.json" >nowhere
	run -0 --separate-stderr plan nowhere
	same "$(of aws_vpc.vpc .Region - <<<"$output")" null
	run -0 --separate-stderr plan -r eu-west-3 nowhere
	same "$(of aws_vpc.vpc .Region - <<<"$output")" '"eu-west-3"'
}

@test "SEC-08: what Terraform calls sensitive, passwords and environment values are in no record" {
	plan "$data/more.json" >out
	qrie-collect --from terraform-state "$data/state.tfstate" "$data/state.json" >>out
	run -1 grep -E 'never-shown|correct horse|wJalrXUtnFEMI|BexampleSmtp' out
	run -0 of aws_s3_bucket.bucket '.ARN, (.Configuration | has("Name")), .Unreadable[0]' out
	same "$output" $'"terraform:aws_s3_bucket.bucket"\nfalse\n{"Path":".Configuration.Name","Operation":"terraform plan","Code":"Sensitive","Permission":null}'
	run -0 of aws_lambda_function.function .Configuration.Environment out
	same "$output" '{"Variables":{"TOKEN":"(redacted)"}}'
	# in a state file they are paths; a sensitive flag stays readable
	jq -c '(.resources[] | select(.type == "aws_cloudwatch_log_group").instances[0])
	    |= (.sensitive_attributes = [[{"type": "get_attr", "value": "name"}]] | .attributes.arn = null)' "$data/state.tfstate" >in
	qrie-collect --from terraform-state in >out
	run -0 of aws_cloudwatch_log_group.group '.ARN, .Related, (.Unreadable[] | [.Path, .Code])' out
	same "$output" "$(cat <<-'EOT'
	"terraform:aws_cloudwatch_log_group.group"
	{"Trails":[]}
	[".Configuration.logGroupName","Sensitive"]
	[".Configuration.logGroupArn","Sensitive"]
	[".Configuration.deletionProtectionEnabled","NotInTerraform"]
	[".Configuration.Trails","NotInTerraform"]
	[".Configuration.MetricFilters","NotInTerraform"]
	[".Configuration.MetricAlarms","NotInTerraform"]
	EOT
	)"
	name=$(jq -r '.resources[] | select(.type == "aws_cloudwatch_log_group").instances[0].attributes.name' in)
	run -1 grep -F "$name" <(of aws_cloudwatch_log_group.group . out)
}

# Each text and number of each resource is another, and sensitive, but for what says in which account and region it is.
@test "SEC-08: of no map's type does a sensitive text or number get into a record, from a plan or a state" {
	marked='def secrets: paths(type == "string" or type == "number") | select(.[0] | . != "region" and . != "owner_id");
	    def marked: reduce secrets as $p (.; setpath($p; getpath($p) | if type == "number" then 987654321 else "never-shown" end));
	    def flagged: . as $in | reduce secrets as $p ({}; setpath($p; true));'
	for document in "$data"/{plan,more,wide,lint}.json; do
		qrie-collect --from terraform-plan --account 444455556666 "$document" >before 2>/dev/null
		jq -c "$marked"' (.resource_changes[].change | select(.after != null))
		    |= (.after_sensitive = (.after | flagged) | .after |= marked)' "$document" >in
		qrie-collect --from terraform-plan --account 444455556666 in >out
		same "$document: $(wc -l <out)" "$document: $(wc -l <before)"
		run -1 grep -oE '.{80}(never-shown|987654321)' out
	done
	for document in "$data/state.tfstate" <(each_type); do
		cat "$document" >original
		qrie-collect --from terraform-state original >before 2>/dev/null
		jq -c "$marked"' (.resources[] | select(.mode == "managed").instances[]) |= (.sensitive_attributes = [.attributes | secrets
		        | map(if type == "string" then {type: "get_attr", value: .} else {type: "index", value: {value: ., type: "number"}} end)]
		    | .attributes |= marked)' original >in
		qrie-collect --from terraform-state in >out
		same "$document: $(wc -l <out)" "$document: $(wc -l <before)"
		run -1 grep -oE '.{80}(never-shown|987654321)' out
	done
}

@test "POL-09: what Terraform does not tell at all is unknown, not missing" {
	qrie-collect --from terraform-state "$data/state.tfstate" >out
	run -0 of aws_iam_user.robot '[.Unreadable[] | select(.Code == "NotInTerraform") | .Path]' out
	same "$output" '[".Configuration.CreateDate",".Configuration.PasswordLastUsed",".Configuration.MFADevices",".Configuration.AccessKeys[0].LastUsed"]'
	run -0 verdicts out
	[[ $output == *"user/robots/qrie-tf-robot IAMAccessKeyUnused Unknown"* ]]
	[[ $output == *"user/robots/qrie-tf-robot IAMAccessKeyNotRotated Passed"* ]]
	[[ $output == *"user/qrie-tf-console IAMUserMfaDisabled Unknown"* ]]
	[[ $output == *"user/robots/qrie-tf-robot IAMUserMfaDisabled Passed"* ]]
}

@test "types without a map and parts without a whole are named once with their number, and it is no failure" {
	changed 'if .type == "aws_s3_bucket" then .type = "aws_never_heard_of" else . end' >in
	run -0 --separate-stderr plan in
	same "${stderr_lines[0]}" "qrie-collect: in: not mapped: aws_never_heard_of (5)"
	[[ ${stderr_lines[1]} == "qrie-collect: in: what they belong to is not here: "*"aws_s3_bucket_versioning (4)"* ]]
	same "${#stderr_lines[@]}" 2
	# other providers' resources are none of AWS's
	[[ $stderr != *terraform_data* ]]
}

@test "TFM-21: there are no coverage records, data sources are no resources, and the document is only read" {
	cp "$data/state.tfstate" in
	run -0 --separate-stderr qrie-collect --from terraform-state in
	same "$(jq -r .Kind <<<"$output" | sort -u)" resource
	[[ $output != *caller_identity* ]]
	cmp in "$data/state.tfstate"
}

@test "-t and --service choose; standard input is read without a file; the source's name must be one" {
	run -0 --separate-stderr plan -t AWS::S3::Bucket "$data/plan.json"
	same "$(jq -r .ResourceType <<<"$output" | sort | uniq -c | tr -s ' ')" " 5 AWS::S3::Bucket"
	run -0 --separate-stderr plan --service iam - <"$data/plan.json"
	same "$(jq -r .AccountService <<<"$output" | sort -u)" 111122223333_iam
	run -0 --separate-stderr qrie-collect --from terraform-plan <"$data/plan.json"
	same "${#lines[@]}" 21
	run -3 --separate-stderr qrie-collect --from terraform
	[[ $stderr == *"terraform-plan, terraform-state"* ]]
	run -3 --separate-stderr qrie-collect "$data/plan.json"
}

@test "a deposed object of a state is a resource with its own address; indices stay" {
	jq -c '(.resources[] | select(.type == "aws_instance" and .name == "bad").instances) |= . + [.[0] + {deposed: "a1b2c3d4"}]' \
	    "$data/state.tfstate" >in
	qrie-collect --from terraform-state in >out
	run -0 jq -r 'select(.ResourceType == "AWS::EC2::Instance") | .Address' out
	same "$output" $'aws_instance.attached[0]\naws_instance.attached[1]\naws_instance.bad\naws_instance.bad (deposed object a1b2c3d4)\naws_instance.good'
}

# Each attribute that a recorded document has is made another one, and unknown: whatever the map makes of it must then
# be unknown, too.
@test "POL-02: no map makes anything known of what is unknown" {
	cat >attributes.jq <<'EOT'
	def samples: (.resource_changes[]? | {type, values: .change.after}),
	    (.resources[]? | .type as $type | .instances[] | {type: $type, values: .attributes});
	samples
EOT
	{
		jq -c -f attributes.jq "$data"/*.json "$data/state.tfstate"
		cat "$data/samples.ndjson"
	} >samples
	cat >check.jq <<'EOT'
	def unknown: "\u0001KnownAfterApply\u0001";
	def other: if type == "boolean" then not elif type == "number" then . + 1
	  elif . == "Enabled" then "Suspended" elif . == "ingress" then "egress" elif . == "tcp" then "udp"
	  elif type == "string" then (. as $text | try (fromjson | if type == "array" then . + [{name: "changed"}] else .Version = "changed" end | tojson) catch ($text + "x")) else . end;
	def is_unknown: type == "string" and contains("\u0001");
	def hidden($p): . as $in | any(range(0; $p | length + 1); . as $n | try ($in | getpath($p[:$n]) | is_unknown) catch false);
	select(.type == $type) | .values + {Account: "111122223333", Region: "us-east-1", Partition: "aws", Address: "a.b", Action: "create"}
	| . as $in | MAKE as $known
	| $in | paths(type != "object" and type != "array") | select(.[0] | test("^[a-z]")) as $p
	| ($in | getpath($p) | other) as $value
	| ($in | setpath($p; $value) | MAKE) as $changed
	| range(1; $p | length + 1) as $n
	# an ARN is made of what it stands for, tags_all of tags, the id of a disk, a group or a network's subnet has a stand-in,
	# an address that is given at launch is known to be, and what a certificate is made of tells its type
	| select($p[0] | test("^(arn|tags_all|db_(cluster_)?snapshot_arn|endpoint_arn|replication_(instance|task)_arn)$") | not)
	| select($p[-1:] != ["volume_id"] and ($type != "aws_instance" or $p != ["public_ip"]))
	| select($type != "aws_acm_certificate" or $p != ["type"])
	| ($in | setpath($p[:$n]; unknown) | MAKE) as $hidden
	| ($known, $changed) as $from | $from | paths(type != "object" and type != "array") as $out
	| select(($known | try getpath($out) catch null) != ($changed | try getpath($out) catch null))
	| select($type != "aws_subnet" or $out != ["Subnets", 0, "SubnetId"])
	| select($type != "aws_security_group" or $p != ["id"] or $out[-1:] != ["GroupId"])
	| select($hidden | hidden($out) | not)
	| "\($type): \($p[:$n] | tojson) unknown: \($out | tojson) is \($hidden | try getpath($out) catch null | tojson)"
EOT
	for file in "$QRIE_TOP"/share/terraform/aws_*.jq; do
		type=$(basename "$file" .jq)
		jq -e --arg type "$type" -n 'first(inputs | select(.type == $type)) // halt_error(1)' samples >/dev/null || { echo "$type: no sample"; return 1; }
		for make in "map::configuration" "({} | map::join(\$in_))"; do
			case $make in
			*join*)
				grep -q '^def join' "$file" || continue
				make='(. as $part | {Volumes: [], IpPermissions: [], IpPermissionsEgress: [], Groups: [], Policies: [], Stages: [], Routes: []} | map::join($part))' ;;
			*) grep -q '^def configuration' "$file" || continue ;;
			esac
			{ echo "import \"$type\" as map;"; sed "s/MAKE/${make//\//\\/}/" check.jq; } >program.jq
			jq -r -L "$QRIE_TOP/share/terraform" --arg type "$type" -f program.jq samples >guessed || { echo "$type" >&2; return 1; }
			sort -u guessed | head -5 >&2
			[ ! -s guessed ]
		done
	done
}

@test "the samples have a line for each map" {
	same "$(jq -r .type "$data/samples.ndjson")" "$(basename -s .jq -a "$QRIE_TOP"/share/terraform/aws_*.jq | LC_ALL=C sort)"
}

@test "the samples are what the provider has of the attributes that maps name" {
	real
	terraform providers schema -json | "$data/sample" >samples
	cmp samples "$data/samples.ndjson"
}

@test "TFM-17: no policy that judges by itself ends in an error on a recorded plan, whatever that leaves out" {
	for document in plan more wide; do
		plan -r us-east-1 "$data/$document.json" >in 2>/dev/null
		run -0 --separate-stderr qrie-eval --unchanged in
		same "$stderr" ""
		[ -n "$output" ]
	done
}

@test "TFM-14: a real plan on an emulator: every bad twin is found, no good one" {
	real
	cd "$BATS_TEST_TMPDIR"
	run -0 --separate-stderr judged "$BATS_FILE_TMPDIR/estate/plan.json"
	same "$output" ""
}

@test "TFM-02: what a real state says is what live collection says, but for what Terraform cannot know" {
	real
	grep '"Kind":"resource"' live.ndjson >live
	verdicts live >live.verdicts
	for document in terraform.tfstate state.json; do
		qrie-collect --from terraform-state "$document" >state 2>/dev/null
		verdicts state >state.verdicts
		# of the resources of the state: live has others of the emulator's own
		jq -r .ARN state | sort >arns
		grep -Ff arns live.verdicts >wanted
		run -1 diff wanted state.verdicts
		same "$(grep '^[<>]' <<<"$output")" "$(cat <<'EOT'
< arn:aws:iam::111122223333:user/qrie-tf-console IAMUserMfaDisabled Failed
> arn:aws:iam::111122223333:user/qrie-tf-console IAMUserMfaDisabled Unknown
< arn:aws:iam::111122223333:user/robots/qrie-tf-robot IAMAccessKeyUnused Passed
> arn:aws:iam::111122223333:user/robots/qrie-tf-robot IAMAccessKeyUnused Unknown
EOT
)"
		[ "$(wc -l <wanted)" -ge 30 ]
	done
}

@test "DRF-01: an estate that was just applied has no drift, and what its plan would make is what is there" {
	real
	for document in "terraform-state terraform.tfstate" "terraform-state state.json" "terraform-plan again.json"; do
		# shellcheck disable=SC2086 # a source and a file
		qrie-collect --from $document 2>/dev/null | grep -v AWS::SSM:: >desired	# live has the types that policies read
		[ "$(wc -l <desired)" -ge 20 ]
		run -0 --separate-stderr qrie-diff -D desired --all live.ndjson
		same "$output$stderr" ""
	done
}

@test "TFM-18: a plan that changes nothing tells what the state tells; one that destroys, tombstones of the same" {
	real
	qrie-collect --from terraform-state state.json >state 2>/dev/null
	qrie-collect --from terraform-plan again.json >again 2>/dev/null
	verdicts state >state.verdicts
	verdicts again >again.verdicts
	run -0 diff state.verdicts again.verdicts
	qrie-collect --from terraform-plan destroy.json >destroyed 2>/dev/null
	same "$(jq -r .Kind destroyed | sort -u)" tombstone
	run -0 diff <(jq -r .ARN state | sort) <(jq -r .ARN destroyed | sort)
}

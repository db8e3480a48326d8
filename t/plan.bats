# What a plan judges, and where: qrie-collect --from terraform-plan and qrie-eval (qrie-terraform(7)).
load helper

data=$QRIE_TOP/t/data/terraform

plan() {
	qrie-collect --from terraform-plan --account 444455556666 "$@"
}

# changed FILTER: the plan of the estate with each change made over.
changed() {
	jq -c ".resource_changes[] |= ($1)" "$data/plan.json"
}

# stays FILTER: the same, after all of it was applied, with the changes of a filter.
stays() {
	changed "(select(.address == \"aws_s3_bucket_versioning.good\") | .change.after.bucket) = \"qrie-tf-good\"
	    | .change |= (.actions = [\"no-op\"] | .before = .after | .after_unknown = {}) | $1"
}

# of ADDRESS FILTER FILE: what a jq filter says of one record.
of() {
	jq -c --arg address "$1" "select(.Address == \$address) | $2" "$3"
}

judge() {
	qrie-eval -p @core "$@"
}

actions() {
	jq -r "select(.Address | IN($1)) | \"\(.Address) \(.Actions | join(\",\"))\"" "$2"
}

@test "each resource of a plan says what Terraform will do to it, in Terraform's words" {
	stays 'if .address == "aws_s3_bucket.good" then .change.actions = ["update"]
	    elif .address == "aws_instance.good" then .change.actions = ["delete", "create"]
	    elif .address == "aws_instance.bad" then .change.actions = ["create", "delete"]
	    elif .address == "aws_iam_user.robot" then .change |= (.actions = ["delete"] | .after = null)
	    elif .address == "aws_iam_user.console" then .change |= (.actions = ["forget"] | .after = null) else . end' >in
	plan in >out
	run -0 actions '"aws_s3_bucket.good", "aws_s3_bucket.bad", "aws_instance.good", "aws_instance.bad", "aws_iam_user.robot", "aws_iam_user.console"' out
	same "$(sort <<<"$output")" "$(sort <<'EOT'
aws_s3_bucket.good update
aws_s3_bucket.bad no-op
aws_instance.good delete,create
aws_instance.bad create,delete
aws_iam_user.robot delete
EOT
)"
	qrie-collect --from terraform-state "$data/state.tfstate" >state
	same "$(jq -c 'select(has("Actions"))' state)" ""
}

@test "a part that comes, changes, goes or moves to another makes the whole one that the plan updates" {
	for case in '.change.actions = ["create"]' '.change.actions = ["update"]' \
	    '.change |= (.actions = ["delete"] | .after = null)' \
	    '.change |= (.actions = ["delete", "create"] | .after.bucket = "qrie-tf-bad")'; do
		stays "if .address == \"aws_s3_bucket_versioning.good\" then $case else . end" >in
		plan in >out 2>/dev/null
		run -0 actions '"aws_s3_bucket.good"' out
		same "$case: $output" "$case: aws_s3_bucket.good update"
	done
	run -0 actions '"aws_s3_bucket.bad"' out
	same "$output" "aws_s3_bucket.bad update"
	run -0 actions '"aws_s3_bucket.shared"' out
	same "$output" "aws_s3_bucket.shared no-op"
	# a disk that an attachment ties to an instance
	stays 'if .address | startswith("aws_ebs_volume") then .change.actions = ["update"] else . end' >in
	plan in >out
	run -0 actions '"aws_instance.attached[0]", "aws_instance.good"' out
	same "$output" $'aws_instance.attached[0] update\naws_instance.good no-op'
	# what holds for the account changes each of its buckets
	jq -c '.resource_changes[] |= (.change |= (.actions = ["no-op"] | .before = .after))
	    | (.resource_changes[] | select(.type == "aws_s3_account_public_access_block") | .change)
	      |= (.actions = ["delete"] | .after = null)' "$data/more.json" >in
	plan in >out
	run -0 actions '"aws_s3_bucket.west", "aws_vpc.vpc"' out
	same "$(sort <<<"$output")" $'aws_s3_bucket.west update\naws_vpc.vpc no-op'
}

@test "TFM-14: what a plan leaves as it is stops no change, and does not count as passed" {
	stays 'if .address == "aws_s3_bucket_versioning.good" then .change |= (.actions = ["update"]
	    | .after.versioning_configuration[0].status = "Suspended") else . end' >in
	plan in >out
	judge -a out >judged
	same "$(jq -r 'select(.Kind == "finding") | .Address' judged | sort -u)" aws_s3_bucket.good
	run -0 jq -c 'select(.Kind == "verdicts" and .Address == "aws_s3_bucket.bad") | [.Passed, .Failed, .Unknown, .OutOfScope]' judged
	same "$output" '[[],[],[],["S3BucketEncryptionDisabled","S3BucketMfaDeleteDisabled","S3BucketPublic","S3BucketVersioningDisabled"]]'
	run -0 jq -c 'select(.Kind == "evaluation" and (.Policy == "S3BucketPublic" or .Policy == "*")) | .By
	    | map(select(.ResourceType == "AWS::S3::Bucket")) | [(map(.Evaluated) | add), (map(.Passed) | add), (map(.OutOfScope) | add)]' judged
	same "${lines[0]}" '[5,1,4]'
	same "${lines[1]}" '[5,0,4]'
	# a fix alone passes, whatever else is wrong
	stays 'if .address == "aws_s3_bucket_versioning.good" then .change.actions = ["update"] else . end' >in
	plan in >out
	judge out >judged
	same "$(jq -r 'select(.Kind == "finding" and .State == "ACTIVE") | .Policy' judged)" S3BucketMfaDeleteDisabled
}

@test "--unchanged judges what a plan leaves as it is too, the same as if it were made" {
	plan "$data/plan.json" >made
	changed '.change |= (.actions = ["no-op"] | .before = .after)' >in
	plan in >stays
	judge made | jq -c 'select(.Kind == "finding") | .Id' >wanted
	judge stays >none
	same "$(jq -r 'select(.Kind == "finding") | .Id' none)" ""
	judge --unchanged -j 2 stays | jq -c 'select(.Kind == "finding") | .Id' >got
	cmp wanted got
	[ -s wanted ]
	# what no plan tells of is judged as ever
	jq -c 'del(.Actions)' stays >live
	judge live | jq -c 'select(.Kind == "finding") | .Id' >got
	cmp wanted got
}

@test "a finding of a plan names its address and module, and has the same id from plan to plan" {
	plan "$data/plan.json" >out
	judge out >judged
	run -0 jq -c 'select(.Kind == "finding" and .Module != null) | [.Address, .Module, .Id]' judged
	[[ $output == *'["module.bucket[\"qrie-tf-two\"].aws_s3_bucket.this","module.bucket[\"qrie-tf-two\"]","arn:aws:s3:::qrie-tf-two#S3BucketVersioningDisabled"]'* ]]
	run -0 jq -r 'select(.Kind == "finding" and (.Id | startswith("terraform:"))) | select(.Id != "terraform:\(.Address)#\(.Policy)") | .Id' judged
	same "$output" ""
	[ "$(jq -r 'select(.Kind == "finding") | .Id' judged | sort | uniq -d)" = "" ]
	qrie-collect --from terraform-plan "$data/more.json" >more
	run -0 jq -r 'select(.Kind == "finding" and .Address == "aws_db_instance.bad") | .Id' <(judge more)
	same "$output" 'terraform:aws_db_instance.bad#RDSPublicAccess'
}

@test "POL-02: what is known after apply only is unknown and named, however deep it lies" {
	for path in versioning_configuration versioning_configuration.0 versioning_configuration.0.status; do
		jq -c --arg path "$path" '(.resource_changes[] | select(.address == "aws_s3_bucket_versioning.good") | .change)
		    |= (($path / "." | map(tonumber? // .)) as $path | delpaths([["after"] + $path])
		      | .after_unknown = (null | setpath($path; true)))' "$data/plan.json" |
		    jq -c '(.resource_changes[] | select(.address == "aws_s3_bucket_versioning.good") | .change.after.versioning_configuration)
		      |= (. // [{}] | if . == [] then [{}] else . end)' >in
		plan in >out
		judge out >judged
		run -0 jq -r 'select(.Kind == "finding" and .Address == "aws_s3_bucket.good" and .Policy == "S3BucketVersioningDisabled")
		    | "\(.State) \(.Message) \(.Evidence.Unreadable[0].Code)"' judged
		same "$path $output" "$path UNKNOWN could not read .Configuration.Versioning.Status: KnownAfterApply KnownAfterApply"
	done
}

# located FILE: the address of each record, and where it is written.
located() {
	jq -r 'select(.Kind != "tombstone") | "\(.Address) \(if .Location then "\(.Location.File):\(.Location.Line)" else .Location end)"' "$1"
}

@test "each resource says in which file and line it is written, instances of one block the same, modules theirs" {
	cp -R "$data/estate" estate
	plan --source estate "$data/plan.json" >out
	run -0 located out
	for address in aws_s3_bucket.good 'aws_instance.attached[0]' 'aws_instance.attached[1]'; do
		name=${address#*.}
		line=$(grep -n "resource \"${address%%.*}\" \"${name%%[*}\"" estate/main.tf | cut -d: -f1)
		[[ $'\n'$output$'\n' == *$'\n'"$address estate/main.tf:$line"$'\n'* ]]
	done
	line=$(cat estate/bucket/*.tf | grep -n 'resource "aws_s3_bucket" "this"' | cut -d: -f1)
	[[ $output == *"module.bucket[\"qrie-tf-two\"].aws_s3_bucket.this estate/bucket/"*".tf:$line"* ]]
	[[ $output != *null* ]]
	# from where the folder is named
	cd estate
	plan --source . "$data/plan.json" >../out
	run -0 located ../out
	[[ $output == *"aws_s3_bucket.good main.tf:"* ]]
	cd bucket
	plan --source ../ "$data/plan.json" >../../out
	run -0 located ../../out
	[[ $output == *"aws_s3_bucket.good ../main.tf:"* ]]
	[[ $output == *"aws_s3_bucket.this ../bucket/"* ]]
	# a finding says so, too; without the option nothing does
	judge ../../out >judged
	run -0 jq -r 'select(.Kind == "finding" and .Policy == "S3BucketPublic" and .Address == "aws_s3_bucket.bad") | .Location.File' judged
	same "$output" ../main.tf
	plan "$data/plan.json" >out
	same "$(jq -r 'has("Location")' out | sort -u)" false
}

@test "what is in a fetched module is located where it is called; what is written nowhere is null" {
	cp -R "$data/estate" estate
	jq -c '.configuration.root_module.module_calls.bucket.source = "example/bucket/aws"' "$data/plan.json" >in
	plan --source estate in >out
	line=$(grep -n 'module "bucket"' estate/main.tf | cut -d: -f1)
	run -0 located out
	[[ $output == *"module.bucket[\"qrie-tf-one\"].aws_s3_bucket.this estate/main.tf:$line"* ]]
	sed -i 's/"aws_s3_bucket" "bad"/"aws_s3_bucket" "other"/' estate/main.tf
	changed 'if .address == "aws_instance.good" then .address = "aws_instance.unheard" | .name = "unheard" else . end' >in
	plan --source estate in >out
	run -0 located out
	[[ $output == *"aws_s3_bucket.bad null"* ]]
	[[ $output == *"aws_instance.unheard null"* ]]
}

@test "blocks are found among comments, strings, templates, heredocs and JSON, and not inside of these" {
	mkdir source
	cat >source/a.tf <<'EOT'
# resource "aws_s3_bucket" "good" {
/* resource "aws_s3_bucket" "good" {
*/ // resource "aws_s3_bucket" "good" {
locals {
  text = "${join(",", ["}", "\"", "a${"b}"}"])} resource \"aws_s3_bucket\" \"good\" { $${"
  here = <<-EOT
    resource "aws_s3_bucket" "good" {
    EOT not yet
  EOT
  resource = { aws_s3_bucket = "good" }
}
resource "aws_s3_bucket" "bad" { tags = { a = "%{if true}}%{endif}" } }
resource aws_s3_bucket shared {
  bucket = <<EOF
}
EOF
}  resource "aws_s3_bucket" "good" {
}
EOT
	printf '%s\n' '{"resource": [{"aws_iam_user": {"robot": [{"a": 1}],' '"console": {}}}, {"aws_iam_policy":' '[{"bad": {}}]}],' \
	    '"module": {"bucket": {"source": "./bucket"}}}' >source/b.tf.json
	echo 'resource "aws_s3_bucket" "good" {}' >source/override.tf
	echo 'resource "aws_s3_bucket" "good" {}' >source/.hidden.tf
	mkfifo source/pipe.tf
	cp -R "$data/estate/bucket" source/bucket
	plan --source source "$data/plan.json" >out
	run -0 located out
	for place in aws_s3_bucket.bad:a.tf:12 aws_s3_bucket.shared:a.tf:13 aws_s3_bucket.good:a.tf:17 \
	    aws_iam_user.robot:b.tf.json:1 aws_iam_user.console:b.tf.json:2 aws_iam_policy.bad:b.tf.json:3; do
		[[ $'\n'$output == *$'\n'"${place%%:*} source/${place#*:}"* ]]
	done
}

@test "source that cannot be read is named: the folder ends the run, a file or a module's folder costs its places" {
	run -3 --separate-stderr plan --source nowhere "$data/plan.json"
	same "$output" ""
	[[ $stderr == "qrie-collect: nowhere: "* ]]
	cp "$data/estate/main.tf" .
	echo '{"resource"' >bad.tf.json
	run -2 --separate-stderr plan --source . "$data/plan.json"
	same "${#lines[@]}" 21
	[[ $stderr == *"qrie-collect: bad.tf.json: no JSON"* ]]
	[[ $stderr == *"qrie-collect: bucket: No such file"* ]]
	[[ $output == *'"Address":"aws_s3_bucket.good"'*'"File":"main.tf"'* ]]
	run -3 --separate-stderr qrie-collect --from terraform-state --source . "$data/state.json"
	same "$stderr" "qrie-collect: --source is for --from terraform-plan"
}

# What is there already, in account 111122223333 and us-east-1.
inventory() {
	jq -nc 'def at($type; $region; $arn): {Kind: "resource", ARN: $arn, ResourceType: $type, AccountId: "111122223333", Region: $region, Configuration: {}};
	    def covered($type; $region): {Kind: "coverage", AccountId: "111122223333", Region: $region, ResourceType: $type,
	      Status: "complete", Resources: 0, StartedAt: "2026-11-22T20:58:00Z", EndedAt: "2026-11-22T20:59:00Z"};
	    at("AWS::IAM::Role"; "global"; "arn:aws:iam::111122223333:role/other/path/config-prod-1"),
	    at("AWS::KMS::Alias"; "us-east-1"; "arn:aws:kms:us-east-1:111122223333:alias/main-prod-1"),
	    at("AWS::S3::Bucket"; "eu-west-1"; "arn:aws:s3:::logs-prod-1"),
	    at("AWS::Config::ConfigurationRecorder"; "us-east-1"; "arn:aws:config:us-east-1:111122223333:configuration-recorder/default/a1"),
	    (at("AWS::Config::ConfigurationRecorder"; "us-east-1"; "arn:aws:config:us-east-1:111122223333:configuration-recorder/own/b2") | .Managed = "service-linked"),
	    at("AWS::Config::ConfigurationRecorder"; "eu-west-1"; "arn:aws:config:eu-west-1:111122223333:configuration-recorder/default/c3"),
	    (at("AWS::::Region"; "us-east-1"; "arn:aws:ec2:us-east-1:111122223333:region/us-east-1")
	      | .Configuration = {AvailabilityZones: [{ZoneName: "us-east-1a", State: "available"}]}),
	    covered("AWS::S3::Bucket"; "*"), covered("AWS::KMS::Alias"; "us-east-1"), covered("AWS::Config::ConfigurationRecorder"; "us-east-1")'
}

live() {
	qrie-collect --from terraform-plan --account 111122223333 --live inventory "$@" "$data/wide.json"
}

@test "--live tells of planned names whether they are taken, of types how many there are, and what the region has" {
	inventory >inventory
	live >out
	for case in aws_iam_role.config:true aws_kms_alias.main:true aws_s3_bucket.logs:true aws_s3_bucket.data:false; do
		run -0 of "${case%:*}" .Live out
		same "${case%:*} $output" "${case%:*} {\"Exists\":${case#*:}}"
	done
	run -0 of aws_config_configuration_recorder.main .Live out
	same "$output" '{"Count":1}'
	run -0 of aws_vpc.main .Live out
	same "$output" '{"Region":{"AvailabilityZones":[{"ZoneName":"us-east-1a","State":"available"}]}}'
	run -0 of aws_s3_bucket.logs '[.Unreadable[] | select(.Path | startswith(".Live"))]' out
	same "$output" '[]'
	run -0 of aws_sns_topic.alerts 'has("Live")' out
	same "$output" false
}

@test "what an inventory does not cover, and every fact without an inventory, is unknown and never taken for free" {
	inventory | jq -c 'select(.Kind != "coverage" and .ARN != "arn:aws:s3:::logs-prod-1" and .ResourceType != "AWS::::Region"
	    and (.Region == "eu-west-1" or .ResourceType != "AWS::Config::ConfigurationRecorder"))' >inventory
	live >out
	for case in aws_s3_bucket.logs:.Live.Exists aws_config_configuration_recorder.main:.Live.Count aws_vpc.main:.Live.Region; do
		run -0 of "${case%:*}" '[.Live, (.Unreadable[] | select(.Path | startswith(".Live")))]' out
		same "$output" "[{},{\"Path\":\"${case#*:}\",\"Operation\":\"qrie-collect --live\",\"Code\":\"NotCovered\",\"Permission\":null}]"
	done
	# what is there is there, whatever else was not looked at
	run -0 of aws_kms_alias.main .Live out
	same "$output" '{"Exists":true}'
	plan "$data/wide.json" >out
	run -0 of aws_s3_bucket.logs '[.Live, (.Unreadable[] | select(.Path | startswith(".Live")) | .Path, .Code)]' out
	same "$output" '[null,".Live","NoInventory"]'
	echo nonsense >>inventory
	run -2 --separate-stderr live
	[[ $stderr == "qrie-collect: inventory:4: "* ]]
	run -2 --separate-stderr qrie-collect --from terraform-plan --live nowhere "$data/wide.json"
	[[ $stderr == "qrie-collect: nowhere: "* ]]
	run -3 --separate-stderr qrie-collect --from terraform-state --live inventory "$data/state.json"
	same "$stderr" "qrie-collect: --live is for --from terraform-plan"
}

@test "a planned resource tells what of it is written out, which variables it is made of, and what it has to do with others" {
	plan "$data/wide.json" >out
	run -0 of aws_lb.web .Written out
	same "$output" '{"Name":{"Attribute":"name","Constant":false,"Value":"web-prod-1","Variables":[{"Variable":"suffix","Value":"prod-1"}],"From":[]},"Variables":[{"Attribute":"enable_deletion_protection","Variable":"protect","HasDefault":true,"Default":true}],"AccountIds":[],"Regions":[],"Unreferenced":[],"DependsOn":[]}'
	run -0 of aws_acm_certificate.web .Written.Variables out
	same "$output" '[{"Attribute":"domain_name","Variable":"domain","HasDefault":true,"Default":"example.com"}]'
	run -0 of aws_cloudfront_distribution.web .Written.AccountIds out
	same "$output" '[{"Attribute":"web_acl_id","Id":"111122223333"}]'
	run -0 of aws_kms_key.main .Related out
	same "$output" '{"LogGroups":["/app/prod-1"],"Trails":["main-prod-1"],"ByEvents":["alerts-prod-1"],"ByAlarms":[],"ByBuckets":[]}'
	# a variable of a module's caller; a default that is secret; an id in a text of sixteen digits
	jq -c '(.configuration.root_module.resources[] | select(.address == "aws_lb.web") | .expressions)
	      |= (.enable_deletion_protection.references = ["var.password"] | .name = {constant_value: "a-1234567890123456-b"})
	    | (.configuration.root_module.resources[] | select(.address == "aws_lb.web") | .depends_on) = ["aws_vpc.main"]' "$data/wide.json" >in
	plan in >out
	run -0 of aws_lb.web '[.Written | .Name.Constant, .Variables, .AccountIds, .DependsOn]' out
	same "$output" '[true,[{"Attribute":"enable_deletion_protection","Variable":"password","HasDefault":true}],[],["aws_vpc.main"]]'
	# a state has no configuration
	qrie-collect --from terraform-state "$data/state.json" >state
	same "$(jq -c 'select(has("Written") or has("Live"))' state)" ""
}

# written ADDRESS FILTER: of the plan of t/data/terraform/lint, with each expression of its queue made over.
written() {
	jq -c "(.configuration.root_module.resources[] | select(.address == \"aws_sqs_queue.bad\")) |= ($2)" "$data/lint.json" >in
	plan in >out
	of aws_sqs_queue.bad "$1" out
}

@test "a name is an attribute, the beginning of one, or the tag Name; with variables and whatever else it is made of" {
	plan "$data/lint.json" >out
	run -0 of module.named.aws_launch_template.kind '[.Written.Name, (.Unreadable[] | select(.Path | startswith(".Written")))]' out
	same "$output" '[{"Attribute":"name_prefix","Constant":false,"Value":"kind-dev-7-","Variables":[{"Variable":"environment_suffix","Value":"dev-7"}],"From":[]}]'
	run -0 of aws_kms_key.good .Written.Name out
	same "$output" '{"Attribute":"tags.Name","Constant":false,"Value":"good-dev-7","Variables":[{"Variable":"environment_suffix","Value":"dev-7"}],"From":[]}'
	run -0 of aws_sqs_queue.bad .Written.Name out
	same "$output" '{"Attribute":"name","Constant":true,"Value":"jobs-prod","Variables":[],"From":[]}'
	run -0 of 'module.plain.aws_security_group.kind["alb"]' .Written.Name out
	same "$output" '{"Attribute":"name","Constant":false,"Value":"alb","Variables":[],"From":[]}'
	# a network without the tag has no name
	jq -c '(.resource_changes[] | select(.address == "aws_vpc.main") | .change.after) |= (.tags = null | .tags_all = {})' "$data/lint.json" >in
	plan in >out
	run -0 of aws_vpc.main '.Written | has("Name")' out
	same "$output" false
	# what is local, or another's, once each
	run -0 written .Written.Name '.expressions.name = {references: ["local.end", "terraform.workspace", "local.end", "var.account"]}'
	same "$output" '{"Attribute":"name","Constant":false,"Value":"jobs-prod","Variables":[{"Variable":"account","Value":"111122223333"}],"From":["local.end","terraform.workspace"]}'
	# a secret variable is named and not told
	jq -c '.configuration.root_module.variables.environment_suffix.sensitive = true' "$data/lint.json" >in
	plan in >out
	run -0 of aws_sqs_queue.good .Written.Name.Variables out
	same "$output" '[{"Variable":"environment_suffix"}]'
}

@test "regions that are written out are found with their attribute, zones of them too, and words that look like one are not" {
	for case in us-east-1:us-east-1 arn:aws:s3:us-gov-west-1:1:us-gov-west-1 ap-southeast-2c:ap-southeast-2 \
	    ec2.eu-isoe-west-1.amazonaws.com:eu-isoe-west-1 mx-central-1:mx-central-1; do
		run -0 written .Written.Regions ".expressions = {name: {constant_value: \"${case%:*}\"}}"
		same "$case $output" "$case [{\"Attribute\":\"name\",\"Region\":\"${case##*:}\"}]"
	done
	for text in bus-east-1 us-east us-east-x us-middle-1 us-east-11 us-east-1zz us-east-1a7 us us- us-east- my-us-gov-a-west-1 US-EAST-1; do
		run -0 written .Written.Regions ".expressions = {name: {constant_value: \"$text\"}}"
		same "$text $output" "$text []"
	done
	run -0 written .Written.Regions '.expressions = {name: {references: ["var.us-east-1"]}, block: [{inner: {constant_value: ["us-east-1", "eu-west-1a"]}}]}'
	same "$output" '[{"Attribute":"block","Region":"us-east-1"},{"Attribute":"block","Region":"eu-west-1"}]'
}

@test "a part, and what another takes from, that are named by a text are unreferenced, unless depends_on or they are there" {
	constant='(.configuration.root_module.resources[] | select(.address == "aws_s3_bucket_policy.good")) |= (.expressions.bucket = {constant_value: "a"}'
	unreferenced() {
		jq -c "$1" "$data/lint.json" >in
		plan in >out
		of aws_s3_bucket.good '[.Written.Unreferenced[] | [.Address, .Attribute, .To]]' out
	}
	# its value is known then
	bucket='((.resource_changes[] | select(.address == "aws_s3_bucket_policy.good") | .change) |= (.after.bucket = "good-dev-7-111122223333" | del(.after_unknown.bucket)))'
	run -0 unreferenced "$constant) | $bucket"
	same "$output" '[["aws_s3_bucket_policy.good","bucket","aws_s3_bucket.good"]]'
	run -0 unreferenced "$constant | .depends_on = [\"aws_s3_bucket.good\"]) | $bucket"
	same "$output" '[]'
	run -0 unreferenced "$constant | .depends_on = [\"aws_s3_bucket.goo\"]) | $bucket"
	same "$output" '[["aws_s3_bucket_policy.good","bucket","aws_s3_bucket.good"]]'
	run -0 unreferenced "$constant) | $bucket | (.resource_changes[] | select(.address == \"aws_s3_bucket.good\") | .change) |= (.actions = [\"no-op\"] | .before = .after)"
	same "$output" '[]'
	# what relates to it
	run -0 unreferenced "(.configuration.root_module.resources[] | select(.address == \"aws_s3_bucket_logging.good\") | .expressions.target_bucket) = {constant_value: \"a\"}
	    | (.resource_changes[] | select(.address == \"aws_s3_bucket_logging.good\") | .change) |= (.after.target_bucket = \"good-dev-7-111122223333\" | del(.after_unknown.target_bucket))"
	same "$output" '[["aws_s3_bucket_logging.good","target_bucket","aws_s3_bucket.good"]]'
}

# Every file in examples/ does what its comment says, on a seeded estate; daily-scan on an emulator of AWS too.
load helper
load emulator

PATH=$QRIE_TOP/examples:$PATH
now=2026-11-22T21:00:00Z

teardown_file() {
	emulators_stop
}

resource() {	# name DescribeTime versioning status
	printf '{"Kind":"resource","ARN":"arn:aws:s3:::%s","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333",' "$1"
	printf '"Region":"eu-west-1","AccountService":"111122223333_s3","Source":"seed","DescribeTime":"%s",' "$2"
	printf '"LastSeenAt":"%s","Tags":{},"Configuration":{"Versioning":{"Status":"%s"}}}\n' "$2" "$3"
}

coverage() {	# time
	printf '{"Kind":"coverage","AccountId":"111122223333","Region":"*","ResourceType":"AWS::S3::Bucket","Status":"complete",'
	printf '"Code":null,"Message":null,"Resources":1,"Calls":1,"Retries":0,"Throttles":0,"StartedAt":"%s","EndedAt":"%s"}\n' "$1" "$1"
}

@test "try-it reports every policy with findings on a made-up estate, the first eleven among them" {
	try-it --now "$now" >report
	sed -n '/^POLICIES/,/^$/p' report | awk '$3 + 0 > 0 && $1 ~ /^[A-Z]+$/ { print $2 }' | grep -v '^POLICY$' | sort >reported
	qrie-seed data --now "$now" | qrie-eval | jq -r 'select(.Kind == "finding" and .State == "ACTIVE").Policy' | sort -u >found
	cmp found reported
	run -0 comm -13 reported <(qrie-eval --list -p @core -f json | jq -r .Policy | sort)
	same "$output" ""
}

@test "the pipelines of a day run as they are written" {
	qrie-seed data --now "$now" >inventory.ndjson
	jq -c 'if .Kind == "resource" and .ResourceType == "AWS::S3::Bucket"
		then .Configuration.Versioning = {Status: "Suspended"} else . end' inventory.ndjson >yesterday.ndjson
	qrie-eval -a inventory.ndjson | qrie-diff -F findings.ndjson >transitions.ndjson
	qrie-report -f html findings.ndjson >report.html
	qrie-diff yesterday.ndjson inventory.ndjson | jq -r '.ARN' >changed
	qrie-tag inventory.ndjson >plan.ndjson || same "$?" 2	# tags that could not be read
	same "$(jq -r 'select(.Kind == "finding" and .State == "ACTIVE").Id' transitions.ndjson | sort | md5sum)" \
	    "$(qrie-eval inventory.ndjson | jq -r 'select(.Kind == "finding" and .State == "ACTIVE").Id' | sort | md5sum)"
	[ -s report.html ]
	same "$(sort -u changed | grep -vc '^arn:aws:s3:::')" 0
	[ "$(grep -c . changed)" -gt 0 ]
	[ -s plan.ndjson ]
}

@test "daily-scan follows a finding from one day to the next" {
	mkdir kept
	{ resource shop 2026-11-21T02:30:00Z Suspended; coverage 2026-11-21T02:30:00Z; } >monday
	{ resource shop 2026-11-22T02:30:00Z Enabled; coverage 2026-11-22T02:30:00Z; } >tuesday
	QRIE_INVENTORY=$PWD/monday run -0 daily-scan kept
	same "$(jq -r 'select(.Policy == "S3BucketVersioningDisabled" and .Kind == "finding").State' kept/transitions.ndjson)" ACTIVE
	grep -q S3BucketVersioningDisabled kept/report.html
	[ ! -e kept/yesterday.ndjson ]
	QRIE_INVENTORY=$PWD/tuesday run -0 daily-scan kept
	cmp monday kept/yesterday.ndjson
	cmp tuesday kept/inventory.ndjson
	same "$(jq -r 'select(.Policy == "S3BucketVersioningDisabled" and .Kind == "finding") | "\(.State) \(.ResolvedReason)"' kept/transitions.ndjson)" \
	    'RESOLVED RESOURCE_COMPLIANT'
	same "$(ls kept | grep -v lock | tr '\n' ' ')" 'findings.ndjson history.ndjson inventory.ndjson report.html transitions.ndjson yesterday.ndjson '
	qrie-diff --history kept/history.ndjson --as-of 2100-01-01 | jq -c "select(.Kind == \"finding\") | [.Id, .State]" >then
	jq -c "select(.Kind == \"finding\") | [.Id, .State]" kept/findings.ndjson | cmp - then
}

@test "daily-scan ends with 2 after a bad record, and with 3 and the old files when there is no inventory" {
	mkdir kept
	{ resource shop 2026-11-21T02:30:00Z Suspended; echo oops; } >monday
	QRIE_INVENTORY=$PWD/monday run -2 --separate-stderr daily-scan kept
	cp -R kept before
	QRIE_INVENTORY=$PWD/nothing run -3 --separate-stderr daily-scan kept
	rm -f kept/inventory.new
	diff -r before kept
}

@test "daily-scan reads an emulator of AWS and finds a bucket without an access block" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	export AWS_ENDPOINT_URL=$MOTO_URL AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
	"$QRIE_VENV/bin/python" -c 'import boto3; boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="shop-assets")'
	run --separate-stderr daily-scan
	[ "$status" -eq 0 ] || [ "$status" -eq 2 ]
	[ "$(jq -r 'select(.Kind == "coverage").ResourceType' inventory.ndjson | sort -u | wc -l)" -gt 10 ]
	same "$(jq -r 'select(.Id == "arn:aws:s3:::shop-assets#S3BucketPublic").State' findings.ndjson)" ACTIVE
	run --separate-stderr daily-scan . -t s3/bucket
	[ "$status" -eq 0 ] || [ "$status" -eq 2 ]
	same "$(jq -r 'select(.Kind == "coverage").ResourceType' inventory.ndjson)" AWS::S3::Bucket
}

@test "what-changed names the changed, new and vanished resources and no other" {
	{ resource same "$now" Enabled; resource changed "$now" Enabled; resource gone "$now" Enabled; } >yesterday.ndjson
	{ resource same "$now" Enabled; resource changed "$now" Suspended; resource new "$now" Enabled; } >inventory.ndjson
	run -0 --separate-stderr what-changed
	same "$(printf '%s\n' "${lines[@]}" | sort)" 'arn:aws:s3:::changed
arn:aws:s3:::gone
arn:aws:s3:::new'
	cp yesterday.ndjson other
	run -0 what-changed yesterday.ndjson other
	same "$output" ''
}

@test "tags leaves a plan, and counts what is missing by account" {
	{ resource one "$now" Enabled; resource two "$now" Enabled; } >inventory.ndjson
	run -0 --separate-stderr tags
	same "$(jq -r .ARN plan.ndjson | sort)" 'arn:aws:s3:::one
arn:aws:s3:::two'
	missing=$(jq -r '.Missing[0]' plan.ndjson | head -n 1)
	same "$(printf '%s\n' "${lines[@]}" | grep -wi "$missing" | tr -s ' \t' ' ')" " 2 111122223333 $missing"
}

@test "tags-apply says what it would change, changes it when told to, and leaves what undoes it" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	export AWS_ENDPOINT_URL=$MOTO_URL AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" make topic 2 >inventory
	echo '{"NamePattern": "topic-*", "Tags": {"Owner": "web"}}' >owners
	run -0 --separate-stderr tags-apply inventory owners
	same "$stderr" "qrie-tag: 2 resources would be changed, 0 were as they should be, 0 failed"
	same "$(ls | grep -c '^undo')" 0
	run -0 --separate-stderr tags-apply inventory owners --yes --max-changes 2
	same "$stderr" "qrie-tag: 2 resources changed, 0 were as they should be, 0 failed"
	same "$(jq -r .ARN inventory | "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" show | grep -c '"Owner":"web"')" 2
	qrie-tag --apply undo-*.ndjson >said
	same "$(jq -r .ARN inventory | "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/tagged.py" show | grep -c '{}')" 2
	run -3 tags-apply inventory
}

@test "pieces judged apart give what one run gives, to the byte, with GNU parallel and without" {
	qrie-seed data --now "$now" >inventory.ndjson
	qrie-eval -a --now "$now" inventory.ndjson >whole
	NOW=$now gnu-parallel inventory.ndjson 7 >parallel.out
	cmp whole parallel.out
	mkdir bin
	printf '#!/bin/sh\nexit 1\n' >bin/parallel
	chmod +x bin/parallel
	PATH=$PWD/bin:$PATH NOW=$now gnu-parallel inventory.ndjson 5 >xargs.out
	cmp whole xargs.out
}

@test "gnu-parallel ends with 2 when one piece had a bad record" {
	{ resource one "$now" Enabled; echo oops; resource two "$now" Enabled; resource three "$now" Enabled; } >inventory.ndjson
	run -2 --separate-stderr gnu-parallel inventory.ndjson 2
	same "$(printf '%s\n' "${lines[@]}" | grep -c '"verdicts"')" 3
}

@test "the commands of crontab run" {
	qrie-seed data --now "$now" >"$BATS_TEST_TMPDIR/estate"
	sed -n 's/^[0-9*]* [0-9*]* [0-9*]* [0-9*]* [0-9*]*\t//p' "$QRIE_TOP/examples/crontab" | sed "s|/var/lib/qrie|$PWD|" >commands
	same "$(grep -c . commands)" 3
	export QRIE_INVENTORY=$BATS_TEST_TMPDIR/estate
	echo '{"version":4,"lineage":"l","terraform_version":"1.11.0","resources":[]}' >terraform.tfstate
	run -0 --separate-stderr sh -e commands
	[ -s report.html ]
	[ -s findings.ndjson ]
}

# The steps of a workflow that run something, each in a file by the first word of its name.
steps() {
	"$QRIE_VENV/bin/python" - "$QRIE_TOP/examples/$1" <<'PYTHON'
import sys, yaml
[job] = yaml.safe_load(open(sys.argv[1]))["jobs"].values()
for step in job["steps"]:
    if "run" in step:
        open(step["name"].split()[0] + ".sh", "w").write(step["run"])
PYTHON
	grep -q 't/setup make all' build.sh
}

@test "the steps of github-actions.yml run, and the last is red on CRITICAL findings" {
	[ -x "$QRIE_VENV/bin/python" ] || skip "no python in $QRIE_VENV"
	steps github-actions.yml
	qrie-seed data --now "$now" >estate
	export QRIE_INVENTORY=$PWD/estate GITHUB_STEP_SUMMARY=$PWD/summary.md
	bash -e scan.sh
	bash -e summary.sh
	grep -q '^#' summary.md
	grep -q S3BucketPublic summary.md
	run -1 --separate-stderr bash -e fail.sh
}

@test "the steps of pull-request.yml judge a plan, show it in its lines, and are red from HIGH on and green without" {
	[ -x "$QRIE_VENV/bin/python" ] || skip "no python in $QRIE_VENV"
	steps pull-request.yml
	cp "$QRIE_TOP"/t/data/terraform/estate/*.tf .
	cp -r "$QRIE_TOP/t/data/terraform/estate/bucket" .
	mkdir bin
	printf '#!/bin/sh\n[ "$1" != show ] || cat "$PLAN"\n' >bin/terraform
	chmod +x bin/terraform
	export PATH=$PWD/bin:$PATH PLAN=$QRIE_TOP/t/data/terraform/plan.json GITHUB_STEP_SUMMARY=$PWD/summary.md
	bash -e plan.sh
	bash -e judge.sh
	line=$(grep -n 'resource "aws_s3_bucket" "bad"' main.tf | cut -d: -f1)
	same "$(jq --argjson line "$line" '[.runs[0].results[].locations[0].physicalLocation
		| select(.artifactLocation.uri == "main.tf" and .region.startLine == $line)] | length > 0' qrie.sarif)" true
	bash -e summary.sh
	grep -q 'aws_s3_bucket\|arn:aws:s3' summary.md
	run -1 --separate-stderr bash -e fail.sh
	[[ $output == *"::error file=main.tf,line=$line,title="* ]]
	echo '{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":[]}' >clean.json
	PLAN=$PWD/clean.json bash -e plan.sh
	bash -e judge.sh
	same "$(jq -c '.runs[0].results' qrie.sarif)" '[]'
	run -0 --separate-stderr bash -e fail.sh
}

@test "TFM-16: terraform-deny gives our own findings of a plan as the list data.terraform.deny: [] and 0 when clean, else not" {
	echo '{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":[]}' >clean.json
	run -0 --separate-stderr terraform-deny clean.json -p @core
	same "$(jq -c '.result[0].expressions[0] | [.text, .value]' <<<"$output")" '["data.terraform.deny",[]]'
	jq -n '{address: "aws_s3_bucket.v", mode: "managed", type: "aws_s3_bucket", name: "v",
		provider_name: "registry.terraform.io/hashicorp/aws"} as $r
		| {format_version: "1.2", planned_values: {root_module: {resources: [$r + {values: {bucket: "b"}}]}},
		resource_changes: [$r + {change: {actions: ["create"], before: null, after: {bucket: "b"}}}]}' >bad.json
	run -1 --separate-stderr terraform-deny bad.json -p S3BucketVersioningDisabled
	same "$(jq -c '.result[0].expressions[0].value[] | [.id, .address]' <<<"$output")" '["S3BucketVersioningDisabled","aws_s3_bucket.v"]'
	echo "$output" >list
	same "$(qrie-eval --from opa list | jq -r 'select(.Kind == "finding") | "\(.Policy) \(.Address)"')" 'S3BucketVersioningDisabled aws_s3_bucket.v'
}

@test "DRF-30: drift shows what is no longer as Terraform made it and who did it, only where that is wanted, and ends with 1" {
	state='{"version":4,"lineage":"l","terraform_version":"1.11.0","resources":[{"mode":"managed","type":"aws_s3_bucket","name":"b",
	    "provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[{"attributes":{"bucket":"b","id":"b",
	    "arn":"arn:aws:s3:::b","region":"us-east-1","tags_all":TAGS,"versioning":[{"enabled":true,"mfa_delete":false}]}}]}]}'
	on='{"ManagedBy":"terraform","AutoRevert":"true"}'
	echo "${state/TAGS/$on}" >terraform.tfstate
	resource b "$now" Enabled | jq -c ".Tags = $on | .Configuration.Name = \"b\"" >inventory.ndjson
	run -0 --separate-stderr drift terraform.tfstate
	same "$output$stderr" ""
	resource b "$now" Suspended | jq -c ".Tags = $on | .Configuration.Name = \"b\"" >inventory.ndjson
	echo '{"userIdentity":{"arn":"arn:aws:iam::111122223333:user/ann"},"eventTime":"2026-11-01T00:00:00Z","eventSource":"s3.amazonaws.com",
	    "eventName":"PutBucketVersioning","awsRegion":"us-east-1","requestParameters":{"bucketName":"b"},"recipientAccountId":"111122223333","eventID":"e"}' >trail
	run -1 --separate-stderr drift terraform.tfstate trail
	[[ $output == *"arn:aws:s3:::b HIGH arn:aws:iam::111122223333:user/ann 2026-11-01T00:00:00Z"*"/Versioning/Status"* ]]
	same "$(jq -c .ChangedProperties drift.ndjson)" '["VersioningConfiguration"]'
	echo "${state/TAGS/null}" >terraform.tfstate
	resource b "$now" Suspended | jq -c ".Tags = {} | .Configuration.Name = \"b\"" >inventory.ndjson
	run -0 --separate-stderr drift terraform.tfstate
	same "$output" ""
	DRIFT_OPTIONS=--all run -1 --separate-stderr drift terraform.tfstate
	run -2 --separate-stderr drift nowhere
}

@test "DRF-30: EventBridge takes drift-rule.json, which has the hour of the crontab" {
	moto_start
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/aws" events put-rule --cli-input-json "file://$QRIE_TOP/examples/drift-rule.json"
	"$QRIE_VENV/bin/aws" events describe-rule --name qrie-drift >rule
	same "$(jq -r '"\(.State) \(.ScheduleExpression)"' rule)" \
	    "ENABLED $(awk '/ && drift / { printf "cron(%s %s * * ? *)", $1, $2 }' "$QRIE_TOP/examples/crontab")"
}

# Without terraform a stand-in gives the recorded plan, as "terraform show" would.
terraform_stand_in() {
	mkdir bin
	printf '%s\n' '#!/bin/sh' '[ "$1" = plan ] && echo Planned.' "[ \"\$1\" != show ] || cat '$QRIE_TOP/t/data/terraform/lint.json'" >bin/terraform
	chmod +x bin/terraform
	PATH=$PWD/bin:$PATH
}

@test "plan-gate is red on what a plan would bring in, tells its line, and not again on what the baseline has" {
	cp -R "$QRIE_TOP/t/data/terraform/lint" root
	cd root
	terraform_stand_in
	export QRIE_ACCOUNT=111122223333
	run -1 --separate-stderr plan-gate
	[[ $output == *"COMPLIANCE REPORT"* ]]
	[[ $stderr == *"ResourceNameWithoutSuffix: "*" resources pass, under 80%"* ]]
	line=$(grep -n 'resource "aws_kms_key" "bad"' main.tf | cut -d: -f1)
	run -0 jq -r 'select(.Policy == "KMSKeyLogGroupsNotAllowed" and .Kind == "finding") | "\(.Address) \(.Location.File):\(.Location.Line) \(.State)"' findings.ndjson
	same "$output" "aws_kms_key.bad main.tf:$line ACTIVE"
	# a merged branch's findings stop nothing; the suffixes, put right here, do not either
	mv findings.ndjson baseline.ndjson
	jq -c '.resource_changes |= map(select(.module_address != "module.plain"))
	    | (.resource_changes[] | select(.address | startswith("aws_sns_topic.many")) | .change.after.name) |= (rtrimstr("-dev-7") + "-dev-7")' \
	    "$QRIE_TOP/t/data/terraform/lint.json" >plan.json
	run -0 --separate-stderr plan-gate plan.json
	[[ $stderr == *" resources pass, at least 80%"* ]]
	same "$(jq -r 'select(.Policy == "KMSKeyLogGroupsNotAllowed" and .Kind == "finding") | "\(.Address) \(.Baseline)"' findings.ndjson)" 'aws_kms_key.bad true'
	# what is new stops
	jq -c '(.resource_changes[] | select(.address == "aws_kms_key.good") | .change.after.policy) |= sub("logs\\.us-east-1"; "elsewhere")' \
	    "$QRIE_TOP/t/data/terraform/lint.json" >new.json
	run -1 --separate-stderr plan-gate new.json
	run -0 jq -r 'select(.Policy == "KMSKeyLogGroupsNotAllowed" and .Kind == "finding" and .Baseline != true) | .Address' findings.ndjson
	same "$output" aws_kms_key.good
	run -2 --separate-stderr plan-gate nowhere.json
}

@test "plan-gate knows what is there already, and is green on a plan that brings nothing in" {
	cp "$QRIE_TOP"/t/data/terraform/wide/main.tf .
	printf '%s\n' '{"Kind":"resource","ARN":"arn:aws:iam::111122223333:role/config-prod-1","ResourceType":"AWS::IAM::Role","AccountId":"111122223333","Region":"global"}' >live.ndjson
	export QRIE_ACCOUNT=111122223333
	for state in ACTIVE UNKNOWN; do
		run --separate-stderr plan-gate "$QRIE_TOP/t/data/terraform/wide.json"
		[ "$status" -ne 0 ]
		same "$(jq -r 'select(.Policy == "IAMRoleNameTaken" and .Kind == "finding") | .State' findings.ndjson)" $state
		rm -f live.ndjson
	done
	echo '{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":[]}' >clean.json
	run -0 --separate-stderr plan-gate clean.json
	[[ $stderr == *"ResourceNameWithoutSuffix: no resource was judged"* ]]
}

@test "launch makes policies hold where they are meant to, and once launched they stay as they are" {
	{
		resource prod "$now" Suspended | sed 's/"Tags":{}/"Tags":{"Environment":"prod"}/'
		resource test "$now" Suspended | sed 's/"Tags":{}/"Tags":{"Environment":"test"}/'
	} >inventory.ndjson
	run --separate-stderr launch
	same "$(jq -r 'select(.Kind == "finding" and .Policy == "S3BucketVersioningDisabled") | "\(.ARN) \(.Severity)"' findings.ndjson)" 'arn:aws:s3:::prod 90'
	same "$(jq -r 'select(.PolicyId == "IAMAccessKeyNotRotated") | [.Parameters.MaxDays, .Scope.ExcludeAccounts[]] | @csv' launched.ndjson)" '180,"111122223333"'
	cp launched.ndjson before
	run --separate-stderr launch
	cmp before launched.ndjson
}

@test "every example has a test here" {
	for file in "$QRIE_TOP"/examples/*; do
		grep -q "^@test.*$(basename "$file" | sed 's/gnu-parallel/GNU parallel/')" "$BATS_TEST_FILENAME"
	done
}

@test "events follows findings by what events name: open, resolved, and gone" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	export AWS_ENDPOINT_URL=$MOTO_URL AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
	told() {	# NAME TIME
		jq -nc --arg name "$1" --arg time "$2" '{"detail-type": "AWS API Call via CloudTrail", source: "aws.s3", detail:
			{eventSource: "s3.amazonaws.com", eventName: $name, eventTime: $time, awsRegion: "us-east-1",
			recipientAccountId: "111122223333", requestParameters: {bucketName: "shop-events"}}}'
	}
	"$QRIE_VENV/bin/python" -c 'import boto3; boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="shop-events")'
	told CreateBucket "$now" >event
	run -0 --separate-stderr events event
	same "$(jq -r 'select(.Id == "arn:aws:s3:::shop-events#S3BucketPublic").State' findings.ndjson)" ACTIVE
	told DeleteBucket 2036-11-22T21:00:00Z >event
	run -0 --separate-stderr events <event
	same "$(jq -r 'select(.Id == "arn:aws:s3:::shop-events#S3BucketPublic") | "\(.State) \(.ResolvedReason)"' findings.ndjson)" \
	    'RESOLVED RESOURCE_DELETED'
	run -2 --separate-stderr events <<<oops
	AWS_ENDPOINT_URL=http://127.0.0.1:1 run -3 --separate-stderr events <<<"$(told CreateBucket "$now")"
}

@test "POL-29: new-resource approves a tagged resource that passes, flags another with its reasons, and logs a line for each" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	export AWS_ENDPOINT_URL=$MOTO_URL AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
	"$QRIE_VENV/bin/python" - <<'PYTHON'
import boto3
s3 = boto3.client("s3", region_name="us-east-1")
for name in "shop-good", "shop-bad":
    s3.create_bucket(Bucket=name)
s3.put_bucket_versioning(Bucket="shop-good", VersioningConfiguration={"Status": "Enabled"})
tags = {"Environment": "prod", "Owner": "a", "CostCenter": "42", "CreatedAt": "2026-01-01T00:00:00Z", "Project": "p",
    "ComplianceStatus": "compliant"}
s3.put_bucket_tagging(Bucket="shop-good", Tagging={"TagSet": [{"Key": k, "Value": v} for k, v in tags.items()]})
s3.put_bucket_tagging(Bucket="shop-bad", Tagging={"TagSet": [{"Key": k, "Value": v} for k, v in tags.items() if k != "Owner"]})
PYTHON
	made() {	# bucket
		jq -nc --arg name "$1" --arg time "$now" '{"detail-type": "AWS API Call via CloudTrail", source: "aws.s3", detail:
			{eventSource: "s3.amazonaws.com", eventName: "CreateBucket", eventTime: $time, awsRegion: "us-east-1",
			recipientAccountId: "111122223333", requestParameters: {bucketName: $name}}}'
	}
	run -0 --separate-stderr new-resource S3BucketVersioningDisabled <<<"$(made shop-good)"
	same "$output" 'approved arn:aws:s3:::shop-good'
	same "$(jq -c '[.Result, .ARN]' validation.ndjson)" '["approved","arn:aws:s3:::shop-good"]'
	made shop-bad >event
	run -0 --separate-stderr new-resource S3BucketVersioningDisabled event
	same "$output" 'flagged arn:aws:s3:::shop-bad S3BucketVersioningDisabled tag:Owner'
	same "$(jq -c '[.Result, .ARN, .Policies, .Tags]' validation.ndjson)" '["approved","arn:aws:s3:::shop-good",[],[]]
["flagged","arn:aws:s3:::shop-bad",["S3BucketVersioningDisabled"],["Owner"]]'
	run -2 --separate-stderr new-resource @core <<<oops
	same "$output" ''
	run -3 new-resource
}

@test "SDR-28: qop has one command for each pipeline, and takes one at a time" {
	for wrong in '' '--seed-data --scan-account' '--state' '--bogus'; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr qop $wrong
		same "$output" ""
	done
	run -0 --separate-stderr qop --seed-data --state data --resources 50
	same "$(find data -name '*.ndjson' | sort | xargs)" "data/accounts.ndjson data/findings.ndjson data/inventory.ndjson data/policies.ndjson"
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	LAUNCHED='account/account ec2/instance ec2/volume iam/policy iam/user rds/db-instance s3/bucket' emulator_client "$MOTO_URL"
	run -0 --separate-stderr qop --deploy-core
	same "$(jq -r .Status qrie-state/policies.ndjson | uniq -c | xargs)" "11 active"
	# done in part, since moto does not tell all of an account
	run -2 --separate-stderr qop --test-e2e --account-id 111122223333 --region us-east-1 --yes
	[[ $stderr != *"expected, and not found"* ]]
	same "$(jq -r 'select(.Kind == "finding" and .State == "ACTIVE").Id' qrie-state/findings.ndjson | sort)" \
	    "$(jq -r 'select(.Kind == "expected" and .State == "ACTIVE" and .Days == null).Id' <<<"$output" | sort)"
	run --separate-stderr qop --scan-account --account-id 111122223333 --region us-east-1 --service s3
	same "$(jq -r 'select(.Kind == "finding").Id' <<<"$output")" ""
	run --separate-stderr qop --generate-inventory --account-id 111122223333 --region us-east-1 --service rds
	same "$(jq -r 'select(.Kind == "resource").ResourceType' <<<"$output")" AWS::RDS::DBInstance
	run -0 --separate-stderr qop --seed-resources --remediate --keep --yes
	same "$(jq -r 'select(.Kind == "seeded" and .ARN).Action' <<<"$output" | sort | uniq -c | xargs)" "11 updated"
	run -0 --separate-stderr qop --test-e2e-cleanup --account-id 111122223333 --yes
	same "$(jq -r 'select(.Kind == "finding").Id' qrie-state/findings.ndjson)" ""
	same "$("$QRIE_VENV/bin/aws" s3api list-buckets --query 'Buckets[].Name' --output text)" ""
}

@test "TST-01 to TST-10: end-to-end shows each of the ten scenarios on an emulator, takes away what it made, and ends with 1 where one fails" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	emulator_client "$MOTO_URL"
	for wrong in '' '--account' '--region us-east-1' '--account 111122223333 more' '--account 111122223333 --services iam'; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr end-to-end $wrong
		same "$output" ""
	done
	PATH=$PATH:$QRIE_VENV/bin run -0 --separate-stderr end-to-end --account 111122223333 --region us-east-1
	same "$(sed 's/^ok: \([0-9]*\)\..*/\1/' <<<"$output" | uniq -c | xargs)" "2 1 4 9 1 2 1 3 2 4 2 8 7 10 1 5 3 7 1 6"
	same "$("$QRIE_VENV/bin/aws" s3api list-buckets --query 'Buckets[].Name' --output text)" ""
	same "$("$QRIE_VENV/bin/aws" iam list-users --query 'Users[].UserName' --output text)" ""
	sed '/--delete S3BucketPublic/d' "$QRIE_TOP/examples/end-to-end" >broken
	run -1 --separate-stderr bash broken --account 111122223333 --region us-east-1
	[[ $output == *"not ok: 2. the findings of a policy that is deleted"* ]]
	same "$("$QRIE_VENV/bin/aws" s3api list-buckets --query 'Buckets[].Name' --output text)" ""
}

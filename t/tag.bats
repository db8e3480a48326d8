# What qrie-tag plans for which tags.
load helper

good='{"Environment":"prod","Owner":"web-team","CostCenter":"CC-1","CreatedAt":"2026-01-01T00:00:00Z","Project":"website","ComplianceStatus":"compliant"}'

# A resource record: TYPE TAGS [CONFIGURATION [SOURCE]]
resource() {
	printf '{"Kind":"resource","ARN":"arn:aws:x:::r","ResourceType":"%s","AccountId":"111122223333",' "$1"
	printf '"Region":"eu-west-1","AccountService":"111122223333_x","Source":"%s",' "${4:-terraform-plan}"
	printf '"DescribeTime":"2026-11-22T21:00:00Z","Tags":%s,"Configuration":%s}\n' "$2" "${3:-"{}"}"
}

# The plan for it, as jq shows it.
plan() {
	resource "$2" "$3" "${4-}" "${5-}" >in
	run -0 --separate-stderr qrie-tag in
	same "$stderr" ""
	printf '%s' "$output" >plan
	run -0 jq -cr "$1" plan
}

# The good tags, changed by a jq program.
tags() {
	jq -cn "$good | $1"
}

@test "TAG-01: a resource with all six kinds of metadata needs no plan" {
	plan . AWS::SNS::Topic "$good"
	same "$output" ""
}

@test "TAG-01: each of the six that is not there is named" {
	for key in Environment Owner CostCenter CreatedAt Project ComplianceStatus; do
		plan '[.Missing, .Invalid, .Rename, .Set]' AWS::SNS::Topic "$(tags "del(.$key)")"
		same "$output" "[[\"$key\"],[],{},{}]"
	done
}

@test "TAG-01: Team does for Owner, Application for Project" {
	plan . AWS::SNS::Topic "$(tags 'del(.Owner, .Project) + {Team: "web-team", Application: "website"}')"
	same "$output" ""
}

@test "TAG-01: an untagged resource misses all six" {
	plan '.Missing | join(" ")' AWS::SNS::Topic '{}'
	same "$output" "Environment Owner CostCenter CreatedAt Project ComplianceStatus"
}

@test "TAG-01: a required tag whose value is empty or blank is invalid" {
	for value in "" "  "; do
		plan '.Invalid[]' AWS::SNS::Topic "$(tags ".Owner = \"$value\"")"
		same "$output" "{\"Key\":\"Owner\",\"Value\":\"$value\",\"Rule\":\"the value is empty\"}"
	done
}

@test "TAG-01: the time of creation is taken from the configuration, as a time of ours" {
	while read -r type configuration; do
		plan '[.Missing, .Set]' "$type" "$(tags 'del(.CreatedAt)')" "$configuration"
		same "$type $output" "$type [[\"CreatedAt\"],{\"CreatedAt\":\"2025-08-01T12:00:00Z\"}]"
	done <<-'END'
		AWS::S3::Bucket {"CreationDate":"2025-08-01T12:00:00+00:00"}
		AWS::IAM::User {"CreateDate":"2025-08-01T14:00:00+02:00"}
		AWS::EC2::Volume {"CreateTime":"2025-08-01T12:00:00.123000+00:00"}
		AWS::DynamoDB::Table {"CreationDateTime":"2025-08-01T12:00:00+00:00"}
		AWS::RDS::DBInstance {"InstanceCreateTime":"2025-08-01T12:00:00+00:00"}
		AWS::EC2::Instance {"LaunchTime":"2026-01-01T00:00:00Z","NetworkInterfaces":[{"Attachment":{"AttachTime":"2025-08-01T12:00:00+00:00"}},{"Attachment":{"AttachTime":"2026-01-01T00:00:00Z"}}]}
	END
}

@test "TAG-01: a time of creation that is none is invalid, and the right one is suggested if it is known" {
	plan '[.Invalid[], .Set]' AWS::SNS::Topic "$(tags '.CreatedAt = "last week"')"
	same "$output" '[{"Key":"CreatedAt","Value":"last week","Rule":"the value is not a time like 2026-11-22T21:00:00Z"},{}]'
	plan '[.Invalid[].Suggested, .Set.CreatedAt]' AWS::S3::Bucket "$(tags '.CreatedAt = "last week"')" \
		'{"CreationDate":"2025-08-01T12:00:00+00:00"}'
	same "$output" '["2025-08-01T12:00:00Z","2025-08-01T12:00:00Z"]'
}

@test "TAG-02: an Environment that is none of dev, staging, prod is flagged with these" {
	plan '[.Invalid[], .Set]' AWS::SNS::Topic "$(tags '.Environment = "test"')"
	same "$output" '[{"Key":"Environment","Value":"test","Allowed":["dev","staging","prod"]},{}]'
	for value in dev staging prod; do
		plan . AWS::SNS::Topic "$(tags ".Environment = \"$value\"")"
		same "$output" ""
	done
}

@test "TAG-02: production is accepted for prod, other spellings are rewritten" {
	plan . AWS::SNS::Topic "$(tags '.Environment = "production"')"
	same "$output" ""
	for pair in Prod:prod PRODUCTION:prod prd:prod development:dev stage:staging Staging:staging; do
		plan '[.Invalid[].Value, .Invalid[].Suggested, .Set.Environment] | join(" ")' \
			AWS::SNS::Topic "$(tags ".Environment = \"${pair%:*}\"")"
		same "$output" "${pair%:*} ${pair#*:} ${pair#*:}"
	done
}

@test "TAG-03: a resource that lacks two keys gives one plan that names both" {
	plan .Missing AWS::SNS::Topic "$(tags 'del(.Owner, .CostCenter)')"
	same "$output" '["Owner","CostCenter"]'
}

@test "TAG-03: a key under another spelling is to be renamed, and is not missing" {
	for pair in cost-center:CostCenter costcentre:CostCenter COST_CENTER:CostCenter env:Environment \
		environment:Environment team:Team application:Application app:Project owner:Owner; do
		key=$(jq -cn "{CostCenter: \"CostCenter\", Environment: \"Environment\", Team: \"Owner\", Owner: \"Owner\",
			Application: \"Project\", Project: \"Project\"}[\"${pair#*:}\"]")
		plan '[.Missing, .Invalid, .Rename, .Set]' AWS::SNS::Topic \
			"$(tags "with_entries(if .key == $key then .key = \"${pair%:*}\" else . end)")"
		same "$output" "[[],[],{\"${pair%:*}\":\"${pair#*:}\"},{}]"
	done
}

@test "a value under another spelling of the key is checked, and set under the key it will have" {
	plan '[.Rename, .Invalid[].Key, .Set]' AWS::SNS::Topic "$(tags 'del(.Environment) + {env: "live"}')"
	same "$output" '[{"env":"Environment"},"env",{"Environment":"prod"}]'
}

@test "nothing is renamed onto a tag that is there, nor two tags onto one" {
	plan '[.Rename, .Invalid[]]' AWS::SNS::Topic "$(tags '. + {env: "dev"}')"
	same "$output" '[{},{"Key":"env","Value":"dev","Rule":"another spelling of Environment, which is there too"}]'
	plan '[.Rename, .Invalid[].Key]' AWS::SNS::Topic "$(tags 'del(.Owner) + {owner: "a", OWNER: "b"}')"
	same "$output" '[{"owner":"Owner"},"OWNER"]'
}

@test "TAG-06: the rules shipped know Name, CostCenter, Environment and ManagedBy by these names" {
	for key in Name CostCenter Environment ManagedBy; do
		same "$(jq -r ".Keys[] | select(.Key == \"$key\").Key" "$QRIE_TOP/share/tags/required.json")" "$key"
	done
	plan .Rename AWS::SNS::Topic "$(tags '. + {name: "x", "managed-by": "terraform"}')"
	same "$output" '{"name":"Name","managed-by":"ManagedBy"}'
}

@test "TAG-12: CriticalityLevel has four levels, and resources can be chosen by it" {
	plan . AWS::SNS::Topic "$(tags '.CriticalityLevel = "low"')"
	same "$output" ""
	plan '.Invalid[].Allowed | join(" ")' AWS::SNS::Topic "$(tags '.CriticalityLevel = "some"')"
	same "$output" "low medium high critical"
	qrie-seed data >inventory
	jq -c 'select(.Tags.CriticalityLevel == "low")' inventory >chosen
	[ -s chosen ]
	same "$(wc -l <chosen)" "$(grep -c '"Tags":{[^}]*"CriticalityLevel":"low"' inventory)"
}

@test "TAG-13: a comma is refused on a KMS key, with the value that KMS takes; EC2 takes it" {
	plan '[.Invalid[], .Set]' AWS::KMS::Key "$(tags '.ComplianceFramework = "SOC2,PCI-DSS"')"
	same "$output" '[{"Key":"ComplianceFramework","Value":"SOC2,PCI-DSS","Rule":"the value may have letters, digits, blanks and _.:/=+-@ only","Suggested":"SOC2-PCI-DSS"},{}]'
	plan '.Invalid[].Suggested' AWS::KMS::Key "$(tags '.ComplianceFramework = "SOC2, PCI-DSS (all)"')"
	same "$output" "SOC2-PCI-DSS -all-"
	plan . AWS::EC2::Volume "$(tags '.ComplianceFramework = "SOC2,PCI-DSS"')"
	same "$output" ""
}

@test "TAG-13: keys of 128 and values of 256 characters are the longest, counted in characters" {
	plan . AWS::SNS::Topic "$(tags '. + {("é" * 128): ("é" * 256)}')"
	same "$output" ""
	plan '.Invalid[].Rule' AWS::SNS::Topic "$(tags '. + {("é" * 129): ("é" * 257)}')"
	same "$output" "$(printf '%s\n' 'the key has 129 characters, 128 are allowed' 'the value has 257 characters, 256 are allowed')"
	plan '.Invalid[].Rule' AWS::SNS::Topic "$(tags '. + {"": "x"}')"
	same "$output" "the key is empty"
}

@test "TAG-13: what begins with aws: is reserved, in any case, and left alone where AWS has set it" {
	plan '.Invalid[] | [.Key, .Rule] | join(" ")' AWS::SNS::Topic "$(tags '. + {"AWS:x": "y", x: "aws:y"}')"
	same "$output" "$(printf '%s\n' 'AWS:x the key begins with aws:, which is reserved for AWS' \
		'x the value begins with aws:, which is reserved for AWS')"
	plan . AWS::SNS::Topic "$(tags '. + {"aws:cloudformation:stack-name": "web"}')" '{}' aws
	same "$output" ""
}

@test "TAG-13: 50 tags are the most, AWS's own not counted" {
	plan . AWS::SNS::Topic "$(tags '. + ([range(44) | {key: "k\(.)", value: "v"}] | from_entries)')"
	same "$output" ""
	plan '.Invalid[]' AWS::SNS::Topic "$(tags '. + ([range(45) | {key: "k\(.)", value: "v"}] | from_entries)')"
	same "$output" '{"Key":null,"Value":null,"Rule":"the resource has 51 tags, 50 are allowed"}'
	plan . AWS::SNS::Topic "$(tags '. + ([range(44) | {key: "k\(.)", value: "v"}] | from_entries) + {"aws:a": "b"}')" '{}' aws
	same "$output" ""
}

@test "TAG-14: the number of resources that have opted in is the number of those tagged" {
	qrie-seed data --now 2026-11-22 >inventory
	jq -c 'select(.Tags.ManagedBy == "terraform" and .Tags.AutoRevert == "true")' inventory >opted
	[ -s opted ]
	same "$(wc -l <opted)" "$(grep -c '"Tags":{[^}]*"AutoRevert":"true"' inventory)"
	plan '.Invalid[].Allowed | join(" ")' AWS::SNS::Topic "$(tags '.AutoRevert = "yes"')"
	same "$output" "true false"
}

@test "tags that could not be read are told as such, not as missing, and make the exit status 2" {
	resource AWS::S3::Bucket null >in
	jq -c 'del(.Tags)' in >>in.2
	cat in.2 >>in
	run -2 --separate-stderr qrie-tag in
	same "$stderr" ""
	same "${#lines[@]}" 2
	same "${lines[0]}" '{"Kind":"tagplan","ARN":"arn:aws:x:::r","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"eu-west-1","AccountService":"111122223333_x","DescribeTime":"2026-11-22T21:00:00Z","Missing":[],"Invalid":[],"Rename":{},"Set":{},"Remove":[],"Was":{},"Unreadable":true}'
	same "${lines[1]}" "${lines[0]}"
}

@test "types that carry no tags, and records of other kinds, are passed over" {
	{ resource AWS::::Account '{}'; echo '{"Kind":"coverage","Tags":{}}'; echo '{"Tags":{}}'; } >in
	run -0 --separate-stderr qrie-tag in
	same "$output$stderr" ""
}

@test "a record that is no resource is named, and costs itself" {
	{
		echo '{"Kind":"resource","ResourceType":"AWS::SNS::Topic","Tags":{}}'
		echo '{"Kind":"resource","ARN":"a","Tags":{}}'
		resource AWS::SNS::Topic '{"Owner":1}'
		resource AWS::SNS::Topic '["Owner"]'
		resource AWS::SNS::Topic '{}'
	} >in
	run -2 --separate-stderr qrie-tag in
	same "${#lines[@]}" 1
	same "$stderr" "qrie-tag: in:1: resource without ARN
qrie-tag: in:2: resource without ResourceType
qrie-tag: in:3: Tags is not an object of texts
qrie-tag: in:4: Tags is not an object of texts"
}

@test "keys and values are compared as what they say, and written as JSON" {
	plan '[.Missing, .Invalid[]]' AWS::KMS::Key \
		"$(tags 'del(.Owner)' | sed 's/}$/,"\\u004fwner":"a","q\\"":"b\\n","Environment":"dev"}/')"
	same "$output" '[[],{"Key":"q\"","Value":"b\n","Rule":"the key may have letters, digits, blanks and _.:/=+-@ only"},{"Key":"q\"","Value":"b\n","Rule":"the value may have letters, digits, blanks and _.:/=+-@ only","Suggested":"b-"}]'
}

@test "--rules replaces what is required, and keeps what AWS takes" {
	cat >rules <<-'END'
		{"Keys": [{"Key": "CostCenter", "Required": true, "Pattern": "^CC-[0-9]{4}$"}], "Exempt": ["AWS::SNS::Topic"]}
	END
	{ resource AWS::SNS::Topic '{}'; resource AWS::KMS::Key '{"CostCenter":"CC-12345","a":"b,c"}'
		resource AWS::KMS::Key '{"CostCenter":"CC-1234"}'; } >in
	run -0 --separate-stderr qrie-tag -c rules in
	same "$(jq -c '[.Missing, .Invalid[].Rule]' <<<"$output")" '[[],"the value does not match the pattern","the value may have letters, digits, blanks and _.:/=+-@ only"]'
	run -0 --separate-stderr qrie-tag --rules rules in
}

@test "a mistake in the rules is named and stops the run" {
	while read -r why rules; do
		printf '%s\n' "$rules" >rules
		run -3 --separate-stderr qrie-tag -c rules /dev/null
		same "$stderr" "qrie-tag: rules: ${why//_/ }"
	done <<-'END'
		Keys[0].Alowed_is_not_known {"Keys":[{"Key":"a","Alowed":["b"]}]}
		Keys[0]_has_no_Key {"Keys":[{"Required":true}]}
		Keys[1]_is_not_an_object {"Keys":[{"Key":"a"},"b"]}
		Keyz_is_not_known {"Keyz":[]}
		Keys[0].Allowed_is_not_a_list_of_texts {"Keys":[{"Key":"a","Allowed":["b",1]}]}
		Keys[0].Accepted_is_not_an_object_of_texts {"Keys":[{"Key":"a","Accepted":{"b":[]}}]}
		Keys[0].Required_is_neither_true_nor_false {"Keys":[{"Key":"a","Required":"yes"}]}
		Keys[0].Pattern_is_not_a_POSIX_extended_regular_expression {"Keys":[{"Key":"a","Pattern":"("}]}
		Keys[0].From_has_something_that_is_no_path {"Keys":[{"Key":"a","From":["x y"]}]}
		Keys[0].From_has_a_path_to_more_than_one_value {"Keys":[{"Key":"a","From":[".a[]"]}]}
		is_not_an_object []
	END
	run -3 --separate-stderr qrie-tag -c none /dev/null
	same "$stderr" "qrie-tag: none: No such file or directory"
	QRIE_SHARE=. run -3 --separate-stderr qrie-tag /dev/null
	same "$stderr" "qrie-tag: share/tags: No such file or directory"
}

@test "the seeded estate is planned in full: every plan has its resource, and unreadable tags show" {
	qrie-seed data --now 2026-11-22 >inventory
	run -2 --separate-stderr qrie-tag inventory
	same "$stderr" ""
	printf '%s\n' "$output" >plan
	same "$(grep -c '"Unreadable":true}$' plan)" "$(grep -c '"Tags":null,"Configuration"' inventory)"
	same "$(jq -r 'select(.Tags == {} and .ResourceType != "AWS::::Account").ARN' inventory | sort)" \
		"$(jq -r 'select(.Missing | length == 6).ARN' plan | sort | comm -12 - <(jq -r 'select(.Tags == {}).ARN' inventory | sort))"
	[ "$(wc -l <plan)" -lt "$(grep -c '"Kind":"resource"' inventory)" ]
}

@test "memory does not grow with the input" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	if nm "$QRIE_TOP/cmd/qrie-tag" | grep -q __asan_init; then skip "the sanitizer's memory would be measured"; fi
	qrie-seed data --resources 40000 >inventory
	run -2 bash -c 'ulimit -v 24576; qrie-tag inventory >plan'
	[ "$(wc -l <plan)" -gt 10000 ]
}

@test "Was has what each key is now that the plan touches, null for one that is not there" {
	plan .Was AWS::S3::Bucket "$(tags 'del(.CreatedAt, .Environment, .Owner) + {env: "live", owner: "web", x: "y"}')" \
		'{"CreationDate":"2025-08-01T12:00:00+00:00"}'
	same "$output" '{"env":"live","Environment":null,"owner":"web","Owner":null,"CreatedAt":null}'
	plan '[.Was, .Set]' AWS::S3::Bucket "$(tags '.Environment = "Prod"')"
	same "$output" '[{"Environment":"Prod"},{"Environment":"prod"}]'
	plan .Was AWS::SNS::Topic '{}'
	same "$output" '{}'
}

@test "wrong usage, a reader that goes away, an output that is full" {
	run -3 --separate-stderr qrie-tag -x
	[[ $stderr == *'usage: qrie-tag '* ]]
	qrie-seed data --resources 3000 >inventory
	mkfifo pipe
	head -n 1 pipe >first &
	run --separate-stderr bash -c 'qrie-tag inventory >pipe'
	wait $!
	same "$stderr" ""
	[ "$status" -ne 3 ]
	[ -e /dev/full ] || skip "no /dev/full here"
	run -3 --separate-stderr bash -c 'qrie-tag inventory >/dev/full'
	[[ $stderr == 'qrie-tag: '* ]]
}

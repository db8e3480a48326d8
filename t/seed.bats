# The made-up estate: what is in it, that it is the same each time, and that its findings are true.
load helper

now=2026-11-22T21:00:00Z
launched=S3BucketPublic,S3BucketVersioningDisabled,S3BucketEncryptionDisabled,EC2UnencryptedEBS,IAMUserMfaDisabled,IAMAccessKeyNotRotated

seed() {
	qrie-seed data --now "$now" "$@"
}

# How many lines of a file a filter of jq lets through.
count() {
	jq -c "select($1)" "$2" | wc -l
}

# The findings of a file in a state, without what only time tells.
timeless() {
	jq -c "select(.Kind == \"finding\" and .State == \"$1\") | del(.DescribeTime, .LastEvaluated, .FirstSeen,
		.ResolvedAt, .ResolvedReason, .ReopenedAt)" "$2" | sort
}

@test "SDD-02: there are five accounts, and every resource is in one of them" {
	seed -o estate
	same "$(jq -r .AccountId estate/accounts.ndjson | tr '\n' ' ')" \
		"111122223333 222233334444 333344445555 444455556666 555566667777 "
	same "$(count '.Kind == "resource" and (.ARN | contains("111122223333")) and .AccountId != "111122223333"' \
		estate/inventory.ndjson)" 0
	same "$(jq -r 'select(.Kind == "resource").AccountId' estate/inventory.ndjson | sort -u)" \
		"$(jq -r .AccountId estate/accounts.ndjson | sort)"
}

@test "SDD-03: 750 resources and more, over all types and several regions, each with its own ARN" {
	seed >inventory
	[ "$(count '.Kind == "resource"' inventory)" -ge 750 ]
	same "$(jq -r 'select(.Kind == "resource").ResourceType' inventory | sort -u | tr '\n' ' ')" \
		"AWS::::Account AWS::DynamoDB::Table AWS::EC2::Instance AWS::EC2::SecurityGroup AWS::EC2::Volume\
 AWS::IAM::ManagedPolicy AWS::IAM::Role AWS::IAM::User AWS::Lambda::Function AWS::RDS::DBInstance AWS::S3::Bucket "
	[ "$(jq -r 'select(.Kind == "resource").Region' inventory | sort -u | wc -l)" -ge 4 ]
	same "$(jq -r 'select(.Kind == "resource").ARN' inventory | sort | uniq -d)" ""
}

@test "SDD-04: six launched policies are active, one is suspended, and all of them exist" {
	seed -o estate
	same "$(count '.Status == "active"' estate/policies.ndjson)" 6
	same "$(count '.Status == "suspended"' estate/policies.ndjson)" 1
	qrie-eval --list -f json >known
	for id in $(jq -r .PolicyId estate/policies.ndjson); do
		grep -q "\"$id\"" known
	done
}

@test "SDD-05: 200 findings and more, in both states, first seen on many days of the last eight weeks" {
	seed -o estate
	[ "$(wc -l <estate/findings.ndjson)" -ge 200 ]
	[ "$(count '.State == "ACTIVE"' estate/findings.ndjson)" -ge 50 ]
	[ "$(count '.State == "RESOLVED"' estate/findings.ndjson)" -ge 50 ]
	[ "$(count '.ReopenedAt' estate/findings.ndjson)" -ge 1 ]
	[ "$(jq -r '.FirstSeen[:10]' estate/findings.ndjson | sort -u | wc -l)" -ge 40 ]
	same "$(count '.FirstSeen < "2026-09-27"' estate/findings.ndjson)" 0
}

@test "SDD-05: what is ACTIVE in the findings is what the policies say about the inventory, word for word" {
	seed -o estate
	qrie-eval -p "$launched" --now 2026-11-21T21:00:00Z estate/inventory.ndjson >evaluated
	timeless ACTIVE evaluated >expected
	timeless ACTIVE estate/findings.ndjson >got
	[ -s expected ]
	cmp expected got
}

@test "SDD-05: what is RESOLVED is no longer violated, unless its policy was suspended" {
	seed -o estate
	qrie-eval -p @core --now "$now" estate/inventory.ndjson | jq -r 'select(.State == "ACTIVE").Id' | sort >violated
	jq -r 'select(.ResolvedReason == "RESOURCE_COMPLIANT").Id' estate/findings.ndjson | sort >resolved
	jq -r 'select(.ResolvedReason == "POLICY_SUSPENDED").Id' estate/findings.ndjson | sort >suspended
	[ -s resolved ]
	[ -s suspended ]
	same "$(comm -12 violated resolved)" ""
	same "$(comm -13 violated suspended)" ""
	same "$(grep -v '#RDSPublicAccess$' suspended)" ""
}

@test "SDD-05: the evidence of what is over names no volume that is still there and no key that is still active" {
	seed -o estate
	jq -r 'select(.State == "RESOLVED") | .Evidence | (.UnencryptedVolumes, .AccessKeys)[]? | .VolumeId // .AccessKeyId' \
		estate/findings.ndjson | sort >over
	[ "$(grep -c ^vol- over)" -gt 5 ]
	[ "$(grep -c ^AKIA over)" -gt 5 ]
	jq -r 'select(.Kind == "resource").Configuration | .VolumeId // ((.AccessKeys // [])[] |
		select(.Status == "Active").AccessKeyId) | select(. != null)' estate/inventory.ndjson | sort >there
	same "$(comm -12 over there)" ""
}

@test "SDD-05: findings are about resources of the inventory" {
	seed -o estate
	jq -r .ARN estate/findings.ndjson | sort -u >found
	jq -r 'select(.Kind == "resource").ARN' estate/inventory.ndjson | sort >there
	same "$(comm -23 found there)" ""
}

@test "SDD-05: the findings are a state that qrie-diff takes up, and a scan resolves nothing in it" {
	seed -o estate
	cp estate/findings.ndjson state
	qrie-eval -a -p "$launched" --now "$now" estate/inventory.ndjson >evaluated
	run -0 --separate-stderr qrie-diff -F state evaluated
	same "$output$stderr" ""
	timeless RESOLVED state >after
	timeless RESOLVED estate/findings.ndjson >before
	cmp before after
}

@test "no date lies after --now, in any file" {
	seed -o estate
	grep -ohE '"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(Z|\+00:00|\.000\+0000)"' estate/* | cut -c2-20 | sort >dates
	[ "$(wc -l <dates)" -gt 1000 ]
	[[ ! "$(tail -n 1 dates)" > 2026-11-22T21:00:00 ]]
}

@test "a finding is first seen, then resolved, and not before the resource was made" {
	seed -o estate
	same "$(count '.ResolvedAt and .ResolvedAt <= .FirstSeen' estate/findings.ndjson)" 0
	same "$(count '.ReopenedAt and .ReopenedAt <= .FirstSeen' estate/findings.ndjson)" 0
	jq -r 'select(.Kind == "resource" and .ResourceType == "AWS::S3::Bucket") | [.ARN, .Configuration.CreationDate[:19]] | @tsv' \
		estate/inventory.ndjson | sort >made
	jq -r 'select(.ResourceType == "AWS::S3::Bucket") | [.ARN, .FirstSeen[:19]] | @tsv' estate/findings.ndjson |
		sort >seen
	same "$(join made seen | awk '$2 > $3')" ""
}

@test "SDD-01: four files, for the owner alone, without network or credentials" {
	umask 022
	run -0 --separate-stderr env -i PATH="$PATH" qrie-seed data -o estate
	same "$output$stderr" ""
	same "$(cd estate && echo *)" "accounts.ndjson findings.ndjson inventory.ndjson policies.ndjson"
	same "$(find estate -type f ! -perm 600)" ""
	same "$(nm -u "$QRIE_TOP/cmd/qrie-seed" | grep -wE 'socket|connect|getaddrinfo')" ""
}

@test "SDD-01: files are replaced, and the inventory is what standard output would have had" {
	mkdir estate
	echo old >estate/inventory.ndjson
	seed -o estate
	seed >inventory
	cmp inventory estate/inventory.ndjson
}

@test "SDD-01: a folder that cannot be written to is an error that names it" {
	touch file
	run -3 --separate-stderr qrie-seed data -o file
	[[ $stderr == 'qrie-seed: file/accounts.ndjson: '* ]]
	run -3 --separate-stderr qrie-seed data -o none/estate
	[[ $stderr == 'qrie-seed: none/estate: '* ]]
}

@test "SDD-06: the report over the seeded estate adds up to the lines of its files" {
	seed -o estate
	qrie-eval -p @core -a --now "$now" estate/inventory.ndjson >evaluated
	qrie-report -f json --now "$now" evaluated >report
	same "$(jq .Totals.Resources report)" "$(count '.Kind == "resource"' estate/inventory.ndjson)"
	same "$(jq '[.ByType[].OpenFindings] | add' report)" "$(count '.State == "ACTIVE"' evaluated)"
	same "$(jq .Records.Rejected report)" 0
	qrie-report -f json --now "$now" estate/findings.ndjson >history
	same "$(jq .Records.Counted history)" "$(wc -l <estate/findings.ndjson)"
}

@test "SDD-06: the policies can judge every record: 200 violations, most resources without, some not known" {
	for n in 1 2 3; do
		seed --seed "$n" >inventory
		run -0 --separate-stderr qrie-eval -p @core --now "$now" inventory
		same "$stderr" ""
		printf '%s\n' "$output" >evaluated
		[ "$(count '.State == "ACTIVE"' evaluated)" -ge 200 ]
		[ "$(count '.State == "UNKNOWN" and .Evidence.Unreadable' evaluated)" -ge 5 ]
		same "$(count '.Evidence.Error?' evaluated)" 0
		same "$(jq -r 'select(.State == "ACTIVE").Policy' evaluated | sort -u | wc -l)" 11
		jq -e 'select(.Kind == "evaluation" and .Policy == "*") | [.By[]] |
			(map(.Passed) | add) > (map(.Failed) | add)' evaluated
	done
}

@test "SDD-06: resource records have the members of qrie-records(5), in their order" {
	seed >inventory
	same "$(jq -c 'select(.Kind == "resource") | keys_unsorted' inventory | sort -u)" \
"$(printf '%s\n' '["Kind","ARN","ResourceType","AccountId","Region","AccountService","Source","DescribeTime","LastSeenAt","Tags","Configuration","Unreadable"]' \
'["Kind","ARN","ResourceType","AccountId","Region","AccountService","Source","DescribeTime","LastSeenAt","Tags","Configuration"]')"
	same "$(count '.Kind == "resource" and .AccountService != .AccountId + "_" +
		(.ResourceType | split("::")[1] | ascii_downcase | if . == "" then "account" else . end)' inventory)" 0
	same "$(jq -c 'select(.Kind == "coverage") | keys_unsorted' inventory | sort -u)" \
'["Kind","AccountId","Region","ResourceType","Status","Code","Message","Resources","Calls","Retries","Throttles","StartedAt","EndedAt"]'
}

@test "SDD-06: a configuration has what the type's collector calls for, and what is unreadable is not in it" {
	seed >inventory
	for collector in s3/bucket iam/user iam/role iam/policy dynamodb/table lambda/function account/account; do
		file=$QRIE_TOP/share/collectors/$collector.jq
		type=$(grep -oE '"ResourceType": "[^"]*"' "$file" | cut -d'"' -f4)
		grep -oE '"Into": "[A-Za-z]+"' "$file" | cut -d'"' -f4 | grep -vE '^(LastUsed|PolicyDocument)$' >members
		while read -r member; do
			same "$type $member $(count ".ResourceType == \"$type\" and .Kind == \"resource\" and
				(.Configuration | has(\"$member\")) ==
				any(.Unreadable[]?; .Path == \".Configuration.$member\")" inventory)" "$type $member 0"
		done <members
	done
}

@test "SDD-06: tags say the same in Tags and in the service's own shape" {
	seed >inventory
	same "$(count '.Kind == "resource" and .Tags != null and
		((.Configuration.Tags // .Configuration.TagList // []) |
		if type == "array" then map({(.Key): .Value}) | add // {} else . end) != .Tags' inventory)" 0
	[ "$(count '.Tags == {}' inventory)" -gt 50 ]
	[ "$(count '.Kind == "resource" and .Tags == null' inventory)" -gt 5 ]
	same "$(count '.Kind == "resource" and .Tags == null and (any(.Unreadable[]; .Path == ".Tags") | not)' inventory)" 0
}

@test "coverage counts the resources of each account, region and type" {
	seed >inventory
	jq -r 'select(.Kind == "coverage" and .Resources > 0) |
		[.AccountId, .Region, .ResourceType, .Resources] | @tsv' inventory | sort >said
	jq -r 'select(.Kind == "resource") | [.AccountId, (if .ResourceType == "AWS::S3::Bucket" then "*" else .Region end),
		.ResourceType] | @tsv' inventory | sort | uniq -c | awk '{print $2 "\t" $3 "\t" $4 "\t" $1}' | sort >counted
	cmp said counted
	same "$(count '.Kind == "coverage" and (.StartedAt >= .EndedAt)' inventory)" 0
}

@test "an instance's volumes are the volumes that the inventory has, and so are its security groups" {
	seed >inventory
	jq -c 'select(.ResourceType == "AWS::EC2::Volume" and .Kind == "resource").Configuration' inventory | sort >volumes
	jq -c 'select(.ResourceType == "AWS::EC2::Instance" and .Kind == "resource").Configuration.Volumes[]' inventory |
		sort >joined
	[ -s joined ]
	same "$(comm -23 joined volumes)" ""
	same "$(comm -13 joined volumes | jq -r .State | sort -u)" available
	jq -r 'select(.ResourceType == "AWS::EC2::SecurityGroup" and .Kind == "resource").Configuration.GroupId' inventory |
		sort >groups
	jq -r 'select(.ResourceType == "AWS::EC2::Instance" and .Kind == "resource").Configuration.SecurityGroups[].GroupId' \
		inventory | sort -u >named
	same "$(comm -13 groups named)" ""
}

@test "the same seed and time give the same bytes, another seed or time other ones" {
	seed >a
	seed >b
	cmp a b
	seed --seed 2 >b
	run -1 cmp -s a b
	qrie-seed data --now 2026-11-22T21:00:01Z >b
	run -1 cmp -s a b
}

@test "--resources is the number of resource records, and ids stay unique" {
	for n in 0 1 4 5 6 199 1001; do
		seed --resources "$n" >inventory
		same "$(count '.Kind == "resource"' inventory)" "$n"
	done
	seed --resources 50000 >inventory
	grep -oE '"ARN":"[^"]*"' inventory | sort | uniq -d >twice
	same "$(cat twice)" ""
	same "$(grep -oE '"AccessKeyId":"[^"]*"' inventory | sort | uniq -d)" ""
	seed --resources 20000 >inventory
	jq -r 'select(.Kind == "resource") | [.Configuration | .VolumeId, .InstanceId, .UserId, .RoleId, .PolicyId, .GroupId,
		.DbiResourceId, .TableId, .RevisionId | strings][]' inventory | sort >ids
	[ "$(wc -l <ids)" -gt 10000 ]
	same "$(uniq -d ids)" ""
}

@test "memory does not grow with the number of resources" {
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	if nm "$QRIE_TOP/cmd/qrie-seed" | grep -q __asan_init; then skip "the sanitizer's memory would be measured"; fi
	for n in 2000 200000; do
		env time -q -f %M -o "$n" qrie-seed data --resources "$n" >/dev/null
	done
	[ "$(cat 200000)" -lt $(($(cat 2000) + 1024)) ]		# kilobytes
}

@test "dates are right on every day from 1970 to 2508, and on days until 9999" {
	run -0 seed_text-test
	[[ $output == '0 of '* ]]
}

@test "SDD-07: data and real resources at once, or neither, is a usage error" {
	for both in '--seed-data --seed-resources' 'data resources' 'data --seed-resources' ''; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr qrie-seed $both
		[[ $stderr == 'usage: qrie-seed '* ]]
		same "$output" ""
	done
	qrie-seed --seed-data --now "$now" >a
	seed >b
	cmp a b
}

@test "what is no number or no time is refused" {
	for n in x -1 1x '' 99999999999999999999 1000000001; do
		run -3 --separate-stderr qrie-seed data --resources "$n"
		same "$stderr" "qrie-seed: $n: not a number from 0 to 1000000000"
	done
	for t in yesterday 1979-12-31 9999-01-02; do
		run -3 --separate-stderr qrie-seed data --now "$t"
		[[ $stderr == "qrie-seed: $t: not "* ]]
	done
	run -3 qrie-seed data more
	run -3 qrie-seed data --cardinality
}

@test "a reader that goes away is no error, an output that is full is" {
	mkfifo pipe
	head -n 1 pipe >first &
	run -0 --separate-stderr bash -c 'qrie-seed data --resources 100000 >pipe'
	wait $!
	same "$stderr" ""
	[ -e /dev/full ] || skip "no /dev/full here"
	run -3 --separate-stderr bash -c 'qrie-seed data >/dev/full'
	[[ $stderr == 'qrie-seed: '* ]]
}

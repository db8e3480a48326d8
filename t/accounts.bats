load helper
load respond
load emulator

# Many accounts in one run, on prepared answers and on ministack: who is looked at, how it is signed in, and what is told of
# those that cannot be looked at.

setup_file() {
	export BATS_TEST_TIMEOUT=600
}

teardown() {
	respond_stop
}

teardown_file() {
	emulators_stop
}

ROLE=audit/reader

# Two types: users, in no region, and volumes in each.
begin() {
	mkdir -p share/collectors/iam share/collectors/ec2
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >share/collectors/iam/user.jq <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"}
};
def arn($at): "arn:\($at.Partition):iam::\($at.Account):user/\(.UserName)";
EOT
	cat >share/collectors/ec2/volume.jq <<'EOT'
module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"}
};
def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):volume/\(.VolumeId)";
EOT
	export QRIE_SHARE=$PWD/share
	reply ListUsers <<<'<Users><member><UserName>ann</UserName></member></Users>'
	answer DescribeVolumes <<-'EOT'
		<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>
		</DescribeVolumesResponse>
	EOT
	answer DescribeRegions <<-'EOT'
		<DescribeRegionsResponse><requestId>r</requestId><regionInfo><item><regionName>us-east-1</regionName></item>
		<item><regionName>eu-west-1</regionName></item><item><regionName>eu-north-1</regionName></item></regionInfo>
		</DescribeRegionsResponse>
	EOT
	respond_start
}

# lets_in ACCOUNT [ROLE]: the role there may be assumed, and gives the key ASIA + ACCOUNT.
lets_in() {
	reply "AssumeRole@arn:aws:iam::$1:role_${2-${ROLE/\//_}}" <<-EOT
		<Credentials><AccessKeyId>ASIA$1</AccessKeyId><SecretAccessKey>sEcReT-$1</SecretAccessKey>
		<SessionToken>tOkEn-$1</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
	EOT
}

# collects STATUS [ARGUMENT...]: into out and err.
collects() {
	local status=0
	qrie-collect "${@:2}" >out 2>err || status=$?
	[ "$status" -eq "$1" ] || { echo "status $status"; cat err; return 1; }
}

# The signers of an operation, each once.
signers() {
	jq -r --arg o "$1" 'select(.Operation == $o).Headers.authorization | capture("Credential=(?<id>[^/]*)/").id' aws/log |
		sort -u | xargs
}

@test "INV-16: records of two active accounts of a file come in order, and an inactive one is skipped and said to be" {
	begin
	lets_in 222233334444
	lets_in 333344445555
	cat >accounts <<-'EOT'
		{"AccountId": "333344445555", "AccountName": "Test Account 333344445555", "Status": "active", "OnboardedAt": "2026-11-01T00:00:00Z"}
		{"AccountId": "444455556666", "AccountName": "left", "Status": "suspended", "OnboardedAt": "2026-11-01T00:00:00Z"}
		{"AccountId": "222233334444", "AccountName": "Test Account 222233334444", "Status": "ACTIVE", "OnboardedAt": "2026-11-01T00:00:00Z"}
	EOT
	collects 0 --accounts accounts --role "$ROLE"
	same "$(<err)" ''
	same "$(jq -r 'select(.Kind == "resource").ARN' out | xargs)" "$(xargs <<-'EOT'
		arn:aws:ec2:eu-west-1:222233334444:volume/vol-1 arn:aws:iam::222233334444:user/ann
		arn:aws:ec2:eu-west-1:333344445555:volume/vol-1 arn:aws:iam::333344445555:user/ann
	EOT
	)"
	same "$(signers ListUsers)" 'ASIA222233334444 ASIA333344445555'
	same "$(jq -c 'select(.Kind == "coverage") | [.AccountId, .Region, .ResourceType, .Status, .Code, .Message]' out | tail -1)" \
	    '["444455556666","*","*","skipped","NotActive","its status is suspended"]'
	same "$(jq -r 'select(.Kind == "coverage").AccountId' out | uniq -c | xargs)" '2 222233334444 2 333344445555 1 444455556666'
}

@test "INV-15: an account that is registered twice is looked at once, and as the later line says" {
	begin
	lets_in 222233334444 new
	cat >accounts <<-'EOT'
		{"AccountId": "222233334444", "Status": "suspended", "Role": "old"}
		{"AccountId": "222233334444", "Status": "active", "Role": "new"}
	EOT
	collects 0 --accounts accounts
	same "$(jq -r .Kind out | sort | uniq -c | xargs)" '2 coverage 2 resource'
	same "$(asked AssumeRole)" 1
}

@test "a plain list of ids is a list of accounts, too; comments and blank lines are passed over" {
	begin
	lets_in 222233334444
	lets_in 333344445555
	printf '# ours\n222233334444\r\n\n  333344445555  \n' >accounts
	collects 0 --accounts accounts --role "$ROLE"
	same "$(jq -r 'select(.Kind == "resource").AccountId' out | uniq | xargs)" '222233334444 333344445555'
	collects 0 --accounts - --role "$ROLE" <accounts
	same "$(jq -r 'select(.Kind == "resource").AccountId' out | uniq | xargs)" '222233334444 333344445555'
}

@test "a bad line is named, skipped and remembered in the status" {
	begin
	lets_in 222233334444
	cat >accounts <<-'EOT'
		222233334444
		22223333444
		{"AccountId": 222233334444}
		{"AccountId": "333344445555"
		{"AccountName": "no id"}
		{"AccountId": "333344445555", "RoleArn": "arn:aws:iam::444455556666:role/a"}
		{"AccountId": "333344445555", "Role": "a b"}
		{"AccountId": "333344445555", "Regions": [1]}
		{"AccountId": "333344445555", "Role": "a", "RoleArn": "arn:aws:iam::333344445555:role/a"}
	EOT
	collects 2 --accounts accounts --role "$ROLE"
	same "$(<err)" "$(cat <<-'EOT'
		qrie-collect: accounts:2: neither an account id of twelve digits nor a record
		qrie-collect: accounts:3: AccountId is no text
		qrie-collect: accounts:4: unfinished text
		qrie-collect: accounts:5: AccountId is not twelve digits
		qrie-collect: accounts:6: RoleArn is no role of that account
		qrie-collect: accounts:7: Role is no name of a role
		qrie-collect: accounts:8: Regions is no list of texts
		qrie-collect: accounts:9: RoleArn and Role are both there
	EOT
	)"
	same "$(jq -r 'select(.Kind == "resource").AccountId' out | uniq)" 222233334444
}

@test "a file without an account, or that cannot be read, ends the run before anything is asked" {
	begin
	echo oops >accounts
	run -3 --separate-stderr qrie-collect --accounts accounts
	same "${stderr##*$'\n'}" 'qrie-collect: accounts: it names no account'
	run -3 --separate-stderr qrie-collect --accounts missing
	same "$stderr" 'qrie-collect: missing: No such file or directory'
	[ ! -e aws/log ]
}

@test "the caller's own account needs no role, others assume the one named with the external id" {
	begin
	lets_in 222233334444
	printf '111122223333\n222233334444\n' >accounts
	collects 0 --accounts accounts --role "$ROLE" --external-id 'id of ours'
	same "$(signers ListUsers)" 'AKIDEXAMPLE ASIA222233334444'
	same "$(jq -c 'select(.Operation == "AssumeRole").Parameters | [.RoleArn, .ExternalId]' aws/log)" \
	    '["arn:aws:iam::222233334444:role/audit/reader","id of ours"]'
	run -1 grep -E 'sEcReT|tOkEn' out err
}

@test "what an account's record says of role, external id and regions goes before the options" {
	begin
	lets_in 222233334444 own
	lets_in 333344445555 own
	cat >accounts <<-'EOT'
		{"AccountId": "222233334444", "RoleArn": "arn:aws:iam::222233334444:role/own", "ExternalId": "theirs"}
		{"AccountId": "333344445555", "Role": "own", "Regions": ["ap-south-1", "us-*"]}
	EOT
	collects 0 --accounts accounts --role "$ROLE" --external-id ours -r eu-west-1
	same "$(jq -r 'select(.Operation == "AssumeRole").Parameters | .ExternalId' aws/log | sort | xargs)" 'ours theirs'
	same "$(jq -r 'select(.ResourceType == "AWS::EC2::Volume" and .Kind == "resource") | "\(.AccountId) \(.Region)"' out)" \
	    "$(printf '%s\n' '222233334444 eu-west-1' '333344445555 ap-south-1' '333344445555 us-east-1')"
}

@test "an account's profile is whose credentials are used, and must be of that account" {
	begin
	mkdir .aws
	printf '[profile b]\naws_access_key_id = AKIAB\naws_secret_access_key = x\n' >.aws/config
	reply GetCallerIdentity@AKIAB <<<'<Arn>arn:aws:iam::222233334444:user/b</Arn><Account>222233334444</Account>'
	cat >accounts <<-'EOT'
		{"AccountId": "222233334444", "Profile": "b"}
		{"AccountId": "333344445555", "Profile": "b"}
		{"AccountId": "444455556666", "Profile": "c"}
	EOT
	collects 2 --accounts accounts --role "$ROLE"
	same "$(signers ListUsers)" AKIAB
	grep -qx 'qrie-collect: 333344445555: profile "b" is of account 222233334444' err
	grep -q '^qrie-collect: 444455556666: .*"c"' err
	same "$(jq -r 'select(.Region == "*") | "\(.AccountId) \(.Status) \(.Code)"' out)" \
	    "$(printf '%s\n' '333344445555 failed WrongAccount' '444455556666 failed NoCredentials')"
}

@test "500 accounts, 3 of them broken: 497 complete, 3 named, exit 2" {
	local n id
	begin
	for ((n = 0; n < 500; n++)); do
		printf -v id '2%011d' "$n"
		echo "$id"
		[ "$n" = 7 ] || [ "$n" = 100 ] || lets_in "$id"
	done >accounts
	refuse -s 403 AssumeRole AccessDenied
	refuse -s 400 AssumeRole@arn:aws:iam::200000000100:role_audit_reader RegionDisabledException
	answer -s 403 DescribeRegions@ASIA200000000499 <<-'EOT'
		<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors>
		<RequestID>r-3</RequestID></Response>
	EOT
	collects 2 --accounts accounts --role "$ROLE" -r 'eu-*'
	same "$(sort err)" "$(cat <<-'EOT'
		qrie-collect: 200000000007: AssumeRole arn:aws:iam::200000000007:role/audit/reader: AccessDenied: no (request r-2)
		qrie-collect: 200000000100: AssumeRole arn:aws:iam::200000000100:role/audit/reader: RegionDisabledException: no (request r-2)
		qrie-collect: 200000000499: DescribeRegions: UnauthorizedOperation: no (request r-3)
	EOT
	)"
	same "$(jq -r 'select(.Kind == "coverage" and .Region == "*") | [.AccountId, .ResourceType, .Status, .Code, .Calls] | @csv' out)" \
	    "$(cat <<-'EOT'
		"200000000007","*","failed","AccessDenied",1
		"200000000100","*","failed","RegionDisabledException",1
		"200000000499","*","failed","UnauthorizedOperation",2
	EOT
	)"
	# users, and volumes in two regions: three complete units and three resources of each other account
	same "$(jq -r 'select(.Status == "complete").AccountId' out | uniq -c | awk '$1 == 3' | wc -l)" 497
	same "$(jq -r 'select(.Kind == "resource").ARN' out | sort -u | wc -l)" 1491
	same "$(jq -r '.AccountId' out | uniq | sort -uc && echo sorted)" sorted
}

@test "the same accounts give the same bytes, whatever -j is and in whatever order they let in" {
	begin
	for id in 222233334444 333344445555 444455556666; do lets_in "$id"; done
	sed -i '1a X-Test-Delay: 0.5' aws/answers/AssumeRole@arn:aws:iam::222233334444:*.1
	printf '%s\n' 333344445555 555566667777 222233334444 444455556666 >accounts
	refuse -s 403 AssumeRole AccessDenied
	collects 2 --accounts accounts --role "$ROLE" -r all -j 1 --now @1
	mv out one
	collects 2 --accounts accounts --role "$ROLE" -r all -j 32 --now @1
	cmp one out
	same "$(jq -r .AccountId out | uniq | xargs)" '222233334444 333344445555 444455556666 555566667777'
}

@test "accounts sign in side by side: a slow one does not hold up the others" {
	begin
	for ((n = 1; n <= 8; n++)); do
		lets_in "20000000000$n"
		sed -i '1a X-Test-Delay: 2' "aws/answers/AssumeRole@arn:aws:iam::20000000000$n:role_audit_reader.1"
		echo "20000000000$n"
	done >accounts
	collects 0 --accounts accounts --role "$ROLE"
	# all had asked before the first was answered
	jq -se 'map(select(.Operation == "AssumeRole").Time) | length == 8 and max - min < 1.5' aws/log
}

@test "SEC-01: an account's session is renewed before it ends, in the middle of its list" {
	local arn=arn:aws:iam::222233334444:role_audit_reader
	begin
	lets_in 222233334444
	cp "aws/answers/AssumeRole@$arn.1" "aws/answers/AssumeRole@$arn.2"
	sed -i "s/2099-01-01T00:00:00Z/$(date -u -d '4 seconds' +%Y-%m-%dT%H:%M:%SZ)/" "aws/answers/AssumeRole@$arn.1"
	sed -i 's/ASIA222233334444/ASIARENEWED/' "aws/answers/AssumeRole@$arn.2"
	rm aws/answers/ListUsers.1
	answer -h 'X-Test-Delay: 3' ListUsers <<-'EOT'
		<ListUsersResponse><ListUsersResult><Users><member><UserName>ann</UserName></member></Users>
		<Marker>next</Marker></ListUsersResult></ListUsersResponse>
	EOT
	reply ListUsers@next <<<'<Users><member><UserName>bob</UserName></member></Users>'
	echo 222233334444 >accounts
	collects 0 --accounts accounts --role "$ROLE" -t iam/user
	same "$(jq -r 'select(.Kind == "resource").Configuration.UserName' out | xargs)" 'ann bob'
	same "$(signers ListUsers)" 'ASIA222233334444 ASIARENEWED'
	same "$(asked AssumeRole)" 2
}

@test "an account without a role to assume is named, not passed over" {
	begin
	printf '111122223333\n222233334444\n' >accounts
	collects 2 --accounts accounts
	same "$(<err)" 'qrie-collect: 222233334444: no role is named to assume there (--role)'
	same "$(jq -c 'select(.Status == "failed") | [.AccountId, .Region, .ResourceType, .Code, .Calls]' out)" \
	    '["222233334444","*","*","NoRole",0]'
}

@test "a glob that no enabled region of an account meets fails that account; alone it ends the run with 3" {
	begin
	lets_in 222233334444
	echo 222233334444 >accounts
	collects 2 --accounts accounts --role "$ROLE" -r 'me-*'
	same "$(jq -r 'select(.Status == "failed").Code' out)" NoRegion
	run -3 --separate-stderr qrie-collect -r 'me-*'
	same "$output" ''
	same "$stderr" 'qrie-collect: 111122223333: none of the regions asked for is enabled'
}

@test "an account that has not enabled the caller's region is asked for its regions in us-east-1" {
	begin
	cp aws/answers/DescribeRegions.1 aws/answers/DescribeRegions.2
	rm aws/answers/DescribeRegions.1
	answer -s 401 DescribeRegions <<-'EOT'
		<Response><Errors><Error><Code>AuthFailure</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>
	EOT
	lets_in 222233334444
	echo 222233334444 >accounts
	collects 0 --accounts accounts --role "$ROLE" -r all
	same "$(jq -r 'select(.Operation == "DescribeRegions").Headers.authorization | split("/")[2]' aws/log | xargs)" \
	    'eu-west-1 us-east-1'
	same "$(jq -r 'select(.ResourceType == "AWS::EC2::Volume" and .Kind == "coverage").Region' out | xargs)" \
	    'eu-north-1 eu-west-1 us-east-1'
}

@test "INV-01: -r takes names and globs; only globs are asked for" {
	begin
	regions() {
		collects 0 -r "$1" -t ec2/volume
		jq -r 'select(.Kind == "coverage").Region' out | xargs
	}
	same "$(regions us-west-2,eu-west-1)" 'eu-west-1 us-west-2'
	same "$(asked DescribeRegions)" 0
	same "$(regions 'eu-*')" 'eu-north-1 eu-west-1'
	same "$(regions 'ap-south-1,*-[en]*-1')" 'ap-south-1 eu-north-1 us-east-1'
	same "$(regions all)" 'eu-north-1 eu-west-1 us-east-1'
	collects 0 -t ec2/volume
	same "$(jq -r 'select(.Kind == "coverage").Region' out)" eu-west-1
}

@test "INV-09: --account looks at one of the accounts alone" {
	begin
	lets_in 222233334444
	printf '333344445555\n222233334444\n' >accounts
	collects 0 --accounts accounts --role "$ROLE" --account 222233334444
	same "$(jq -r .AccountId out | uniq)" 222233334444
	same "$(asked AssumeRole)" 1
	run -3 --separate-stderr qrie-collect --accounts accounts --role "$ROLE" --account 999999999999
	same "$stderr" 'qrie-collect: --account 999999999999: it is not among the accounts'
}

# What a policy that every resource fails would make of ./out.
evaluation() {
	jq -c 'if .Kind == "resource" then {Kind: "finding", Id: "\(.ARN)#P", Policy: "P", Title: "P", ARN, ResourceType,
	    AccountId, AccountService, Region, Severity: 50, SeverityLabel: "MEDIUM", State: "ACTIVE", Message: "m",
	    Evidence: {}, DescribeTime, LastEvaluated: .DescribeTime}, {Kind: "verdicts", ARN, ResourceType, AccountId,
	    AccountService, Region, Passed: [], Failed: ["P"], Unknown: [], OutOfScope: [], DescribeTime} else . end' out
}

@test "nothing of an account that could not be looked at is resolved, and a report says which it was" {
	begin
	lets_in 222233334444
	lets_in 333344445555
	printf '222233334444\n333344445555\n' >accounts
	collects 0 --accounts accounts --role "$ROLE" --now 2026-11-22T10:00:00Z
	cp out yesterday
	evaluation | qrie-diff -F state >first
	same "$(jq -r 'select(.Kind == "finding").State' first | sort | uniq -c | xargs)" '4 ACTIVE'
	# The user is gone from both, as far as one can be seen.
	rm aws/answers/AssumeRole@arn:aws:iam::333344445555* aws/answers/ListUsers.1
	refuse -s 403 AssumeRole AccessDenied
	reply ListUsers <<<'<Users/>'
	collects 2 --accounts accounts --role "$ROLE" --now 2026-11-23T10:00:00Z
	evaluation | qrie-diff -F state >second
	same "$(jq -c 'select(.Kind == "finding") | [.ARN, .State, .ResolvedReason]' second)" \
	    '["arn:aws:iam::222233334444:user/ann","RESOLVED","RESOURCE_DELETED"]'
	same "$(jq -r 'select(.State == "ACTIVE").ARN' state | xargs)" "$(xargs <<-'EOT'
		arn:aws:ec2:eu-west-1:222233334444:volume/vol-1 arn:aws:ec2:eu-west-1:333344445555:volume/vol-1
		arn:aws:iam::333344445555:user/ann
	EOT
	)"
	same "$(qrie-diff --no-ignore yesterday out | jq -c 'select(.Change == "deleted").ARN')" '"arn:aws:iam::222233334444:user/ann"'
	evaluation | qrie-report >report
	grep -qE '333344445555 .*failed.*AccessDenied' report
}

# Three accounts, one suspended; and units in units, with a loop.
organization() {
	answer ListAccounts <<<'{"Accounts": [{"Id": "222233334444", "Name": "b", "Status": "ACTIVE"}], "NextToken": "t"}'
	answer ListAccounts@t <<<'{"Accounts": [{"Id": "333344445555", "Name": "c", "Status": "SUSPENDED"}, {"Id": "111122223333", "Status": "ACTIVE"}]}'
	answer ListAccountsForParent <<<'{"Accounts": []}'
	answer ListAccountsForParent@ou-a-1 <<<'{"Accounts": [{"Id": "222233334444", "Name": "b", "Status": "ACTIVE"}]}'
	answer ListAccountsForParent@ou-a-2 <<<'{"Accounts": [{"Id": "444455556666", "Name": "d", "Status": "ACTIVE"}]}'
	answer ListOrganizationalUnitsForParent <<<'{"OrganizationalUnits": []}'
	answer ListOrganizationalUnitsForParent@ou-a-1 <<<'{"OrganizationalUnits": [{"Id": "ou-a-3"}], "NextToken": "u"}'
	answer ListOrganizationalUnitsForParent@ou-a-1 <<<'{"OrganizationalUnits": [{"Id": "ou-a-2"}, {"Id": "ou-a-1"}]}'
}

@test "--organization looks at every account of the organization, suspended ones are skipped" {
	begin
	organization
	lets_in 222233334444
	collects 0 --organization --role "$ROLE"
	same "$(jq -r 'select(.Kind == "coverage") | "\(.AccountId) \(.Status)"' out | uniq)" \
	    "$(printf '%s\n' '111122223333 complete' '222233334444 complete' '333344445555 skipped')"
}

@test "--organization=UNIT looks at the accounts in it and in all units below, each unit once" {
	begin
	organization
	lets_in 222233334444
	lets_in 444455556666
	collects 0 --organization=ou-a-1 --role "$ROLE"
	same "$(jq -r .AccountId out | uniq | xargs)" '222233334444 444455556666'
	same "$(jq -r 'select(.Operation == "ListAccountsForParent").Parameters.ParentId' aws/log | xargs)" 'ou-a-1 ou-a-3 ou-a-2'
}

@test "an organization that cannot be listed ends the run with 3 and the reason" {
	begin
	answer -s 400 ListAccounts <<<'{"__type": "AccessDeniedException", "Message": "not you"}'
	run -3 --separate-stderr qrie-collect --organization --role "$ROLE"
	same "$stderr" 'qrie-collect: organizations ListAccounts: AccessDeniedException: not you'
	same "$output" ''
}

@test "--organization on an emulator: all accounts, and those below a unit" {
	moto_start
	emulator_client "$MOTO_URL"
	export QRIE_SHARE="$QRIE_TOP/share"
	"$QRIE_VENV/bin/python" - >made <<-'EOT'
		import boto3
		o = boto3.client("organizations", region_name="us-east-1")
		o.create_organization(FeatureSet="ALL")
		root = o.list_roots()["Roots"][0]["Id"]
		outer = o.create_organizational_unit(ParentId=root, Name="outer")["OrganizationalUnit"]["Id"]
		inner = o.create_organizational_unit(ParentId=outer, Name="inner")["OrganizationalUnit"]["Id"]
		ids = [o.create_account(Email=f"a{n}@example.com", AccountName=f"a{n}")["CreateAccountStatus"]["AccountId"]
		       for n in range(30)]
		for n in ids[:3]:
		    o.move_account(AccountId=n, SourceParentId=root, DestinationParentId=inner)
		print(outer, *sorted(ids[:3]))
		print(*sorted(ids + ["111122223333"]))
	EOT
	collects 0 --organization --role reader -t ec2/volume
	same "$(jq -r 'select(.Status == "complete").AccountId' out | xargs)" "$(tail -1 made)"
	collects 0 "--organization=$(head -1 made | cut -d' ' -f1)" --role reader -t ec2/volume
	same "$(jq -r 'select(.Status == "complete").AccountId' out | xargs)" "$(head -1 made | cut -d' ' -f2-)"
}

@test "INV-12: --scan-account runs at once with either type and with none, and a wrong type is misuse" {
	begin
	for type in '--scan-type bootstrap' '--scan-type anti-entropy' ''; do
		# shellcheck disable=SC2086 # two words
		collects 0 --scan-account --account-id 111122223333 $type --region eu-west-1
		same "$(grep -c '"Kind":"resource"' out)" 2
	done
	run -3 --separate-stderr qrie-collect --scan-account --scan-type daily
	same "$stderr" 'qrie-collect: --scan-type: daily is neither bootstrap nor anti-entropy'
}

@test "INV-08: --generate-inventory with --account-id, --service, --region and --profile is the inventory of one account" {
	begin
	mkdir .aws
	printf '[profile b]\naws_access_key_id = AKIAB\naws_secret_access_key = x\n' >.aws/config
	collects 0 --generate-inventory --account-id 111122223333 --service iam --region eu-west-1 --profile b
	same "$(jq -r 'select(.Kind == "resource").AccountService' out)" 111122223333_iam
	same "$(signers ListUsers)" AKIAB
}

@test "INV-24: no answer is ever taken from a cache, so TTL=0 changes nothing" {
	begin
	collects 0 -t iam/user
	reply ListUsers@AKIDEXAMPLE <<<'<Users><member><UserName>bob</UserName></member></Users>'
	TTL=0 QRIE_TTL=0 collects 0 -t iam/user
	same "$(jq -r '.Configuration.UserName // empty' out)" bob
}

@test "options for many accounts that contradict each other are misuse" {
	begin
	echo 222233334444 >accounts
	run -3 --separate-stderr qrie-collect --accounts accounts --organization
	same "$stderr" 'qrie-collect: --accounts and --organization are two ways to say the same'
	run -3 --separate-stderr qrie-collect --role a
	same "$stderr" 'qrie-collect: --role and --external-id are for --accounts, --organization or --from events'
	run -3 --separate-stderr qrie-collect --accounts accounts --role arn:aws:iam::222233334444:role/a
	same "$stderr" 'qrie-collect: --role: arn:aws:iam::222233334444:role/a is no name of a role'
	run -3 --separate-stderr qrie-collect --organization=,
	same "${stderr##*$'\n'}" 'qrie-collect: --organization: no organizational unit is named'
}

@test "INV-16: on an emulator, each account's own volumes are found by a role in it" {
	ministack_start
	emulator_client "$MINISTACK_URL"
	export QRIE_SHARE="$QRIE_TOP/share"
	"$QRIE_VENV/bin/python" - <<-'EOT'
		import boto3
		sts = boto3.client("sts")
		for account in ("111122223333", "222233334444", "333344445555"):
		    c = sts.assume_role(RoleArn=f"arn:aws:iam::{account}:role/r", RoleSessionName="seed")["Credentials"]
		    ec2 = boto3.client("ec2", aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"],
		                       aws_session_token=c["SessionToken"], region_name="eu-west-1")
		    ec2.create_volume(AvailabilityZone="eu-west-1a", Size=int(account[:2]))
	EOT
	printf '%s\n' 222233334444 111122223333 333344445555 >accounts
	collects 0 --accounts accounts --role reader -r 'eu-west-*' -t ec2/volume
	same "$(jq -r 'select(.Kind == "resource") | "\(.AccountId) \(.Region) \(.Configuration.Size)"' out)" \
	    "$(printf '%s\n' '111122223333 eu-west-1 11' '222233334444 eu-west-1 22' '333344445555 eu-west-1 33')"
	same "$(jq -r 'select(.Kind == "coverage" and .AccountId == "222233334444").Region' out | xargs)" 'eu-west-1 eu-west-2 eu-west-3'
}

# qrie-diff --purge-account, and what the earlier implementation got wrong about findings that no other test shows.
load helper
load findings

A=111122223333 B=111122223334

# Findings of the accounts A and B, which differ in the last digit only, open and resolved, and counts of both.
two_accounts() {
	{ finding arn:aws:s3:::open Public 1 2; finding arn:aws:s3:::mended Public 1 2; finding arn:aws:s3:::both Public 1 2
	finding arn:aws:s3:::both Plain 1 2; evaluation Public 2 active "$(cell $A eu-west-1 3 0 3 0),$(cell $B eu-west-1 4 2 2 0)"
	evaluation Plain 2 active "$(cell $B eu-west-1 1 0 1 0)"; } >a
	sed "s/$A/$B/g; s/:::/:::b-/g" a | grep finding >b
	cat a b >in
	follow -0 in
	{ verdicts arn:aws:s3:::mended 3 '"Public"' '' '' ''; verdicts arn:aws:s3:::b-mended 3 '"Public"' '' '' ''; } >in
	follow -0 in
}

@test "FND-13: a purge takes all findings of one account, open and resolved, and none of an account whose id looks like it" {
	two_accounts
	jq -c --arg b $B 'select(.AccountId == $b)' state >others
	follow -0 --purge-account $A --now "$(at 9)"
	same "$(cat out)" '{"Kind":"purge","AccountId":"111122223333","Findings":4,"Active":3,"Resolved":1,"Counts":1,"PurgedAt":"2026-11-09T00:00:00Z"}'
	same "$(jq -c 'select(.Kind == "finding")' state)" "$(cat others)"
	same "$(jq -r 'select(.Kind == "finding").AccountService' state | sort | uniq -c | xargs)" "4 ${B}_s3"
}

@test "FND-13: a purge takes the account's counts out of every evaluation record, and changes no other byte" {
	two_accounts
	grep '"evaluation","Policy":"Plain"' state >plain
	follow -0 --purge-account $A
	same "$(jq -c 'select(.Kind == "evaluation") | [.Policy, (.By[] | .AccountId, .Evaluated)]' state)" "[\"Plain\",\"$B\",1]
[\"Public\",\"$B\",4]"
	grep '"evaluation","Policy":"Plain"' state | cmp - plain
	follow -0 --purge-account $B
	same "$(jq -c '[.Kind, .By]' state)" '["evaluation",[]]
["evaluation",[]]'
}

@test "FND-13: a second purge purges nothing and changes nothing" {
	two_accounts
	follow -0 --purge-account $A
	cp state before
	follow -0 --purge-account $A
	same "$(jq -c '[.Findings, .Active, .Resolved, .Counts]' out)" '[0,0,0,0]'
	cmp state before
}

@test "FND-13: a finding is the account's by its AccountId or by what its AccountService begins with" {
	finding arn:aws:s3:::one Public 1 2 | sed 's/"AccountService":"[^"]*"/"AccountService":"_s3"/' >in
	finding arn:aws:s3:::two Public 1 2 | sed 's/"AccountId":"[^"]*",//' >>in
	finding arn:aws:s3:::three Public 1 2 | sed "s/\"AccountId\":\"[^\"]*\"/\"AccountId\":\"$B\"/; s/${A}_s3/${A}0_s3/" >>in
	follow -0 in
	follow -0 --purge-account $A
	same "$(jq -r .Findings out)" 2
	same "$(jq -r .ARN state)" arn:aws:s3:::three
}

@test "FND-13: an account is found anew after it was purged" {
	two_accounts
	follow -0 --purge-account $A
	bad 3 4
	same "$(jq -c 'select(.AccountId == "'$A'") | [.ARN, .State, .FirstSeen[8:10], .ReopenedAt]' state)" '["arn:aws:s3:::logs","ACTIVE","03",null]'
	same "$(wc -l <out)" 1
}

@test "originals 6.1: a purge and a suspension reach all of twelve thousand findings, not the first page of them" {
	jq -nc --arg time "$(at 1)" 'range(12003) | "arn:aws:s3:::bucket-\(.)" as $arn | {Kind: "finding", Id: "\($arn)#Public",
		Policy: "Public", ARN: $arn, ResourceType: "AWS::S3::Bucket", AccountId: "111122223333",
		AccountService: "111122223333_s3", Region: "eu-west-1", State: "ACTIVE", DescribeTime: $time, LastEvaluated: $time}' >in
	qrie-diff -F state in >transitions
	same "$(wc -l <transitions)" 12003
	cp state first
	evaluation Public 3 suspended | qrie-diff -F state >transitions
	same "$(jq -r .ResolvedReason transitions | sort | uniq -c | xargs)" '12003 POLICY_SUSPENDED'
	for state in first state; do
		same "$(qrie-diff -F $state --purge-account $A | jq .Findings)" 12003
		same "$(grep -c '"finding"' $state)" 0
	done
}

@test "a purge whose account or state is wrong, or that has other work too, changes nothing and exits with 3" {
	two_accounts
	cp state before
	for id in 1111 11112222333 1111222233334 11112222333x '' '*'; do
		follow -3 --purge-account "$id"
		same "$stderr" "qrie-diff: $id: not an account id of twelve digits"
	done
	follow -3 --purge-account $A in
	follow -3 --purge-account $A --state
	follow -3 --purge-account $A -e
	run -3 qrie-diff --purge-account $A old new
	run -3 --separate-stderr qrie-diff -F none --purge-account $A
	same "$stderr" 'qrie-diff: none: No such file or directory'
	[ ! -e none.lock ]
	run -3 --separate-stderr bash -c "qrie-diff -F state --purge-account $A >/dev/full"
	cmp state before
	echo '{"Kind":"resource"}' >state
	follow -3 --purge-account $A
	[[ $stderr == *'state: left as it was' ]]
}

@test "originals 6.1: findings of a policy that nobody knows are followed and kept as any others" {
	{ finding arn:aws:s3:::logs S3BucketPublicReadProhibited 1 2; verdicts arn:aws:s3:::logs 1 '"Public"' '' '' ''; evaluation Public 2; } >in
	follow -0 in
	good 3 4
	same "$(jq -c 'select(.Kind == "finding") | [.Policy, .State]' state)" '["S3BucketPublicReadProhibited","ACTIVE"]'
}

@test "originals 6.1, originals 1.1: a time that is a number is named, in the input and in the state, and stops no other record" {
	{ finding arn:aws:s3:::one Public 1 2 | sed 's/"DescribeTime":"[^"]*"/"DescribeTime":1793491200000/'; finding arn:aws:s3:::two Public 1 2; } >in
	follow -2 in
	[[ $stderr == 'qrie-diff: in:1: '* ]]
	same "$(jq -r .ARN state)" arn:aws:s3:::two
	sed -i 's/"FirstSeen":"[^"]*"/"FirstSeen":1793491200000/' state
	cp state before
	follow -3 in
	cmp state before
}

@test "originals 3: a severity of 0 stays 0 in the state" {
	finding arn:aws:s3:::logs Public 1 2 0 >in
	follow -0 in
	same "$(jq .Severity state)" 0
}

@test "a finding that comes in late of a resource without any is opened, and resolved when the resource is looked at again" {
	good 5 6
	bad 3 4
	same "$(life)" '["ACTIVE","03",null,null,null]'
	good 7 8
	same "$(life)" '["RESOLVED","03","07","RESOURCE_COMPLIANT",null]'
}

@test "FND-16: the daily scan that is shipped runs at least daily" {
	run -0 awk '/daily-scan \// && $3 == "*" && $4 == "*" && $5 == "*" { n++ } END { print n }' "$QRIE_TOP/examples/crontab"
	same "$output" 1
}

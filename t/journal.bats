load helper
load respond

# A journal: a run that was ended at any moment is gone on with by the same command, and comes to the same records.

setup_file() {
	export BATS_TEST_TIMEOUT=600
}

teardown() {
	respond_stop
}

# type NAME: a regional type of EC2, by the last part of its list's name.
regional() {
	cat >"share/collectors/ec2/$1.jq" <<-EOT
		module {
		  "ResourceType": "AWS::EC2::$2", "Service": "ec2", "Scope": "regional",
		  "List": {"Operation": "Describe$2s", "Items": "$2s[]", "Token": "NextToken", "Permission": "ec2:Describe$2s"}
		};
		def arn(\$at): "arn:\(\$at.Partition):ec2:\(\$at.Region):\(\$at.Account):$1/\(.VolumeId // .GroupId)";
	EOT
}

# Two accounts, five regions that must be asked for, three types; every answer takes $1 seconds.
begin() {
	local file
	mkdir -p share/collectors/iam share/collectors/ec2
	ln -sfn "$QRIE_TOP/share/shapes" share/shapes
	cat >share/collectors/iam/user.jq <<'EOT'
module {
  "ResourceType": "AWS::IAM::User", "Service": "iam", "Scope": "global",
  "List": {"Operation": "ListUsers", "Token": "Marker", "Items": "Users[]", "Permission": "iam:ListUsers"},
  "Detail": [{"Operation": "GetLoginProfile", "Parameters": {"UserName": ".UserName"}, "From": "LoginProfile",
     "Into": "LoginProfile", "Permission": "iam:GetLoginProfile"}]
};
def arn($at): "arn:\($at.Partition):iam::\($at.Account):user/\(.UserName)";
EOT
	regional volume Volume
	regional security-group SecurityGroup
	export QRIE_SHARE=$PWD/share
	reply ListUsers <<<'<Users><member><UserName>bob</UserName></member><member><UserName>ann</UserName></member></Users>'
	reply GetLoginProfile <<<'<LoginProfile><UserName>x</UserName></LoginProfile>'
	answer DescribeVolumes <<<'<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-2</volumeId></item></volumeSet><nextToken>t</nextToken></DescribeVolumesResponse>'
	answer DescribeVolumes@t <<<'<DescribeVolumesResponse><requestId>r</requestId><volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet></DescribeVolumesResponse>'
	answer DescribeSecurityGroups <<<'<DescribeSecurityGroupsResponse><requestId>r</requestId><securityGroupInfo><item><groupId>sg-1</groupId></item></securityGroupInfo></DescribeSecurityGroupsResponse>'
	{
		printf '<DescribeRegionsResponse><requestId>r</requestId><regionInfo>'
		printf '<item><regionName>%s</regionName></item>' us-east-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1
		printf '</regionInfo></DescribeRegionsResponse>'
	} | answer DescribeRegions
	reply AssumeRole <<-'EOT'
		<Credentials><AccessKeyId>ASIA222233334444</AccessKeyId><SecretAccessKey>sEcReT</SecretAccessKey>
		<SessionToken>tOkEn</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
	EOT
	for file in aws/answers/*; do sed -i "1a X-Test-Delay: $1" "$file"; done
	respond_start
	printf '111122223333\n222233334444\n' >accounts
}

# collect [ARGUMENT...]: the run that is to be journaled, into out and err; its status in $status.
collect() {
	status=0
	qrie-collect --accounts accounts --role r -r 'eu-*' --now @1 "$@" >out 2>err || status=$?
}

# The units that ./journal says are finished, and those that calls from line $1 of the log on were made for: one a line.
finished() {
	[ ! -e journal ] || grep '^{"Kind":"coverage".*}$' journal | jq -r 'select(.Status == "complete")
	    | "\(.AccountId) \(.Region) \(.ResourceType)"' | sort -u
}
asked_from() {
	tail -n "+$1" aws/log | jq -r '{ListUsers: "User", GetLoginProfile: "User", DescribeVolumes: "Volume",
	    DescribeSecurityGroups: "SecurityGroup"}[.Operation] as $type | select($type)
	    | (.Headers.authorization | capture("Credential=(?<key>[^/]*)/[0-9]*/(?<region>[^/]*)/")) as $by
	    | "\(if $by.key == "AKIDEXAMPLE" then "111122223333" else "222233334444" end) \(if $type == "User" then
	    "global AWS::IAM" else "\($by.region) AWS::EC2" end)::\($type)"' | sort -u
}

@test "killed at 50 random moments and gone on with each time, it comes to the same records and asks nothing twice" {
	local kills=0 rounds=0 pid before
	begin 0.02
	collect
	same "$status" 0
	mv out whole
	same "$(grep -c '"Kind":"resource"' whole)" 34
	RANDOM=1
	while [ "$kills" -lt 50 ]; do
		finished >units
		before=$(wc -l <aws/log)
		qrie-collect --accounts accounts --role r -r 'eu-*' --now @1 -j 1 --journal journal >out 2>err &
		pid=$!
		sleep "0.$((RANDOM % 8))$((RANDOM % 10))"
		if kill -9 "$pid" 2>/dev/null; then
			kills=$((kills + 1))
		fi
		status=0
		wait "$pid" || status=$?
		same "$(comm -12 units <(asked_from $((before + 1))))" ''
		[ "$status" -ne 137 ] || continue
		same "$status" 0
		cmp whole out
		rm journal
		rounds=$((rounds + 1))
	done
	finished >units
	before=$(wc -l <aws/log)
	collect --journal journal
	same "$status" 0
	same "$(comm -12 units <(asked_from $((before + 1))))" ''
	cmp whole out
}

@test "wherever it is cut off, or overwritten with zeros, what is whole before counts and the rest is asked anew" {
	begin 0
	collect --journal journal
	same "$status" 0
	mv out whole
	mv journal kept
	size=$(wc -c <kept)
	RANDOM=2
	for ((n = 0; n < 25; n++)); do
		at=$(((RANDOM * 32768 + RANDOM) % size))
		head -c "$at" kept >journal
		if [ $((n % 3)) -eq 0 ]; then
			# not in the first line: that would make it no journal
			cp kept journal
			at=$(($(head -1 kept | wc -c) + at * 9 / 10))
			dd if=/dev/zero of=journal bs=1 seek="$at" count=50 conv=notrunc status=none
		fi
		collect --journal journal
		same "$status" 0
		cmp whole out
		# what it has become is whole again
		before=$(wc -l <aws/log)
		collect --journal journal
		same "$(asked_from $((before + 1)))" ''
		cmp whole out
	done
}

@test "a unit that lacks one of its records is not believed, nor what comes behind it" {
	begin 0
	collect --journal journal
	mv out whole
	line=$(grep -n '"Kind":"resource"' journal | sed -n '9s/:.*//p')
	sed -i "${line}d" journal
	collect --journal journal
	same "$status" 0
	cmp whole out
}

@test "what is finished is printed again in its place, and asks nothing but who the caller is" {
	begin 0
	collect --journal journal
	mv out whole
	rm aws/log
	collect --journal journal
	same "$status" 0
	cmp whole out
	same "$(<err)" 'qrie-collect: journal: an earlier run has finished 22 of the lists'
	same "$(jq -r .Operation aws/log)" GetCallerIdentity
	same "$(stat -c %a journal)" 600
	run -1 grep -E 'sEcReT|tOkEn' journal
}

@test "a journal is records: what qrie-collect printed is in it" {
	begin 0
	collect --journal journal
	same "$(grep -vE '^{"Kind":"(journal|regions)"' journal | sort | cksum)" "$(sort out | cksum)"
}

@test "a list that failed is asked again, one that could not be read in part is not, and says so again" {
	begin 0
	refuse -s 403 GetLoginProfile@bob AccessDenied
	answer -s 403 DescribeVolumes@ASIA222233334444 <<<'<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>'
	collect --journal journal
	same "$status" 2
	same "$(jq -r 'select(.Status == "failed") | "\(.AccountId) \(.Region)"' out | wc -l)" 5
	rm aws/log aws/answers/DescribeVolumes@ASIA222233334444.1
	collect --journal journal
	same "$status" 2
	same "$(asked_from 1)" "$(printf '222233334444 %s AWS::EC2::Volume\n' eu-north-1 eu-south-1 eu-west-1 eu-west-2 eu-west-3)"
	same "$(jq -r 'select(.Kind == "coverage").Status' out | sort | uniq -c | xargs)" '22 complete'
	same "$(jq -r 'select(.Unreadable).ARN' out | xargs)" 'arn:aws:iam::111122223333:user/bob arn:aws:iam::222233334444:user/bob'
}

@test "a journal of another command, or a file that is none, is refused with 3 and left as it is" {
	begin 0
	collect --journal journal
	cp journal kept
	for other in '-t ec2/volume' '-r eu-west-1' '--service iam' '--role s' '--external-id e' '--account 111122223333'; do
		# shellcheck disable=SC2086 # two words
		collect --journal journal $other
		same "$other: $status" "$other: 3"
		grep -q '^qrie-collect: journal: it is of another command, which asked for {"Caller":"111122223333",' err
		same "$(<out)" ''
	done
	echo '# a change' >>share/collectors/ec2/volume.jq
	collect --journal journal
	same "$status" 3
	cmp journal kept
	printf 'my notes\n' >notes
	collect --journal notes
	same "$status" 3
	same "$(<err)" 'qrie-collect: notes: it is no journal of this version'
	same "$(<notes)" 'my notes'
	collect --journal missing/journal
	same "$status" 3
	same "$(<err)" 'qrie-collect: missing/journal: No such file or directory'
}

@test "two runs do not write one journal" {
	begin 0
	: >journal
	exec 5<journal
	flock 5
	collect --journal journal
	exec 5<&-
	same "$status" 3
	same "$(<err)" 'qrie-collect: journal: another run is writing it'
	collect --journal journal
	same "$status" 0
}

@test "a reader that goes away, or a signal, leaves nothing half done in the journal" {
	begin 0.05
	collect
	mv out whole
	{ qrie-collect --accounts accounts --role r -r 'eu-*' --now @1 --journal journal 2>err; echo $? >status; } | head -c 1 >first
	same "$(<status)" 0
	qrie-collect --accounts accounts --role r -r 'eu-*' --now @1 -j 1 --journal journal >out 2>err &
	pid=$!
	sleep 0.6
	kill -INT "$pid" 2>/dev/null || :
	wait "$pid" || :
	collect --journal journal
	same "$status" 0
	cmp whole out
}

@test "what is finished of an account that lets nobody in any more is printed before that is told" {
	begin 0
	collect --journal journal
	# all but the last list of the last account
	head -n -2 journal >cut
	mv cut journal
	last=$(jq -r 'select(.Kind == "coverage")' out -c | wc -l)
	rm aws/answers/AssumeRole.1
	refuse -s 403 AssumeRole AccessDenied
	lost=$(jq -c 'select(.Kind == "coverage")' journal | wc -l)
	[ "$lost" -lt "$last" ]
	collect --journal journal
	same "$status" 2
	same "$(jq -c 'select(.Kind == "coverage") | [.Status, .ResourceType]' out | tail -1)" '["failed","*"]'
	same "$(jq -r 'select(.Status == "complete").Status' out | wc -l)" "$lost"
}

# The policies that come with qrie: what each finds, what it leaves alone, and that qrie-eval says what plain jq says.
load helper
load jq

now=2026-11-22T21:00:00Z

resource() {	# type arn configuration [more members]
	printf '{"Kind":"resource","ARN":"%s","ResourceType":"%s","AccountId":"111122223333","Region":"eu-west-1",' "$2" "$1"
	printf '"AccountService":"111122223333_x","DescribeTime":"%s","Configuration":%s%s}\n' "$now" "$3" "${4:+,$4}"
}

bucket() {	# name configuration [more members]
	resource AWS::S3::Bucket "arn:aws:s3:::$1" "$2" "${3-}"
}

user() {	# name configuration [more members]
	resource AWS::IAM::User "arn:aws:iam::111122223333:user/$1" "$2" "${3-}"
}

# Judges the records in "in" by one policy; out has "State name" for each finding, name being the end of the ARN.
judge() {	# policy [option ...]
	local status=0
	qrie-eval --now "$now" -p "$@" in >all 2>err || status=$?
	jq -r 'select(.Kind == "finding") | "\(.State) \(.ARN | split("[:/]"; null) | last)"' all >out
	return "$status"
}

found() {	# line ...
	same "$(cat out)" "$(printf '%s\n' "$@")"
}

found_none() {
	same "$(cat out)" ''
	jq -se 'any(.[]; .Kind == "evaluation" and .Policy != "*" and any(.By[]; .Passed > 0))' all >/dev/null
}

evidence() {	# name: the evidence of its finding
	jq -c --arg name "$1" 'select(.Kind == "finding" and (.ARN | endswith($name))).Evidence' all
}

@test "POL-01: eleven policies ship, with these ids and severities" {
	qrie-eval --list -p @core -f json >list
	same "$(jq -r '"\(.Policy) \(.Severity)"' list | sort)" 'EC2UnencryptedEBS 85
IAMAccessKeyNotRotated 70
IAMAccessKeyUnused 60
IAMPolicyOverlyPermissive 80
IAMRootAccountActive 95
IAMUserMfaDisabled 85
RDSPublicAccess 90
S3BucketEncryptionDisabled 90
S3BucketMfaDeleteDisabled 70
S3BucketPublic 90
S3BucketVersioningDisabled 60'
}

@test "all cases of all policies hold" {
	run -0 --separate-stderr qrie-eval --test
	[[ $output =~ ^([0-9]+)' policies, '([0-9]+)' cases, 0 failed'$ ]]
	[ "${BASH_REMATCH[1]}" -ge 11 ]
	[ "${BASH_REMATCH[2]}" -ge $((3 * BASH_REMATCH[1])) ]
}

@test "qrie-eval finds in a seeded estate what plain jq finds" {
	qrie-seed data --now "$now" >estate
	jq -c 'select(.Kind == "resource" and (.Unreadable | not))' estate >readable
	same_as_jq "$QRIE_TOP/share/policies" readable
}

@test "qrie-eval says of the resources of all cases, strange ones too, what plain jq says" {
	qrie-eval --list -f json >list
	for file in "$QRIE_TOP"/share/policies/*/*.cases; do
		id=$(basename "$file" .cases)
		jq -c --slurpfile list list --arg id "$id" '($list[] | select(.Policy == $id).ResourceType) as $type
			| select(.Resource.Unreadable | not)
			| {Kind: "resource", ARN: "\(.Resource.ARN)-\(input_line_number)", ResourceType: ($type | arrays[0] // .)}
			+ (.Resource | del(.ARN))' "$file"
	done >cases
	[ "$(grep -c . cases)" -gt 100 ]
	same_as_jq "$QRIE_TOP/share/policies" cases
}

@test "each policy finds some and passes some of a seeded estate, and fails on none" {
	qrie-seed data --now "$now" >estate
	qrie-eval --now "$now" -p @core estate >all
	same "$(jq -r 'select(.Kind == "evaluation" and .Policy != "*" and
		(([.By[].Failed] | add // 0) == 0 or ([.By[].Passed] | add // 0) == 0)).Policy' all)" ''
	same "$(jq -c 'select(.Kind == "finding" and .Evidence.Error)' all)" ''
}

@test "POL-02: a bucket is public unless all four settings are true" {
	yes='"BlockPublicAcls":true,"IgnorePublicAcls":true'
	{
		bucket all "{\"PublicAccessBlockConfiguration\":{$yes,\"BlockPublicPolicy\":true,\"RestrictPublicBuckets\":true}}"
		bucket one "{\"PublicAccessBlockConfiguration\":{$yes,\"BlockPublicPolicy\":true,\"RestrictPublicBuckets\":false}}"
		bucket false '{"PublicAccessBlockConfiguration":{"BlockPublicAcls":false,"IgnorePublicAcls":false,"BlockPublicPolicy":false,"RestrictPublicBuckets":false}}'
		bucket null '{"PublicAccessBlockConfiguration":null}'
		bucket none '{}'
	} >in
	judge S3BucketPublic
	found 'ACTIVE one' 'ACTIVE false' 'ACTIVE null' 'ACTIVE none'
}

@test "POL-26: the evidence of a public bucket shows the four settings as collected" {
	block='{"BlockPublicAcls":true,"IgnorePublicAcls":false,"BlockPublicPolicy":true,"RestrictPublicBuckets":false}'
	bucket mixed "{\"PublicAccessBlockConfiguration\":$block}" >in
	judge S3BucketPublic
	same "$(evidence mixed | jq -c .PublicAccessBlockConfiguration)" "$block"
}

@test "POL-03: a bucket in the list of allowed ones gives no finding, and one without it" {
	bucket www.example.com '{"PublicAccessBlockConfiguration":null}' >in
	judge S3BucketPublic
	found 'ACTIVE www.example.com'
	mkdir -p p/s3
	sed 's/"Allowed": \[\]/"Allowed": ["www.example.com"]/' "$QRIE_TOP/share/policies/s3/S3BucketPublic.jq" >p/s3/S3BucketPublic.jq
	judge S3BucketPublic -d p
	found_none
}

@test "POL-04: versioning that is suspended or was never enabled is found" {
	{
		bucket enabled '{"Versioning":{"Status":"Enabled"}}'
		bucket suspended '{"Versioning":{"Status":"Suspended"}}'
		bucket absent '{"Versioning":{}}'
	} >in
	judge S3BucketVersioningDisabled
	found 'ACTIVE suspended' 'ACTIVE absent'
}

@test "POL-05: a bucket without an encryption rule is found; AES256 and aws:kms pass" {
	rule() { printf '{"Encryption":{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"%s"}}]}}}' "$1"; }
	{
		bucket null '{"Encryption":null}'
		bucket norule '{"Encryption":{"ServerSideEncryptionConfiguration":{"Rules":[]}}}'
		bucket aes "$(rule AES256)"
		bucket kms "$(rule aws:kms)"
	} >in
	judge S3BucketEncryptionDisabled
	found 'ACTIVE null' 'ACTIVE norule'
}

@test "POL-06: a versioned bucket without MFA delete is found, one without versioning is not" {
	{
		bucket disabled '{"Versioning":{"Status":"Enabled","MFADelete":"Disabled"}}'
		bucket absent '{"Versioning":{"Status":"Enabled"}}'
		bucket enabled '{"Versioning":{"Status":"Enabled","MFADelete":"Enabled"}}'
		bucket unversioned '{"Versioning":{}}'
	} >in
	judge S3BucketMfaDeleteDisabled
	found 'ACTIVE disabled' 'ACTIVE absent'
}

@test "POL-07: an instance with an unencrypted volume is found, once, by its own ARN" {
	instance() {
		resource AWS::EC2::Instance "arn:aws:ec2:eu-west-1:111122223333:instance/$1" \
		    "{\"BlockDeviceMappings\":[{\"Ebs\":{\"VolumeId\":\"vol-1\"}},{\"Ebs\":{\"VolumeId\":\"vol-2\"}}],\"Volumes\":[{\"VolumeId\":\"vol-1\",\"Size\":8,\"Encrypted\":$2},{\"VolumeId\":\"vol-2\",\"Size\":20,\"Encrypted\":$3}]}"
	}
	{
		instance i-good true true
		instance i-one true false
		instance i-both false false
	} >in
	judge EC2UnencryptedEBS
	found 'ACTIVE i-one' 'ACTIVE i-both'
	same "$(evidence i-one)" '{"UnencryptedVolumes":[{"VolumeId":"vol-2","Size":20,"Encrypted":false}],"TotalVolumes":2}'
}

@test "POL-08: a user with a password and no MFA device is found, one without a password is not" {
	{
		user bad '{"LoginProfile":{"UserName":"bad"},"MFADevices":[]}'
		user mfa '{"LoginProfile":{"UserName":"mfa"},"MFADevices":[{"SerialNumber":"arn:aws:iam::111122223333:mfa/mfa"}]}'
		user robot '{"LoginProfile":null,"MFADevices":[]}'
	} >in
	judge IAMUserMfaDisabled
	found 'ACTIVE bad'
}

@test "POL-09: a key of 91 days is found, one of exactly 90 is not, nor an inactive one" {
	key() { printf '{"AccessKeys":[{"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","Status":"%s","CreateDate":"%s"}]}' "$1" "$2"; }
	{
		user days90 "$(key Active 2026-08-24T21:00:00+00:00)"
		user days91 "$(key Active 2026-08-23T21:00:00+00:00)"
		user off "$(key Inactive 2020-01-01T00:00:00+00:00)"
		user nokey '{"AccessKeys":[]}'
	} >in
	judge IAMAccessKeyNotRotated
	found 'ACTIVE days91'
	same "$(evidence days91 | jq .AccessKeys[].AgeDays)" 91
}

@test "POL-10: a key not used for 91 days is found, one used 90 days ago is not; a never-used key is judged by its age" {
	key() { printf '{"AccessKeys":[{"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","Status":"Active","CreateDate":"%s","LastUsed":%s}]}' "$1" "$2"; }
	never='{"ServiceName":"N/A","Region":"N/A"}'
	{
		user used90 "$(key 2020-01-01T00:00:00+00:00 '{"LastUsedDate":"2026-08-24T21:00:00+00:00"}')"
		user used91 "$(key 2020-01-01T00:00:00+00:00 '{"LastUsedDate":"2026-08-23T21:00:00+00:00"}')"
		user never90 "$(key 2026-08-24T21:00:00+00:00 "$never")"
		user never91 "$(key 2026-08-23T21:00:00+00:00 "$never")"
	} >in
	judge IAMAccessKeyUnused
	found 'ACTIVE used91' 'ACTIVE never91'
}

@test "POL-11: everything allowed on everything is found as text, as lists and in a list of statements; denied, it passes" {
	policy() {
		resource AWS::IAM::ManagedPolicy "arn:aws:iam::111122223333:policy/$1" \
		    "{\"AttachmentCount\":1,\"PolicyUsers\":[{\"UserName\":\"maria\"}],\"PolicyGroups\":[],\"PolicyRoles\":[],\"PolicyVersion\":{\"VersionId\":\"v1\",\"Document\":{\"Statement\":$2}}}"
	}
	{
		policy text '{"Effect":"Allow","Action":"*","Resource":"*"}'
		policy lists '{"Effect":"Allow","Action":["*"],"Resource":["*"]}'
		policy statements '[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}]'
		policy deny '[{"Effect":"Deny","Action":"*","Resource":"*"}]'
		policy bucket '[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::shop/*"}]'
	} >in
	judge IAMPolicyOverlyPermissive
	found 'ACTIVE text' 'ACTIVE lists' 'ACTIVE statements'
	same "$(evidence policy/text | jq -c '[.AttachmentCount, .Users]')" '[1,["maria"]]'
}

@test "POL-12: root keys in the account summary or recent use give one finding; without them there is none" {
	account() { resource AWS::::Account "arn:aws:iam::$1:root" "$2"; }
	report() { printf '{"AccountSummary":{"AccountAccessKeysPresent":0},"RootCredentialReport":{"password_last_used":"%s","access_key_1_active":"false","access_key_2_active":"false"}}' "$1"; }
	account 111122223333 '{"AccountSummary":{"AccountAccessKeysPresent":1}}' >in
	judge IAMRootAccountActive
	found 'ACTIVE root'
	account 111122223333 "$(report 2026-11-20T00:00:00+00:00)" >in
	judge IAMRootAccountActive
	found 'ACTIVE root'
	account 111122223333 '{"AccountSummary":{"AccountAccessKeysPresent":0}}' >in
	judge IAMRootAccountActive
	found_none
	account 111122223333 "$(report no_information)" >in
	judge IAMRootAccountActive
	found_none
}

@test "POL-13: a publicly accessible database is found, a private one is not, and one that does not say is unknown" {
	db() { resource AWS::RDS::DBInstance "arn:aws:rds:eu-west-1:111122223333:db:$1" "$2"; }
	{
		db public '{"PubliclyAccessible":true}'
		db private '{"PubliclyAccessible":false}'
	} >in
	judge RDSPublicAccess
	found 'ACTIVE public'
	db silent '{}' >in
	run -2 judge RDSPublicAccess
	found 'UNKNOWN silent'
}

@test "POL-28: an estate that is in order gives no finding" {
	block='{"BlockPublicAcls":true,"IgnorePublicAcls":true,"BlockPublicPolicy":true,"RestrictPublicBuckets":true}'
	sse='{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"},"BucketKeyEnabled":true}]}}'
	{
		bucket by-itself "{\"PublicAccessBlockConfiguration\":$block,\"Versioning\":{\"Status\":\"Enabled\",\"MFADelete\":\"Enabled\"},\"Encryption\":$sse}"
		bucket by-account "{\"PublicAccessBlockConfiguration\":null,\"AccountPublicAccessBlockConfiguration\":$block,\"Versioning\":{\"Status\":\"Enabled\",\"MFADelete\":\"Enabled\"},\"Encryption\":$sse}"
		user robot '{"LoginProfile":null,"MFADevices":[],"AccessKeys":[{"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","Status":"Active","CreateDate":"2026-11-01T00:00:00+00:00","LastUsed":{"ServiceName":"N/A","Region":"N/A"}}]}'
		user gone '{}'
		resource AWS::IAM::ManagedPolicy arn:aws:iam::111122223333:policy/string '{"PolicyVersion":{"Document":{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}}}'
		resource AWS::IAM::ManagedPolicy arn:aws:iam::111122223333:policy/list '{"PolicyVersion":{"Document":{"Statement":[{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}]}}}'
		resource AWS::EC2::Instance arn:aws:ec2:eu-west-1:111122223333:instance/i-1 '{"BlockDeviceMappings":[{"DeviceName":"ephemeral0"}],"Volumes":[]}'
		resource AWS::EC2::Instance arn:aws:ec2:eu-west-1:111122223333:instance/i-2 '{"State":{"Name":"terminated"},"BlockDeviceMappings":[]}'
		resource AWS::RDS::DBInstance arn:aws:rds:eu-west-1:111122223333:db:orders '{"PubliclyAccessible":false}'
		resource AWS::::Account arn:aws:iam::111122223333:root '{"AccountSummary":{"AccountAccessKeysPresent":0}}'
		resource AWS::Lambda::Function arn:aws:lambda:eu-west-1:111122223333:function:f '{"FunctionName":"f"}'
	} >in
	qrie-eval --now "$now" -p @core in >all
	same "$(jq -c 'select(.Kind == "finding")' all)" ''
	same "$(jq -r 'select(.Policy == "*") | [.By[].Passed] | add' all)" 10
}

@test "an answer that was denied makes every policy that reads it unknown, and none a pass" {
	denied() { printf '"Unreadable":[{"Path":"%s","Operation":"Get","Code":"AccessDenied","Permission":"x:Get"}]' "$1"; }
	{
		bucket block '{}' "$(denied .Configuration.PublicAccessBlockConfiguration)"
		bucket versioning '{}' "$(denied .Configuration.Versioning)"
		bucket encryption '{}' "$(denied .Configuration.Encryption)"
		user profile '{}' "$(denied .Configuration.LoginProfile)"
		user keys '{}' "$(denied .Configuration.AccessKeys)"
		resource AWS::EC2::Instance arn:aws:ec2:eu-west-1:111122223333:instance/volumes '{"BlockDeviceMappings":[]}' "$(denied .Configuration.Volumes)"
		resource AWS::IAM::ManagedPolicy arn:aws:iam::111122223333:policy/document '{}' "$(denied .Configuration.PolicyVersion)"
		resource AWS::::Account arn:aws:iam::111122223333:report '{"AccountSummary":{"AccountAccessKeysPresent":0}}' "$(denied .Configuration.RootCredentialReport)"
		resource AWS::RDS::DBInstance arn:aws:rds:eu-west-1:111122223333:db:public '{}' "$(denied .Configuration.PubliclyAccessible)"
	} >in
	qrie-eval --now "$now" -p @core in >all
	same "$(jq -r 'select(.State == "UNKNOWN") | "\(.Policy) \(.ARN | split("[:/]"; null) | last)"' all | sort)" \
'EC2UnencryptedEBS volumes
IAMAccessKeyNotRotated keys
IAMAccessKeyUnused keys
IAMPolicyOverlyPermissive document
IAMRootAccountActive report
IAMUserMfaDisabled profile
RDSPublicAccess public
S3BucketEncryptionDisabled encryption
S3BucketMfaDeleteDisabled versioning
S3BucketPublic block
S3BucketVersioningDisabled versioning'
}

@test "the example in qrie-policy(7) passes its cases and finds what it says" {
	page=$QRIE_TOP/man/qrie-policy.7
	mkdir -p policies/dynamodb
	for file in policies/dynamodb/DynamoDBTableUnprotected.{jq,cases}; do
		sed -n "\|^\.\\\\\" file: $file\$|,/^\.Ed/p" "$page" | sed '/^\./d; s/\\e/\\/g' >"$file"
		[ -s "$file" ]
	done
	resource AWS::DynamoDB::Table arn:aws:dynamodb:eu-west-1:111122223333:table/orders '{"DeletionProtectionEnabled":false}' >inventory.ndjson
	sed -n '/^\.\\" run$/,/^\.Ed/p' "$page" | sed '/^\./d' >commands
	same "$(grep -c . commands)" 5
	sh -eu commands >out
	grep -qx '1 policies, 4 cases, 0 failed' out
	grep -q '^DynamoDBTableUnprotected ' out
	same "$(grep '"finding"' out | jq -r .Id)" arn:aws:dynamodb:eu-west-1:111122223333:table/orders#DynamoDBTableUnprotected
	same "$(tail -n 1 out)" '{"Message":"deletion protection is off","Evidence":{"DeletionProtectionEnabled":false}}'
}

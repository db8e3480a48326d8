# share/policies/document.jq: who a policy document lets in.
load helper

# Each line of "in" is {Title, Statement, Is}, or {Title, Document, Is}: what the filter says of the document must be Is.
all_are() {	# filter
	jq -c -L "$QRIE_TOP/share/policies" "include \"document\";
		(if has(\"Statement\") then {Version: \"2012-10-17\", Statement} else .Document end) as \$document
		| . + {Got: (try (\$document | $1) catch \"error: \\(.)\")}
		| if (.Is | type == \"string\") and (.Got | type == \"string\") and (.Is as \$is | .Got | contains(\$is)) then empty
			elif .Is == .Got then empty
			else {Title, Is, Got} end" in >wrong
	same "$(cat wrong)" ''
	[[ $(wc -l <in) -gt 0 ]]
}

@test "LNT-16: everyone in all spellings is public, a fixed party is not" {
	cat >in <<-'END'
	{"Title": "no document", "Document": null, "Is": false}
	{"Title": "no statements", "Statement": [], "Is": false}
	{"Title": "star", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}, "Is": true}
	{"Title": "AWS star", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": true}
	{"Title": "star in a list", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["111122223333", "*"]}, "Action": "s3:GetObject", "Resource": "*"}], "Is": true}
	{"Title": "text", "Document": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}", "Is": true}
	{"Title": "any account's root", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::*:root"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": true}
	{"Title": "everyone but one", "Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": true}
	{"Title": "an account", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": false}
	{"Title": "a role", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "s3:*", "Resource": "*"}], "Is": false}
	{"Title": "an access identity", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": false}
	{"Title": "a deleted user", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": false}
	{"Title": "a service", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logging.s3.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "*"}], "Is": false}
	{"Title": "a canonical user", "Statement": [{"Effect": "Allow", "Principal": {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}, "Action": "s3:GetObject", "Resource": "*"}], "Is": false}
	{"Title": "no Allow", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}], "Is": false}
	END
	all_are 'public_statements != []'
}

@test "LNT-16: only a condition that ties everyone to fixed parties makes them not public" {
	sed 's/^\(.*\) CONDITION \(.*\) \([a-z]*\)$/{"Title": "\1", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": \2}], "Is": \3}/' >in <<-'END'
	organization CONDITION {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}} false
	organization, key in lower case CONDITION {"StringEquals": {"aws:principalorgid": ["o-a1b2c3d4e5"]}} false
	any organization CONDITION {"StringLike": {"aws:PrincipalOrgID": "*"}} true
	one fixed, one not CONDITION {"StringLike": {"aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-*"]}} true
	no values CONDITION {"StringEquals": {"aws:PrincipalOrgID": []}} true
	if there is an organization CONDITION {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}} true
	if there is, and there must be CONDITION {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:PrincipalOrgID": "false"}} false
	must not be there CONDITION {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:PrincipalOrgID": "true"}} true
	all paths CONDITION {"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}} true
	any path CONDITION {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*"}} false
	any path of any organization CONDITION {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-*/r-ab12/*"}} true
	not this organization CONDITION {"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}} true
	account of the source CONDITION {"StringEquals": {"AWS:SourceOwner": "111122223333"}} false
	an account by number CONDITION {"StringEquals": {"aws:SourceAccount": 111122223333}} false
	a bucket CONDITION {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders"}} false
	any bucket CONDITION {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::*"}} true
	any topic of an account CONDITION {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:*"}} false
	any topic CONDITION {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}} true
	roles of an account CONDITION {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}} false
	a role of any account CONDITION {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}} true
	an office CONDITION {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "2001:db8::/32"]}} false
	one address CONDITION {"IpAddress": {"aws:SourceIp": "192.0.2.1"}} false
	everywhere CONDITION {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}} true
	everywhere in IPv6 CONDITION {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "::/0"]}} true
	everywhere in two halves CONDITION {"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}} true
	elsewhere CONDITION {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}} true
	a network CONDITION {"StringEquals": {"aws:SourceVpc": "vpc-91237329"}} false
	any network CONDITION {"StringLike": {"aws:SourceVpc": "vpc-*"}} true
	a session of a role CONDITION {"StringLike": {"aws:userid": "AROACKCEVSQ6C2EXAMPLE:*"}} false
	a variable CONDITION {"StringEquals": {"aws:SourceVpc": "${aws:PrincipalTag/vpc}"}} true
	TLS CONDITION {"Bool": {"aws:SecureTransport": "true"}} true
	a header CONDITION {"StringLike": {"aws:Referer": "https://www.example.com/*"}} true
	through a service CONDITION {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}} true
	through a service, of an account CONDITION {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com", "kms:CallerAccount": "111122223333"}} false
	signed by anyone CONDITION {"StringEquals": {"lambda:FunctionUrlAuthType": "AWS_IAM"}} true
	the account of the bucket CONDITION {"StringEquals": {"s3:ResourceAccount": "111122223333"}} true
	access points of an account CONDITION {"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}} false
	a mount target CONDITION {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}} false
	two that help together CONDITION {"Bool": {"aws:SecureTransport": true}, "StringEquals": {"aws:PrincipalAccount": "111122223333"}} false
	END
	all_are 'public_statements != []'
}

@test "a Deny is netted where it surely keeps everyone but fixed parties from all that is allowed" {
	sed 's/^\(.*\) DENY \(.*\) \([a-z]*\)$/{"Title": "\1", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject*", "S3:PutObject"], "Resource": "arn:aws:s3:::orders\/*"}, {"Effect": "Deny", \2}], "Is": \3}/' >in <<-'END'
	all of it DENY "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"] false
	but for a network DENY "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}} false
	but for an office or a network DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "StringNotEqualsIfExists": {"aws:SourceVpc": "vpc-91237329"}} false
	but for any network DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotLike": {"aws:SourceVpc": "vpc-*"}} true
	from a network DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-91237329"}} true
	without TLS DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}} true
	from elsewhere without TLS DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:SourceVpc": "vpc-91237329"}, "Bool": {"aws:SecureTransport": "false"}} true
	any value of no key DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"ForAnyValue:StringNotLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}} true
	but for an organization and services DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}} false
	but for an organization and who is not known DENY "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Bool": {"aws:PrincipalIsAWSService": "false"}} true
	one party only DENY "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*" true
	all but one party DENY "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*" false
	nobody DENY "NotPrincipal": "*", "Action": "s3:*", "Resource": "*" true
	half the actions DENY "Principal": "*", "Action": "s3:PutObject", "Resource": "*" true
	a part of a pattern DENY "Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" true
	both actions, one by a pattern DENY "Principal": "*", "Action": ["s3:Get*", "s3:putobject"], "Resource": "*" false
	half the objects DENY "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::orders/secret/*" true
	all actions but others DENY "Principal": "*", "NotAction": "s3:ListBucket", "Resource": "*" true
	END
	all_are 'public_statements != []'
	cat >in <<-'END'
	{"Title": "reading is left, writing is not", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}, {"Effect": "Deny", "Principal": "*", "NotAction": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"}], "Is": [true, false]}
	{"Title": "all but writing", "Statement": [{"Effect": "Allow", "Principal": "*", "NotAction": ["s3:Put*", "s3:Delete*"], "Resource": "*"}], "Is": [true, false]}
	END
	all_are '[public_to(["s3:GetObject"]) != [], public_to(["s3:PutObject"]) != []]'
}

@test "what is not understood in a policy document is an error, not a pass" {
	cat >in <<-'END'
	{"Title": "no JSON", "Document": "Allow all", "Is": "not JSON"}
	{"Title": "JSON null", "Document": "null", "Is": "the policy is null"}
	{"Title": "a list", "Document": [], "Is": "the policy is array"}
	{"Title": "no statement", "Document": {"Version": "2012-10-17"}, "Is": "Statement is null"}
	{"Title": "statement is text", "Statement": ["Allow"], "Is": "a statement is string"}
	{"Title": "effect", "Statement": {"Effect": "allow", "Principal": "*", "Action": "*"}, "Is": "Effect is"}
	{"Title": "a member of another language", "Statement": {"Effect": "Allow", "Principals": "*", "Action": "*"}, "Is": "a statement has Principals"}
	{"Title": "two kinds of action", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "NotAction": "s3:*"}, "Is": "both Action and NotAction"}
	{"Title": "no action", "Statement": {"Effect": "Allow", "Principal": "*"}, "Is": "no Action"}
	{"Title": "action is a number", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": 1}, {"Effect": "Deny", "Principal": "*", "Action": "*"}], "Is": "Action is neither"}
	{"Title": "principal is another text", "Statement": {"Effect": "Allow", "Principal": "111122223333", "Action": "*"}, "Is": "Principal is"}
	{"Title": "principal of another kind", "Statement": {"Effect": "Allow", "Principal": {"Aws": "*"}, "Action": "*"}, "Is": "of kind Aws"}
	{"Title": "principal is a name", "Statement": {"Effect": "Allow", "Principal": {"AWS": "maria"}, "Action": "*"}, "Is": "a principal is maria"}
	{"Title": "condition is text", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": "none"}, "Is": "Condition is no object"}
	{"Title": "operator", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"StringMatches": {"aws:SourceVpc": "vpc-1"}}}, "Is": "operator StringMatches"}
	{"Title": "value", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"StringEquals": {"aws:SourceVpc": {"a": 1}}}}, "Is": "value is object"}
	{"Title": "range", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"IpAddress": {"aws:SourceIp": "office"}}}, "Is": "range of addresses"}
	END
	all_are 'public_statements'
}

@test "other accounts are those named, but for trusted ones, one's own, and what a condition or a Deny takes back" {
	cat >in <<-'END'
	{"Title": "two spellings of another account", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["444455556666", "arn:aws:iam::444455556666:root", "arn:aws:iam::111122223333:root"]}, "Action": "*"}], "Is": ["444455556666", "arn:aws:iam::444455556666:root"]}
	{"Title": "a trusted one", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "777788889999"}, "Action": "*"}], "Is": []}
	{"Title": "a canonical user", "Statement": [{"Effect": "Allow", "Principal": {"CanonicalUser": "79a5"}, "Action": "*"}], "Is": ["79a5"]}
	{"Title": "not everyone, no service, no access identity", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*"}, {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com", "AWS": "arn:aws:iam::cloudfront:user/E1"}, "Action": "*"}], "Is": []}
	{"Title": "tied to the own account", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}], "Is": []}
	{"Title": "denied", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "s3:GetObject"}, {"Effect": "Deny", "Principal": "*", "Action": "s3:*"}], "Is": []}
	END
	all_are '[cross_account_statements("111122223333"; ["777788889999"])[] | foreign_principals("111122223333"; ["777788889999"])]'
}

@test "insecure transport is denied by a Deny for everyone, of all actions, on all resources, on that condition alone" {
	cat >in <<-'END'
	{"Title": "as AWS writes it", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}], "Is": true}
	{"Title": "in two statements", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "arn:aws:s3:::b", "Condition": {"Bool": {"aws:securetransport": false}}}, {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::b/*", "Condition": {"BoolIfExists": {"aws:SecureTransport": ["false"]}}}], "Is": true}
	{"Title": "objects alone", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}], "Is": false}
	{"Title": "an Allow", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}], "Is": false}
	{"Title": "with TLS", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}], "Is": false}
	{"Title": "one action", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}], "Is": false}
	{"Title": "one account", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}], "Is": false}
	{"Title": "from a network", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}}}], "Is": false}
	{"Title": "no policy", "Document": null, "Is": false}
	END
	all_are 'denies_insecure_transport(["s3:*"]; ["arn:aws:s3:::b", "arn:aws:s3:::b/*"])'
}

@test "every action on every resource, and every action of a service, are told from less" {
	cat >in <<-'END'
	{"Title": "all", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}, "Is": [1, []]}
	{"Title": "all but", "Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": ["arn:aws:s3:::b", "*"]}, "Is": [1, []]}
	{"Title": "a service", "Statement": {"Effect": "Allow", "Action": ["s3:*", "ec2:Describe*"], "Resource": "*"}, "Is": [0, ["s3:*"]]}
	{"Title": "denied", "Statement": {"Effect": "Deny", "Action": ["*", "s3:*"], "Resource": "*"}, "Is": [0, []]}
	END
	all_are '[(full_admin | length), service_wildcards]'
}

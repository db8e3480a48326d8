# What single maps of share/terraform make of a plan (qrie-terraform(7)).
load helper

# planned FILE: a plan that makes what each line of standard input says: type, what is known, and what is not.
planned() {
	jq -sc 'def written($unknown): if type == "array" and (.[0] | type) == "object" then
	      to_entries | map(.value + ($unknown[.key]? // {}) | with_entries(.value = {})) else {} end;
	    {format_version: "1.2", terraform_version: "1.11.4", timestamp: "2026-11-22T21:00:00Z", applyable: true,
	    configuration: {provider_config: {aws: {name: "aws", full_name: "registry.terraform.io/hashicorp/aws"}},
	      root_module: {resources: map({address: "\(.type).it", mode: "managed", type, name: "it", provider_config_key: "aws",
	        expressions: ((.unknown // {}) as $unknown | $unknown + (.known // {})
	          | with_entries(.key as $key | .value |= written($unknown[$key])))})}},
	    resource_changes: map({address: "\(.type).it", mode: "managed", type, name: "it",
	      provider_name: "registry.terraform.io/hashicorp/aws",
	      change: {actions: ["create"], before: null, after: (.known // {}), after_unknown: (.unknown // {})}})}'
}

collected() {
	planned >plan.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json
}

@test "tags that are blocks, as an Auto Scaling group's, are the record's tags; if a key is not known, none is" {
	collected >out <<-'E'
	{"type": "aws_autoscaling_group", "known": {"name": "web", "tag": [{"key": "Owner", "value": "web", "propagate_at_launch": true}, {"key": "Stage", "propagate_at_launch": true}]}, "unknown": {"tag": [{}, {"value": true}]}}
	E
	same "$(jq -c '[.Tags, [.Unreadable[] | select(.Path | startswith(".Tags")) | .Path, .Code]]' out)" \
	    '[{"Owner":"web"},[".Tags.Stage","KnownAfterApply"]]'
	collected >out <<-'E'
	{"type": "aws_autoscaling_group", "known": {"name": "web", "tag": [{"key": "Owner", "value": "web"}, {"value": "x"}]}, "unknown": {"tag": [{}, {"key": true}]}}
	E
	same "$(jq -c '[.Tags, [.Unreadable[] | select(.Path | startswith(".Tags")) | .Path]]' out)" '[null,[".Tags"]]'
	collected >out <<<'{"type": "aws_autoscaling_group", "known": {"name": "web", "tag": []}}'
	same "$(jq -c .Tags out)" '{}'
}

@test "a bucket's canned ACL is told as grants, whichever resource it is written in" {
	collected >own <<<'{"type": "aws_s3_bucket", "known": {"bucket": "open", "acl": "public-read"}}'
	collected >other <<-'E'
	{"type": "aws_s3_bucket", "known": {"bucket": "open"}}
	{"type": "aws_s3_bucket_acl", "known": {"bucket": "open", "acl": "public-read"}}
	E
	same "$(jq -c .Configuration.Acl own)" "$(jq -c .Configuration.Acl other)"
	qrie-eval -a -p S3BucketPublicRead,S3BucketAclGrants own | jq -c 'select(.Kind == "verdicts") | [.Failed, .Unknown]' >out
	same "$(cat out)" '[["S3BucketAclGrants","S3BucketPublicRead"],[]]'
	collected >private <<<'{"type": "aws_s3_bucket", "known": {"bucket": "closed", "acl": "private"}}'
	qrie-eval -a -p S3BucketPublicRead,S3BucketAclGrants private | jq -c 'select(.Kind == "verdicts") | [.Failed, .Unknown]' >out
	same "$(cat out)" '[[],[]]'
	collected >unknown <<<'{"type": "aws_s3_bucket", "known": {"bucket": "who"}, "unknown": {"acl": true}}'
	qrie-eval -a -p S3BucketPublicRead,S3BucketAclGrants unknown | jq -c 'select(.Kind == "verdicts") | [.Failed, .Unknown]' >out
	same "$(cat out)" '[[],["S3BucketAclGrants","S3BucketPublicRead"]]'
}

@test "what a certificate is made of tells its type before ACM does" {
	for made in '{"domain_name": "example.com"} AMAZON_ISSUED' '{"domain_name": "example.com", "certificate_authority_arn": "arn:x"} PRIVATE' \
	    '{"certificate_body": "pem"} IMPORTED'; do
		collected >out <<<"{\"type\": \"aws_acm_certificate\", \"known\": ${made% *}, \"unknown\": {\"type\": true}}"
		same "$(jq -r .Configuration.Type out)" "${made##* }"
	done
	collected >out <<<'{"type": "aws_acm_certificate", "known": {"domain_name": "example.com"}, "unknown": {"type": true, "certificate_authority_arn": true}}'
	same "$(jq -c '[.Unreadable[].Path] | index(".Configuration.Type") != null' out)" true
}

@test "the first version of a launch template is 1, and the default" {
	collected >out <<<'{"type": "aws_launch_template", "known": {"name": "web", "image_id": "ami-1"}, "unknown": {"latest_version": true}}'
	same "$(jq -c '.Configuration.LaunchTemplateVersions[] | [.VersionNumber, .DefaultVersion]' out)" '[1,true]'
	qrie-eval -a -p EC2LaunchTemplateImdsV1Allowed out | jq -c 'select(.Kind == "verdicts") | .Failed' >verdict
	same "$(cat verdict)" '["EC2LaunchTemplateImdsV1Allowed"]'
}

@test "an AppSync API has the web ACL that is associated with it, and none if none is" {
	collected >out <<-'E'
	{"type": "aws_appsync_graphql_api", "known": {"name": "shop", "authentication_type": "API_KEY", "arn": "arn:aws:appsync:us-east-1:111122223333:apis/1"}}
	{"type": "aws_wafv2_web_acl_association", "known": {"resource_arn": "arn:aws:appsync:us-east-1:111122223333:apis/1", "web_acl_arn": "arn:aws:wafv2:acl"}}
	E
	same "$(jq -c .Configuration.wafWebAclArn out)" '"arn:aws:wafv2:acl"'
	collected >out <<<'{"type": "aws_appsync_graphql_api", "known": {"name": "shop", "authentication_type": "API_KEY"}}'
	same "$(jq -c .Configuration.wafWebAclArn out)" null
}

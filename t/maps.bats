# What single maps of share/terraform make of a plan (qrie-terraform(7)).
load helper
load terraform

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

# In a state, which tells of no references, and in a plan.
both() {
	tee lines | planned >plan.json
	jq -sc '{version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", outputs: {}, resources: map({mode: "managed", type,
	    name: "it", provider: "provider[\"registry.terraform.io/hashicorp/aws\"]",
	    instances: [{schema_version: 0, attributes: .known}]})}' lines >state.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json >planned
	qrie-collect --from terraform-state --account 111122223333 -r us-east-1 state.json >applied
}

# said POLICY FILE: [failed?, unknown?] of each record.
said() {
	qrie-eval -a -p "$1" "$2" | jq -c --arg policy "$1" 'select(.Kind == "verdicts") | [.Failed, .Unknown] | map(. == [$policy])'
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

# Run under AddressSanitizer and UBSan too (make check-sanitize): the C that reads blocks.
@test "tags in blocks of any shape cost no more than those tags" {
	while IFS=$'\t' read -r blocks tags; do
		jq -nc --argjson tag "$blocks" '{type: "aws_autoscaling_group", known: {name: "web", tag: $tag}}' | planned >plan.json
		# what no provider says, the map may refuse, and says so
		qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json >out 2>err ||
		    { [ $? -eq 2 ] && grep -q '^qrie-collect: plan.json: aws_autoscaling_group.it: aws_autoscaling_group.jq: configuration: ' err; }
		same "$blocks: $(jq -c .Tags out)" "$blocks: $tags"
	done <<-'E'
	[]	{}
	{}	{}
	null	{}
	"text"	{}
	7	{}
	[null, true, 7, "key", [], [[]], {}]	{}
	[{"key": null}, {"key": 7}, {"key": {"key": "a"}}, {"key": ["a"]}, {"value": "x"}]	{}
	[{"key": "a"}, {"key": "b", "value": null}]	{"a":null,"b":null}
	[{"key": "", "value": ""}]	{"":""}
	[{"key": "a\"},\\\u0000\n\ud83d\ude00", "value": "\"}\\"}]	{"a\"},\\\u0000\n😀":"\"}\\"}
	[{"key": "a", "value": "1"}, {"key": "a", "value": "2"}]	{"a":"2"}
	[{"key": "n", "value": 7}, {"key": "o", "value": {"deep": [{"er": "x"}]}}]	{"n":7,"o":{"deep":[{"er":"x"}]}}
	[{"key": "a", "value": "1"}, {"key": "\u0001KnownAfterApply\u0001", "value": "2"}]	null
	[{"key": "a", "value": "\u0001KnownAfterApply\u0001"}, {"key": "b", "value": "\u0001"}]	{"b":"\u0001"}
	["\u0001KnownAfterApply\u0001"]	null
	E
	# many, long, deep
	jq -nc '{type: "aws_autoscaling_group", known: {name: "web", tag: [range(20000) | {key: "k\(.)", value: ("v" * 100)}]}}' | collected >out
	same "$(jq -c '.Tags | [length, .k19999[:3]]' out)" '[20000,"vvv"]'
	jq -nc '{type: "aws_autoscaling_group", known: {name: "web", tag: [{key: ("k" * 100000), value: ("v" * 1000000)}]}}' | collected >out
	same "$(jq -c '.Tags | to_entries[0] | map_values(length)' out)" '{"key":100000,"value":1000000}'
	jq -nc '{type: "aws_autoscaling_group", known: {name: "web", tag: [{key: "deep", value: (reduce range(100) as $i ("x"; [.]))}]}}' | collected >out
	same "$(jq -c '.Tags.deep | tostring | length' out)" 203
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

@test "a bucket's object lock is told, be it enabled for the bucket, in a block of its own or in another resource" {
	for own in '"object_lock_enabled": true' '"object_lock_configuration": [{"object_lock_enabled": "Enabled"}]'; do
		both <<<"{\"type\": \"aws_s3_bucket\", \"known\": {\"bucket\": \"held\", $own}}"
		same "$(jq -r .Configuration.ObjectLockConfiguration.ObjectLockEnabled planned applied)" $'Enabled\nEnabled'
	done
	both <<<'{"type": "aws_s3_bucket", "known": {"bucket": "held", "object_lock_enabled": false, "object_lock_configuration": []}}'
	same "$(jq -c .Configuration.ObjectLockConfiguration planned applied)" $'null\nnull'
	collected >out <<<'{"type": "aws_s3_bucket", "known": {"bucket": "held"}, "unknown": {"object_lock_enabled": true}}'
	same "$(said S3BucketObjectLockDisabled out)" '[false,true]'
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

@test "what is said of a cluster or a project in a resource of its own is the whole's" {
	collected >out <<-'E'
	{"type": "aws_redshift_cluster", "known": {"cluster_identifier": "sales"}}
	{"type": "aws_redshift_logging", "known": {"cluster_identifier": "sales", "bucket_name": "logs"}}
	{"type": "aws_redshift_snapshot_copy", "known": {"cluster_identifier": "sales", "destination_region": "eu-west-1"}}
	E
	same "$(jq -c '.Configuration | [.Logging.LoggingEnabled, .ClusterSnapshotCopyStatus.DestinationRegion]' out)" '[true,"eu-west-1"]'
	collected >out <<<'{"type": "aws_redshift_cluster", "known": {"cluster_identifier": "sales"}}'
	same "$(jq -c '.Configuration | [.Logging.LoggingEnabled, .ClusterSnapshotCopyStatus]' out)" '[false,null]'
	collected >out <<-'E'
	{"type": "aws_codebuild_project", "known": {"name": "build"}}
	{"type": "aws_codebuild_webhook", "known": {"project_name": "build", "filter_group": [{"filter": [{"type": "ACTOR_ACCOUNT_ID", "pattern": "12345", "exclude_matched_pattern": false}]}]}}
	E
	qrie-eval -a -p CodeBuildProjectWebhookFilterLoose out | jq -c 'select(.Kind == "verdicts") | .Failed' >verdict
	same "$(cat verdict)" '["CodeBuildProjectWebhookFilterLoose"]'
}

@test "a log group that is not made yet has no trail but one of its plan, whose alarms are not known" {
	collected >out <<<'{"type": "aws_cloudwatch_log_group", "known": {"name": "app"}}'
	qrie-eval -a -p CloudTrailRootUseUnwatched out | jq -c 'select(.Kind == "verdicts") | [.Passed, .Unknown]' >verdict
	same "$(cat verdict)" '[["CloudTrailRootUseUnwatched"],[]]'
	collected >out <<-'E'
	{"type": "aws_cloudwatch_log_group", "known": {"name": "trail", "arn": "arn:aws:logs:us-east-1:111122223333:log-group:trail"}}
	{"type": "aws_cloudtrail", "known": {"name": "trail", "cloud_watch_logs_group_arn": "arn:aws:logs:us-east-1:111122223333:log-group:trail"}}
	E
	qrie-eval -a -p CloudTrailRootUseUnwatched out | jq -c 'select(.Kind == "verdicts") | select(.ResourceType == "AWS::Logs::LogGroup")
	    | [.Passed, .Unknown]' >verdict
	same "$(cat verdict)" '[[],["CloudTrailRootUseUnwatched"]]'
}

@test "what the cloud chooses where nothing is written is not known yet, rather than missing" {
	collected >out <<<'{"type": "aws_eks_cluster", "known": {"name": "web"}, "unknown": {"version": true}}'
	run -0 --separate-stderr qrie-eval -a -p EKSClusterVersionUnsupported out
	same "$(jq -c 'select(.Kind == "verdicts") | .Unknown' <<<"$output")" '["EKSClusterVersionUnsupported"]'
	same "$stderr" ''
	collected >out <<<'{"type": "aws_eks_cluster", "known": {"name": "web", "version": "1.20"}}'
	same "$(jq -r .Configuration.version out)" 1.20
}

@test "a table has the scalable targets that name it by a path, and its indexes' but those of no other service or table" {
	both <<-'E'
	{"type": "aws_dynamodb_table", "known": {"name": "orders", "id": "orders", "billing_mode": "PROVISIONED"}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "dynamodb", "resource_id": "table/orders", "scalable_dimension": "dynamodb:table:ReadCapacityUnits", "min_capacity": 1, "max_capacity": 9}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "dynamodb", "resource_id": "table/orders/index/day", "scalable_dimension": "dynamodb:index:WriteCapacityUnits", "min_capacity": 1, "max_capacity": 9}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "dynamodb", "resource_id": "table/orders2", "scalable_dimension": "dynamodb:table:WriteCapacityUnits", "min_capacity": 1, "max_capacity": 9}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "cassandra", "resource_id": "table/orders", "scalable_dimension": "cassandra:table:ReadCapacityUnits", "min_capacity": 1, "max_capacity": 9}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "ecs", "resource_id": "service/orders/orders", "scalable_dimension": "ecs:service:DesiredCount", "min_capacity": 1, "max_capacity": 9}}
	E
	for out in planned applied; do
		same "$(jq -c '.Configuration.ScalableTargets | map([.ResourceId, .ScalableDimension, .MaxCapacity]) | sort' $out)" \
		    '[["table/orders","dynamodb:table:ReadCapacityUnits",9],["table/orders/index/day","dynamodb:index:WriteCapacityUnits",9]]'
		same "$(said DynamoDBTableCapacityFixed $out)" '[true,false]'
	done
	grep -v orders2 lines >left
	jq -c 'if .known.resource_id == "table/orders/index/day" then .known += {resource_id: "table/orders",
	    scalable_dimension: "dynamodb:table:WriteCapacityUnits"} else . end' left | both
	same "$(said DynamoDBTableCapacityFixed planned) $(said DynamoDBTableCapacityFixed applied)" '[false,false] [false,false]'
	# none is none; one that is taken away has been
	grep aws_dynamodb left | both
	same "$(jq -c .Configuration.ScalableTargets planned applied)" $'[]\n[]'
	both <left
	jq -c '(.resource_changes[] | select(.type == "aws_appautoscaling_target").change) |= (.actions = ["delete"] | .before = .after | .after = null)
	    | (.resource_changes[] | select(.type == "aws_dynamodb_table").change) |= (.actions = ["no-op"] | .before = .after)' plan.json >less.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 less.json | jq -c 'select(.Kind == "resource")' >out
	same "$(jq -c '[.Actions, .Configuration.ScalableTargets]' out)" '[["update"],[]]'
}

@test "a scalable target whose path is not known yet is the table's that it is written with, and unknown for each if nothing tells" {
	cat >lines <<-'E'
	{"type": "aws_dynamodb_table", "known": {"billing_mode": "PROVISIONED"}, "unknown": {"name": true}}
	{"type": "aws_appautoscaling_target", "known": {"service_namespace": "dynamodb", "scalable_dimension": "dynamodb:table:ReadCapacityUnits", "min_capacity": 1, "max_capacity": 9}, "unknown": {"resource_id": true}}
	E
	planned <lines | jq -c '(.configuration.root_module.resources[] | select(.type == "aws_appautoscaling_target").expressions.resource_id)
	    = {references: ["aws_dynamodb_table.it.name", "aws_dynamodb_table.it"]}' >plan.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json >out
	same "$(said DynamoDBTableCapacityFixed out)" '[false,true]'
	planned <lines >plan.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json >out
	same "$(said DynamoDBTableCapacityFixed out)" '[false,true]'
	# what is of another service is nobody's, known or not
	jq -c 'if .known.service_namespace then .known.service_namespace = "ecs" else . end' lines | planned >plan.json
	qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 plan.json >out
	same "$(jq -c .Configuration.ScalableTargets out) $(said DynamoDBTableCapacityFixed out)" '[] [true,false]'
}

@test "a registry's scan settings are those of each repository of its account and region, and of no other region's" {
	both <<-'E'
	{"type": "aws_ecr_repository", "known": {"name": "shop/web", "id": "shop/web", "image_scanning_configuration": [{"scan_on_push": false}]}}
	{"type": "aws_ecr_registry_scanning_configuration", "known": {"scan_type": "BASIC", "rule": [{"scan_frequency": "SCAN_ON_PUSH", "repository_filter": [{"filter": "shop/*", "filter_type": "WILDCARD"}]}]}}
	E
	for out in planned applied; do
		same "$(jq -c .Configuration.RegistryScanningConfiguration $out)" \
		    '{"scanType":"BASIC","rules":[{"scanFrequency":"SCAN_ON_PUSH","repositoryFilters":[{"filter":"shop/*","filterType":"WILDCARD"}]}]}'
		same "$(said ECRRepositoryScanDisabled $out)" '[false,false]'
	done
	cp lines scans
	sed 's,shop/\*,bank/*,' scans >other
	both <other
	same "$(said ECRRepositoryScanDisabled planned) $(said ECRRepositoryScanDisabled applied)" '[true,false] [true,false]'
	# without any, nothing scans
	grep aws_ecr_repository other | both
	same "$(said ECRRepositoryScanDisabled planned) $(said ECRRepositoryScanDisabled applied)" '[true,false] [true,false]'
	# another region's registry
	jq -c 'if .known.scan_type then .known.rule[0].repository_filter[0].filter = "*" | .known.region = "eu-west-1" else .known.region = "us-east-1" end' other | both
	same "$(said ECRRepositoryScanDisabled planned) $(said ECRRepositoryScanDisabled applied)" '[true,false] [true,false]'
	jq -c '.known.region = "eu-west-1"' scans | both
	same "$(said ECRRepositoryScanDisabled planned) $(said ECRRepositoryScanDisabled applied)" '[false,false] [false,false]'
	# a filter that is not known yet may find it or not
	collected >out <<-'E'
	{"type": "aws_ecr_repository", "known": {"name": "shop/web", "image_scanning_configuration": [{"scan_on_push": false}]}}
	{"type": "aws_ecr_registry_scanning_configuration", "known": {"scan_type": "BASIC", "rule": [{"scan_frequency": "SCAN_ON_PUSH", "repository_filter": [{"filter_type": "WILDCARD"}]}]}, "unknown": {"rule": [{"repository_filter": [{"filter": true}]}]}}
	E
	same "$(said ECRRepositoryScanDisabled out)" '[false,true]'
}

@test "what is associated with another kind of resource is not taken for the only balancer's" {
	planned >plan.json <<-'E'
	{"type": "aws_lb", "known": {"name": "web", "load_balancer_type": "application", "internal": false}, "unknown": {"arn": true, "id": true}}
	{"type": "aws_api_gateway_stage", "known": {"stage_name": "v1"}, "unknown": {"arn": true, "id": true}}
	{"type": "aws_wafv2_web_acl_association", "known": {"web_acl_arn": "arn:aws:wafv2:acl"}, "unknown": {"resource_arn": true}}
	E
	refers() {
		jq -c --arg to "$1" '(.configuration.root_module.resources[] | select(.type == "aws_wafv2_web_acl_association").expressions.resource_arn)
		    = {references: ["\($to).arn", $to]}' plan.json |
		    qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 - 2>err |
		    jq -c 'select(.ResourceType | endswith("::LoadBalancer"))
		        | [.Configuration.WebACLArn, (.Unreadable[] | select(.Path == ".Configuration.WebACLArn") | .Code)]'
	}
	same "$(refers aws_lb.it)" '["arn:aws:wafv2:acl"]'
	same "$(refers aws_api_gateway_stage.it)" '[null]'
	# of a type that is not mapped, or of what the plan does not tell, nobody knows
	same "$(refers aws_never_heard_of.it)" '[null,"KnownAfterApply"]'
	same "$(refers data.aws_lb.it)" '[null,"KnownAfterApply"]'
}

@test "a listener has the rules that are resources of their own; one that forwards undoes the redirection" {
	both <<-'E'
	{"type": "aws_lb_listener", "known": {"arn": "arn:aws:x:listener/1", "protocol": "HTTP", "port": 80, "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}]}]}}
	E
	same "$(said ELBListenerHttpNotRedirected planned) $(said ELBListenerHttpNotRedirected applied)" '[false,false] [false,false]'
	cp lines listener
	jq -nc '{type: "aws_lb_listener_rule", known: {listener_arn: "arn:aws:x:listener/1", priority: 7, action: [{type: "forward", target_group_arn: "arn:aws:x:group"}]}}' |
	    cat listener - | both
	same "$(jq -c '.Configuration.Rules[0] | [.Priority, .Actions[0].Type]' planned)" '["7","forward"]'
	same "$(said ELBListenerHttpNotRedirected planned) $(said ELBListenerHttpNotRedirected applied)" '[true,false] [true,false]'
}

@test "a group's rule for itself is a pair with its own id, or what stands for that" {
	both <<-'E'
	{"type": "aws_security_group", "known": {"name": "web", "id": "sg-1", "ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "self": true, "security_groups": ["sg-2"], "description": ""}], "egress": []}}
	E
	for out in planned applied; do
		same "$(jq -c '.Configuration.IpPermissions[0].UserIdGroupPairs' $out)" '[{"GroupId":"sg-2"},{"GroupId":"sg-1"}]'
	done
	collected >out <<-'E'
	{"type": "aws_security_group", "known": {"name": "web", "ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "self": true}]}, "unknown": {"id": true}}
	E
	same "$(jq -c '.Configuration.IpPermissions[0].UserIdGroupPairs' out)" '[{"GroupId":"terraform:web"}]'
	collected >out <<-'E'
	{"type": "aws_security_group", "known": {"name": "web", "ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0}]}, "unknown": {"ingress": [{"self": true}]}}
	E
	same "$(jq -c '.Unreadable | map(.Path) | map(select(endswith("UserIdGroupPairs")))' out)" '[".Configuration.IpPermissions[0].UserIdGroupPairs"]'
}

@test "POL-09: what a policy reads of a Configuration is told by each map of its type, be it as unknown, or t/data says why not" {
	each_type >state.json
	qrie-collect --from terraform-state --account 111122223333 -r us-east-1 state.json >out
	# type of AWS, type of Terraform, member
	jq -r '[.ResourceType, (.Address | sub("\\..*"; ""))] + ((.Configuration | keys[]),
	    (.Unreadable[]?.Path | capture("^\\.Configuration\\.(?<key>\\w+)") | .key) | [.]) | @tsv' out | sort -u >told
	cut -f 1,2 told | sort -u >types
	same "$(cut -f 2 types | sort)" "$(grep -l '"ResourceType"' "$QRIE_TOP"/share/terraform/aws_*.jq | xargs -n 1 basename -s .jq | sort)"
	qrie-eval --list -f json | jq -r '.Reads[]? as $read | (.ResourceType | if type == "array" then .[] else . end)
	    | [., ($read | if type == "object" then .Path else . end | capture("^\\.Configuration\\.(?<key>\\w+)") | .key)]
	    | select(length == 2) | @tsv' | sort -u >read
	join -t "$(printf '\t')" types read | sort >asked
	[ "$(wc -l <asked)" -ge 500 ]
	comm -23 asked told | cut -f 2,3 | sort >untold
	cut -f 1,2 "$QRIE_TOP/t/data/maps.tsv" | sort >excepted
	same "$(comm -23 untold excepted)" ""
	same "$(comm -13 untold excepted)" ""
	same "$(awk -F '\t' 'NF != 3 || length($3) < 20' "$QRIE_TOP/t/data/maps.tsv")" ""
}

@test "an address that a plan makes belongs to something or not, nobody knows; one that is bound is, and its group's users are not known" {
	collected >out <<-'X'
	{"type": "aws_eip", "known": {"domain": "vpc"}, "unknown": {"id": true, "arn": true, "association_id": true, "public_ip": true}}
	X
	qrie-eval -a -p EC2AddressUnassociated out | jq -c 'select(.Kind == "verdicts") | [.Failed, .Passed, .Unknown]' >verdicts
	same "$(cat verdicts)" '[[],[],["EC2AddressUnassociated"]]'
	collected >out <<-'X'
	{"type": "aws_eip", "known": {"domain": "vpc", "id": "eipalloc-1"}, "unknown": {"association_id": true}}
	{"type": "aws_eip_association", "known": {"allocation_id": "eipalloc-1", "id": "eipassoc-1", "instance_id": "i-1"}}
	{"type": "aws_lb_target_group", "known": {"name": "t", "target_type": "instance", "load_balancer_arns": []}, "unknown": {"arn": true}}
	X
	qrie-eval -a -p EC2AddressUnassociated,ELBTargetGroupUnused,ELBTargetGroupEmpty out | jq -c 'select(.Kind == "verdicts") | [.Failed, .Passed, .Unknown]' >verdicts
	same "$(cat verdicts)" '[[],["EC2AddressUnassociated"],[]]
[[],[],["ELBTargetGroupEmpty","ELBTargetGroupUnused"]]'
}

@test "TFM-02: what is written by a type's old name is read as by its new one, and tied to others by either" {
	planned >plan.json <<-'E'
	{"type": "aws_alb", "known": {"name": "web", "load_balancer_type": "application", "internal": false}, "unknown": {"arn": true, "id": true}}
	{"type": "aws_wafv2_web_acl_association", "known": {"web_acl_arn": "arn:aws:wafv2:acl"}, "unknown": {"resource_arn": true}}
	{"type": "aws_alb_listener", "known": {"protocol": "HTTP", "port": 80}, "unknown": {"arn": true, "id": true, "load_balancer_arn": true}}
	{"type": "aws_alb_listener_rule", "known": {"priority": 7, "action": [{"type": "forward"}]}, "unknown": {"arn": true, "id": true, "listener_arn": true}}
	{"type": "aws_lb_listener", "known": {"protocol": "HTTP", "port": 81}, "unknown": {"arn": true, "id": true, "load_balancer_arn": true}}
	{"type": "aws_alb_target_group", "known": {"name": "web", "port": 80, "protocol": "HTTP"}, "unknown": {"arn": true, "id": true}}
	E
	refer() {	# the association, and the rule
		jq -c --arg acl "$1" --arg rule "$2" '(.configuration.root_module.resources[]
		    | select(.type == "aws_wafv2_web_acl_association").expressions.resource_arn) = {references: ["\($acl).arn", $acl]}
		    | (.configuration.root_module.resources[] | select(.type == "aws_alb_listener_rule").expressions.listener_arn)
		    = {references: ["\($rule).arn", $rule]}' plan.json |
		    qrie-collect --from terraform-plan --account 111122223333 -r us-east-1 - >out 2>err
	}
	refer aws_alb.it aws_alb_listener.it
	same "$(cat err)" ""
	same "$(jq -r '"\(.Address) \(.ResourceType | ltrimstr("AWS::ElasticLoadBalancingV2::"))"' out)" "$(cat <<-'EOT'
	aws_alb.it LoadBalancer
	aws_alb_listener.it Listener
	aws_lb_listener.it Listener
	aws_alb_target_group.it TargetGroup
	EOT
	)"
	same "$(jq -c 'select(.Address == "aws_alb.it").Configuration | [.LoadBalancerName, .WebACLArn]' out)" '["web","arn:aws:wafv2:acl"]'
	rules='select(.ResourceType | endswith("::Listener")) | [.Address, .Configuration.Rules[0].Priority]'
	same "$(jq -c "$rules" out)" $'["aws_alb_listener.it","7"]\n["aws_lb_listener.it",null]'
	refer aws_alb_target_group.it aws_lb_listener.it
	# the association's is none of its balancers, whatever it is called
	same "$(jq -c 'select(.Address == "aws_alb.it").Configuration.WebACLArn' out)" null
	same "$(jq -c 'select(.Address == "aws_alb.it") | [.Unreadable[].Path] | index(".Configuration.WebACLArn")' out)" null
	same "$(jq -c "$rules" out)" $'["aws_alb_listener.it",null]\n["aws_lb_listener.it","7"]'
	# a state
	both <<-'E'
	{"type": "aws_alb", "known": {"arn": "arn:aws:x:loadbalancer/1", "name": "web", "load_balancer_type": "application", "internal": false}}
	{"type": "aws_wafv2_web_acl_association", "known": {"web_acl_arn": "arn:aws:wafv2:acl", "resource_arn": "arn:aws:x:loadbalancer/1"}}
	E
	same "$(jq -c '[.ARN, .Address, .Configuration.WebACLArn]' applied)" '["arn:aws:x:loadbalancer/1","aws_alb.it","arn:aws:wafv2:acl"]'
}

@test "an old name is of a type with no map of its own; a table of them that is no JSON is said" {
	aliases=$QRIE_TOP/share/terraform/aliases.json
	jq -r 'keys[]' "$aliases" >old
	[ "$(wc -l <old)" -ge 6 ]
	while read -r type; do
		[ ! -e "$QRIE_TOP/share/terraform/$type.jq" ]
		same "$(jq -r --arg type "$type" 'has(.[$type])' "$aliases")" false	# no chains
	done <old
	cp -R "$QRIE_TOP/share" share
	echo '{"aws_alb": ' >share/terraform/aliases.json
	planned >plan.json <<<'{"type": "aws_alb", "known": {"name": "web"}}'
	QRIE_SHARE=$PWD/share run -3 --separate-stderr qrie-collect --from terraform-plan plan.json
	[[ $stderr == "qrie-collect: "*"/terraform/aliases.json: no JSON: "* ]]
	rm share/terraform/aliases.json
	QRIE_SHARE=$PWD/share run -0 --separate-stderr qrie-collect --from terraform-plan plan.json
	same "$stderr" "qrie-collect: plan.json: not mapped: aws_alb (1)"
}

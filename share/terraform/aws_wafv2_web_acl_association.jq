# AppSync tells of its APIs' web ACLs itself.
module {
  "PartOf": [
    {"Type": "aws_lb", "By": "resource_arn", "Is": ["arn", "id"]},
    {"Type": "aws_appsync_graphql_api", "By": "resource_arn", "Is": ["arn"]}
  ]
};

def join($part): if has("authenticationType") then .wafWebAclArn = $part.web_acl_arn else .WebACLArn = $part.web_acl_arn end;

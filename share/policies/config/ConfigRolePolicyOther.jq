module {
  "Title": "Role of AWS Config has another policy than service-role/AWS_ConfigRole",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 50,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [
    ".Configuration.AssumeRolePolicyDocument",
    {"Path": ".Configuration.AttachedPolicies[].PolicyArn", "OneOf": "Accepted"}
  ],
  "Parameters": {
    "Accepted": [
      "/AWS_ConfigRole", "/AWSConfigServiceRolePolicy", "/AWSConfigRoleForOrganizations",
      "/AWSConfigMultiAccountSetupPolicy"
    ]
  },
  "Remediation": "aws iam attach-role-policy --role-name NAME --policy-arn arn:aws:iam::aws:policy/service-role/AWS_ConfigRole, then aws iam detach-role-policy --role-name NAME --policy-arn ARN of the other. Better is the service-linked role, which AWS keeps up to date.",
  "Source": [
    "https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWS_ConfigRole.html"
  ]
};
include "check";
include "document";

def violation($now; $parameters):
  .Configuration
  | select(any(.AssumeRolePolicyDocument | given("AssumeRolePolicyDocument") | statements | allowing | principals;
      .Id == "config.amazonaws.com"))
  | [.AttachedPolicies | items("AttachedPolicies")[] | .PolicyArn | text("PolicyArn")
    | given("PolicyArn")] as $attached
  | select($attached != [])
  | select(any($attached[]; . as $arn | any($parameters.Accepted[]; . as $tail | $arn | endswith($tail))) | not)
  | {Message: "AWS Config's role has none of the policies made for it", Evidence: {AttachedPolicies: $attached}};

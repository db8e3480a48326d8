# Services that send neither aws:SourceArn nor aws:SourceAccount, or run what is in this account only, are in Without.
module {
  "Title": "IAM role can be used by a service for other accounts",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".Configuration.AssumeRolePolicyDocument"],
  "Parameters": {"Without": ["ec2.amazonaws.com", "ecs.amazonaws.com", "edgelambda.amazonaws.com", "eks.amazonaws.com", "lambda.amazonaws.com", "pods.eks.amazonaws.com"]},
  "OnRequest": true,
  "Remediation": "Tie the service to what it works for: Condition {\"StringEquals\": {\"aws:SourceAccount\": \"ACCOUNT\"}} or ArnLike aws:SourceArn in the trust policy (aws iam update-assume-role-policy --role-name NAME --policy-document file://trust.json). See in the service's guide whether it sends these keys.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention"
  ]
};
include "check";
include "document";

def violation($now; $parameters):
  ($parameters.Without | items("the parameter Without")) as $without
  | [ .Configuration.AssumeRolePolicyDocument | given("AssumeRolePolicyDocument") | statements | allowing
      | select(restricts_who | not)
      | principals
      | select(.Kind == "Service" and (.Id as $id | any($without[]; . == $id) | not))
      | .Id ]
  | unique
  | select(. != [])
  | {Message: "no condition on the source for \(join(", "))", Evidence: {Services: .}};

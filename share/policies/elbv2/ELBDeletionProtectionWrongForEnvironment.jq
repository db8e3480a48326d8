module {
  "Title": "Load balancer has not the deletion protection of its environment",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [
    ".Tags.Environment",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["true", "false"]}
  ],
  "Parameters": {"Production": ["prod", "production"], "Test": ["ci", "dev", "development", "test", "testing"]},
  "Remediation": "In production turn it on: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=deletion_protection.enabled,Value=true. In a test environment, which must be destroyed as a whole, turn it off the same way. Let a variable of the stack decide, true unless told otherwise.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"
  ]
};
include "check";
include "attributes";

def violation($now; $parameters):
  (.Tags | object("Tags") | .Environment | text("the tag Environment")) as $environment
  | select($environment != null)
  | ($environment | ascii_downcase) as $name
  | ($parameters.Production | items("Production") | has_item($name)) as $production
  | select($production or ($parameters.Test | items("Test") | has_item($name)))
  | .Configuration.Attributes | attribute("deletion_protection.enabled")
  | select((. == "true") != $production)
  | {
      Message: (if $production then "deletion protection is off in production"
                else "deletion protection is on where all must be deletable" end),
      Evidence: {Environment: $environment, "deletion_protection.enabled": .}
    };

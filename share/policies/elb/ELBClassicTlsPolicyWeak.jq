module {
  "Title": "Classic Load Balancer agrees to old TLS",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ListenerDescriptions[].Listener.Protocol",
    ".Configuration.ListenerDescriptions[].Listener.LoadBalancerPort",
    {"Path": ".Configuration.ListenerDescriptions[].PolicyNames", "As": "carried"},
    {"Path": ".Configuration.PolicyDescriptions[].PolicyName", "As": "carried"},
    ".Configuration.PolicyDescriptions[].PolicyAttributeDescriptions[].AttributeName",
    {"Path": ".Configuration.PolicyDescriptions[].PolicyAttributeDescriptions[].AttributeValue", "OneOf": "Policies"}
  ],
  "Parameters": {"Policies": ["ELBSecurityPolicy-TLS-1-2-2017-01"]},
  "Remediation": "Use the predefined policy of TLS 1.2: aws elb create-load-balancer-policy --load-balancer-name NAME --policy-name tls12 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01, then aws elb set-load-balancer-policies-of-listener --load-balancer-name NAME --load-balancer-port 443 --policy-names tls12.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-8"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Policies | items("Policies")) as $good
  | .Configuration
  | (.PolicyDescriptions | items("PolicyDescriptions")) as $policies
  | [ .ListenerDescriptions | given("ListenerDescriptions") | items("ListenerDescriptions")[]
      | select(.Listener.Protocol | text("Protocol") | given("Protocol") | ascii_upcase | . == "HTTPS" or . == "SSL")
      | (.PolicyNames | items("PolicyNames")) as $names
      | [ $policies[] | select(.PolicyName as $name | any($names[]; . == $name))
          | .PolicyAttributeDescriptions | items("PolicyAttributeDescriptions")[]
          | select(.AttributeName == "Reference-Security-Policy") | .AttributeValue
              | text("AttributeValue") ] as $references
      | select(any($references[]; . as $its | any($good[]; . == $its)) | not)
      | {LoadBalancerPort: .Listener.LoadBalancerPort, ReferenceSecurityPolicies: $references} ]
  | select(. != [])
  | {
      Message: (map("port \(.LoadBalancerPort): \(.ReferenceSecurityPolicies | if . == [] then "a policy of its own" else join(", ") end)")
        | join("; ")),
      Evidence: {Listeners: .}
    };

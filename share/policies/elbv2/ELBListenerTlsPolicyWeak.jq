# Policies are those of Security Hub's control ELB.17, and their successors with post-quantum key exchange.
module {
  "Title": "Listener agrees to TLS that is not recommended",
  "ResourceType": "AWS::ElasticLoadBalancingV2::Listener",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Protocol", ".Configuration.Port", ".Configuration.SslPolicy"],
  "Parameters": {
    "Policies": [
      "ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
      "ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
      "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
      "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
      "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09"
    ]
  },
  "Remediation": "Choose a recommended policy: aws elbv2 modify-listener --listener-arn ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06. The access log tells which protocol clients use.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Policies | items("Policies")) as $good
  | .Configuration
  | select(.Protocol | text("Protocol") | given("Protocol") | . == "HTTPS" or . == "TLS")
  | .SslPolicy | text("SslPolicy")
  | select(. as $its | any($good[]; . == $its) | not)
  | {Message: "the security policy is \(. // "not told")", Evidence: {SslPolicy: .}};

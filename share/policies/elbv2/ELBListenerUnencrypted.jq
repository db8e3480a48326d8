module {
  "Title": "Listener of a Network Load Balancer does not end TLS",
  "ResourceType": "AWS::ElasticLoadBalancingV2::Listener",
  "Severity": 50,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.Protocol", ".Configuration.Port"],
  "Remediation": "Listen with TLS: aws elbv2 modify-listener --listener-arn ARN --protocol TLS --certificates CertificateArn=CERTIFICATE --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06. A listener that passes TLS through to its targets belongs in a waiver.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-18"
  ]
};
include "check";

def violation:
  .Configuration
  | (.Protocol | text("Protocol") | given("Protocol")) as $protocol
  | select(any("TCP", "UDP", "TCP_UDP"; . == $protocol))
  | {Message: "\($protocol) on port \(.Port)", Evidence: {Protocol, Port}};

module {
  "Title": "Classic Load Balancer uses a certificate that is not from ACM",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ListenerDescriptions[].Listener.Protocol",
    ".Configuration.ListenerDescriptions[].Listener.LoadBalancerPort",
    {"Path": ".Configuration.ListenerDescriptions[].Listener.SSLCertificateId", "OneOf": [":acm:"]}
  ],
  "Remediation": "Request or import the certificate in ACM, which renews its own (aws acm request-certificate --domain-name DOMAIN --validation-method DNS), and use it: aws elb set-load-balancer-listener-ssl-certificate --load-balancer-name NAME --load-balancer-port 443 --ssl-certificate-id ARN.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_Listener.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-2"
  ]
};
include "check";

def violation:
  [ .Configuration.ListenerDescriptions | given("ListenerDescriptions") | items("ListenerDescriptions")[]
    | .Listener | {Protocol: (.Protocol | text("Protocol") | given("Protocol")), LoadBalancerPort, SSLCertificateId}
    | select(.Protocol | ascii_upcase | . == "HTTPS" or . == "SSL")
    | select(.SSLCertificateId | text("SSLCertificateId") // "" | contains(":acm:") | not) ]
  | select(. != [])
  | {
      Message: "not from ACM: the certificate of port \(map(.LoadBalancerPort | tostring) | join(", "))",
      Evidence: {Listeners: .}
    };

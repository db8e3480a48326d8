module {
  "Title": "Classic Load Balancer listens without TLS",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ListenerDescriptions[].Listener.Protocol",
    ".Configuration.ListenerDescriptions[].Listener.LoadBalancerPort"
  ],
  "Remediation": "Make a listener with HTTPS or SSL (aws elb create-load-balancer-listeners --load-balancer-name NAME --listeners Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTP,InstancePort=80,SSLCertificateId=ARN) and delete this one: aws elb delete-load-balancer-listeners --load-balancer-name NAME --load-balancer-ports 80.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_Listener.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-3"
  ]
};
include "check";

def violation:
  [ .Configuration.ListenerDescriptions | given("ListenerDescriptions") | items("ListenerDescriptions")[]
    | .Listener | {Protocol: (.Protocol | text("Protocol") | given("Protocol")), LoadBalancerPort}
    | select(.Protocol | ascii_upcase | . != "HTTPS" and . != "SSL") ]
  | select(. != [])
  | {Message: "without TLS: \(map("\(.Protocol) \(.LoadBalancerPort)") | join(", "))", Evidence: {Listeners: .}};

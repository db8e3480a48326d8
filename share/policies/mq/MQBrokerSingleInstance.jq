module {
  "Title": "Amazon MQ broker is one instance in one availability zone",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.DeploymentMode"],
  "Remediation": "It is set when a broker is made: aws mq create-broker with --deployment-mode ACTIVE_STANDBY_MULTI_AZ for ActiveMQ, CLUSTER_MULTI_AZ for RabbitMQ. Move queues and clients.",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/active-standby-broker-deployment.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DeploymentMode | text("DeploymentMode")
  | select(. == null or (IN("ACTIVE_STANDBY_MULTI_AZ", "CLUSTER_MULTI_AZ") | not))
  | {Message: "deployed as \(. // "nothing known")", Evidence: {DeploymentMode: .}};

module {
  "Title": "ECS service gives its tasks public addresses",
  "ResourceType": "AWS::ECS::Service",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [".Configuration.networkConfiguration.awsvpcConfiguration.assignPublicIp"],
  "Remediation": "Put the tasks into private subnets, and say so: aws ecs update-service --cluster CLUSTER --service SERVICE --network-configuration awsvpcConfiguration={subnets=[SUBNET],securityGroups=[GROUP],assignPublicIp=DISABLED}.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2"
  ]
};
include "check";

def violation:
  .Configuration.networkConfiguration.awsvpcConfiguration.assignPublicIp
  | text("assignPublicIp")
  | select(. == "ENABLED")
  | {Message: "tasks get public addresses", Evidence: {assignPublicIp: .}};

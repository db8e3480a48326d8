module {
  "Title": "ECS cluster has no Container Insights",
  "ResourceType": "AWS::ECS::Cluster",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [".Configuration.settings[].name", ".Configuration.settings[].value"],
  "Remediation": "Turn them on, which CloudWatch bills for: aws ecs update-cluster-settings --cluster CLUSTER --settings name=containerInsights,value=enhanced.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12"
  ]
};
include "check";

def violation:
  [.Configuration.settings | items("settings")[] | select(.name == "containerInsights") | .value | text("value")]
  | .[0]
  | select(. != "enabled" and . != "enhanced")
  | {Message: "Container Insights are \(. // "not configured")", Evidence: {containerInsights: .}};

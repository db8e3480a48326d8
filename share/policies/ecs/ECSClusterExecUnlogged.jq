module {
  "Title": "ECS cluster does not log commands run in containers",
  "ResourceType": "AWS::ECS::Cluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.configuration.executeCommandConfiguration.logging"],
  "Remediation": "Log what ECS Exec does: aws ecs update-cluster --cluster CLUSTER --configuration executeCommandConfiguration={logging=DEFAULT}, or OVERRIDE with a log group or a bucket.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"
  ]
};
include "check";

def violation:
  .Configuration.configuration.executeCommandConfiguration.logging
  | text("logging")
  | select(. == "NONE")
  | {Message: "logging of ECS Exec is NONE", Evidence: {logging: .}};

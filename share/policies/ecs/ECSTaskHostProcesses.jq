module {
  "Title": "ECS task shares the processes of its host",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.pidMode"],
  "Remediation": "Leave pidMode out, or set it to task. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3"
  ]
};
include "check";

def violation:
  .Configuration.pidMode
  | text("pidMode")
  | select(. == "host")
  | {Message: "containers see the processes of the host", Evidence: {pidMode: .}};

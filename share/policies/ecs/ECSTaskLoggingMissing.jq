module {
  "Title": "ECS container sends its log nowhere",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "logging",
  "Reads": [
    ".Configuration.containerDefinitions[].name",
    ".Configuration.containerDefinitions[].logConfiguration.logDriver"
  ],
  "Remediation": "Give each container a logConfiguration with the driver awslogs, or awsfirelens. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9"
  ]
};
include "check";

def violation:
  [ .Configuration.containerDefinitions | given("containerDefinitions") | items("containerDefinitions")[]
    | select(.logConfiguration.logDriver | text("logDriver") // "" | . == "")
        | {name, logDriver: .logConfiguration.logDriver} ]
  | select(. != [])
  | {Message: "without a log: \(map(.name) | join(", "))", Evidence: {Containers: .}};

module {
  "Title": "ECS container is privileged",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.containerDefinitions[].name", ".Configuration.containerDefinitions[].privileged"],
  "Remediation": "Leave privileged out, and give the capabilities that the container needs in linuxParameters. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4"
  ]
};
include "check";

def violation:
  [ .Configuration.containerDefinitions | given("containerDefinitions") | items("containerDefinitions")[]
    | select(.privileged | flag("privileged") | . == true) | {name, privileged} ]
  | select(. != [])
  | {Message: "privileged: \(map(.name) | join(", "))", Evidence: {Containers: .}};

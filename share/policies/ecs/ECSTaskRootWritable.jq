module {
  "Title": "ECS container can write to its root file system",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.containerDefinitions[].name",
    ".Configuration.containerDefinitions[].readonlyRootFilesystem"
  ],
  "Remediation": "Set readonlyRootFilesystem, and mount a volume where the container has to write. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5"
  ]
};
include "check";

def violation:
  [ .Configuration.containerDefinitions | given("containerDefinitions") | items("containerDefinitions")[]
    | select(.readonlyRootFilesystem | flag("readonlyRootFilesystem") | . != true) | {name, readonlyRootFilesystem} ]
  | select(. != [])
  | {Message: "writable: \(map(.name) | join(", "))", Evidence: {Containers: .}};

module {
  "Title": "ECS task shares the network of its host as root",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [
    ".Configuration.networkMode",
    ".Configuration.containerDefinitions[].name",
    ".Configuration.containerDefinitions[].privileged",
    ".Configuration.containerDefinitions[].user"
  ],
  "Remediation": "Use the network mode awsvpc, or name a user that is not root in each container. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-1"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.networkMode | text("networkMode") | . == "host")
  | [ .containerDefinitions | given("containerDefinitions") | items("containerDefinitions")[]
      | (.user | text("user") // "" | split(":")[0] // "") as $user
      | select((.privileged | flag("privileged")) != true and any("", "root", "0"; . == $user))
      | {name, user, privileged} ]
  | select(. != [])
  | {Message: "root in the network of the host: \(map(.name) | join(", "))", Evidence: {Containers: .}};

# Records carry the names of variables alone, and so does the evidence. What a name says is all that counts.
module {
  "Title": "ECS task definition hands a secret over as a variable",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 75,
  "Category": "data_protection",
  "Reads": [".Configuration.containerDefinitions[].name", ".Configuration.containerDefinitions[].environment[].name"],
  "Parameters": {"Allowed": []},
  "Remediation": "Keep the secret in Secrets Manager or Parameter Store, and name it under secrets with valueFrom. Change the secret: it stands in every revision that had it. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8"
  ]
};
include "check";
include "secretname";

def violation($now; $parameters):
  ($parameters.Allowed | items("Allowed")) as $allowed
  | [ .Configuration.containerDefinitions | given("containerDefinitions") | items("containerDefinitions")[]
      | {name, environment: [ .environment | items("environment")[] | .name | text("name") | given("name")
          | select(names_secret($allowed)) ]}
      | select(.environment != []) ]
  | select(. != [])
  | {Message: "secrets by value: \(map(.environment[]) | unique | join(", "))", Evidence: {Containers: .}};

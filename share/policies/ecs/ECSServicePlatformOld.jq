module {
  "Title": "Fargate service runs on an old platform version",
  "ResourceType": "AWS::ECS::Service",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.launchType",
    ".Configuration.platformVersion",
    {"Path": ".Configuration.platformFamily", "Possible": ["WINDOWS_SERVER_2022_CORE", null]}
  ],
  "Parameters": {"Linux": "1.4.0", "Windows": "1.0.0"},
  "Remediation": "Move to the latest: aws ecs update-service --cluster CLUSTER --service SERVICE --platform-version LATEST --force-new-deployment.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.launchType | text("launchType") | . == "FARGATE")
  | (.platformFamily | text("platformFamily") // "Linux") as $family
  | (if $family | ascii_upcase | startswith("WINDOWS") then $parameters.Windows else $parameters.Linux end
      | text("the latest version") | given("the latest version")) as $latest
  | .platformVersion | text("platformVersion")
  | select(. != null and . != "LATEST" and . != $latest)
  | {
      Message: "platform version \(.); the latest is \($latest)",
      Evidence: {platformVersion: ., platformFamily: $family}
    };

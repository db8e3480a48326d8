module {
  "Title": "Resource is idle, by AWS Compute Optimizer",
  "ResourceType": "AWS::ComputeOptimizer::IdleRecommendation",
  "Severity": 25,
  "Category": "cost",
  "Reads": [
    {"Path": ".Configuration.resourceArn", "As": "carried"},
    ".Configuration.resourceType",
    ".Configuration.finding",
    {"Path": ".Configuration.findingDescription", "As": "carried"}
  ],
  "Parameters": {"Findings": ["Idle", "Unused"]},
  "Remediation": "Look at what it is for, keep its data if they may be needed (a snapshot, an image), then delete it. Compute Optimizer tells what that saves: aws compute-optimizer get-idle-recommendations --resource-arns ARN.",
  "Source": [
    "https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_IdleRecommendation.html",
    "https://docs.aws.amazon.com/compute-optimizer/latest/ug/view-idle-recommendations.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Findings | items("Findings")) as $findings
  | .Configuration
  | (.finding | text("finding") | given("finding")) as $finding
  | select(any($findings[]; . == $finding))
  | {
      Message: "\(.resourceType): \($finding)",
      Evidence: {resourceArn, resourceType, finding: $finding, findingDescription}
    };

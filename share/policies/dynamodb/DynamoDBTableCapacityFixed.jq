# A table that has always had provisioned capacity has no BillingModeSummary.
module {
  "Title": "DynamoDB table cannot take more load than was foreseen",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Configuration.BillingModeSummary.BillingMode",
    {
      "Path": ".Configuration.ScalableTargets",
      "OneOf": ["/index/", "dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"],
      "Possible": [
        [
          {"ResourceId": "table/orders", "ScalableDimension": "dynamodb:table:ReadCapacityUnits"},
          {"ResourceId": "table/orders", "ScalableDimension": "dynamodb:table:WriteCapacityUnits"}
        ],
        []
      ]
    }
  ],
  "Remediation": "Pay for what is used: aws dynamodb update-table --table-name NAME --billing-mode PAY_PER_REQUEST. Or let the capacity be scaled: aws application-autoscaling register-scalable-target --service-namespace dynamodb --resource-id table/NAME --scalable-dimension dynamodb:table:ReadCapacityUnits --min-capacity 5 --max-capacity 100, a policy for it (aws application-autoscaling put-scaling-policy), and the same for WriteCapacityUnits.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.BillingModeSummary | object("BillingModeSummary") | .BillingMode | text("BillingMode")) as $mode
  | select($mode != "PAY_PER_REQUEST")
  | [ .ScalableTargets | items("ScalableTargets")[]
      | select(.ResourceId | text("ResourceId") | given("ResourceId") | contains("/index/") | not)
      | .ScalableDimension ]
  | ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"] - .
  | select(length > 0)
  | {
      Message: "nothing scales \(map(ltrimstr("dynamodb:table:")) | join(" and "))",
      Evidence: {BillingMode: $mode, NotScaled: .}
    };

# The values of environment variables are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::SageMaker::Model",
  "Service": "sagemaker",
  "Scope": "regional",
  "List": {
    "Operation": "ListModels", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "Models[]", "Permission": "sagemaker:ListModels"
  },
  "Detail": [
    {
      "Operation": "DescribeModel", "Parameters": {"ModelName": ".ModelName"},
      "Into": ".", "Permission": "sagemaker:DescribeModel"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".ModelArn", "MaxResults": 100}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "sagemaker:ListTags"
    }
  ],
  "Redact": [
    ".PrimaryContainer.Environment", ".Containers[].Environment",
    ".DeploymentRecommendation.RealTimeInferenceRecommendations[].Environment"
  ]
};

def arn($at): .ModelArn;

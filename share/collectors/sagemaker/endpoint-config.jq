module {
  "ResourceType": "AWS::SageMaker::EndpointConfig",
  "Service": "sagemaker",
  "Scope": "regional",
  "List": {
    "Operation": "ListEndpointConfigs", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "EndpointConfigs[]", "Permission": "sagemaker:ListEndpointConfigs"
  },
  "Detail": [
    {
      "Operation": "DescribeEndpointConfig", "Parameters": {"EndpointConfigName": ".EndpointConfigName"},
      "Into": ".", "Permission": "sagemaker:DescribeEndpointConfig"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".EndpointConfigArn", "MaxResults": 100},
      "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "sagemaker:ListTags"
    }
  ]
};

def arn($at): .EndpointConfigArn;

# The values of environment variables are often secrets: records carry their names alone.
# GetPolicy says ResourceNotFoundException for a function without a resource policy, GetFunctionUrlConfig for one without
# a URL.  Only what is a zip file can be signed.
# https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
module {
  "ResourceType": "AWS::Lambda::Function",
  "Service": "lambda",
  "Scope": "regional",
  "List": {
    "Operation": "ListFunctions", "Parameters": {"MaxItems": 50}, "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "Functions[]", "Permission": "lambda:ListFunctions"
  },
  "One": {
    "By": ["FunctionName"],
    "Call": {
      "Operation": "GetFunction", "Parameters": {"FunctionName": "$One.FunctionName"},
      "Items": "Configuration", "Apply": "as_listed", "Permission": "lambda:GetFunction"
    }
  },
  "Once": [
    {
      "Service": "ec2", "Operation": "DescribeSubnets", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "Subnets", "Key": "SubnetId", "Match": "VpcConfig.SubnetIds[]", "Into": "Subnets",
      "Permission": "ec2:DescribeSubnets"
    }
  ],
  "Detail": [
    {
      "Operation": "GetPolicy", "Parameters": {"FunctionName": ".FunctionName"},
      "From": "Policy", "Into": "Policy",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "lambda:GetPolicy"
    },
    {
      "Operation": "GetFunctionUrlConfig", "Parameters": {"FunctionName": ".FunctionName"},
      "Into": "FunctionUrlConfig",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "lambda:GetFunctionUrlConfig"
    },
    {
      "Operation": "GetFunctionConcurrency", "Parameters": {"FunctionName": ".FunctionName"},
      "From": "ReservedConcurrentExecutions", "Into": "ReservedConcurrentExecutions",
      "Permission": "lambda:GetFunctionConcurrency"
    },
    {
      "Operation": "GetFunctionCodeSigningConfig", "When": {".PackageType": ["Zip"]},
      "Parameters": {"FunctionName": ".FunctionName"},
      "From": "CodeSigningConfigArn", "Into": "CodeSigningConfigArn", "Permission": "lambda:GetFunctionCodeSigningConfig"
    },
    {
      "Operation": "ListTags", "Parameters": {"Resource": ".FunctionArn"},
      "From": "Tags", "Into": "Tags", "Permission": "lambda:ListTags"
    }
  ],
  "Redact": [".Environment.Variables"],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .FunctionArn;

# GetFunction tells more than ListFunctions does.
# https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
def as_listed:
  del(.State, .StateReason, .StateReasonCode, .LastUpdateStatus, .LastUpdateStatusReason, .LastUpdateStatusReasonCode,
    .RuntimeVersionConfig);

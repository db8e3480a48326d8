# The values of environment variables are often secrets: records carry their names alone.
# GetPolicy says ResourceNotFoundException for a function without a resource policy.
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
  "Detail": [
    {
      "Operation": "GetPolicy", "Parameters": {"FunctionName": ".FunctionName"},
      "From": "Policy", "Into": "Policy",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "lambda:GetPolicy"
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

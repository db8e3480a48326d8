# API Gateway's ARNs name no account.  Reading is one IAM action: GET.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
module {
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Service": "apigateway",
  "Scope": "regional",
  "List": {
    "Operation": "GetRestApis", "Parameters": {"limit": 500}, "Token": "position",
    "Items": "items[]", "Permission": "apigateway:GET"
  },
  "Detail": [
    {
      "Operation": "GetStages", "Parameters": {"restApiId": ".id"},
      "From": "item", "Into": "Stages", "Permission": "apigateway:GET"
    },
    {
      "Operation": "GetAuthorizers", "Parameters": {"restApiId": ".id", "limit": 500}, "Token": "position",
      "From": "items", "Into": "Authorizers", "Permission": "apigateway:GET"
    }
  ],
  "Gone": ["NotFoundException"],
  "Tags": ".tags"
};

def arn($at): "arn:\($at.Partition):apigateway:\($at.Region)::/restapis/\(.id)";

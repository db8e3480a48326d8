# Any type of CloudFormation's by the Cloud Control API.  $Type, $Service and $Tags stand for what the type makes of them.
# What is redacted are the places where types keep environments and user data; passwords Cloud Control does not tell.
# A list tells little more than identifiers; what each resource is, is asked for by itself.
# https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-list.html
module {
  "ResourceType": "$Type",
  "Service": "cloudcontrol",
  "AccountService": "$Service",
  "Scope": "regional",
  "List": {
    "Operation": "ListResources", "Parameters": {"TypeName": "$Type"}, "Token": "NextToken",
    "Items": "ResourceDescriptions[]", "Permission": "cloudformation:ListResources"
  },
  "Detail": [
    {
      "Operation": "GetResource", "Parameters": {"TypeName": "$Type", "Identifier": ".Identifier"},
      "Apply": "described", "Into": ".", "Permission": "cloudformation:GetResource"
    }
  ],
  "Record": "properties",
  "Gone": ["ResourceNotFoundException"],
  "Tags": "$Tags",
  "Redact": [
    ".ContainerDefinitions[].Environment[].Value", ".ContainerProperties.Environment[].Value",
    ".Environment.EnvironmentVariables[].Value", ".Environment.Variables", ".EnvironmentVariables",
    ".SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables", ".UserData"
  ],
  "Global": {
    "AWS::CloudFront::": "us-east-1", "AWS::GlobalAccelerator::": "us-west-2", "AWS::IAM::": null,
    "AWS::Organizations::": "us-east-1", "AWS::Route53::": "us-east-1"
  },
  "TagsOf": {
    "AWS::Backup::BackupPlan": ".BackupPlanTags", "AWS::Backup::BackupVault": ".BackupVaultTags",
    "AWS::Cognito::UserPool": ".UserPoolTags", "AWS::EFS::AccessPoint": ".AccessPointTags",
    "AWS::EFS::FileSystem": ".FileSystemTags", "AWS::Route53::HealthCheck": ".HealthCheckTags",
    "AWS::Route53::HostedZone": ".HostedZoneTags"
  }
};

def described: .ResourceDescription + {TypeName: .TypeName, Described: true};

def properties: .Properties // "{}" | fromjson | if type == "object" then . else error("properties that are no object") end;

# An ARN that the resource says of itself, or its identifier if that is one.  Else it is named by type and identifier;
# but not if it could not be asked, since it may have one.
def arn($at):
  .Identifier as $id
  | if $id | startswith("arn:") then $id
    elif .Described | not then null
    else
      .TypeName as $type
      | ($type | split("::")[2]) as $name
      | [properties | .Arn, .ARN, .[$name + "Arn"], .[$name + "ARN"] | select(type == "string" and startswith("arn:"))][0]
      // "cloudcontrol:\($at.Account):\($at.Region):\($type):\($id)"
    end;

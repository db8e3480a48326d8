# Suffix is what every name must have behind its own part, as prod-1 in logs-prod-1, /app/prod-1/config or
# logs-prod-1-111122223333.  Where it is not set, a plan tells: the value of one of Variables that the name is made of.
# A name made of a local value and none of them tells nothing, so then Suffix is needed.  What has no name of its own, such as a key, has
# the tag Name.
module {
  "Title": "Resource's name does not have the environment suffix",
  "ResourceType": [
    "AWS::AutoScaling::AutoScalingGroup", "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm",
    "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::DynamoDB::Table",
    "AWS::EC2::FlowLog", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate", "AWS::EC2::SecurityGroup", "AWS::EC2::VPC", 
    "AWS::ECR::Repository", "AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::ECS::TaskDefinition", "AWS::EKS::Cluster",
     "AWS::ElastiCache::ReplicationGroup", "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::Events::Rule", "AWS::IAM::ManagedPolicy", "AWS::IAM::Role", "AWS::IAM::User", "AWS::KMS::Alias", "AWS::KMS::Key",
    "AWS::Lambda::Function", "AWS::Logs::LogGroup", "AWS::OpenSearchService::Domain", "AWS::RDS::DBCluster",
    "AWS::RDS::DBClusterParameterGroup", "AWS::RDS::DBInstance", "AWS::RDS::DBParameterGroup",
    "AWS::RDS::DBSubnetGroup", "AWS::Redshift::Cluster",
    "AWS::S3::Bucket", "AWS::SecretsManager::Secret", "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::SSM::Parameter",
    "AWS::WAFv2::WebACL"
  ],
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [".ARN", ".Tags.Name", ".Written.Name", ".Address"],
  "Parameters": {"Suffix": null, "Variables": ["environment_suffix", "env_suffix", "name_suffix", "suffix"]},
  "Remediation": "Name it NAME-${var.environment_suffix}, so that two environments can be in one account; what has no name gets it as the tag Name: aws ec2 create-tags --resources ID --tags Key=Name,Value=NAME-SUFFIX. Most names cannot be changed without making the resource anew.",
  "Source": ["https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html"],
  "OnRequest": true
};
include "check";

# In lower case, with one kind of mark between the parts.
def parts: ascii_downcase | gsub("[^a-z0-9]+"; "-");

# Does it come behind something?
def ends_in($suffix): "\(parts)-" | contains("-\($suffix | parts | ltrimstr("-") | rtrimstr("-"))-");

# The name: as a plan tells it, else the tag, else the end of the ARN.
def name:
  if .Written.Name.Attribute != null then .Written.Name.Value | text("Name") | given("Name")
  elif .Written != null then .Tags | object("Tags") | .Name | text("the tag Name")
  else (.Tags | object("Tags") | .Name | text("the tag Name"))
    // (.ARN | text("ARN") | given("ARN") | split(":") | last | split("/") | last) end;

# The suffix that one of the variables gives to the name; null if none does.
def given_by($variables):
  [ .Written.Name.Variables | items("Variables")[]
    | select(.Variable as $name | any($variables[]; . == $name)) | .Value | text("Value") ] | .[0];

def violation($now; $parameters):
  select(.Address | text("Address") // "" | contains("aws_default_security_group.") | not)
  | name as $name
  | ($parameters.Suffix | text("Suffix")) as $wanted
  | (if $wanted != null then $wanted else given_by($parameters.Variables | items("Variables")) end) as $suffix
  | if $suffix == null and .Written == null then error("no suffix to look for: set the parameter Suffix")
    elif $suffix == null and (.Written.Name.From | items("From")) != [] then
      error("the name is made of \(.Written.Name.From | join(", ")): set the parameter Suffix")
    else . end
  | select($name == null or $suffix == null or ($name | ends_in($suffix) | not))
  | {
      Message: (if $name == null then "it has no name" elif $suffix == null then "\($name) is made of no suffix"
        else "\($name) has no -\($suffix)" end),
      Evidence: {Name: $name, Suffix: $suffix}
    };

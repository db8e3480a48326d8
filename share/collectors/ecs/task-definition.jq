# Of each family the latest revision in use, which a family's name alone means.  The values of environment variables
# are often secrets: records carry their names alone.
# https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
module {
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Service": "ecs",
  "Scope": "regional",
  "List": {
    "Operation": "ListTaskDefinitionFamilies", "Parameters": {"status": "ACTIVE", "maxResults": 100}, "Token": "nextToken",
    "Items": "families[]", "As": "family", "Permission": "ecs:ListTaskDefinitionFamilies"
  },
  "Detail": [
    {
      "Operation": "DescribeTaskDefinition", "Parameters": {"taskDefinition": ".family"},
      "From": "taskDefinition", "Into": ".", "Permission": "ecs:DescribeTaskDefinition"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": ".taskDefinitionArn"},
      "From": "tags", "Into": "Tags", "Permission": "ecs:ListTagsForResource"
    }
  ],
  "Redact": [".containerDefinitions[].environment[].value"]
};

def arn($at):
  .taskDefinitionArn // "arn:\($at.Partition):ecs:\($at.Region):\($at.Account):task-definition/\(.family)";

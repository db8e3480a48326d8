# Who is told of what happens to the databases of a region, and how many there are: a type of our own, one resource a
# region; the ARN is ours, too.
module {
  "ResourceType": "AWS::RDS::RegionSettings",
  "Service": "rds",
  "Scope": "regional",
  "Detail": [
    {
      "Operation": "DescribeEventSubscriptions", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "EventSubscriptionsList", "Into": "EventSubscriptions", "Permission": "rds:DescribeEventSubscriptions"
    },
    {
      "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBInstances", "Apply": "counted", "Into": "NumberOfDBInstances", "Permission": "rds:DescribeDBInstances"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):rds:\($at.Region):\($at.Account):settings";

def counted: length;

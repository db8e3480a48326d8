# What a region offers, for rules and lint: its zones, and the versions of Aurora that can be Serverless v2 there (none:
# it is not offered).  A type of our own, one resource a region, as AWS::::Account is one an account; the ARN is ours.
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2.html
module {
  "ResourceType": "AWS::::Region",
  "Service": "ec2",
  "Scope": "regional",
  "Detail": [
    {
      "Operation": "DescribeRegions", "Parameters": {"RegionNames": ["$Region"]},
      "From": "Regions", "Into": "Regions", "Permission": "ec2:DescribeRegions"
    },
    {
      "Operation": "DescribeAvailabilityZones",
      "From": "AvailabilityZones", "Into": "AvailabilityZones", "Permission": "ec2:DescribeAvailabilityZones"
    },
    {
      "Service": "rds", "Operation": "DescribeOrderableDBInstanceOptions",
      "Parameters": {"Engine": "aurora-mysql", "DBInstanceClass": "db.serverless", "MaxRecords": 100}, "Token": "Marker",
      "From": "OrderableDBInstanceOptions", "Apply": "versions", "Into": "AuroraMySQLServerlessV2",
      "Permission": "rds:DescribeOrderableDBInstanceOptions"
    },
    {
      "Service": "rds", "Operation": "DescribeOrderableDBInstanceOptions",
      "Parameters": {"Engine": "aurora-postgresql", "DBInstanceClass": "db.serverless", "MaxRecords": 100}, "Token": "Marker",
      "From": "OrderableDBInstanceOptions", "Apply": "versions", "Into": "AuroraPostgreSQLServerlessV2",
      "Permission": "rds:DescribeOrderableDBInstanceOptions"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):region/\($at.Region)";

# An option is told once for each kind of storage.
def versions: map(.EngineVersion) | unique;

# It has no ARN; this one is ours, in the form of EMR's others.
module {
  "ResourceType": "AWS::EMR::SecurityConfiguration",
  "Service": "emr",
  "AccountService": "elasticmapreduce",
  "Scope": "regional",
  "List": {
    "Operation": "ListSecurityConfigurations", "Token": "Marker",
    "Items": "SecurityConfigurations[]", "Permission": "elasticmapreduce:ListSecurityConfigurations"
  },
  "Detail": [
    {
      "Operation": "DescribeSecurityConfiguration", "Parameters": {"Name": ".Name"},
      "From": "SecurityConfiguration", "Into": "SecurityConfiguration",
      "Permission": "elasticmapreduce:DescribeSecurityConfiguration"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):elasticmapreduce:\($at.Region):\($at.Account):security-configuration/\(.Name)";

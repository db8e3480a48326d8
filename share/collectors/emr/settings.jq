# Whether EMR lets clusters of a region have groups that are open to all: a type of our own, one resource a region; the
# ARN is ours, too.
module {
  "ResourceType": "AWS::EMR::RegionSettings",
  "Service": "emr",
  "AccountService": "elasticmapreduce",
  "Scope": "regional",
  "Detail": [
    {
      "Operation": "GetBlockPublicAccessConfiguration",
      "From": "BlockPublicAccessConfiguration", "Into": "BlockPublicAccessConfiguration",
      "Permission": "elasticmapreduce:GetBlockPublicAccessConfiguration"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):elasticmapreduce:\($at.Region):\($at.Account):settings";

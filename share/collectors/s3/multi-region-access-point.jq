# Asked in us-west-2 alone; the public access block of one cannot be changed later.
# https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListMultiRegionAccessPoints.html
module {
  "ResourceType": "AWS::S3::MultiRegionAccessPoint",
  "Service": "s3control",
  "AccountService": "s3",
  "Scope": "global",
  "Home": "us-west-2",
  "List": {
    "Operation": "ListMultiRegionAccessPoints", "Parameters": {"AccountId": "$Account", "MaxResults": 1000},
    "Token": "NextToken", "Items": "AccessPoints[]", "Permission": "s3:ListMultiRegionAccessPoints"
  },
  "Tags": null
};

def arn($at): "arn:\($at.Partition):s3::\($at.Account):accesspoint/\(.Alias)";

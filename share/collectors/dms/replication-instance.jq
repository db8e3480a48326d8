module {
  "ResourceType": "AWS::DMS::ReplicationInstance",
  "Service": "dms",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeReplicationInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "ReplicationInstances[]", "Permission": "dms:DescribeReplicationInstances"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": "$ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "dms:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundFault"]
};

def arn($at): .ReplicationInstanceArn;

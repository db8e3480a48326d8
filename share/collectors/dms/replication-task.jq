# ReplicationTaskSettings is JSON in a text; in it are the levels of logging.
module {
  "ResourceType": "AWS::DMS::ReplicationTask",
  "Service": "dms",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeReplicationTasks", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "ReplicationTasks[]", "Permission": "dms:DescribeReplicationTasks"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": "$ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "dms:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundFault"]
};

def arn($at): .ReplicationTaskArn;

module {
  "ResourceType": "AWS::DataSync::Task",
  "Service": "datasync",
  "Scope": "regional",
  "List": {
    "Operation": "ListTasks", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "Tasks[]", "Permission": "datasync:ListTasks"
  },
  "Detail": [
    {
      "Operation": "DescribeTask", "Parameters": {"TaskArn": ".TaskArn"},
      "Into": ".", "Permission": "datasync:DescribeTask"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": ".TaskArn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "datasync:ListTagsForResource"
    }
  ]
};

def arn($at): .TaskArn;

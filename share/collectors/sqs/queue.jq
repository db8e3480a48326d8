# Attributes are texts, numbers and policies too, as SQS gives them.  Without MaxResults a list ends at 1,000 unsaid.
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html
module {
  "ResourceType": "AWS::SQS::Queue",
  "Service": "sqs",
  "Scope": "regional",
  "List": {
    "Operation": "ListQueues", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "QueueUrls[]", "As": "QueueUrl", "Permission": "sqs:ListQueues"
  },
  "Detail": [
    {
      "Operation": "GetQueueAttributes", "Parameters": {"QueueUrl": ".QueueUrl", "AttributeNames": ["All"]},
      "From": "Attributes", "Into": "Attributes", "Permission": "sqs:GetQueueAttributes"
    },
    {
      "Operation": "ListQueueTags", "Parameters": {"QueueUrl": ".QueueUrl"},
      "From": "Tags", "Into": "Tags", "Permission": "sqs:ListQueueTags"
    }
  ],
  "Gone": ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"]
};

def arn($at):
  "arn:\($at.Partition):sqs:\($at.Region):\($at.Account):\(.QueueUrl | split("/") | last)";

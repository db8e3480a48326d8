# SageMaker says ValidationException of what is gone, as of much else: it cannot be told, and is named in Unreadable.
module {
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Service": "sagemaker",
  "Scope": "regional",
  "List": {
    "Operation": "ListNotebookInstances", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "NotebookInstances[]", "Permission": "sagemaker:ListNotebookInstances"
  },
  "Detail": [
    {
      "Operation": "DescribeNotebookInstance", "Parameters": {"NotebookInstanceName": ".NotebookInstanceName"},
      "Into": ".", "Permission": "sagemaker:DescribeNotebookInstance"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".NotebookInstanceArn", "MaxResults": 100},
      "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "sagemaker:ListTags"
    }
  ]
};

def arn($at): .NotebookInstanceArn;

# How the registry scans is one setting for all its repositories; the repository's own is what that leaves open.
# https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
module {
  "ResourceType": "AWS::ECR::Repository",
  "Service": "ecr",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeRepositories", "Parameters": {"maxResults": 1000}, "Token": "nextToken",
    "Items": "repositories[]", "Permission": "ecr:DescribeRepositories"
  },
  "Once": [
    {
      "Operation": "GetRegistryScanningConfiguration",
      "From": "scanningConfiguration", "Into": "RegistryScanningConfiguration",
      "Permission": "ecr:GetRegistryScanningConfiguration"
    }
  ],
  "Detail": [
    {
      "Operation": "GetLifecyclePolicy", "Parameters": {"repositoryName": ".repositoryName"},
      "From": "lifecyclePolicyText", "Into": "LifecyclePolicy",
      "NotConfigured": ["LifecyclePolicyNotFoundException"], "Permission": "ecr:GetLifecyclePolicy"
    },
    {
      "Operation": "GetRepositoryPolicy", "Parameters": {"repositoryName": ".repositoryName"},
      "From": "policyText", "Into": "Policy",
      "NotConfigured": ["RepositoryPolicyNotFoundException"], "Permission": "ecr:GetRepositoryPolicy"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": ".repositoryArn"},
      "From": "tags", "Into": "Tags", "Permission": "ecr:ListTagsForResource"
    }
  ],
  "Gone": ["RepositoryNotFoundException"]
};

def arn($at): .repositoryArn;

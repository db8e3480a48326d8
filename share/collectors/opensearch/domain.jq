# Domains that run Elasticsearch are here, too: EngineVersion tells.  IAM knows the service as es.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonopensearchservice.html
module {
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Service": "opensearch",
  "AccountService": "es",
  "Scope": "regional",
  "List": {"Operation": "ListDomainNames", "Items": "DomainNames[]", "Permission": "es:ListDomainNames"},
  "Batch": [
    {
      "Operation": "DescribeDomains", "In": "DomainNames", "Most": 5,
      "From": "DomainStatusList[]", "Key": "DomainName", "Match": "DomainName", "Into": ".",
      "Permission": "es:DescribeDomains"
    }
  ],
  "Detail": [
    {
      "Operation": "ListTags", "Parameters": {"ARN": "$ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "es:ListTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):es:\($at.Region):\($at.Account):domain/\(.DomainName)";

module {
  "Title": "Cache of an AppSync API is not encrypted on its way",
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.apiCache.transitEncryptionEnabled",
    {"Path": ".Configuration.apiCache.apiCachingBehavior", "As": "shape"}
  ],
  "Remediation": "Encryption of a cache cannot be turned on later: aws appsync delete-api-cache --api-id ID, then aws appsync create-api-cache --api-id ID --ttl 300 --api-caching-behavior FULL_REQUEST_CACHING --type SMALL --at-rest-encryption-enabled --transit-encryption-enabled.",
  "Source": [
    "https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html",
    "https://docs.aws.amazon.com/appsync/latest/APIReference/API_ApiCache.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.apiCache | object("apiCache") | select(. != null)
  | .transitEncryptionEnabled | flag("transitEncryptionEnabled") | select(. != true)
  | {Message: "the cache is not encrypted on its way", Evidence: {transitEncryptionEnabled: .}};

# The ends of standard support in AWS's developer guide, as endoflife.date read them there in August 2026.  For
# Elasticsearch up to 7.6 they are as AWS told them in 2025, from memory; that of 6.8 was not found.
module {
  "Title": "OpenSearch domain runs a version past the end of its standard support",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.EngineVersion"],
  "Parameters": {
    "EndOfSupport": [
      {"Engine": "Elasticsearch", "From": "1.0", "To": "6.7", "End": "2025-11-07"},
      {"Engine": "Elasticsearch", "From": "7.0", "To": "7.8", "End": "2025-11-07"},
      {"Engine": "Elasticsearch", "From": "7.9", "To": "7.10", "End": "2027-11-07"},
      {"Engine": "OpenSearch", "From": "1.0", "To": "1.2", "End": "2025-11-07"},
      {"Engine": "OpenSearch", "From": "1.3", "To": "1.3", "End": "2027-11-07"},
      {"Engine": "OpenSearch", "From": "2.3", "To": "2.9", "End": "2025-11-07"},
      {"Engine": "OpenSearch", "From": "2.11", "To": "2.19", "End": "2027-11-07"}
    ]
  },
  "Remediation": "Take a snapshot, see what can follow (aws opensearch get-compatible-versions --domain-name NAME), then run aws opensearch upgrade-domain --domain-name NAME --target-version OpenSearch_2.19. Until then AWS charges extended support for each hour.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html",
    "https://endoflife.date/amazon-opensearch",
    "https://endoflife.date/amazon-elasticsearch",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/version-migration.html"
  ]
};
include "check";

# "OpenSearch_2.11" as ["OpenSearch", [2, 11]]
def version: split("_") | [.[0], (.[1] | split(".") | map(tonumber))];

def violation($now; $parameters):
  (.Configuration.EngineVersion | text("EngineVersion") | given("EngineVersion")) as $version
  | [ $parameters.EndOfSupport | items("EndOfSupport")[]
      | select(($version | version) as [$engine, $number]
          | .Engine == $engine and (.From | split(".") | map(tonumber)) <= $number
            and (.To | split(".") | map(tonumber)) >= $number)
      | .End | text("End") | select($now[:10] > .) ]
  | select(length > 0)
  | {
      Message: "standard support of \($version) ended: \(.[0])",
      Evidence: {EngineVersion: $version, EndOfSupport: .[0]}
    };

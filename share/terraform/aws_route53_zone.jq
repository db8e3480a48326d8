module {
  "ResourceType": "AWS::Route53::HostedZone",
  "Service": "route53",
  "Scope": "global",
  "Computed": ["name_servers", "primary_name_server", "zone_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):route53:::hostedzone/\(.id)");

def configuration: {
  Id: (.zone_id | given("/hostedzone/" + .)),
  Name: .name,
  Config: {Comment: .comment, PrivateZone: (.vpc | known(. != null and length > 0))},
  QueryLoggingConfigs: [],
  Tags: tags
};

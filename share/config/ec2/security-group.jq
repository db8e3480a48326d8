# Config tells addresses of version 4 twice: as texts, and as the API does.
module {
  "ResourceType": "AWS::EC2::SecurityGroup",
  "NotRecorded": [
    ".Configuration.SecurityGroupArn"
  ]
};

include "item";

def ranges:
  map((.ipv4Ranges // (.ipRanges // [] | map(if type == "string" then {cidrIp: .} else . end))) as $ranges
    | del(.ipv4Ranges) | .ipRanges = $ranges);

def configuration:
  .configuration + {tags: tag_list} | .ipPermissions |= (. // [] | ranges) | .ipPermissionsEgress |= (. // [] | ranges);

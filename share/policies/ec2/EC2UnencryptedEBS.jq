# The collector joins an instance with its volumes, read by another call: a volume that the instance names and the join
# lacks could be unencrypted, so there is no passing without it.  A volume that does not say counts as unencrypted.
# A terminated instance has let go of its volumes; what is left of them is its own resource.
module {
  "Title": "EC2 instance has an unencrypted EBS volume",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 85,
  "Category": "encryption",
  "Reads": [
    ".Configuration.State.Name",
    {"Path": ".Configuration.BlockDeviceMappings[].Ebs.VolumeId", "As": "carried"},
    {"Path": ".Configuration.Volumes[].VolumeId", "As": "carried"},
    ".Configuration.Volumes[].Size",
    ".Configuration.Volumes[].Encrypted"
  ],
  "Remediation": "A volume cannot be encrypted in place. Take a snapshot (aws ec2 create-snapshot --volume-id VOLUME), copy it encrypted (aws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted), make a volume of the copy in the same zone, stop the instance and swap the two. Then let new volumes be encrypted from the start: aws ec2 enable-ebs-encryption-by-default, once in each region.",
  "Source": [
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"
  ]
};

def items($what):
  if . == null then [] elif type == "array" then . else error("\($what) is \(type), not a list") end;

def encrypted:
  .Encrypted
  | if . == null or type == "boolean" then . == true else error("Encrypted is \(type), not true or false") end;

# Instance stores are mapped too, and have no Ebs.
def mapped:
  [ items("BlockDeviceMappings")[] | .Ebs | select(. != null) | .VolumeId
    | if type == "string" then . else error("BlockDeviceMappings has an EBS volume without an id") end ];

def violation:
  .Configuration
  | select(.State.Name != "terminated")
  | if .BlockDeviceMappings == null and (.Volumes // []) == [] then error("no volumes and no block device mappings") else . end
  | (.Volumes | items("Volumes")) as $volumes
  | ((.BlockDeviceMappings | mapped) - [$volumes[].VolumeId]) as $absent
  | [$volumes[] | select(encrypted | not) | {VolumeId, Size, Encrypted}]
  | if length > 0 then
      {
        Message: "unencrypted: \(map(.VolumeId) | join(", "))",
        Evidence: {UnencryptedVolumes: ., TotalVolumes: ($volumes + $absent | length)}
      }
    elif $absent != [] then error("not described: \($absent | join(", "))")
    else empty end;

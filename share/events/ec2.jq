# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-with-cloudtrail.html
# The state of an instance changes without a call, too: EventBridge tells.
module {
  "EventSource": "ec2.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::EC2::Instance", "Item": "instance",
      "Changed": [
        "AssociateIamInstanceProfile", "AttachNetworkInterface", "AttachVolume", "CreateTags", "DeleteTags",
        "DetachNetworkInterface", "DetachVolume", "ModifyInstanceAttribute", "ModifyInstanceMetadataOptions",
        "MonitorInstances", "ReplaceIamInstanceProfileAssociation", "ResetInstanceAttribute", "RunInstances", "StartInstances",
        "StopInstances", "UnmonitorInstances"
      ],
      "Deleted": ["TerminateInstances"]
    },
    {
      "ResourceType": "AWS::EC2::Instance", "Item": "running",
      "Changed": ["EC2 Instance State-change Notification"]
    },
    {
      "ResourceType": "AWS::EC2::Instance", "Item": "terminated",
      "Deleted": ["EC2 Instance State-change Notification"]
    },
    {
      "ResourceType": "AWS::EC2::Volume", "Item": "volume",
      "Changed": ["AttachVolume", "CreateTags", "CreateVolume", "DeleteTags", "DetachVolume", "ModifyVolume", "ModifyVolumeAttribute", "RunInstances"],
      "Deleted": ["DeleteVolume"]
    },
    {
      "ResourceType": "AWS::EC2::SecurityGroup", "Item": "group",
      "Changed": [
        "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup", "CreateTags", "DeleteTags",
        "ModifySecurityGroupRules", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress",
        "UpdateSecurityGroupRuleDescriptionsEgress", "UpdateSecurityGroupRuleDescriptionsIngress"
      ],
      "Deleted": ["DeleteSecurityGroup"]
    }
  ]
};

# What is tagged is in a list that holds resources of all types.
def tagged($start): [.requestParameters.resourcesSet.items[]?.resourceId | select(startswith($start))];

def instance($at):
  [
    .requestParameters.instanceId, .requestParameters.ModifyInstanceMetadataOptionsRequest.InstanceId,
    .requestParameters.AssociateIamInstanceProfileRequest.InstanceId,
    .responseElements.AssociateIamInstanceProfileResponse.iamInstanceProfileAssociation.instanceId,
    .responseElements.ReplaceIamInstanceProfileAssociationResponse.iamInstanceProfileAssociation.instanceId,
    (.requestParameters, .responseElements | .instancesSet.items[]?.instanceId), .responseElements.instanceId, tagged("i-")[]
  ]
  | map(select(type == "string")) | unique | map({InstanceId: .});

def running($at): if .detail.state == "terminated" then [] else {InstanceId: .detail["instance-id"]} end;

def terminated($at): if .detail.state == "terminated" then {InstanceId: .detail["instance-id"]} else [] end;

def volume($at):
  [
    .requestParameters.volumeId, .responseElements.volumeId, .requestParameters.ModifyVolumeRequest.VolumeId,
    .responseElements.instancesSet.items[]?.blockDeviceMapping.items[]?.ebs.volumeId, tagged("vol-")[]
  ]
  | map(select(type == "string")) | unique | map({VolumeId: .});

def group($at):
  [
    .requestParameters.groupId, .responseElements.groupId,
    (.requestParameters
      | .ModifySecurityGroupRulesRequest, .UpdateSecurityGroupRuleDescriptionsEgressRequest,
        .UpdateSecurityGroupRuleDescriptionsIngressRequest
      | .GroupId?),
    tagged("sg-")[]
  ]
  | map(select(type == "string")) | unique | map({GroupId: .});

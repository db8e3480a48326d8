# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-with-cloudtrail.html
# The state of an instance changes without a call, too: EventBridge tells.
module {
  "EventSource": "ec2.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::EC2::Instance", "Item": "instance",
      "Created": ["RunInstances"],
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
      "Created": ["CreateVolume"],
      "Changed": [
        "AttachVolume", "CreateTags", "CreateVolume", "DeleteTags", "DetachVolume", "ModifyVolume", "ModifyVolumeAttribute",
        "RunInstances"
      ],
      "Deleted": ["DeleteVolume"]
    },
    {
      "ResourceType": "AWS::EC2::SecurityGroup", "Item": "group",
      "Created": ["CreateSecurityGroup"],
      "Changed": [
        "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup", "CreateTags", "DeleteTags",
        "ModifySecurityGroupRules", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress",
        "UpdateSecurityGroupRuleDescriptionsEgress", "UpdateSecurityGroupRuleDescriptionsIngress"
      ],
      "Deleted": ["DeleteSecurityGroup"]
    },
    {
      "ResourceType": "AWS::EC2::NetworkInterface", "Item": "interface",
      "Created": ["CreateNetworkInterface"],
      "Changed": [
        "AttachNetworkInterface", "CreateNetworkInterface", "CreateTags", "DeleteTags", "ModifyNetworkInterfaceAttribute",
        "ResetNetworkInterfaceAttribute"
      ],
      "Deleted": ["DeleteNetworkInterface"]
    },
    {
      "ResourceType": "AWS::EC2::RouteTable", "Item": "routes",
      "Created": ["CreateRouteTable"],
      "Changed": [
        "AssociateRouteTable", "CreateRoute", "CreateRouteTable", "CreateTags", "DeleteRoute", "DeleteTags",
        "DisassociateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation"
      ],
      "Deleted": ["DeleteRouteTable"]
    },
    {
      "ResourceType": "AWS::EC2::InternetGateway", "Item": "gateway",
      "Created": ["CreateInternetGateway"],
      "Changed": ["AttachInternetGateway", "CreateInternetGateway", "CreateTags", "DeleteTags", "DetachInternetGateway"],
      "Deleted": ["DeleteInternetGateway"]
    },
    {
      "ResourceType": "AWS::EC2::VPCEndpoint", "Item": "endpoint",
      "Created": ["CreateVpcEndpoint"],
      "Changed": ["CreateTags", "CreateVpcEndpoint", "DeleteTags", "ModifyVpcEndpoint"],
      "Deleted": ["DeleteVpcEndpoints"]
    },
    {
      "ResourceType": "AWS::EC2::EIP", "Item": "address",
      "Created": ["AllocateAddress"],
      "Changed": ["AllocateAddress", "AssociateAddress", "CreateTags", "DeleteTags", "DisassociateAddress"],
      "Deleted": ["ReleaseAddress"]
    },
    {
      "ResourceType": "AWS::EC2::NetworkAcl", "Item": "acl",
      "Created": ["CreateNetworkAcl"],
      "Changed": [
        "CreateNetworkAcl", "CreateNetworkAclEntry", "CreateTags", "DeleteNetworkAclEntry", "DeleteTags",
        "ReplaceNetworkAclAssociation", "ReplaceNetworkAclEntry"
      ],
      "Deleted": ["DeleteNetworkAcl"]
    },
    {
      "ResourceType": "AWS::EC2::Subnet", "Item": "subnet",
      "Created": ["CreateSubnet"],
      "Changed": ["AssociateRouteTable", "CreateSubnet", "CreateTags", "DeleteTags", "ModifySubnetAttribute"],
      "Deleted": ["DeleteSubnet"]
    },
    {
      "ResourceType": "AWS::EC2::VPC", "Item": "vpc",
      "Created": ["CreateVpc"],
      "Changed": [
        "AssociateDhcpOptions", "AttachInternetGateway", "CreateFlowLogs", "CreateRouteTable", "CreateSubnet", "CreateTags",
        "CreateVpc", "CreateVpcEndpoint", "DeleteTags", "DetachInternetGateway", "ModifyVpcAttribute"
      ],
      "Deleted": ["DeleteVpc"]
    },
    {
      "ResourceType": "AWS::EC2::RegionSettings", "Item": "settings",
      "Changed": [
        "DisableEbsEncryptionByDefault", "DisableImageBlockPublicAccess", "DisableSerialConsoleAccess",
        "DisableSnapshotBlockPublicAccess", "EnableEbsEncryptionByDefault", "EnableImageBlockPublicAccess",
        "EnableSerialConsoleAccess", "EnableSnapshotBlockPublicAccess", "ModifyEbsDefaultKmsKeyId",
        "ModifyInstanceMetadataDefaults", "ModifyVpcBlockPublicAccessOptions", "ResetEbsDefaultKmsKeyId"
      ]
    }
  ]
};

# Each operation puts ids elsewhere, but what an id is of can be told from its beginning.
def ids($of): [.requestParameters, .responseElements | .. | strings | select(test("^\($of)-[0-9a-f]+$"))] | unique;

# Tags are of resources of all types; any other event that names none does not tell enough.
def named($of; $member):
  .eventName as $name
  | ids($of)
  | if . == [] and ($name | IN("CreateTags", "DeleteTags", "RunInstances") | not) then null
    else map({($member): .}) end;

def instance($at): named("i"; "InstanceId");

def running($at): if .detail.state == "terminated" then [] else {InstanceId: .detail["instance-id"]} end;

def terminated($at): if .detail.state == "terminated" then {InstanceId: .detail["instance-id"]} else [] end;

def volume($at): named("vol"; "VolumeId");

# Rules name other groups, too, which can be somebody else's.
def group($at):
  .eventName as $name
  | [
    .requestParameters.groupId, .responseElements.groupId,
    (.requestParameters
      | .ModifySecurityGroupRulesRequest, .UpdateSecurityGroupRuleDescriptionsEgressRequest,
        .UpdateSecurityGroupRuleDescriptionsIngressRequest
      | .GroupId?),
    (.requestParameters.resourcesSet.items[]?.resourceId | select(startswith("sg-")))
  ]
  | map(select(type == "string")) | unique | map({GroupId: .})
  | if . == [] and ($name | IN("CreateTags", "DeleteTags") | not) then null else . end;

def interface($at): named("eni"; "NetworkInterfaceId");

def routes($at): named("rtb"; "RouteTableId");

def gateway($at): named("igw"; "InternetGatewayId");

def endpoint($at): named("vpce"; "VpcEndpointId");

def address($at): named("eipalloc"; "AllocationId");

def acl($at): named("acl"; "NetworkAclId");

def subnet($at): ids("subnet") | map({SubnetId: .});

def vpc($at): ids("vpc") | map({VpcId: .});

def settings($at): {};

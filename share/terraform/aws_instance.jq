# An instance's disks are blocks of its own, or volumes of their own that are attached (aws_volume_attachment).
# Every instance has a root disk, be it written or not.
module {
  "ResourceType": "AWS::EC2::Instance",
  "Service": "ec2",
  "Name": "tags.Name",
  "Computed": ["private_ip", "public_ip", "private_dns", "public_dns"]
};
include "known";

# [mapping, volume] of each disk.
def disks:
  .Address as $address
  | ((.root_block_device // [])
      | known((.[0] // {}) | known([. + {place: "\($address)/root"}]))) as $root
  | ((.ebs_block_device // [])
      | known(first(.[] | select(unknown)) // (to_entries | map(.value + {place: "\($address)/disk\(.key)"})))) as $more
  | if ($root | unknown) then $root elif ($more | unknown) then $more
    else ($root + $more)
      | map(
          (.place as $place | .volume_id | id_or($place)) as $id
          | [
              {DeviceName: .device_name, Ebs: {VolumeId: $id, DeleteOnTermination: .delete_on_termination}},
              {
                VolumeId: $id, Encrypted: .encrypted, KmsKeyId: (.kms_key_id | or_null), Size: .volume_size,
                VolumeType: .volume_type, Iops: (.iops | above_zero)
              }
            ])
    end;

def metadata_options:
  get(.metadata_options) | block({
    HttpTokens: .http_tokens, HttpEndpoint: .http_endpoint, HttpPutResponseHopLimit: .http_put_response_hop_limit
  });

# A public address is given at launch: that there will be one, or none, is known before it is.
def public_address:
  .associate_public_ip_address as $public
  | .public_ip
  | if unknown and $public == true then "given at launch" elif unknown and $public == false then null else or_null end;

# An instance has one interface of its own, or those that it is given.
def interfaces:
  public_address as $address
  | .subnet_id as $subnet
  | .network_interface
  | if unknown then .
    elif . == null or length == 0 then [{SubnetId: $subnet, Association: ($address | given({PublicIp: .}))}]
    else each({NetworkInterfaceId: .network_interface_id, Association: elsewhere}) end;

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):instance/\(.id)");

def configuration:
  disks as $disks
  | {
      InstanceId: .id,
      ImageId: .ami,
      InstanceType: .instance_type,
      State: {Name: .instance_state},
      LaunchTime: elsewhere,
      StateTransitionReason: elsewhere,
      VirtualizationType: elsewhere,
      DisableApiTermination: .disable_api_termination,
      UserData: elsewhere,
      NetworkInterfaces: interfaces,
      SubnetId: (.subnet_id | or_null),
      PrivateIpAddress: (.private_ip | or_null),
      PublicIpAddress: public_address,
      KeyName: (.key_name | or_null),
      IamInstanceProfile: (.iam_instance_profile | or_null
        | given({Arn: (if startswith("arn:") then . else elsewhere end)})),
      SecurityGroups: (.vpc_security_group_ids | each({GroupId: .})),
      MetadataOptions: metadata_options,
      Monitoring: {State: (.monitoring | given(if . then "enabled" else "disabled" end))},
      EbsOptimized: .ebs_optimized,
      BlockDeviceMappings: ($disks | known(map(.[0]))),
      Volumes: ($disks | known(map(.[1]))),
      Tags: tags
    };

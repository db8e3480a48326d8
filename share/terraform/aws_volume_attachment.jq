# Gives an instance a volume.  One that the state of the instance tells of already is not told twice.
module {
  "PartOf": [{"Type": "aws_instance", "By": "instance_id", "Is": "id"}],
  "TakesFrom": [{"Type": "aws_ebs_volume", "By": "volume_id", "Is": "id", "As": "Volumes"}]
};
include "known";

# A volume that is not in the document: nothing is known of it but its id.
def volume:
  if .Volumes[0] != null then .Volumes[0]
  else {id: .volume_id, encrypted: elsewhere, kms_key_id: elsewhere, size: elsewhere, type: elsewhere, iops: elsewhere}
  end;

def join($part):
  ($part | volume) as $volume
  | ($volume.id | id_or($volume.Address // $part.Address)) as $id
  | if (.Volumes | unknown) or any(.Volumes[]; .VolumeId == $id) then .
    else .BlockDeviceMappings += [{DeviceName: $part.device_name, Ebs: {VolumeId: $id}}]
      | .Volumes += [($volume | {
          VolumeId: $id, Encrypted: .encrypted, KmsKeyId: (.kms_key_id | or_null), Size: .size, VolumeType: .type, 
          Iops: (.iops | above_zero)
        })]
    end;

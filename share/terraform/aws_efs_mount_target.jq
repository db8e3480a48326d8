module {
  "PartOf": [{"Type": "aws_efs_file_system", "By": "file_system_id", "Is": ["id"]}]
};
include "known";

def join($part): .MountTargets += [$part | {
  MountTargetId: .id, SubnetId: .subnet_id, AvailabilityZoneName: .availability_zone_name, LifeCycleState: elsewhere
}];

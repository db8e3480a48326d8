module {
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Service": "autoscaling",
  "Related": [{"Type": "aws_ssm_parameter", "As": "parameters"}],
  "Computed": ["availability_zones", "vpc_zone_identifier"],
  "Name": "name"
};
include "known";

def arn: arn_or(elsewhere);

def template: {
  LaunchTemplateId: (.id | or_null), LaunchTemplateName: (.name | or_null), Version: (.version | or_null)
} | with_entries(select(.value != null));

def specification: {
  LaunchTemplateId: (.launch_template_id | or_null), LaunchTemplateName: (.launch_template_name | or_null),
  Version: (.version | or_null)
} | with_entries(select(.value != null));

# A list of ids in one text; not known if one of them is not.
def in_one_text:
  if unknown then . elif . == null or length == 0 then null
  else first(.[] | select(unknown)) // join(",") end;

def configuration: {
  AutoScalingGroupName: first_of(.name, .id),
  AutoScalingGroupARN: arn,
  LaunchConfigurationName: (.launch_configuration | or_null),
  LaunchTemplate: (.launch_template | block(template)),
  MixedInstancesPolicy: (.mixed_instances_policy | block({
    LaunchTemplate: (.launch_template | block({
      LaunchTemplateSpecification: (.launch_template_specification | block(specification)),
      Overrides: (.override | each({InstanceType: .instance_type}))
    }))
  })),
  MinSize: .min_size,
  MaxSize: .max_size,
  DesiredCapacity: .desired_capacity,
  AvailabilityZones: .availability_zones,
  VPCZoneIdentifier: (.vpc_zone_identifier | in_one_text),
  HealthCheckType: .health_check_type,
  HealthCheckGracePeriod: .health_check_grace_period,
  CapacityRebalance: .capacity_rebalance,
  LoadBalancerNames: (.load_balancers | each(.)),
  TargetGroupARNs: (.target_group_arns | each(.)),
  ScalingPolicies: [],
  Tags: (.tag | each({Key: .key, Value: .value, PropagateAtLaunch: .propagate_at_launch}))
};

# The parameters that the same plan has: an application's settings may be among them.
def related: {Parameters: [(.parameters // [])[] | .name]};

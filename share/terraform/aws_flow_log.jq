# One that the plan makes is active once it is made.  What is watched is one of four attributes in Terraform, and one member in the API.
module {
  "ResourceType": "AWS::EC2::FlowLog",
  "Service": "ec2",
  "Name": "tags.Name",
  "PartOf": [{"Type": "aws_vpc", "By": "vpc_id", "Is": ["id"]}]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):vpc-flow-log/\(.id)");

def flow_log: {
  FlowLogId: .id,
  ResourceId: first_of((.vpc_id, .subnet_id, .eni_id, .transit_gateway_id) | or_null),
  TrafficType: .traffic_type,
  LogDestinationType: .log_destination_type,
  LogDestination: (.log_destination | or_null),
  LogGroupName: (.log_group_name | or_null),
  DeliverLogsPermissionArn: (.iam_role_arn | or_null),
  MaxAggregationInterval: .max_aggregation_interval,
  Tags: tags
};

def configuration: flow_log + {FlowLogStatus: "ACTIVE"};

def join($part): .FlowLogs += [$part | flow_log + {FlowLogStatus: (.traffic_type | known("ACTIVE"))}];

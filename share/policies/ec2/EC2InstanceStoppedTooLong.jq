# EC2 tells when an instance was stopped in the text of its last transition alone, "User initiated (2025-12-01
# 08:00:00 GMT)", and not at all of one that shut itself down: that one has been stopped for no longer than since its
# last start. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html
module {
  "Title": "EC2 instance has been stopped for too long",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 50,
  "Category": "cost",
  "Reads": [
    ".Configuration.State.Name",
    ".Configuration.StateTransitionReason",
    {"Path": ".Configuration.LaunchTime", "Cut": "MaxDays"}
  ],
  "Parameters": {"MaxDays": 30},
  "Remediation": "Terminate what nobody starts again: aws ec2 terminate-instances --instance-ids ID. If its data may be needed make an image first (aws ec2 create-image --instance-id ID --name NAME): its volumes are paid for while it is stopped, and it misses every patch.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-4"
  ]
};
include "check";
include "time";

def stopped_at:
  .StateTransitionReason | text("StateTransitionReason") // ""
  | capture("\\((?<time>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}) GMT\\)").time
  | strptime("%Y-%m-%d %H:%M:%S") | mktime;

def started_at:
  .LaunchTime | text("LaunchTime") | given("LaunchTime") | seconds;

def violation($now; $parameters):
  ($parameters.MaxDays | number("MaxDays") | given("MaxDays")) as $most
  | ($now | seconds) as $now
  | .Configuration
  | select(.State.Name | text("State.Name") | . == "stopped")
  | (first(stopped_at) // null) as $stopped
  | (($now - ($stopped // started_at)) / 86400) as $days
  | select($days > $most)
  | {
      Message: (if $stopped == null then "stopped, it is not told when; started last \($days | floor) days ago"
                else "stopped \($days | floor) days ago" end),
      Evidence: {State: .State.Name, StateTransitionReason, LaunchTime}
    };

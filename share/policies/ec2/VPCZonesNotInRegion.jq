# Of a plan: which zones its subnets name, and which the region has for this account, an inventory tells (--live).
module {
  "Title": "VPC asks for availability zones that the region does not have",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Actions", ".Region", ".Configuration.Subnets[].AvailabilityZone",
    {"Path": ".Live.Region", "Possible": [{"AvailabilityZones": []}, null]}
  ],
  "Remediation": "Take the zones from data.aws_availability_zones and make as many subnets as there are, or deploy elsewhere: aws ec2 describe-availability-zones --region REGION lists them.",
  "Source": ["https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html"],
  "OnRequest": true
};
include "check";

def violation:
  .Region as $region
  | (.Live | object("Live") | .Region | object("Region")) as $facts
  | select(.Actions != null)
  | [.Configuration.Subnets | items("Subnets")[] | .AvailabilityZone | text("AvailabilityZone") | select(. != null)]
  | unique
  | select(. != [])
  | . as $asked
  | [ $facts | given("Live.Region") | .AvailabilityZones | given("AvailabilityZones") | items("AvailabilityZones")[]
      | select(.State == "available") | .ZoneName ] as $there
  | map(select(. as $zone | any($there[]; . == $zone) | not))
  | select(. != [])
  | {
      Message: "\($asked | length) zones asked for, \($region) has \($there | length): not \(join(", "))",
      Evidence: {Asked: $asked, Missing: ., Available: ($there | unique)}
    };

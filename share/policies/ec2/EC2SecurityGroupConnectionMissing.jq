# Connections says which groups must be let in by which: {"To": "db", "From": "app", "Port": 3306}, a group by its id or
# its name.  A rule for a network may let the same instances in, but it says nothing of them, so it does not count.
module {
  "Title": "Security group does not let in the group that needs it",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 50,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [
    ".Configuration.GroupId",
    ".Configuration.GroupName",
    ".Configuration.IpPermissions[].IpProtocol",
    ".Configuration.IpPermissions[].FromPort",
    ".Configuration.IpPermissions[].ToPort",
    ".Configuration.IpPermissions[].UserIdGroupPairs[].GroupId",
    ".Configuration.IpPermissions[].UserIdGroupPairs[].GroupName"
  ],
  "Parameters": {"Connections": []},
  "Remediation": "Let it in: aws ec2 authorize-security-group-ingress --group-id GROUP --protocol tcp --port PORT --source-group SOURCE.",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html"
  ]
};
include "check";
include "network";

def is_named($name): .GroupId == $name or .GroupName == $name;

def violation($now; $parameters):
  .Configuration as $group
  | ($group.GroupId | text("GroupId") | given("GroupId")) as $id
  | ($group.IpPermissions | given("IpPermissions") | items("IpPermissions")) as $rules
  | [ $parameters.Connections | items("Connections")[]
      | .To as $to | .From as $from
      | (.Port | number("Port") | given("Port")) as $port
      | select(($to | text("To") | given("To")) as $name | $group | is_named($name))
      | select(
          any($rules[];
            reaching([$port]) != []
            and any(.UserIdGroupPairs | items("UserIdGroupPairs")[]; is_named($from | text("From") | given("From"))))
          | not)
      | {From: $from, Port: $port} ]
  | select(. != [])
  | {
      Message: "not let in: \(map("\(.From) on tcp \(.Port)") | join(", "))",
      Evidence: {
        GroupId: $id,
        Missing: .,
        LetIn: [$rules[] | {IpProtocol, FromPort, ToPort, Groups: [.UserIdGroupPairs | items("UserIdGroupPairs")[].GroupId]}]
      }
    };

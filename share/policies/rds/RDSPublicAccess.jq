# RDS always answers PubliclyAccessible.  A record without it does not show which it is (the default depends on the
# network), so it neither passes nor fails.
module {
  "Title": "RDS instance is publicly accessible",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.PubliclyAccessible"],
  "Remediation": "Take its public address away: aws rds modify-db-instance --db-instance-identifier NAME --no-publicly-accessible --apply-immediately. Clients outside the VPC lose their connection: let them come through a VPN or a bastion. Place the instance in private subnets, and open its security group to the application only.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};

def violation:
  .Configuration.PubliclyAccessible
  | if type == "boolean" then . else error("PubliclyAccessible is \(type), not true or false") end
  | select(.)
  | {Message: "the instance has a public address", Evidence: {PubliclyAccessible: true}};

# Families lists those that AWS calls of a previous generation, and those that a newer generation has taken the place
# of.
module {
  "Title": "EC2 instance is of a previous generation",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 25,
  "Category": "cost",
  "Reads": [".Configuration.InstanceType"],
  "Parameters": {
    "Families": [
      "a1", "c1", "c3", "c4", "cc2", "cg1", "cr1", "d2", "f1", "g2", "g3", "g3s", "h1", "hi1", "hs1", "i2",
      "i3", "inf1", "m1", "m2", "m3", "m4", "p2", "p3", "r3", "r4", "t1", "t2", "x1", "x1e"
    ]
  },
  "Remediation": "Stop the instance, give it the type that succeeds its own, and start it: aws ec2 modify-instance-attribute --instance-id ID --instance-type Value=TYPE. Newer types do more for the same price; see first that the image has the drivers (ENA, NVMe) that they need.",
  "Source": [
    "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Families | items("Families")) as $families
  | .Configuration.InstanceType
  | text("InstanceType") | select(. != null)
  | select((split(".")[0]) as $family | any($families[]; . == $family))
  | {Message: "\(.) is of a previous generation", Evidence: {InstanceType: .}};

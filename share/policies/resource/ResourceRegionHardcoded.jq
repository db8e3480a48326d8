# Of a plan: whoever deploys the same to another region must find nothing in it that names the first.  What tells no
# place in its resource's own region, such as a replica's, may be in Attributes.
module {
  "Title": "Resource is written with the name of a region instead of a reference",
  "ResourceType": "*",
  "Severity": 40,
  "Category": "maintenance",
  "Reads": [".Written.Regions[].Attribute", ".Written.Regions[].Region"],
  "Parameters": {"Attributes": ["destination_region", "replica", "replica_regions"]},
  "Remediation": "Take the region from data.aws_region.current or a variable, and zones from data.aws_availability_zones; then plan it for each region that it must go to, such as us-east-1, us-west-2 and eu-west-1. aws configure get region shows whose region is in use.",
  "Source": ["https://docs.aws.amazon.com/general/latest/gr/rande.html"],
  "OnRequest": true
};
include "check";

def violation($now; $parameters):
  ($parameters.Attributes | items("Attributes")) as $elsewhere
  | [ .Written | object("Written") | .Regions | items("Regions")[]
      | object("an item of Regions") | {Attribute, Region}
      | select(.Attribute as $name | any($elsewhere[]; . == $name) | not) ]
  | distinct
  | select(. != [])
  | {Message: (map("\(.Attribute) has \(.Region)") | join(", ")), Evidence: {Regions: .}};

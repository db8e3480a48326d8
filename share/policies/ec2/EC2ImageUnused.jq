# EC2 tells when an image was launched last about a day later, and only of launches since 2017: an image without that
# time counts from when it was made. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-last-launched-time.html
module {
  "Title": "AMI has not been launched for long",
  "ResourceType": "AWS::EC2::Image",
  "Severity": 25,
  "Category": "cost",
  "Reads": [
    {"Path": ".Configuration.CreationDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.LastLaunchedTime", "Cut": "MaxDays"}
  ],
  "Parameters": {"MaxDays": 180},
  "Remediation": "See that no launch template and no stack names the image, then deregister it and delete its snapshots: aws ec2 deregister-image --image-id AMI --delete-associated-snapshots. To take it out of use and keep it: aws ec2 disable-image --image-id AMI.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-last-launched-time.html"
  ]
};
include "check";
include "time";

def age($now): (($now | seconds) - seconds) / 86400;

def violation($now; $parameters):
  ($parameters.MaxDays | number("MaxDays") | given("MaxDays")) as $most
  | .Configuration
  | (.CreationDate | text("CreationDate") | given("CreationDate")) as $made
  | (.LastLaunchedTime | text("LastLaunchedTime")) as $launched
  | select(all($made, ($launched // empty); age($now) > $most))
  | {
      Message: (if $launched == null then "made \($made | age($now) | floor) days ago, and never seen launched"
                else "launched last \($launched | age($now) | floor) days ago" end),
      Evidence: {CreationDate: $made, LastLaunchedTime: $launched}
    };

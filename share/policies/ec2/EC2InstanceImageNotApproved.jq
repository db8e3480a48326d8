module {
  "Title": "EC2 instance runs an image that is not approved",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 70,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.ImageId", "OneOf": "ApprovedAmis"}],
  "Parameters": {"ApprovedAmis": []},
  "Remediation": "Replace the instance by one of an approved image (aws ec2 run-instances --image-id AMI), or, after a review, add the image to the parameter ApprovedAmis. To keep others from being launched at all: aws ec2 enable-allowed-images-settings --allowed-images-settings-state enabled.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.ApprovedAmis | items("ApprovedAmis")) as $approved
  | .Configuration.ImageId
  | text("ImageId") | given("ImageId")
  | select(. as $image | any($approved[]; . == $image) | not)
  | {Message: "\(.) is not among the approved images", Evidence: {ImageId: .}};

module {
  "Title": "Region lets AMIs be made public",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.ImageBlockPublicAccess.ImageBlockPublicAccessState"],
  "Remediation": "Block it in each region: aws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing. Images that are public already stay so until their permission is taken away.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetImageBlockPublicAccessState.html"
  ]
};
include "check";

def violation:
  .Configuration.ImageBlockPublicAccess.ImageBlockPublicAccessState
  | text("ImageBlockPublicAccessState")
  | select(. != "block-new-sharing")
  | {Message: "the block of public images is \(. // "not configured")", Evidence: {ImageBlockPublicAccessState: .}};

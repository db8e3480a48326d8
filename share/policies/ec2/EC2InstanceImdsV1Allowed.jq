# What an instance gets unless told otherwise depends on its image and on the account, so a plan that does not write
# it is not shown to require tokens.
module {
  "Title": "EC2 instance answers metadata requests without a session token (IMDSv1)",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [
    ".Configuration.State.Name",
    ".Configuration.MetadataOptions.HttpEndpoint",
    ".Configuration.MetadataOptions.HttpTokens"
  ],
  "Remediation": "Require tokens: aws ec2 modify-instance-metadata-options --instance-id ID --http-tokens required --http-endpoint enabled. First see in the metric MetadataNoToken that nothing on the instance still asks without one. For new instances: aws ec2 modify-instance-metadata-defaults --http-tokens required, once in each region.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State.Name != "terminated")
  | .MetadataOptions | object("MetadataOptions")
  | (.HttpEndpoint | text("HttpEndpoint")) as $endpoint
  | (.HttpTokens | text("HttpTokens")) as $tokens
  | select($endpoint != "disabled" and $tokens != "required")
  | {
      Message: "session tokens are \($tokens // "not said to be required")",
      Evidence: {HttpEndpoint: $endpoint, HttpTokens: $tokens}
    };

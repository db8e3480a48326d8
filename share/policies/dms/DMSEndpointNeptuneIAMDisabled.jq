module {
  "Title": "DMS endpoint for Neptune does not sign its requests",
  "ResourceType": "AWS::DMS::Endpoint",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.EngineName", ".Configuration.NeptuneSettings.IamAuthEnabled"],
  "Remediation": "Run aws dms modify-endpoint --endpoint-arn ARN --neptune-settings IamAuthEnabled=true,ServiceAccessRoleArn=ROLE,S3BucketName=BUCKET,S3BucketFolder=FOLDER.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Neptune.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineName | text("EngineName") | given("EngineName") | . == "neptune")
  | .NeptuneSettings | object("NeptuneSettings")
  | .IamAuthEnabled | flag("IamAuthEnabled") | select(. != true)
  | {Message: "IAM authorization is off", Evidence: {IamAuthEnabled: .}};

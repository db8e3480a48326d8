module {
  "ResourceType": "AWS::CodeBuild::ReportGroup",
  "Service": "codebuild",
  "Computed": ["created"]
};
include "known";

def arn: arn_or("arn:\(.Partition):codebuild:\(.Region):\(.Account):report-group/\(.name)");

def configuration: {
  arn: arn,
  name: .name,
  type: .type,
  exportConfig: (.export_config | block({
    exportConfigType: .type,
    s3Destination: (.s3_destination | block({
      bucket: .bucket, encryptionKey: (.encryption_key | or_null), encryptionDisabled: .encryption_disabled,
      packaging: .packaging, path: .path
    }))
  })),
  tags: (tags | known(map({key: .Key, value: .Value})))
};

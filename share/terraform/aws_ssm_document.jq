module {
  "ResourceType": "AWS::SSM::Document",
  "Service": "ssm",
  "Computed": ["created_date", "hash", "owner", "status"]
};
include "known";

def arn: "arn:\(.Partition):ssm:\(.Region):\(.Account):document/\(.name)";

def shared: .permissions | if unknown then . elif . == null then []
  else .account_ids | given(split(",")) | if . == null then [] else . end end;

def configuration: {
  Name: .name,
  DocumentType: .document_type,
  DocumentFormat: .document_format,
  Owner: .owner,
  AccountIds: shared,
  Tags: tags
};

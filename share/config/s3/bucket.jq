# A bucket without a public access block, and one without tags, lacks them; all else is there even when it says nothing.
# https://github.com/awslabs/aws-config-resource-schema
module {"ResourceType": "AWS::S3::Bucket"};

include "item";

def versioning:
  (if .status == "Off" then {} else {Status: .status} end)
  + if .isMfaDeleteEnabled == null then {} else {MFADelete: (if .isMfaDeleteEnabled then "Enabled" else "Disabled" end)} end;

def grantee:
  if type == "object" then {ID: (.id // .identifier), DisplayName: .displayName, Type: "CanonicalUser"}
  else
    {
      AllUsers: "http://acs.amazonaws.com/groups/global/AllUsers",
      AuthenticatedUsers: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
      LogDelivery: "http://acs.amazonaws.com/groups/s3/LogDelivery"
    } as $groups
    | {URI: ($groups[.] // error("the grantee \(.) is not known")), Type: "Group"}
  end;

def permission:
  {FullControl: "FULL_CONTROL", Read: "READ", Write: "WRITE", ReadAcp: "READ_ACP", WriteAcp: "WRITE_ACP"}[.] // .;

def acl: {
  Owner: (.owner | {DisplayName: .displayName, ID: .id}),
  Grants: [.grantList[]? | {Grantee: (.grantee | grantee), Permission: (.permission | permission)}]
};

def logging:
  if .destinationBucketName then
    {LoggingEnabled: {TargetBucket: .destinationBucketName, TargetPrefix: .logFilePrefix}}
  else {} end;

def configuration:
  {
    Name: .resourceId,
    CreationDate: .configuration.creationDate,
    BucketRegion: .awsRegion,
    Location: {LocationConstraint: (.awsRegion | if . == "us-east-1" then null else . end)},
    PublicAccessBlockConfiguration: .supplementaryConfiguration.PublicAccessBlockConfiguration,
    Tags: (tag_list | if . == [] then null else . end)
  }
  + supplement("BucketVersioningConfiguration"; "Versioning"; versioning)
  + supplement("ServerSideEncryptionConfiguration"; "Encryption"; {ServerSideEncryptionConfiguration: .})
  + supplement("BucketPolicy"; "Policy"; .policyText | text)
  + supplement("AccessControlList"; "Acl"; acl)
  + supplement("BucketLoggingConfiguration"; "Logging"; logging);

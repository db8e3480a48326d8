# The bench's policies: the input is a list of records, the answer how many findings there are.
package bench

s3 := [r | some r in input; r.ResourceType == "AWS::S3::Bucket"]
ec2 := [r | some r in input; r.ResourceType == "AWS::EC2::Instance"]
users := [r | some r in input; r.ResourceType == "AWS::IAM::User"]
rds := [r | some r in input; r.ResourceType == "AWS::RDS::DBInstance"]

old(date) if substring(date, 0, 19) < "2026-08-24T21:00:00"

private(b) if {
	b.BlockPublicAcls
	b.IgnorePublicAcls
	b.BlockPublicPolicy
	b.RestrictPublicBuckets
}

b01 := [r.ARN | some r in s3; object.get(r, ["Configuration", "Versioning", "Status"], null) != "Enabled"]
b02 := [r.ARN | some r in s3; count(r.Configuration.Encryption.Rules) == 0]
b03 := [r.ARN | some r in s3; not private(r.Configuration.PublicAccessBlockConfiguration)]
b04 := [r.ARN | some r in s3; object.get(r, ["Configuration", "Logging", "TargetBucket"], null) == null]
b05 := [r.ARN | some r in s3; object.get(r, ["Tags", "Owner"], null) == null]
b06 := [r.ARN | some r in ec2; count([v | some v in r.Configuration.Volumes; v.Encrypted != true]) > 0]
b07 := [r.ARN | some r in ec2; r.Configuration.MetadataOptions.HttpTokens != "required"]
b08 := [r.ARN | some r in users; count([k | some k in r.Configuration.AccessKeys; old(k.CreateDate)]) > 0]
b09 := [r.ARN | some r in users; count([k | some k in r.Configuration.AccessKeys; old(k.LastUsedDate)]) > 0]
b10 := [r.ARN | some r in users; r.Configuration.LoginProfile != null; count(r.Configuration.MFADevices) == 0]
b11 := [r.ARN | some r in rds; r.Configuration.PubliclyAccessible != false]
b12 := [r.ARN | some r in rds; r.Configuration.StorageEncrypted != true]
b13 := [r.ARN |
	some r in input
	r.ResourceType == "AWS::EC2::SecurityGroup"
	count([p | some p in r.Configuration.IpPermissions; p.FromPort == 22; p.CidrIp == "0.0.0.0/0"]) > 0
]
b14 := [r.ARN |
	some r in input
	r.ResourceType == "AWS::IAM::Role"
	count([p | some p in r.Configuration.AttachedPolicies; p.PolicyName == "AdministratorAccess"]) > 0
]

findings := sum([count(b) | some b in [b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14]])

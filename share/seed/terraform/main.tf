# The resources of qrie-seed resources: the same names, settings and marks.  Terraform changes and destroys what it has
# made; qrie-seed resources --cleanup finds it, too, by its marks.
# The state holds the password of the user with a console and the secrets of the keys: put it where secrets may lie.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "image" {
  description = "The instance's, instead of the newest Amazon Linux."
  type        = string
  default     = null
}

variable "subnet" {
  description = "Where the instance is put, instead of the default network."
  type        = string
  default     = null
}

variable "subnet_group" {
  description = "Where the database is put, instead of the default network."
  type        = string
  default     = null
}

data "aws_caller_identity" "current" {}

locals {
  marks = {
    qrie-test           = "true"
    qrie-test-run       = local.run
    auto-cleanup        = "true"
    qrie-test-account   = data.aws_caller_identity.current.account_id
    qrie-test-timestamp = local.time
  }
  buckets = contains(local.services, "s3") ? {
    S3BucketEncryptionDisabled = "no-encryption"
    S3BucketMfaDeleteDisabled  = "no-mfa-delete"
    S3BucketPublic             = "public-bucket"
    S3BucketVersioningDisabled = "no-versioning"
  } : {}
  users = contains(local.services, "iam") ? {
    IAMAccessKeyNotRotated    = "user-old-key"
    IAMAccessKeyUnused        = "user-unused-key"
    IAMPolicyOverlyPermissive = "user-wildcard"
    IAMUserMfaDisabled        = "user-no-mfa"
  } : {}
  with_key     = local.compliant ? {} : { for policy, name in local.users : policy => name if endswith(name, "-key") }
  with_console = local.compliant ? {} : { for policy, name in local.users : policy => name if name == "user-no-mfa" }
  wildcard     = contains(local.services, "iam") ? 1 : 0
  instance     = contains(local.services, "ec2") ? 1 : 0
  database     = contains(local.services, "rds") ? 1 : 0
}

resource "aws_s3_bucket" "test" {
  for_each      = local.buckets
  bucket        = "qrie-test-${each.value}-${local.run}"
  force_destroy = true
  tags          = merge(local.marks, { qrie-test-policy = each.key })
}

resource "aws_s3_bucket_public_access_block" "test" {
  for_each                = local.buckets
  bucket                  = aws_s3_bucket.test[each.key].id
  block_public_acls       = local.compliant || each.key != "S3BucketPublic"
  block_public_policy     = local.compliant || each.key != "S3BucketPublic"
  ignore_public_acls      = local.compliant || each.key != "S3BucketPublic"
  restrict_public_buckets = local.compliant || each.key != "S3BucketPublic"
}

resource "aws_s3_bucket_versioning" "test" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.test[each.key].id
  versioning_configuration {
    status = local.compliant || each.key != "S3BucketVersioningDisabled" ? "Enabled" : "Suspended"
  }
}

# S3 encrypts every bucket by default: to leave this out changes nothing there.
resource "aws_s3_bucket_server_side_encryption_configuration" "test" {
  for_each = { for policy, name in local.buckets : policy => name
  if local.compliant || policy != "S3BucketEncryptionDisabled" }
  bucket = aws_s3_bucket.test[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_iam_user" "test" {
  for_each      = local.users
  name          = "qrie-test-${each.value}-${local.run}"
  force_destroy = true
  tags          = merge(local.marks, { qrie-test-policy = each.key })
}

resource "aws_iam_user_login_profile" "test" {
  for_each                = local.with_console
  user                    = aws_iam_user.test[each.key].name
  password_reset_required = true
}

# A finding of each in 91 days.
resource "aws_iam_access_key" "test" {
  for_each = local.with_key
  user     = aws_iam_user.test[each.key].name
}

resource "aws_iam_policy" "wildcard" {
  count = local.wildcard
  name  = "qrie-test-wildcard-policy-${local.run}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = local.compliant ? "sts:GetCallerIdentity" : "*", Resource = "*" }
    ]
  })
  tags = merge(local.marks, { qrie-test-policy = "IAMPolicyOverlyPermissive" })
}

resource "aws_iam_user_policy_attachment" "wildcard" {
  count      = local.compliant ? 0 : local.wildcard
  user       = aws_iam_user.test["IAMPolicyOverlyPermissive"].name
  policy_arn = aws_iam_policy.wildcard[0].arn
}

data "aws_ssm_parameter" "image" {
  count = var.image == null ? local.instance : 0
  name  = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

locals {
  volume_marks = merge(local.marks, { qrie-test-policy = "EC2UnencryptedEBS" })
}

resource "aws_instance" "test" {
  count         = local.instance
  ami           = var.image == null ? data.aws_ssm_parameter.image[0].value : var.image
  instance_type = "t3.micro"
  subnet_id     = var.subnet
  metadata_options {
    http_tokens = "required"
  }
  root_block_device {
    encrypted   = true
    volume_size = 8
    tags        = local.volume_marks
  }
  tags = merge(local.volume_marks, { Name = "qrie-test-unencrypted-${local.run}" })
}

resource "aws_ec2_instance_state" "test" {
  count       = local.instance
  instance_id = aws_instance.test[0].id
  state       = "stopped"
}

resource "aws_ebs_volume" "test" {
  count             = local.compliant ? 0 : local.instance
  availability_zone = aws_instance.test[0].availability_zone
  size              = 1
  type              = "gp3"
  encrypted         = false
  tags              = local.volume_marks
}

resource "aws_volume_attachment" "test" {
  count       = local.compliant ? 0 : local.instance
  device_name = "/dev/sdf"
  instance_id = aws_instance.test[0].id
  volume_id   = aws_ebs_volume.test[0].id
}

resource "aws_db_instance" "test" {
  count                       = local.database
  identifier                  = "qrie-test-public-db-${local.run}"
  instance_class              = "db.t3.micro"
  engine                      = "mysql"
  allocated_storage           = 20
  storage_encrypted           = true
  backup_retention_period     = 0
  username                    = "qrietest"
  manage_master_user_password = true
  db_subnet_group_name        = var.subnet_group
  publicly_accessible         = !local.compliant
  skip_final_snapshot         = true
  tags                        = merge(local.marks, { qrie-test-policy = "RDSPublicAccess" })
}

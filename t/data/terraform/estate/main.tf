# For each policy what violates it and its good twin, as Terraform makes them in an emulator.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = var.region
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  default_tags {
    tags = { Owner = "platform" }
  }
}

variable "region" {
  default = "us-east-1"
}

variable "ami" {
  default = "ami-0123456789abcdef0"
}

variable "names" {
  default = ["qrie-tf-one", "qrie-tf-two"]
}

data "aws_caller_identity" "current" {}

locals {
  shared = "qrie-tf-${terraform_data.suffix.output}"
}

# What it gives is known after apply only.
resource "terraform_data" "suffix" {
  input = "shared"
}

resource "aws_s3_bucket" "good" {
  bucket = "qrie-tf-good"
  tags   = { Environment = "prod" }
}

resource "aws_s3_bucket_versioning" "good" {
  bucket = aws_s3_bucket.good.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "good" {
  bucket = aws_s3_bucket.good.id
  dynamic "rule" {
    for_each = toset(["aws:kms"])
    content {
      apply_server_side_encryption_by_default {
        sse_algorithm     = rule.value
        kms_master_key_id = aws_kms_key.main.arn
      }
    }
  }
}

resource "aws_s3_bucket_public_access_block" "good" {
  bucket                  = aws_s3_bucket_versioning.good.bucket
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "bad" {
  bucket = "qrie-tf-bad"
}

# By equal name alone.
resource "aws_s3_bucket_public_access_block" "bad" {
  bucket              = "qrie-tf-bad"
  block_public_acls   = true
  block_public_policy = true
  depends_on          = [aws_s3_bucket.bad]
}

# Through a shared local, whose value is known after apply only; so is whether there are versions.
resource "aws_s3_bucket" "shared" {
  bucket = local.shared
}

resource "aws_s3_bucket_versioning" "shared" {
  bucket     = local.shared
  depends_on = [aws_s3_bucket.shared]
  versioning_configuration {
    status = terraform_data.suffix.output == "shared" ? "Enabled" : "Suspended"
  }
}

# Through a module's variable and output, one for each name.
module "bucket" {
  source   = "./bucket"
  for_each = toset(var.names)
  name     = each.value
}

resource "aws_s3_bucket_versioning" "module" {
  for_each = toset(var.names)
  bucket   = module.bucket[each.key].id
  versioning_configuration {
    status = each.key == "qrie-tf-one" ? "Enabled" : "Suspended"
  }
}

resource "aws_kms_key" "main" {
  description         = "for the tests"
  enable_key_rotation = true
}

resource "aws_instance" "good" {
  ami           = var.ami
  instance_type = "m5.large"
  root_block_device {
    encrypted   = true
    volume_size = 8
  }
}

resource "aws_instance" "bad" {
  ami           = var.ami
  instance_type = "m5.large"
  root_block_device {
    volume_size = 8
  }
}

resource "aws_instance" "attached" {
  count         = 2
  ami           = var.ami
  instance_type = "m5.large"
  root_block_device {
    encrypted   = true
    volume_size = 8
  }
}

resource "aws_ebs_volume" "attached" {
  count             = 2
  availability_zone = aws_instance.attached[count.index].availability_zone
  size              = 1
  encrypted         = count.index == 0
}

resource "aws_volume_attachment" "attached" {
  count       = 2
  device_name = "/dev/sdf"
  instance_id = aws_instance.attached[count.index].id
  volume_id   = aws_ebs_volume.attached[count.index].id
}

resource "aws_iam_policy" "good" {
  name = "qrie-tf-good"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.good.arn}/*" }]
  })
}

resource "aws_iam_policy" "bad" {
  name = "qrie-tf-bad"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_user" "console" {
  name = "qrie-tf-console"
}

resource "aws_iam_user_login_profile" "console" {
  user = aws_iam_user.console.name
}

resource "aws_iam_user" "robot" {
  name = "qrie-tf-robot"
  path = "/robots/"
}

resource "aws_iam_access_key" "robot" {
  user = aws_iam_user.robot.name
}

resource "aws_iam_user_policy_attachment" "robot" {
  user       = aws_iam_user.robot.name
  policy_arn = aws_iam_policy.good.arn
}

resource "aws_sns_topic" "topic" {
  name = "qrie-tf-topic"
}

resource "aws_cloudwatch_log_group" "group" {
  name              = "qrie-tf-group"
  retention_in_days = 30
}

resource "aws_dynamodb_table" "table" {
  name         = "qrie-tf-table"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_security_group" "web" {
  name        = "qrie-tf-web"
  description = "for the tests"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# No map.
resource "aws_ssm_parameter" "unmapped" {
  name  = "qrie-tf-parameter"
  type  = "String"
  value = "x"
}

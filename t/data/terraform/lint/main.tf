# What plan lint finds, beside what it lets pass: names end in _good and _bad.  Planned without an account.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = var.region
  access_key                  = "AKIAIOSFODNN7EXAMPLE"
  secret_key                  = "example"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  skip_region_validation      = true
}

variable "region" {
  default = "us-east-1"
}

variable "account" {
  default = "111122223333"
}

variable "environment_suffix" {
  default = "dev-7"
}

variable "suffixed" {
  default = 19
}

locals {
  zones = [for zone in ["a", "b", "c"] : "${var.region}${zone}"]
  own   = { Effect = "Allow", Principal = { AWS = "arn:aws:iam::${var.account}:root" }, Action = "kms:*", Resource = "*" }
  logs = {
    Effect    = "Allow"
    Principal = { Service = "logs.${var.region}.amazonaws.com" }
    Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant", "kms:DescribeKey"]
    Resource  = "*"
    Condition = {
      ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.region}:${var.account}:log-group:*" }
    }
  }
  events = {
    Effect    = "Allow"
    Principal = { Service = "events.amazonaws.com" }
    Action    = ["kms:GenerateDataKey*", "kms:Decrypt"]
    Resource  = "*"
  }
}

# Keys, and what they encrypt
resource "aws_kms_key" "good" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [local.own, local.logs, local.events] })
  tags   = { Name = "good-${var.environment_suffix}", Framework = "SOC2-PCI-DSS" }
}

resource "aws_kms_key" "bad" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [local.own] })
  tags   = { Name = "bad-${var.environment_suffix}", Framework = "SOC2,PCI-DSS" }
}

resource "aws_cloudwatch_log_group" "good" {
  name       = "/good/${var.environment_suffix}"
  kms_key_id = aws_kms_key.good.arn
}

resource "aws_cloudwatch_log_group" "bad" {
  name       = "/bad/${var.environment_suffix}"
  kms_key_id = aws_kms_key.bad.arn
}

resource "aws_sns_topic" "good" {
  name              = "good-${var.environment_suffix}"
  kms_master_key_id = aws_kms_key.good.arn
}

resource "aws_sns_topic" "bad" {
  name              = "bad-${var.environment_suffix}"
  kms_master_key_id = aws_kms_key.bad.arn
}

resource "aws_cloudwatch_event_rule" "hourly" {
  name                = "hourly-${var.environment_suffix}"
  schedule_expression = "rate(1 hour)"
}

resource "aws_cloudwatch_event_target" "good" {
  rule = aws_cloudwatch_event_rule.hourly.name
  arn  = aws_sns_topic.good.arn
}

resource "aws_cloudwatch_event_target" "bad" {
  rule = aws_cloudwatch_event_rule.hourly.name
  arn  = aws_sns_topic.bad.arn
}

# Buckets
resource "aws_s3_bucket" "good" {
  bucket = "good-${var.environment_suffix}-${var.account}"
}

resource "aws_s3_bucket" "bad" {
  bucket = "bad-${var.environment_suffix}"
}

resource "aws_s3_bucket_policy" "good" {
  bucket = aws_s3_bucket.good.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::good-${var.environment_suffix}-${var.account}/logs/*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
    }]
  })
}

resource "aws_s3_bucket" "logged" {
  bucket = "logged-${var.environment_suffix}-${var.account}"
}

resource "aws_s3_bucket_logging" "good" {
  bucket        = aws_s3_bucket.logged.id
  target_bucket = aws_s3_bucket.good.id
  target_prefix = "logs/"
}

resource "aws_s3_bucket_logging" "bad" {
  bucket        = aws_s3_bucket.good.id
  target_bucket = aws_s3_bucket.bad.id
  target_prefix = "logs/"
}

# Network
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "main-${var.environment_suffix}" }
}

resource "aws_subnet" "main" {
  count             = 3
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = local.zones[count.index]
}

resource "aws_security_group" "good" {
  name   = "good-${var.environment_suffix}"
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_security_group" "bad" {
  name   = "bad-${var.environment_suffix}"
  vpc_id = aws_vpc.main.id
}

# Databases
resource "aws_db_subnet_group" "main" {
  name       = "main-dev"
  subnet_ids = aws_subnet.main[*].id
}

resource "aws_rds_cluster" "good" {
  cluster_identifier   = "good-${var.environment_suffix}"
  engine               = "aurora-mysql"
  db_subnet_group_name = aws_db_subnet_group.main.name
  master_username      = "admin"
  master_password      = "Only-for-1-plan"
  skip_final_snapshot  = true
}

resource "aws_rds_cluster" "bad" {
  cluster_identifier   = "bad-${var.environment_suffix}"
  engine               = "aurora-mysql"
  engine_version       = "8.0.mysql_aurora.3.08.0"
  db_subnet_group_name = "main-dev"
  master_username      = "admin"
  master_password      = "Only-for-1-plan"
  skip_final_snapshot  = true
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

# AWS Config
resource "aws_iam_role" "config" {
  name               = "config-${var.environment_suffix}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy_attachment" "config" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_iam_role_policy" "config" {
  role   = aws_iam_role.config.name
  name   = "more"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "*" }] })
}

resource "aws_config_configuration_recorder" "good" {
  name       = "good-${var.environment_suffix}"
  role_arn   = aws_iam_role.config.arn
  depends_on = [aws_iam_role_policy_attachment.config, aws_iam_role_policy.config]
}

resource "aws_config_configuration_recorder" "bad" {
  name       = "bad-${var.environment_suffix}"
  role_arn   = aws_iam_role.config.arn
  depends_on = [aws_iam_role_policy.config]
}

# Who may do what
resource "aws_iam_policy" "good" {
  name = "good-${var.environment_suffix}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Deny"
      NotAction = [
        "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:GetUser", "iam:GetMFADevice", "iam:ListMFADevices",
        "iam:ListVirtualMFADevices", "iam:ResyncMFADevice", "sts:GetSessionToken"
      ]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

resource "aws_iam_policy" "bad" {
  name = "bad-${var.environment_suffix}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

# What is written out
resource "aws_sqs_queue" "good" {
  name                              = "good-${var.environment_suffix}"
  kms_master_key_id                 = "arn:aws:kms:${var.region}:${var.account}:alias/jobs"
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue" "bad" {
  name                              = "jobs-prod"
  kms_master_key_id                 = "arn:aws:kms:us-east-1:111122223333:alias/jobs"
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "us-east-1a"
  size              = 8
}

# Names, of which some have the suffix
resource "aws_sns_topic" "many" {
  count = 24
  name  = count.index < var.suffixed ? "topic-${count.index}-${var.environment_suffix}" : "topic-${count.index}"
}

module "named" {
  source = "./kinds"
  suffix = "-${var.environment_suffix}"
  bucket = "-${var.environment_suffix}-${var.account}"
}

module "plain" {
  source = "./kinds"
  suffix = ""
  bucket = ""
}

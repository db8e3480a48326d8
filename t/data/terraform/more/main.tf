# What the estate has not: types that emulators make slowly or not at all.  Only ever planned.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "secret" {
  default   = "hunter2-never-shown"
  sensitive = true
}

resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "good" {
  identifier          = "qrie-tf-good"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "qrie"
  password            = var.secret
  storage_encrypted   = true
  publicly_accessible = false
  skip_final_snapshot = true
}

resource "aws_db_instance" "bad" {
  identifier          = "qrie-tf-bad"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "qrie"
  password            = var.secret
  publicly_accessible = true
  skip_final_snapshot = true
}

resource "aws_db_instance" "unknown" {
  identifier          = "qrie-tf-unknown"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "qrie"
  password            = var.secret
  publicly_accessible = terraform_data.later.output == "later"
  skip_final_snapshot = true
}

# Not in the account that the others are allowed in.
resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "qrie-tf-west"
}

resource "aws_s3_bucket" "bucket" {
  bucket = "qrie-tf-${var.secret}"
}

resource "aws_s3_account_public_access_block" "account" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_acl" "bucket" {
  bucket = aws_s3_bucket.bucket.id
  acl    = "public-read"
}

resource "aws_s3_bucket_policy" "bucket" {
  bucket = aws_s3_bucket.bucket.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket_logging" "bucket" {
  bucket        = aws_s3_bucket.bucket.id
  target_bucket = "qrie-tf-logs"
  target_prefix = "log/"
}

resource "aws_s3_bucket_ownership_controls" "bucket" {
  bucket = aws_s3_bucket.bucket.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "bucket" {
  bucket = aws_s3_bucket.bucket.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_iam_role" "role" {
  name               = "qrie-tf-role"
  description        = "for the tests"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
  inline_policy {
    name   = "inline"
    policy = jsonencode({ Version = "2012-10-17", Statement = [] })
  }
}

resource "aws_iam_role_policy" "role" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "role" {
  role       = aws_iam_role.role.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "user" {
  name = "qrie-tf-user"
}

resource "aws_iam_user_policy" "user" {
  name   = "own"
  user   = aws_iam_user.user.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_user_group_membership" "user" {
  user   = aws_iam_user.user.name
  groups = ["developers"]
}

resource "aws_iam_policy" "policy" {
  name   = "qrie-tf-policy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_group_policy_attachment" "group" {
  group      = "developers"
  policy_arn = aws_iam_policy.policy.arn
}

resource "aws_kms_key" "key" {
  description = "for the tests"
}

resource "aws_kms_key_policy" "key" {
  key_id = aws_kms_key.key.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_lambda_function" "function" {
  function_name = "qrie-tf-function"
  role          = "arn:aws:iam::444455556666:role/qrie-tf-role"
  handler       = "index.handler"
  runtime       = "python3.12"
  filename      = "function.zip"
  environment {
    variables = { TOKEN = "swordfish-never-shown" }
  }
  vpc_config {
    subnet_ids         = [aws_subnet.subnet.id]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_sns_topic" "topic" {
  name = "qrie-tf-topic"
}

resource "aws_sns_topic_policy" "topic" {
  arn    = aws_sns_topic.topic.arn
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_flow_log" "vpc" {
  vpc_id               = aws_vpc.vpc.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::qrie-tf-logs"
}

resource "aws_security_group" "group" {
  name        = "qrie-tf-group"
  description = "for the tests"
  vpc_id      = aws_vpc.vpc.id
  ingress {
    description = "web"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "group" {
  security_group_id = aws_security_group.group.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "aws_vpc_security_group_egress_rule" "group" {
  security_group_id = aws_security_group.group.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

resource "aws_dynamodb_table" "table" {
  name           = "qrie-tf-table"
  hash_key       = "id"
  range_key      = "at"
  read_capacity  = 1
  write_capacity = 1
  attribute {
    name = "id"
    type = "S"
  }
  attribute {
    name = "at"
    type = "N"
  }
  server_side_encryption {
    enabled = true
  }
}

# May belong to any bucket of the account: nothing tells which.
resource "aws_s3_bucket_versioning" "any" {
  bucket = terraform_data.later.output
  versioning_configuration {
    status = "Enabled"
  }
}

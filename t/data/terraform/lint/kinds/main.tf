# One of each kind that has a name, all with the same end.
variable "suffix" {
}

variable "bucket" {
}

resource "aws_kms_key" "kind" {
  tags = { Name = "kind${var.suffix}" }
}

resource "aws_kms_alias" "kind" {
  name          = "alias/kind${var.suffix}"
  target_key_id = aws_kms_key.kind.key_id
}

resource "aws_vpc" "kind" {
  cidr_block = "10.1.0.0/16"
  tags       = { Name = "kind${var.suffix}" }
}

resource "aws_subnet" "kind" {
  count             = 2
  vpc_id            = aws_vpc.kind.id
  cidr_block        = "10.1.${count.index}.0/24"
  availability_zone = "${data.aws_region.here.name}${["a", "b"][count.index]}"
}

resource "aws_flow_log" "kind" {
  vpc_id               = aws_vpc.kind.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.kind.arn
  tags                 = { Name = "kind${var.suffix}" }
}

resource "aws_s3_bucket" "kind" {
  bucket = "kind${var.bucket}"
}

resource "aws_cloudtrail" "kind" {
  name           = "kind${var.suffix}"
  s3_bucket_name = aws_s3_bucket.kind.id
}

resource "aws_cloudwatch_log_group" "kind" {
  name = "/aws/cloudtrail/kind${var.suffix}"
}

resource "aws_security_group" "kind" {
  for_each = toset(["alb", "ec2", "rds"])
  name     = "${each.key}${var.suffix}"
  vpc_id   = aws_vpc.kind.id
}

resource "aws_secretsmanager_secret" "kind" {
  name = "kind${var.suffix}"
}

resource "aws_db_instance" "kind" {
  identifier          = "kind${var.suffix}"
  engine              = "mysql"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "admin"
  password            = "Only-for-1-plan"
  skip_final_snapshot = true
}

resource "aws_lb" "kind" {
  name            = "kind${var.suffix}"
  subnets         = aws_subnet.kind[*].id
  security_groups = [aws_security_group.kind["alb"].id]
}

resource "aws_launch_template" "kind" {
  name_prefix = "kind${var.suffix}-"
}

resource "aws_autoscaling_group" "kind" {
  name               = "kind${var.suffix}"
  min_size           = 1
  max_size           = 2
  availability_zones = ["${data.aws_region.here.name}a"]
  launch_template {
    id = aws_launch_template.kind.id
  }
}

resource "aws_sns_topic" "kind" {
  name = "kind${var.suffix}"
}

resource "aws_wafv2_web_acl" "kind" {
  name  = "kind${var.suffix}"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "kind"
    sampled_requests_enabled   = false
  }
}

data "aws_region" "here" {
}

# Every account of an organization, read from its management account; the reader role goes into all of them by a StackSet.

terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "organization_id" {
  description = "Id of the organization, such as o-a1b2c3d4e5."
  type        = string
}

variable "root_id" {
  description = "Id of the organization's root, or of the unit whose accounts are read."
  type        = string
}

module "notifier" {
  source = "../.."

  template = "template-1.0.0.yaml"
  code     = "function-1.0.0.zip"
  bucket   = "my-artifacts"
  tags     = { service = "ri-expiry-notifier" }

  alert_email       = "finops@example.com"
  alarm_email       = "platform@example.com"
  read_organization = "yes"
  read_payer        = "yes"
  organization_id   = var.organization_id
  alert_grouping    = "ou"
  time_zone         = "Europe/Berlin"
}

resource "aws_cloudformation_stack_set" "reader" {
  name             = "ri-expiry-reader"
  permission_model = "SERVICE_MANAGED"
  capabilities     = ["CAPABILITY_NAMED_IAM"]
  template_body    = file("member-role.yaml")

  parameters = {
    NotifierRoleArn = module.notifier.function_role_arn
  }

  auto_deployment {
    enabled                          = true
    retain_stacks_on_account_removal = false
  }

  lifecycle {
    # What AWS fills in for a StackSet of this kind.
    ignore_changes = [administration_role_arn]
  }
}

# IAM is global: one region is enough.
resource "aws_cloudformation_stack_set_instance" "reader" {
  stack_set_name = aws_cloudformation_stack_set.reader.name

  deployment_targets {
    organizational_unit_ids = [var.root_id]
  }
}

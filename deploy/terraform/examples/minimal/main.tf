# One account and the roles that its accounts.json names, with the defaults of the template.

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

module "notifier" {
  source = "../.."

  template = "template-1.0.0.yaml"
  code     = "function-1.0.0.zip"
  bucket   = "my-artifacts"

  alert_email = "finops@example.com"
}

output "function_role_arn" {
  description = "NotifierRoleArn of member-role.yaml in the other accounts."
  value       = module.notifier.function_role_arn
}

variable "template" {
  description = "Path of the released template, template-VERSION.yaml."
  type        = string
  nullable    = false
}

variable "code" {
  description = "Path of the function's package with your accounts.json in it, function-VERSION.zip."
  type        = string
  nullable    = false
}

variable "bucket" {
  description = "Name of an existing bucket in the stack's region, which gets the template and the function's package."
  type        = string
  nullable    = false
}

variable "prefix" {
  description = "Folder for both in that bucket."
  type        = string
  default     = "ri-expiry-notifier/"
  nullable    = false

  validation {
    condition     = var.prefix == "" || can(regex("^[^/].*/$", var.prefix))
    error_message = "prefix must be empty, or end with a slash and not begin with one."
  }
}

variable "stack_name" {
  description = "Name of the stack."
  type        = string
  default     = "ri-expiry-notifier"
  nullable    = false
}

variable "cloudformation_role_arn" {
  description = "ARN of the role by which CloudFormation makes the resources. Null uses the rights of whoever runs Terraform."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of the stack, which CloudFormation hands on to its resources."
  type        = map(string)
  default     = {}
  nullable    = false
}

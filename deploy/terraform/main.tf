data "aws_s3_bucket" "artifacts" {
  bucket = var.bucket
}

# Under the hash of their content: a changed file is another object, CloudFormation sees that it is another one, and
# the old one is there until the stack has been updated and needs no way back.
resource "aws_s3_object" "code" {
  bucket = data.aws_s3_bucket.artifacts.id
  key    = "${var.prefix}${filesha256(var.code)}.zip"
  source = var.code

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_s3_object" "template" {
  bucket = data.aws_s3_bucket.artifacts.id
  key    = "${var.prefix}${filesha256(var.template)}.yaml"
  source = var.template

  lifecycle {
    create_before_destroy = true
  }
}

# By its address, because CloudFormation takes no more than 51,200 bytes of a template itself.
resource "aws_cloudformation_stack" "notifier" {
  name         = var.stack_name
  template_url = "https://${data.aws_s3_bucket.artifacts.bucket_regional_domain_name}/${aws_s3_object.template.key}"
  iam_role_arn = var.cloudformation_role_arn
  tags         = var.tags

  # It makes roles, and CloudFormation itself carries out SAM's transform in it.
  capabilities = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]

  parameters = merge(local.parameters, {
    CodeBucket = aws_s3_object.code.bucket
    CodeKey    = aws_s3_object.code.key
  })
}

# Made of sam-template.yaml by `mvn -q test-compile exec:exec@terraform`: change it there.

output "topic_arn" {
  description = "Where alerts go."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "TopicArn", null)
}

output "chat_topic_arn" {
  description = "The topic to name in the configuration of the chat channel."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "ChatTopicArn", null)
}

output "alarm_topic_arn" {
  description = "Where alarms go, which say that the notifier itself does not work."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "AlarmTopicArn", null)
}

output "function_name" {
  description = "For `aws lambda invoke`."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "FunctionName", null)
}

output "function_alias_arn" {
  description = "The alias that the schedule calls, and the only one that the role in InvokerRoleArn may invoke."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "FunctionAliasArn", null)
}

output "invoker_role_arn" {
  description = "The role that InvokerPrincipalArn assumes to start a check."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "InvokerRoleArn", null)
}

output "function_role_arn" {
  description = "NotifierRoleArn of member-role.yaml, the only role that the reader roles trust."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "FunctionRoleArn", null)
}

output "ledger_table_name" {
  description = "The table that remembers what was announced, for --ledger-table of the command line."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "LedgerTableName", null)
}

output "ack_policy_arn" {
  description = "The policy for people who may acknowledge a commitment, with `ri-expiry-notifier ack`. It is attached to nobody."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "AckPolicyArn", null)
}

output "log_group_name" {
  description = "The function's log, for `aws logs tail`."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "LogGroupName", null)
}

output "undelivered_events_url" {
  description = "Queue of scheduled events that never reached the function."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "UndeliveredEventsUrl", null)
}

output "failed_checks_url" {
  description = "Queue of checks that failed after every retry, with their error."
  value       = lookup(aws_cloudformation_stack.notifier.outputs, "FailedChecksUrl", null)
}

# Made of sam-template.yaml by `mvn -q test-compile exec:exec@terraform`: change it there.

variable "schedule_hour" {
  description = "Hour, in UTC, at which the check runs every day, 0 to 23."
  type        = string
  default     = "6"
  nullable    = false

  validation {
    condition     = can(regex("^(1?[0-9]|2[0-3])$", var.schedule_hour))
    error_message = "schedule_hour must be a whole hour from 0 to 23, without a leading zero."
  }
}

variable "time_zone" {
  description = "IANA time zone of the dates in alerts and of the days left. The schedule itself stays in UTC."
  type        = string
  default     = "UTC"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", var.time_zone))
    error_message = "time_zone must be an IANA time zone name such as UTC, Europe/Berlin or Asia/Tokyo."
  }

  validation {
    condition     = length(var.time_zone) <= 40
    error_message = "time_zone must have at most 40 characters."
  }
}

variable "milestone_days" {
  description = "Days before the end at which an alert is due, separated by commas. 0 is the last day."
  type        = string
  default     = "60,30,7,1"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{1,4}(,[0-9]{1,4})*$", var.milestone_days))
    error_message = "milestone_days must be whole numbers separated by commas, without spaces, such as 60,30,7,1; 40 characters at most."
  }

  validation {
    condition     = length(var.milestone_days) <= 40
    error_message = "milestone_days must have at most 40 characters."
  }
}

variable "lapsed_days" {
  description = "For how many days after its end a commitment with nothing in its place is told as lapsed, if no earlier check has told it. 0 switches it off."
  type        = string
  default     = "7"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]|[1-5][0-9]|60)$", var.lapsed_days))
    error_message = "lapsed_days must be a whole number from 0 to 60."
  }
}

variable "alert_grouping" {
  description = "One alert for the whole run (digest), one per account, one per organizational unit (ou), or one per reservation."
  type        = string
  default     = "digest"
  nullable    = false

  validation {
    condition     = contains(["digest", "account", "ou", "reservation"], var.alert_grouping)
    error_message = "alert_grouping must be one of digest, account, ou, reservation."
  }
}

variable "overview" {
  description = "How often the topic of the alerts gets an overview of what ends in the next 90 days, although nothing may be due: once a week, by the first check from Monday on, once a month, or never (off)."
  type        = string
  default     = "off"
  nullable    = false

  validation {
    condition     = contains(["off", "weekly", "monthly"], var.overview)
    error_message = "overview must be one of off, weekly, monthly."
  }
}

variable "start_url" {
  description = "Start URL of the access portal of IAM Identity Center. Links to the console then open in the right account. Empty links to the console itself."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|(https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*)/?(#/)?)$", var.start_url))
    error_message = "start_url must be empty or like https://d-1234567890.awsapps.com/start, 64 characters at most."
  }

  validation {
    condition     = length(var.start_url) <= 64
    error_message = "start_url must have at most 64 characters."
  }
}

variable "alert_email" {
  description = "Address to subscribe to the new topic; it has to confirm the mail that SNS sends it. Empty subscribes nobody, and nobody is told until somebody subscribes."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)$", var.alert_email))
    error_message = "alert_email must be empty or an e-mail address."
  }
}

variable "existing_topic_arn" {
  description = "ARN of a topic to use instead of a new one, in the stack's own region. It gets alerts only: alarms go to a topic of their own. Empty creates an encrypted topic."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256})$", var.existing_topic_arn))
    error_message = "existing_topic_arn must be empty or the ARN of a standard (not FIFO) SNS topic."
  }

  validation {
    condition     = length(var.existing_topic_arn) <= 303
    error_message = "existing_topic_arn must have at most 303 characters."
  }
}

variable "existing_topic_key_arn" {
  description = "ARN of the customer managed KMS key that encrypts the existing topic, if there is one. A key of another account has to let the function's role use it, too."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36})$", var.existing_topic_key_arn))
    error_message = "existing_topic_key_arn must be empty or the ARN of a KMS key; permissions cannot be granted on an alias."
  }
}

variable "account_topic_arns" {
  description = "ARNs of the topics that accounts and routes name in accounts.json as their topicArn or chatTopicArn, separated by commas. A topic in another account has to let the function's role publish, too."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.account_topic_arns : can(regex("^(|arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256})$", one))])
    error_message = "account_topic_arns must be empty, or ARNs of standard (not FIFO) SNS topics separated by commas."
  }
}

variable "account_topic_key_arns" {
  description = "ARNs of the customer managed KMS keys that encrypt the topics in AccountTopicArns, separated by commas. They serve the function for these topics only; a key of another account has to let the function's role use it, too."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.account_topic_key_arns : can(regex("^(|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36})$", one))])
    error_message = "account_topic_key_arns must be empty, or ARNs of KMS keys separated by commas; permissions cannot be granted on an alias."
  }
}

variable "report_location" {
  description = "Folder in a bucket that gets the page, the calendar and the files of every whole check, in a folder of their day and in latest/. Empty writes none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([A-Za-z0-9._=-]+/)*)$", var.report_location))
    error_message = "report_location must be empty, or like s3://my-bucket/reports/ with a slash at the end."
  }

  validation {
    condition     = length(var.report_location) <= 300
    error_message = "report_location must have at most 300 characters."
  }
}

variable "report_role_arn" {
  description = "ARN of the role to write them with, the output RoleArn of bucket-role.yaml in the account of the bucket. Empty if the bucket is in this account."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:iam::[0-9]{12}:role/([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64})$", var.report_role_arn))
    error_message = "report_role_arn must be empty or the full ARN of one IAM role."
  }

  validation {
    condition     = !can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/(.*/)?OrganizationAccountAccessRole$", var.report_role_arn))
    error_message = "report_role_arn must be empty or the full ARN of one IAM role."
  }

  validation {
    condition     = length(var.report_role_arn) <= 256
    error_message = "report_role_arn must have at most 256 characters."
  }
}

variable "report_external_id" {
  description = "External id that the role asks for, if it does."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|[\\w+=,.@:/-]{2,128})$", var.report_external_id))
    error_message = "report_external_id must be empty or 2 to 128 letters, digits or any of _+=,.@:/-"
  }

  validation {
    condition     = length(var.report_external_id) <= 128
    error_message = "report_external_id must have at most 128 characters."
  }
}

variable "report_kms_key_arn" {
  description = "ARN of the KMS key to encrypt them with, in the region of the bucket. Empty has S3 encrypt them with keys of its own (SSE-S3)."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36})$", var.report_kms_key_arn))
    error_message = "report_kms_key_arn must be empty or the ARN of a KMS key; permissions cannot be granted on an alias."
  }

  validation {
    condition     = length(var.report_kms_key_arn) <= 128
    error_message = "report_kms_key_arn must have at most 128 characters."
  }
}

variable "cost_metric" {
  description = "How the page counts what the accounts cost a day. Empty counts amortised costs where there is a payer to ask, and has no costs where there is none; with a value each account is asked by its role then, for 0.01 USD an account and day."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = contains(["", "AmortizedCost", "UnblendedCost", "NetAmortizedCost"], var.cost_metric)
    error_message = "cost_metric must be one of \"\", AmortizedCost, UnblendedCost, NetAmortizedCost."
  }
}

variable "create_chat_topic" {
  description = "Makes a topic for Amazon Q Developer in chat applications (Slack, Microsoft Teams). It gets one message a run, and nothing else."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["yes", "no"], var.create_chat_topic)
    error_message = "create_chat_topic must be one of yes, no."
  }
}

variable "chat_topic_arn" {
  description = "ARN of a topic to use for that instead of a new one. It must be no topic of alerts: Amazon Q Developer drops those without a word. The policy of its key, if it has one, has to let the function's role use it."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256})$", var.chat_topic_arn))
    error_message = "chat_topic_arn must be empty or the ARN of a standard (not FIFO) SNS topic."
  }

  validation {
    condition     = length(var.chat_topic_arn) <= 316
    error_message = "chat_topic_arn must have at most 316 characters."
  }
}

variable "event_bus" {
  description = "Name or ARN of an EventBridge bus that gets an event for each commitment and milestone, and for each place that cannot be read. It has to be there: EventBridge takes events for a bus that is not, and drops them. Empty puts none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|(arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/)?[A-Za-z0-9._-][/A-Za-z0-9._-]{0,255})$", var.event_bus))
    error_message = "event_bus must be empty, the name of an event bus of this account and region, or the ARN of one."
  }

  validation {
    condition     = length(var.event_bus) <= 328
    error_message = "event_bus must have at most 328 characters."
  }
}

variable "alarm_email" {
  description = "Address to subscribe to the new topic for alarms, of those who run the notifier. It has to confirm another mail of SNS. Empty subscribes AlertEmail."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)$", var.alarm_email))
    error_message = "alarm_email must be empty or an e-mail address."
  }
}

variable "existing_alarm_topic_arn" {
  description = "ARN of a topic for alarms to use instead of a new one. It has to be another one than that of the alerts, in the stack's own region, and let CloudWatch alarms publish; so does its key, if it has one."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256})$", var.existing_alarm_topic_arn))
    error_message = "existing_alarm_topic_arn must be empty or the ARN of a standard (not FIFO) SNS topic."
  }
}

variable "member_role_arns" {
  description = "ARNs of the roles that the function may assume in other accounts, separated by commas."
  type        = list(string)
  default     = ["arn:*:iam::*:role/ri-expiry-reader"]
  nullable    = false

  validation {
    condition     = alltrue([for one in var.member_role_arns : can(regex("^arn:(\\*|aws[a-z-]*):iam::(\\*|[0-9]{12}):role/[\\w+=,.@-][\\w+=,.@/*?-]*$", one))])
    error_message = "member_role_arns must be role ARNs separated by commas; * may stand for the partition, the account, or a part of the name after its first character. OrganizationAccountAccessRole is refused, and so is a wildcard in the first 30 characters of a name with a capital O, which could reach it."
  }

  validation {
    condition     = alltrue([for one in var.member_role_arns : !can(regex("^arn:(\\*|aws[a-z-]*):iam::(\\*|[0-9]{12}):role/O[^*?]{0,28}[*?]", one))])
    error_message = "member_role_arns must be role ARNs separated by commas; * may stand for the partition, the account, or a part of the name after its first character. OrganizationAccountAccessRole is refused, and so is a wildcard in the first 30 characters of a name with a capital O, which could reach it."
  }

  validation {
    condition     = alltrue([for one in var.member_role_arns : !can(regex("^arn:(\\*|aws[a-z-]*):iam::(\\*|[0-9]{12}):role/(.*/)?OrganizationAccountAccessRole$", one))])
    error_message = "member_role_arns must be role ARNs separated by commas; * may stand for the partition, the account, or a part of the name after its first character. OrganizationAccountAccessRole is refused, and so is a wildcard in the first 30 characters of a name with a capital O, which could reach it."
  }
}

variable "accounts_location" {
  description = "Accounts file in a bucket of this account, which every check reads anew. A file that is missing or faulty fails the check. Empty reads accounts.json of the function's package."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([A-Za-z0-9._=-]+/)*[A-Za-z0-9._=-]+)$", var.accounts_location))
    error_message = "accounts_location must be empty, or like s3://my-bucket/ri-expiry/accounts.json."
  }

  validation {
    condition     = length(var.accounts_location) <= 300
    error_message = "accounts_location must have at most 300 characters."
  }
}

variable "accounts_kms_key_arn" {
  description = "ARN of the customer managed KMS key that encrypts that file, if there is one."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36})$", var.accounts_kms_key_arn))
    error_message = "accounts_kms_key_arn must be empty or the ARN of a KMS key; permissions cannot be granted on an alias."
  }
}

variable "read_organization" {
  description = "Whether accounts.json has an \"organization\". Allows the function to list its accounts; the stack then has to be in the management account or in that of a delegated administrator."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["yes", "no"], var.read_organization)
    error_message = "read_organization must be one of yes, no."
  }
}

variable "read_payer" {
  description = "Whether accounts.json has a \"payer\" without a remoteRole. Allows the function to ask the Cost Explorer of this account, which then has to be the management account."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["yes", "no"], var.read_payer)
    error_message = "read_payer must be one of yes, no."
  }
}

variable "payer_only" {
  description = "Reads the whole organization from the Cost Explorer of this account, which has to be the management account, whatever accounts.json says. No role in any other account is needed, and none of the rights to read this one."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["yes", "no"], var.payer_only)
    error_message = "payer_only must be one of yes, no."
  }
}

variable "fan_out" {
  description = "Runs the daily check as a state machine of many functions, for organizations that one function cannot read in its 15 minutes."
  type        = string
  default     = "off"
  nullable    = false

  validation {
    condition     = contains(["on", "off"], var.fan_out)
    error_message = "fan_out must be one of on, off."
  }
}

variable "snap_start" {
  description = "Starts the function from a snapshot. Has to be off where Lambda has none: in AWS GovCloud (US), in China, and in the regions ap-east-2 (Taipei) and ap-southeast-6 (New Zealand)."
  type        = string
  default     = "on"
  nullable    = false

  validation {
    condition     = contains(["on", "off"], var.snap_start)
    error_message = "snap_start must be one of on, off."
  }
}

variable "invoker_principal_arn" {
  description = "ARN of a role or user, here or in another account, that may start a check. Makes a role for it to assume, which may invoke the function and nothing else. Empty makes none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64})$", var.invoker_principal_arn))
    error_message = "invoker_principal_arn must be empty or the ARN of one IAM role or user, without a wildcard."
  }
}

variable "existing_ledger_table" {
  description = "Name of a ledger to go on with instead of a new table, such as the one that a deleted stack has left. Its partition key is the string entry, its time to live the attribute expires."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|[A-Za-z0-9_.-]{3,168})$", var.existing_ledger_table))
    error_message = "existing_ledger_table must be empty or the name of a DynamoDB table in the stack's own account and region, 168 characters at most."
  }

  validation {
    condition     = length(var.existing_ledger_table) <= 168
    error_message = "existing_ledger_table must have at most 168 characters."
  }
}

variable "ledger_deletion_protection" {
  description = "Whether DynamoDB refuses to delete the new ledger, whoever asks. An existing one keeps the setting it has."
  type        = string
  default     = "on"
  nullable    = false

  validation {
    condition     = contains(["on", "off"], var.ledger_deletion_protection)
    error_message = "ledger_deletion_protection must be one of on, off."
  }
}

variable "organization_id" {
  description = "If given, the function may assume roles in accounts of this organization only. Leave it empty if accounts.json names an account outside of it."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|o-[a-z0-9]{10,32})$", var.organization_id))
    error_message = "organization_id must be empty or the id of an organization, such as o-a1b2c3d4e5."
  }
}

variable "permissions_boundary_arn" {
  description = "ARN of the policy that bounds every role of this stack, if your organization asks for one. It has to allow what the roles are allowed here."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/([\\w+=,.@-]+/)*[\\w+=,.@-]{1,128})$", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be empty or the ARN of an IAM policy."
  }
}

variable "role_path" {
  description = "IAM path of every role and policy of this stack."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = can(regex("^/([\\w+=,.@-]+/)*$", var.role_path))
    error_message = "role_path must begin and end with a slash, such as / or /platform/; 64 characters at most."
  }

  validation {
    condition     = length(var.role_path) <= 64
    error_message = "role_path must have at most 64 characters."
  }
}

variable "trust_source_account" {
  description = "Asks in the trust policy of the function's role that Lambda names this account (aws:SourceAccount). AWS does not document that it does so in every case: try it before you rely on it."
  type        = string
  default     = "off"
  nullable    = false

  validation {
    condition     = contains(["on", "off"], var.trust_source_account)
    error_message = "trust_source_account must be one of on, off."
  }
}

variable "subnet_ids" {
  description = "Subnets that the function runs in, separated by commas. They need a way to the AWS APIs of every region that is read, such as a NAT gateway. Empty runs it outside of a VPC."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|subnet-[0-9a-f]{8,17}(,subnet-[0-9a-f]{8,17}){0,5})$", var.subnet_ids))
    error_message = "subnet_ids must be empty or at most six ids of subnets, separated by commas without spaces."
  }

  validation {
    condition     = length(var.subnet_ids) <= 149
    error_message = "subnet_ids must have at most 149 characters."
  }
}

variable "security_group_ids" {
  description = "Security groups of the function in these subnets, separated by commas. They have to let HTTPS out."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(|sg-[0-9a-f]{8,17}(,sg-[0-9a-f]{8,17}){0,4})$", var.security_group_ids))
    error_message = "security_group_ids must be empty or at most five ids of security groups, separated by commas without spaces."
  }

  validation {
    condition     = length(var.security_group_ids) <= 104
    error_message = "security_group_ids must have at most 104 characters."
  }
}

variable "log_retention_days" {
  description = "Days for which the function's log is kept."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
  }
}

locals {
  parameters = {
    ScheduleHour             = var.schedule_hour
    TimeZone                 = var.time_zone
    MilestoneDays            = var.milestone_days
    LapsedDays               = var.lapsed_days
    AlertGrouping            = var.alert_grouping
    Overview                 = var.overview
    StartUrl                 = var.start_url
    AlertEmail               = var.alert_email
    ExistingTopicArn         = var.existing_topic_arn
    ExistingTopicKeyArn      = var.existing_topic_key_arn
    AccountTopicArns         = join(",", var.account_topic_arns)
    AccountTopicKeyArns      = join(",", var.account_topic_key_arns)
    ReportLocation           = var.report_location
    ReportRoleArn            = var.report_role_arn
    ReportExternalId         = var.report_external_id
    ReportKmsKeyArn          = var.report_kms_key_arn
    CostMetric               = var.cost_metric
    CreateChatTopic          = var.create_chat_topic
    ChatTopicArn             = var.chat_topic_arn
    EventBus                 = var.event_bus
    AlarmEmail               = var.alarm_email
    ExistingAlarmTopicArn    = var.existing_alarm_topic_arn
    MemberRoleArns           = join(",", var.member_role_arns)
    AccountsLocation         = var.accounts_location
    AccountsKmsKeyArn        = var.accounts_kms_key_arn
    ReadOrganization         = var.read_organization
    ReadPayer                = var.read_payer
    PayerOnly                = var.payer_only
    FanOut                   = var.fan_out
    SnapStart                = var.snap_start
    InvokerPrincipalArn      = var.invoker_principal_arn
    ExistingLedgerTable      = var.existing_ledger_table
    LedgerDeletionProtection = var.ledger_deletion_protection
    OrganizationId           = var.organization_id
    PermissionsBoundaryArn   = var.permissions_boundary_arn
    RolePath                 = var.role_path
    TrustSourceAccount       = var.trust_source_account
    SubnetIds                = var.subnet_ids
    SecurityGroupIds         = var.security_group_ids
    LogRetentionDays         = tostring(var.log_retention_days)
  }
}

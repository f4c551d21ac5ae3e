package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Template;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionTemplateTest {
  private static final Template TEMPLATE = Template.read("sam-template.yaml");

  @Test
  void namesTheHandlerThatExists() {
    assertThat(property("Handler"))
        .isEqualTo(ExpiryCheckHandler.class.getName() + "::handleRequest");
    assertThat(property("Runtime")).isEqualTo("java25");
    assertThat(property("CodeUri")).isEqualTo("target/function.jar");
  }

  @Test
  void setsEveryVariableThatTheFunctionReads() {
    Map<?, ?> variables = (Map<?, ?>) property("Environment", "Variables");
    List<String> settings =
        Arrays.stream(FunctionSettings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    assertThat(settings)
        .containsExactly(
            "topicArn",
            "channels",
            "accountsFile",
            "milestones",
            "lapseWindow",
            "timeZone",
            "grouping",
            "overview",
            "startUrl",
            "ledgerTable",
            "report",
            "costMetric",
            "runBucket");
    assertThat(variables.keySet())
        .extracting(String::valueOf)
        .containsExactly(
            "TOPIC_ARN",
            "CHAT_TOPIC_ARN",
            "EVENT_BUS",
            "MILESTONE_DAYS",
            "LAPSED_DAYS",
            "TIME_ZONE",
            "ALERT_GROUPING",
            "OVERVIEW",
            "START_URL",
            "LEDGER_TABLE",
            "ACCOUNTS_FILE",
            "REPORT_LOCATION",
            "REPORT_ROLE_ARN",
            "REPORT_EXTERNAL_ID",
            "REPORT_KMS_KEY_ARN",
            "COST_METRIC",
            "RUN_BUCKET");
  }

  @Test
  void theLedgerIsOnDemandEncryptedRecoverableForgetfulAndOutlivesTheStack() {
    assertThat(TEMPLATE.at("Resources", "Ledger", "DeletionPolicy"))
        .isEqualTo("RetainExceptOnCreate");
    assertThat(TEMPLATE.at("Resources", "Ledger", "UpdateReplacePolicy")).isEqualTo("Retain");
    assertThat(ledger("BillingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(ledger("SSESpecification", "SSEEnabled")).isEqualTo(true);
    assertThat(ledger("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
        .isEqualTo(true);
    assertThat(ledger("TimeToLiveSpecification"))
        .isEqualTo(Map.of("AttributeName", "expires", "Enabled", true));
    assertThat(ledger("KeySchema"))
        .isEqualTo(List.of(Map.of("AttributeName", "entry", "KeyType", "HASH")));
    assertThat(ledger("DeletionProtectionEnabled"))
        .isEqualTo(List.of("ProtectLedger", true, false));
    assertThat(TEMPLATE.at("Parameters", "LedgerDeletionProtection", "Default")).isEqualTo("on");
  }

  @Test
  void whatIsRetainedGoesWithAFirstDeploymentThatFails() {
    for (String name : List.of("Ledger", "FunctionLogs", "RunBucket")) {
      assertThat(TEMPLATE.at("Resources", name, "DeletionPolicy"))
          .isEqualTo("RetainExceptOnCreate");
      assertThat(TEMPLATE.at("Resources", name, "UpdateReplacePolicy")).isEqualTo("Retain");
    }
    assertThat(TEMPLATE.at("Resources").toString()).doesNotContain("DeletionPolicy=Retain,");
  }

  @Test
  void theFunctionHasOneWholeProcessor() {
    assertThat(property("MemorySize")).isEqualTo(1769);
  }

  @Test
  void theFunctionIsInAVpcOnlyWhereThereAreSubnets() {
    assertThat(property("VpcConfig"))
        .isEqualTo(
            List.of(
                "InVpc",
                Map.of(
                    "SubnetIds", List.of(",", "SubnetIds"),
                    "SecurityGroupIds", List.of(",", "SecurityGroupIds")),
                "AWS::NoValue"));
  }

  private static Object ledger(Object... path) {
    return TEMPLATE.at(prepend(path, "Resources", "Ledger", "Properties"));
  }

  @Test
  void theScheduleStartsFromASnapshotOfAPublishedVersion() {
    assertThat(property("SnapStart"))
        .isEqualTo(
            List.of("StartsFromSnapshot", Map.of("ApplyOn", "PublishedVersions"), "AWS::NoValue"));
    assertThat(property("AutoPublishAlias")).isEqualTo("live");
  }

  @Test
  void anotherValueOfAnyParameterThatBecomesASettingPublishesAnotherVersion() {
    Set<?> parameters = ((Map<?, ?>) TEMPLATE.at("Parameters")).keySet();
    List<Object> values = new ArrayList<>();
    for (Object value : ((Map<?, ?>) property("Environment", "Variables")).values()) {
      values.addAll(leaves(value));
    }

    assertThat(values)
        .filteredOn(parameters::contains)
        .hasSize(16)
        .allSatisfy(name ->
            assertThat(frozen() + frozenOfReports() + frozenOfChannels() + frozenOfAccounts())
                .contains("${" + name + "}"));
    assertThat(frozenOfChannels()).contains("${CreateChatTopic}");
    assertThat(frozen())
        .contains(
            "${PayerOnly}",
            "${FanOut}",
            "${SnapStart}",
            "${SubnetIds}",
            "${SecurityGroupIds}",
            "${FunctionRole.RoleId}",
            "${Reports}",
            "${Channels}",
            "${Accounts}");
    assertThat(TEMPLATE.at("Resources", "FunctionLimits", "Properties", "Description", 1))
        .as("the ids of policies that are made anew when what they are set to changes")
        .isEqualTo(
            Map.of(
                "Reports", List.of("WritesReports", "ReportAccess.PolicyId", "none"),
                "Channels", List.of("HasChannels", "ChannelAccess.PolicyId", "Overview"),
                "Accounts", List.of("HasAccountsLocation", "AccountsAccess.PolicyId", "none")));
    assertThat(property("VersionDescription")).isEqualTo("FunctionLimits");
  }

  /// IAM takes 1,000 characters, Lambda 256; CloudFormation cuts neither.
  @Test
  void noParameterCanMakeADescriptionTooLongForAws() {
    String longest =
        frozen()
            .replace("${FunctionRole.RoleId}", "x".repeat(21))
            .replace("${Reports}", "x".repeat(21))
            .replace("${Channels}", "x".repeat(21))
            .replace("${Accounts}", "x".repeat(21))
            .replace("${AlertGrouping}", "reservation")
            .replace("${LapsedDays}", "60")
            .replace("${PayerOnly}", "yes")
            .replace("${FanOut}", "off")
            .replace("${SnapStart}", "off");
    assertThat(
            longest(
                longest,
                "MilestoneDays",
                "TimeZone",
                "StartUrl",
                "ExistingTopicArn",
                "ExistingLedgerTable",
                "SubnetIds",
                "SecurityGroupIds"))
        .doesNotContain("$")
        .hasSizeLessThanOrEqualTo(1000);
    assertThat(
            longest(
                frozenOfReports().replace("${CostMetric}", "NetAmortizedCost"),
                "ReportLocation",
                "ReportRoleArn",
                "ReportExternalId",
                "ReportKmsKeyArn"))
        .doesNotContain("$")
        .hasSizeLessThanOrEqualTo(1000);
    assertThat(
            longest(
                frozenOfChannels()
                    .replace("${CreateChatTopic}", "yes")
                    .replace("${Overview}", "monthly"),
                "ChatTopicArn",
                "EventBus"))
        .doesNotContain("$")
        .hasSizeLessThanOrEqualTo(1000);
    assertThat(longest(frozenOfAccounts(), "AccountsLocation"))
        .doesNotContain("$")
        .hasSizeLessThanOrEqualTo(1000);

    int path = (Integer) TEMPLATE.at("Parameters", "RolePath", "MaxLength");
    String version = "arn:aws-us-gov:iam::111122223333:policy" + "x".repeat(path + 128);
    assertThat(version).hasSizeLessThanOrEqualTo(256);
  }

  private static String longest(String description, String... bounded) {
    String longest = description;
    for (String name : bounded) {
      int length = (Integer) TEMPLATE.at("Parameters", name, "MaxLength");
      longest = longest.replace("${" + name + "}", "x".repeat(length));
    }
    return longest;
  }

  private static String frozen() {
    return (String) TEMPLATE.at("Resources", "FunctionLimits", "Properties", "Description", 0);
  }

  private static String frozenOfReports() {
    return (String) TEMPLATE.at("Resources", "ReportAccess", "Properties", "Description");
  }

  private static String frozenOfChannels() {
    return (String) TEMPLATE.at("Resources", "ChannelAccess", "Properties", "Description");
  }

  private static List<?> leaves(Object value) {
    return value instanceof List<?> choice
        ? choice.stream().flatMap(one -> leaves(one).stream()).toList()
        : List.of(value);
  }

  private static String frozenOfAccounts() {
    return (String) TEMPLATE.at("Resources", "AccountsAccess", "Properties", "Description");
  }

  @Test
  void defaultsOfTheParametersAreTheDefaultsOfTheFunction() {
    FunctionSettings defaults = FunctionSettings.from(Map.of());
    assertThat(TEMPLATE.at("Parameters", "MilestoneDays", "Default"))
        .isEqualTo(defaults.milestones().toString());
    assertThat(TEMPLATE.at("Parameters", "LapsedDays", "Default"))
        .isEqualTo(String.valueOf(defaults.lapseWindow().days()));
    assertThat(TEMPLATE.at("Parameters", "TimeZone", "Default"))
        .isEqualTo(defaults.timeZone().getId());
    assertThat(TEMPLATE.at("Parameters", "AlertGrouping", "Default"))
        .isEqualTo(defaults.grouping().id());
  }

  @Test
  void theHeartbeatListensToTheMetricThatCompletedChecksCount() {
    assertThat(alarm("HeartbeatAlarm", "Namespace")).isEqualTo(RunMetrics.NAMESPACE);
    assertThat(alarm("HeartbeatAlarm", "MetricName")).isEqualTo(RunMetrics.CHECKS_COMPLETED);
    assertThat(alarm("HeartbeatAlarm", "Dimensions", 0, "Name")).isEqualTo(RunMetrics.DIMENSION);
    assertThat(alarm("HeartbeatAlarm", "TreatMissingData")).isEqualTo("breaching");
    int hours =
        (Integer) alarm("HeartbeatAlarm", "Period")
            * (Integer) alarm("HeartbeatAlarm", "EvaluationPeriods")
            / 3600;
    assertThat(hours).isEqualTo(26);
  }

  @Test
  void aPayerThatFailsRings() {
    assertThat(alarm("PayerAlarm", "Namespace")).isEqualTo(RunMetrics.NAMESPACE);
    assertThat(alarm("PayerAlarm", "MetricName")).isEqualTo(RunMetrics.RECONCILIATION_FAILED);
    assertThat(alarm("PayerAlarm", "TreatMissingData")).isEqualTo("notBreaching");
  }

  @Test
  void aReportThatIsNotWrittenRings() {
    assertThat(alarm("ReportAlarm", "Namespace")).isEqualTo(RunMetrics.NAMESPACE);
    assertThat(alarm("ReportAlarm", "MetricName")).isEqualTo(RunMetrics.REPORT_FAILED);
    assertThat(alarm("ReportAlarm", "TreatMissingData")).isEqualTo("notBreaching");
    assertThat(TEMPLATE.at("Resources", "ReportAlarm", "Condition")).isEqualTo("WritesReports");
  }

  @Test
  void noAlarmHangsOnTheTopicOfTheAlerts() {
    List<?> topic = List.of("CreateAlarmTopic", "AlarmTopic", "ExistingAlarmTopicArn");
    assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm"))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            (name, alarm) -> assertThat(alarm(name, "AlarmActions")).isEqualTo(List.of(topic)));
    assertThat(alarm("HeartbeatAlarm", "OKActions", 0)).isEqualTo(topic);
    assertThat((Map<?, ?>) TEMPLATE.at("Resources", "AlarmTopic", "Properties"))
        .extracting(Map::keySet)
        .asString()
        .doesNotContain("KmsMasterKeyId");
  }

  @Test
  void bothQueuesRingAsSoonAsTheyHoldAMessage() {
    for (String queue : List.of("UndeliveredEvents", "FailedChecks")) {
      String alarm = queue + "Alarm";
      assertThat(alarm(alarm, "MetricName")).isEqualTo("ApproximateNumberOfMessagesVisible");
      assertThat(alarm(alarm, "Dimensions", 0, "Value")).isEqualTo(queue + ".QueueName");
      assertThat(alarm(alarm, "Threshold")).isEqualTo(0);
    }
  }

  @Test
  void anAlertThatSnsCannotDeliverRings() {
    assertThat(alarm("UndeliveredAlertsAlarm", "Namespace")).isEqualTo("AWS/SNS");
    assertThat(alarm("UndeliveredAlertsAlarm", "MetricName"))
        .isEqualTo("NumberOfNotificationsFailed");
    assertThat(alarm("UndeliveredAlertsAlarm", "Dimensions", 0, "Value"))
        .isEqualTo(
            List.of(
                "CreateTopic",
                "AlertTopic.TopicName",
                List.of(5, List.of(":", "ExistingTopicArn"))));
  }

  @Test
  void aTopicThatNobodyHearsRings() {
    assertThat(alarm("UnheardAlertsAlarm", "Namespace")).isEqualTo(RunMetrics.NAMESPACE);
    assertThat(alarm("UnheardAlertsAlarm", "MetricName")).isEqualTo(RunMetrics.UNHEARD_ALERTS);
    assertThat(alarm("UnheardAlertsAlarm", "Dimensions", 0, "Name"))
        .isEqualTo(RunMetrics.DIMENSION);
    assertThat(alarm("UnheardAlertsAlarm", "Threshold")).isEqualTo(0);
    assertThat(alarm("UnheardAlertsAlarm", "TreatMissingData")).isEqualTo("notBreaching");
    assertThat(alarm("UnheardAlertsAlarm", "AlarmActions"))
        .isEqualTo(alarm("ErrorsAlarm", "AlarmActions"));
  }

  @Test
  void everyRoleIsMadeUnderThePathAndTheBoundaryOfTheOrganization() {
    assertThat(TEMPLATE.resources("AWS::IAM::Role"))
        .hasSize(4)
        .allSatisfy((name, role) -> {
          assertThat(TEMPLATE.at("Resources", name, "Properties", "Path")).isEqualTo("RolePath");
          assertThat(TEMPLATE.at("Resources", name, "Properties", "PermissionsBoundary"))
              .isEqualTo(List.of("HasBoundary", "PermissionsBoundaryArn", "AWS::NoValue"));
        });
    assertThat(TEMPLATE.resources("AWS::Serverless::StateMachine").toString())
        .as("SAM would make roles of its own for events")
        .doesNotContain("Events");
  }

  @Test
  void whatEndsASpreadCheckInAnyWayButWellRings() {
    Object topic = alarm("FailedChecksAlarm", "AlarmActions", 0);
    Map<String, String> metrics =
        Map.of(
            "SpreadFailedAlarm", "ExecutionsFailed",
            "SpreadTimedOutAlarm", "ExecutionsTimedOut",
            "SpreadAbortedAlarm", "ExecutionsAborted");
    metrics.forEach((alarm, metric) -> {
      assertThat(alarm(alarm, "Namespace")).isEqualTo("AWS/States");
      assertThat(alarm(alarm, "MetricName")).isEqualTo(metric);
      assertThat(alarm(alarm, "AlarmActions", 0)).isEqualTo(topic);
      assertThat(TEMPLATE.at("Resources", alarm, "Condition")).isEqualTo("Spread");
    });
  }

  @Test
  void theStateMachineCallsTheAliasAndKeepsWhatFailed() {
    assertThat(spread("SpreadCheck", "DefinitionSubstitutions"))
        .isEqualTo(
            Map.of(
                "Partition", "AWS::Partition",
                "FunctionArn", "CheckFunction.Alias",
                "FailedChecksUrl", "FailedChecks"));
    assertThat(spread("SpreadCheckRole", "Policies", 0, "PolicyDocument", "Statement"))
        .asString()
        .contains("Resource=CheckFunction.Alias", "Resource=FailedChecks.Arn");
  }

  private static Object spread(String resource, Object... path) {
    return TEMPLATE.at(prepend(path, "Resources", resource, "Properties"));
  }

  @Test
  void whatFailsIsKeptOnBothPaths() {
    assertThat(property("Events", "Daily", "Properties", "DeadLetterConfig", "Arn"))
        .isEqualTo("UndeliveredEvents.Arn");
    assertThat(property("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"))
        .isEqualTo("FailedChecks.Arn");
  }

  private static Object property(Object... path) {
    return TEMPLATE.at(prepend(path, "Resources", "CheckFunction", "Properties"));
  }

  private static Object alarm(String alarm, Object... path) {
    return TEMPLATE.at(prepend(path, "Resources", alarm, "Properties"));
  }

  private static Object[] prepend(Object[] path, Object... before) {
    Object[] whole = Arrays.copyOf(before, before.length + path.length);
    System.arraycopy(path, 0, whole, before.length, path.length);
    return whole;
  }
}

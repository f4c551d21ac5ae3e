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
  void setsEveryVariableThatTheFunctionReadsButTheFileBesideTheCode() {
    Map<?, ?> variables = (Map<?, ?>) property("Environment", "Variables");
    List<String> settings =
        Arrays.stream(FunctionSettings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    assertThat(settings)
        .containsExactly(
            "topicArn",
            "accountsFile",
            "milestones",
            "lapseWindow",
            "timeZone",
            "grouping",
            "ledgerTable",
            "runBucket");
    assertThat(variables.keySet())
        .extracting(String::valueOf)
        .containsExactly(
            "TOPIC_ARN",
            "MILESTONE_DAYS",
            "LAPSED_DAYS",
            "TIME_ZONE",
            "ALERT_GROUPING",
            "LEDGER_TABLE",
            "RUN_BUCKET");
  }

  @Test
  void theLedgerIsOnDemandEncryptedRecoverableForgetfulAndOutlivesTheStack() {
    assertThat(TEMPLATE.at("Resources", "Ledger", "DeletionPolicy")).isEqualTo("Retain");
    assertThat(TEMPLATE.at("Resources", "Ledger", "UpdateReplacePolicy")).isEqualTo("Retain");
    assertThat(ledger("BillingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(ledger("SSESpecification", "SSEEnabled")).isEqualTo(true);
    assertThat(ledger("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
        .isEqualTo(true);
    assertThat(ledger("TimeToLiveSpecification"))
        .isEqualTo(Map.of("AttributeName", "expires", "Enabled", true));
    assertThat(ledger("KeySchema"))
        .isEqualTo(List.of(Map.of("AttributeName", "entry", "KeyType", "HASH")));
  }

  private static Object ledger(Object... path) {
    return TEMPLATE.at(prepend(path, "Resources", "Ledger", "Properties"));
  }

  @Test
  void theScheduleStartsFromASnapshotOfAPublishedVersion() {
    assertThat(property("SnapStart", "ApplyOn")).isEqualTo("PublishedVersions");
    assertThat(property("AutoPublishAlias")).isEqualTo("live");
  }

  @Test
  void anotherValueOfAnyParameterThatBecomesASettingPublishesAnotherVersion() {
    Set<?> parameters = ((Map<?, ?>) TEMPLATE.at("Parameters")).keySet();
    List<Object> values = new ArrayList<>();
    for (Object value : ((Map<?, ?>) property("Environment", "Variables")).values()) {
      values.addAll(value instanceof List<?> choice ? choice : List.of(value));
    }

    assertThat(values)
        .filteredOn(parameters::contains)
        .hasSize(5)
        .allSatisfy(name ->
            assertThat(property("VersionDescription")).asString().contains("${" + name + "}"));
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
  void bothAlarmsGoToTheTopicOfTheAlerts() {
    Object topic = property("Environment", "Variables", "TOPIC_ARN");
    assertThat(alarm("HeartbeatAlarm", "AlarmActions", 0)).isEqualTo(topic);
    assertThat(alarm("ErrorsAlarm", "AlarmActions", 0)).isEqualTo(topic);
  }

  @Test
  void whatEndsASpreadCheckInAnyWayButWellRings() {
    Object topic = property("Environment", "Variables", "TOPIC_ARN");
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

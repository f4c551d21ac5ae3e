package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.notifier.ReportPlaceNames;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.policy.LapseWindow;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The function's environment.
///
/// - `TOPIC_ARN`: no default; needed unless the run is a dry one
/// - `CHAT_TOPIC_ARN`: no default; the topic that a chat channel listens to
/// - `EVENT_BUS`: no default; the name or ARN of the bus that events are put on
/// - `ACCOUNTS_FILE`: a file, or `s3://bucket/key`; `accounts.json` in `LAMBDA_TASK_ROOT`, beside
///   the code
/// - `MILESTONE_DAYS`: 60,30,7,1
/// - `LAPSED_DAYS`: 7
/// - `TIME_ZONE`: UTC
/// - `ALERT_GROUPING`: digest
/// - `OVERVIEW`: off
/// - `START_URL`: no default; the access portal through which links to the console go
/// - `LEDGER_TABLE`: no default; without it every run announces everything that is expiring
/// - `REPORT_LOCATION`, `REPORT_ROLE_ARN`, `REPORT_EXTERNAL_ID`, `REPORT_KMS_KEY_ARN`: no default;
///   without the first, reports are not written anywhere
/// - `COST_METRIC`: how costs are counted in what goes there; no default: amortised where the
///   accounts file has a payer, and no costs where it has none
/// - `RUN_BUCKET`: no default; needed where a check is spread over several functions
///
/// A variable that is set to nothing counts as not set.
///
/// @param topicArn the topic that alerts go to
/// @param channels where findings are told beside that
/// @param accountsFile the file of the accounts to read
/// @param milestones the numbers of days that count as soon
/// @param lapseWindow the days in which an ended commitment is announced as lapsed
/// @param timeZone the zone in which days begin and end
/// @param grouping the way in which findings share alerts
/// @param overview how often an overview is told
/// @param startUrl the portal through which links to the console go
/// @param ledgerTable the table that records announcements
/// @param report where the files of reports go
/// @param costMetric how costs are counted, if that was said
/// @param runBucket the bucket in which the steps of a spread check leave their results
record FunctionSettings(
    Optional<TopicArn> topicArn,
    ChannelTargets channels,
    AccountsSource accountsFile,
    Milestones milestones,
    LapseWindow lapseWindow,
    ZoneId timeZone,
    Grouping grouping,
    Cadence overview,
    Optional<StartUrl> startUrl,
    Optional<String> ledgerTable,
    Optional<ReportPlace> report,
    Optional<CostMetric> costMetric,
    Optional<String> runBucket) {
  FunctionSettings {
    requireNonNull(topicArn, "topicArn is null");
    requireNonNull(channels, "channels is null");
    requireNonNull(accountsFile, "accountsFile is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(lapseWindow, "lapseWindow is null");
    requireNonNull(timeZone, "timeZone is null");
    requireNonNull(grouping, "grouping is null");
    requireNonNull(overview, "overview is null");
    requireNonNull(startUrl, "startUrl is null");
    requireNonNull(ledgerTable, "ledgerTable is null");
    requireNonNull(report, "report is null");
    requireNonNull(costMetric, "costMetric is null");
    requireNonNull(runBucket, "runBucket is null");
  }

  /// Reads the variables.
  ///
  /// @throws InvalidInputException naming every variable that is wrong
  static FunctionSettings from(Map<String, String> environment) {
    List<Fault> faults = new ArrayList<>();
    SettingParser parser = new SettingParser(name -> variable(environment, name), faults);
    Optional<TopicArn> topic = parser.optional("TOPIC_ARN", SettingValues::topic);
    FunctionSettings settings =
        new FunctionSettings(
            topic,
            SettingValues.channels(
                "CHAT_TOPIC_ARN",
                parser.optional("CHAT_TOPIC_ARN", SettingValues::topic),
                parser.optional("EVENT_BUS", SettingValues::eventBus),
                topic,
                faults),
            parser.value(
                "ACCOUNTS_FILE",
                AccountsSource::parse,
                new AccountsSource.OnDisk(
                    Path.of(environment.getOrDefault("LAMBDA_TASK_ROOT", ""), "accounts.json"))),
            parser.value("MILESTONE_DAYS", SettingValues::milestones, Milestones.DEFAULT),
            parser.value("LAPSED_DAYS", SettingValues::lapsedDays, LapseWindow.DEFAULT),
            parser.value("TIME_ZONE", SettingValues::timeZone, ZoneId.of("UTC")),
            parser.value("ALERT_GROUPING", SettingValues::grouping, Grouping.DIGEST),
            parser.value("OVERVIEW", SettingValues::cadence, Cadence.OFF),
            parser.optional("START_URL", SettingValues::startUrl),
            variable(environment, "LEDGER_TABLE"),
            ReportPlaceNames.ENVIRONMENT.read(parser, faults),
            parser.optional("COST_METRIC", SettingValues::costMetric),
            variable(environment, "RUN_BUCKET"));
    if (!faults.isEmpty()) {
      throw new InvalidInputException("the function's environment", faults);
    }
    return settings;
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}

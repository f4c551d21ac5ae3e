package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.TopicArn;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.Delivery;
import dev.riexpiry.check.SettingValues;
import dev.riexpiry.expiry.CheckDate;
import dev.riexpiry.expiry.LapseWindow;
import dev.riexpiry.expiry.Milestones;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Sweep;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that `check` and `render` share. They are taken as text and read together, so that
/// every wrong one is named at once.
final class CheckOptions {
  private static final String SOURCE = "the command line";

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--check-date",
      paramLabel = "DATE",
      description = "The day it is taken to be, such as 2026-05-04. Default: today")
  private @Nullable String checkDate;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "IANA name of the zone in which days begin and end. Default: ${DEFAULT-VALUE}")
  private String timeZone = "UTC";

  @Option(
      names = "--milestone-days",
      paramLabel = "DAYS",
      defaultValue = "60,30,7,1",
      description = "How many days before the end counts as soon. Default: ${DEFAULT-VALUE}")
  private String milestoneDays = "60,30,7,1";

  @Option(
      names = "--lapsed-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "For how many days after its end a commitment without a successor is told as lapsed; 0:"
              + " never. Default: ${DEFAULT-VALUE}")
  private String lapsedDays = "7";

  @Option(
      names = "--alert-grouping",
      paramLabel = "GROUPING",
      defaultValue = "digest",
      description =
          "digest: one alert; account: one an account; ou: one an organizational unit; reservation: one each."
              + " Default: ${DEFAULT-VALUE}")
  private String alertGrouping = "digest";

  @Option(
      names = "--topic-arn",
      paramLabel = "ARN",
      description = "The SNS topic that alerts go to.")
  private @Nullable String topicArn;

  @Option(
      names = "--ledger-table",
      paramLabel = "NAME",
      description =
          "The DynamoDB table that remembers what was told; a dry run only reads it."
              + " Default: none, everything is told")
  private @Nullable String ledgerTable;

  @Option(
      names = "--concurrency",
      paramLabel = "CALLS",
      defaultValue = "64",
      description = "How many calls to AWS at once, 1 to 256. Default: ${DEFAULT-VALUE}")
  private String concurrency = "64";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "End after so long, such as 90s or 10m, with what was read. Default: no bound")
  private @Nullable String timeout;

  @Option(
      names = "--fail-on-expiring",
      description =
          "End with status 10 if all was read and something is expiring that is not renewed.")
  private boolean failOnExpiring;

  Optional<String> profile() {
    return source.profile();
  }

  boolean failOnExpiring() {
    return failOnExpiring;
  }

  /// Reads all options, then the accounts file.
  ///
  /// @param publish whether alerts are to be sent
  /// @param earlier what is wrong with the command's other options
  /// @throws InvalidInputException naming every option, or every place in the file, that is wrong
  Parsed parse(boolean publish, InstantSource clock, List<Fault> earlier) {
    Map<String, String> texts = new HashMap<>();
    texts.put("--time-zone", timeZone);
    texts.put("--milestone-days", milestoneDays);
    texts.put("--lapsed-days", lapsedDays);
    texts.put("--alert-grouping", alertGrouping);
    texts.put("--concurrency", concurrency);
    Optional.ofNullable(checkDate).ifPresent(text -> texts.put("--check-date", text));
    Optional.ofNullable(topicArn).ifPresent(text -> texts.put("--topic-arn", text));
    Optional.ofNullable(this.timeout).ifPresent(text -> texts.put("--timeout", text));
    List<Fault> faults = new ArrayList<>(earlier);
    SettingParser parser = new SettingParser(name -> Optional.ofNullable(texts.get(name)), faults);
    ZoneId zone = parser.value("--time-zone", SettingValues::timeZone, ZoneId.of("UTC"));
    Optional<LocalDate> date = parser.optional("--check-date", SettingValues::date);
    Milestones milestones =
        parser.value("--milestone-days", SettingValues::milestones, Milestones.DEFAULT);
    LapseWindow lapseWindow =
        parser.value("--lapsed-days", SettingValues::lapsedDays, LapseWindow.DEFAULT);
    Grouping grouping = parser.value("--alert-grouping", SettingValues::grouping, Grouping.DIGEST);
    Optional<TopicArn> topic = parser.optional("--topic-arn", SettingValues::topic);
    int calls =
        parser.value("--concurrency", SettingValues::concurrency, Sweep.DEFAULT_CONCURRENCY);
    Optional<Duration> timeout = parser.optional("--timeout", SettingValues::duration);
    if (publish && topicArn == null) {
      faults.add(new Fault("--publish", "there is no topic to send to", "add --topic-arn ARN"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(SOURCE, faults);
    }
    CheckRequest request =
        new CheckRequest(
                Roster.EMPTY,
                new CheckDate(
                    date.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone)), zone),
                milestones,
                grouping,
                publish ? new Delivery.Publish(topic.orElseThrow()) : new Delivery.DryRun(topic))
            .with(lapseWindow);
    return new Parsed(
        source.accounts(),
        date.isPresent() ? request.unrecorded() : request,
        calls,
        timeout,
        Optional.ofNullable(ledgerTable).map(String::strip).filter(name -> !name.isEmpty()));
  }

  /// @param accounts whom to read
  /// @param request what to check, of nobody yet
  /// @param concurrency how many calls at once
  /// @param timeout how long it may take, if that is bounded
  /// @param ledgerTable what remembers what was told, if anything
  record Parsed(
      AccountsFile accounts,
      CheckRequest request,
      int concurrency,
      Optional<Duration> timeout,
      Optional<String> ledgerTable) {}
}

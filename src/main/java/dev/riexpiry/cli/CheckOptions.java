package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.MixedTopics;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Sweep;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// The options that `check` and `render` share. They are taken as text and read together, so that
/// every wrong one is named at once.
final class CheckOptions {
  private static final String FAIL_ON_EXPIRING = "--fail-on-expiring";

  private final CommandSpec command;
  private final SourceOptions source;
  private final ChannelOptions channels;
  private final NarrowingOptions narrowing = new NarrowingOptions();

  CheckOptions(CommandSpec command) {
    this.command = command;
    this.source = new SourceOptions(command);
    this.channels = new ChannelOptions(command);
    narrowing.addTo(command);
    add("--check-date", "DATE", "The day it is taken to be, such as 2026-05-04. Default: today");
    add(
        "--time-zone",
        "ZONE",
        "IANA name of the zone in which days begin and end. Default: ${DEFAULT-VALUE}",
        "UTC");
    add(
        "--milestone-days",
        "DAYS",
        "How many days before the end counts as soon. Default: ${DEFAULT-VALUE}",
        "60,30,7,1");
    add(
        "--lapsed-days",
        "DAYS",
        "For how many days after its end a commitment without a successor is told as lapsed; 0:"
            + " never. Default: ${DEFAULT-VALUE}",
        "7");
    add(
        "--alert-grouping",
        "GROUPING",
        "digest: one alert; account: one an account; ou: one an organizational unit; reservation: one each."
            + " Default: ${DEFAULT-VALUE}",
        "digest");
    add(
        "--overview",
        "CADENCE",
        "off, weekly or monthly: what ends in the next 90 days, although nothing is due."
            + " Default: ${DEFAULT-VALUE}",
        "off");
    add(
        "--start-url",
        "URL",
        "The access portal of IAM Identity Center, for links into the account. Default: none");
    add("--topic-arn", "ARN", "The SNS topic that alerts go to.");
    channels.add();
    add(
        "--ledger-table",
        "NAME",
        "The DynamoDB table that remembers what was told; a dry run only reads it."
            + " Default: none, everything is told");
    add(
        "--concurrency",
        "CALLS",
        "How many calls to AWS at once, 1 to 256. Default: ${DEFAULT-VALUE}",
        "64");
    command.addOption(
        Syntax.flag(
                "End with status 10 if all was read and something is expiring that is not renewed.",
                FAIL_ON_EXPIRING)
            .build());
  }

  private void add(String name, String label, String description) {
    command.addOption(Syntax.text(name, label, description).build());
  }

  private void add(String name, String label, String description, String usual) {
    command.addOption(Syntax.text(name, label, description).defaultValue(usual).build());
  }

  NarrowingOptions narrowing() {
    return narrowing;
  }

  /// How the command comes to AWS, once its options were found to be right.
  Access access() {
    return source.access(new ArrayList<>());
  }

  boolean quiet() {
    return source.quiet();
  }

  boolean failOnExpiring() {
    return command.findOption(FAIL_ON_EXPIRING).<Boolean>getValue();
  }

  /// Tells whether the topic of a chat channel is named.
  boolean namesChat() {
    return channels.namesChat();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(command.findOption(name).getValue());
  }

  /// Reads all options, then the accounts file.
  ///
  /// @param publish whether alerts are to be sent
  /// @param standardInput is read if it is to be the accounts file
  /// @param earlier the faults of the command's other options
  /// @throws InvalidInputException naming every option, or every place in the file, that is wrong
  Parsed parse(
      boolean publish, InstantSource clock, InputStream standardInput, List<Fault> earlier) {
    List<Fault> faults = new ArrayList<>(earlier);
    SettingParser parser = new SettingParser(this::text, faults);
    ZoneId zone = parser.value("--time-zone", SettingValues::timeZone, ZoneId.of("UTC"));
    Optional<LocalDate> date = parser.optional("--check-date", SettingValues::date);
    Milestones milestones =
        parser.value("--milestone-days", SettingValues::milestones, Milestones.DEFAULT);
    LapseWindow lapseWindow =
        parser.value("--lapsed-days", SettingValues::lapsedDays, LapseWindow.DEFAULT);
    Grouping grouping = parser.value("--alert-grouping", SettingValues::grouping, Grouping.DIGEST);
    Cadence overview = parser.value("--overview", SettingValues::cadence, Cadence.OFF);
    Optional<StartUrl> startUrl = parser.optional("--start-url", SettingValues::startUrl);
    Optional<TopicArn> topic = parser.optional("--topic-arn", SettingValues::topic);
    ChannelTargets targets = channels.read(parser, topic, faults);
    int calls =
        parser.value("--concurrency", SettingValues::concurrency, Sweep.DEFAULT_CONCURRENCY);
    Access access = source.access(faults);
    narrowing.check(faults);
    if (publish && text("--topic-arn").isEmpty()) {
      faults.add(new Fault("--publish", "there is no topic to send to", "add --topic-arn ARN"));
    }
    Syntax.refuse(faults);
    CheckRequest request =
        new CheckRequest(
                Roster.EMPTY,
                new CheckDate(
                    date.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone)), zone),
                milestones,
                grouping,
                publish
                    ? new DeliveryMode.Publish(topic.orElseThrow(), targets)
                    : new DeliveryMode.DryRun(topic, targets))
            .with(lapseWindow)
            .with(overview)
            .through(startUrl);
    Optional<String> ledgerTable =
        text("--ledger-table").map(String::strip).filter(name -> !name.isEmpty());
    boolean trial = !publish && ledgerTable.isEmpty() && !source.hasAccounts();
    return new Parsed(
        trial ? Optional.empty() : Optional.of(source.accounts(standardInput)),
        date.isPresent() ? request.unrecorded() : request,
        calls,
        access,
        ledgerTable);
  }

  /// @param accounts the accounts to read; without a file that of the caller's own credentials. A
  ///   run that sends or records is no trial: in the wrong folder it has to fail
  /// @param request the request, without accounts yet
  /// @param concurrency the number of calls at once
  /// @param access how the check comes to AWS
  /// @param ledgerTable the table that records announcements, if there is one
  record Parsed(
      Optional<NamedAccounts> accounts,
      CheckRequest request,
      int concurrency,
      Access access,
      Optional<String> ledgerTable) {
    /// @throws InvalidInputException if a topic of the file would get both alerts and the messages
    ///   of a chat
    void refuseMixedTopics(AccountsFile file) {
      DeliveryMode delivery = request.delivery();
      MixedTopics.refuse(file, delivery.topic(), delivery.channels());
    }
  }
}

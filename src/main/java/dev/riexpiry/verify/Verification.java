package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Routes;
import dev.riexpiry.delivery.Topics;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// Tries once whatever a check would do: who calls, every account, the organization, every topic,
/// the ledger. Sends nothing, unless a test message is asked for, and writes nothing. A cause is
/// told once: what hangs on something that failed is not tried.
///
/// @param access signs in to the accounts
/// @param region the region to ask in where an account has it
/// @param inquiry asks the payer, where there is one
/// @param topics looks at topics
/// @param publishers send the test messages
/// @param ledger the ledger, if there is one
/// @param bucket the bucket of spread checks, if they are
/// @param report where reports are written, if they are
/// @param concurrency the number of calls at once, from 1 to 256
/// @param progress receives the progress of what is asked in the accounts
public record Verification(
    AwsAccess access,
    String region,
    PayerInquiry inquiry,
    Topics topics,
    Publishers publishers,
    Optional<Ledger> ledger,
    Optional<BucketTrials> bucket,
    Optional<ReportTrials> report,
    int concurrency,
    Progress progress) {
  /// The topics that are looked at at once.
  private static final int TOPICS_AT_ONCE = 8;

  public Verification {
    requireNonNull(access, "access is null");
    requireNonNull(region, "region is null");
    requireNonNull(inquiry, "inquiry is null");
    requireNonNull(topics, "topics is null");
    requireNonNull(publishers, "publishers is null");
    requireNonNull(ledger, "ledger is null");
    requireNonNull(bucket, "bucket is null");
    requireNonNull(report, "report is null");
    requireNonNull(progress, "progress is null");
  }

  /// Makes all trials, in the order of their kinds.
  ///
  /// @param subject what is tried
  /// @param stop ends the asking in the accounts early; what was not reached has failed then
  /// @return the trials, or why the caller itself cannot sign in
  public Outcome<List<Trial>> run(Subject subject, Stop stop) {
    Roster roster = subject.roster();
    Outcome<Identity> caller = roster.caller().orElseGet(() -> access.caller().outcome());
    if (caller instanceof Outcome.Failed<Identity>(Failure failure) && failure.refusesCaller()) {
      return new Outcome.Failed<>(failure);
    }
    List<Trial> trials = new ArrayList<>();
    trials.add(identity(caller));
    roster.file().map(Verification::accountsFile).ifPresent(trials::add);
    subject.listed().map(all -> organization(all, caller)).ifPresent(trials::addAll);
    roster
        .payer()
        .map(payer -> new PayerTrials(inquiry, payer).run(caller))
        .ifPresent(trials::addAll);
    trials.addAll(
        new AccountTrials(access, region, concurrency, progress)
            .run(roster.accounts(), caller, stop));
    trials.addAll(topics(subject, caller));
    subject.channels().events().map(bus -> bus(bus, subject)).ifPresent(trials::add);
    trials.addAll(
        ledger
            .map(known -> new LedgerTrials(known).run())
            .orElseGet(() ->
                List.of(
                    Trial.of(
                        TrialKind.LEDGER,
                        new Verdict.Untried(
                            "no ledger is named; without one every check tells everything",
                            "name its table (--ledger-table, or LEDGER_TABLE of the function)")))));
    bucket.map(BucketTrials::run).ifPresent(trials::addAll);
    report.map(trial -> trial.run(caller, roster.payer())).ifPresent(trials::addAll);
    return new Outcome.Found<>(List.copyOf(trials));
  }

  private static Trial identity(Outcome<Identity> caller) {
    return Trial.of(
        TrialKind.IDENTITY,
        switch (caller) {
          case Outcome.Found<Identity>(Identity identity) ->
              new Verdict.Works("%s (account %s)".formatted(identity.arn(), identity.account()));
          case Outcome.Failed<Identity>(Failure failure) -> Verdict.of(failure);
        });
  }

  /// One that cannot be read ends a run before anything is tried.
  private static Trial accountsFile(AccountsVersion file) {
    return Trial.of(
        TrialKind.ACCOUNTS_FILE,
        file.location(),
        new Verdict.Works(
            file.id()
                .map(id -> "s3:GetObject, version " + id)
                .orElse("s3:GetObject; the bucket keeps no versions")));
  }

  private static List<Trial> organization(Roster roster, Outcome<Identity> caller) {
    List<Failure> failures =
        roster.unlisted().stream()
            .map(PlaceFailure::failure)
            .filter(failure -> !caller.failure().equals(Optional.of(failure)))
            .toList();
    return failures.isEmpty()
        ? List.of(
            organization(
                new Verdict.Works(
                    "it was listed; with those that are named, %d account%s to read"
                        .formatted(
                            roster.accounts().size(), roster.accounts().size() == 1 ? "" : "s"))))
        : failures.stream()
            .collect(
                Collectors.toMap(
                    SameCause::of, failure -> failure, (first, _) -> first, LinkedHashMap::new))
            .values()
            .stream()
            .map(failure -> organization(Verdict.of(failure)))
            .toList();
  }

  private static Trial organization(Verdict verdict) {
    return Trial.of(TrialKind.ORGANIZATION, verdict);
  }

  private List<Trial> topics(Subject subject, Outcome<Identity> caller) {
    List<TopicArn> named =
        Routes.of(subject.roster().accounts(), subject.roster().routing())
            .topics(subject.topic(), subject.channels().chat());
    if (named.isEmpty()) {
      return List.of(
          Trial.of(
              TrialKind.TOPIC,
              new Verdict.Untried(
                  "no topic is named",
                  "name the one that alerts go to (--topic-arn, or TOPIC_ARN of the function)")));
    }
    return named.stream()
        .gather(Gatherers.mapConcurrent(TOPICS_AT_ONCE, topic -> topic(topic, subject, caller)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Trial> topic(TopicArn topic, Subject subject, Outcome<Identity> caller) {
    List<Trial> trials = new ArrayList<>(new TopicTrials(topics, topic, caller).run());
    boolean missing =
        trials.stream().anyMatch(trial -> trial.kind() == TrialKind.TOPIC && trial.failed());
    if (subject.testAlert() && subject.topic().equals(Optional.of(topic))) {
      trials.add(
          Trial.of(TrialKind.PUBLISH, topic.value(), TestAlert.send(publishers.mail(), topic)));
    } else if (subject.testAlert() && subject.channels().chat().equals(Optional.of(topic))) {
      trials.add(
          Trial.of(
              TrialKind.PUBLISH, topic.value(), TestAlert.sendToChat(publishers.chat(), topic)));
    } else if (!missing) {
      trials.add(
          Trial.of(
              TrialKind.PUBLISH,
              topic.value(),
              new Verdict.Untried("sns:Publish would send a message", subject.howToTest(topic))));
    }
    return trials;
  }

  private Trial bus(EventBus bus, Subject subject) {
    return Trial.of(
        TrialKind.EVENTS,
        bus.value(),
        subject.testAlert()
            ? TestAlert.put(publishers.events(), bus)
            : new Verdict.Untried(
                "events:PutEvents would put an event; and it takes events for a bus that is not"
                    + " there, and drops them",
                "see that the bus is there (aws events describe-event-bus --name %s), and put an event that says that it is a test: verify --test-alert"
                    .formatted(bus)));
  }

  /// What is tried.
  ///
  /// @param roster the accounts
  /// @param listed the accounts of the whole file, if the organization was asked for some
  /// @param topic the topic of alerts, if there is one
  /// @param channels where findings are told beside that
  /// @param testAlert whether a test message is sent to each
  public record Subject(
      Roster roster,
      Optional<Roster> listed,
      Optional<TopicArn> topic,
      ChannelTargets channels,
      boolean testAlert) {
    /// @throws IllegalArgumentException if a test message has no topic to go to
    public Subject {
      requireNonNull(roster, "roster is null");
      requireNonNull(listed, "listed is null");
      requireNonNull(topic, "topic is null");
      requireNonNull(channels, "channels is null");
      if (testAlert && topic.isEmpty() && channels.isEmpty()) {
        throw new IllegalArgumentException("no topic for the test message");
      }
    }

    private String howToTest(TopicArn other) {
      String test = "send one that says that it is a test: verify --test-alert";
      if (channels.chat().equals(Optional.of(other))) {
        return test;
      }
      return roster.routing().chats().anyMatch(other::equals)
          ? test + " with this topic as --chat-topic-arn"
          : test + " with this topic as --topic-arn";
    }
  }
}

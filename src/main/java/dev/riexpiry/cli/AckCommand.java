package dev.riexpiry.cli;

import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.ledger.Acknowledgements;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class AckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final PositionalParamSpec id =
      PositionalParamSpec.builder()
          .index("0")
          .arity("1")
          .required(true)
          .type(String.class)
          .paramLabel("ID")
          .description("The commitment's id, as mails and reports show it.")
          .build();
  private final OptionSpec until =
      Syntax.text("--until", "DATE", "The last day on which it is silent, such as 2026-12-31.")
          .build();
  private final OptionSpec reason =
      Syntax.text("--reason", "TEXT", "The reason, for the readers of the report.").build();
  private final OptionSpec undo =
      Syntax.flag(
              "Take the acknowledgement back: what is not told yet of its milestones is told.",
              "--undo")
          .build();
  private final OptionSpec region =
      Syntax.text("--region", "NAME", "Only a commitment in this region.").build();
  private final OptionSpec service =
      Syntax.text("--service", "NAME", "Only a commitment of this service, such as rds.").build();
  private final CommandSpec spec =
      Syntax.command(
          "ack",
          "Acknowledges a commitment that may end: its milestones are silent until a day has passed."
              + " Its lapse is told all the same.",
          this);
  private final LedgerOptions ledger;
  private final AccessOptions access;

  AckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    spec.addPositional(id).addOption(until).addOption(reason).addOption(undo);
    this.ledger = new LedgerOptions(spec);
    spec.addOption(region).addOption(service);
    this.access = new AccessOptions(spec);
    Syntax.addExitStatuses(spec, statuses());
  }

  /// What the statuses of a command mean that asks a ledger only.
  static Map<String, String> statuses() {
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("0", "it is done");
    statuses.put("1", "the ledger could not be asked, or standard output not be written");
    statuses.put("2", "an option, the id, the profile or the sign-in is wrong");
    return statuses;
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    String table = ledger.table(faults);
    CheckDate today = ledger.today(surroundings.clock(), faults);
    CommitmentChoice choice =
        new CommitmentChoice(id.getValue(), ledger.account(faults), text(region), text(service));
    boolean takesBack = undo.<Boolean>getValue();
    Optional<LocalDate> lastDay =
        LedgerOptions.parser(until, faults).optional(until.longestName(), SettingValues::date);
    check(takesBack, lastDay, today, faults);
    Access how = access.read(faults);
    Syntax.refuse(faults);
    try (Connection connection = surroundings.connect(how)) {
      Outcome<Identity> caller = connection.signIn();
      Acknowledgements acknowledgements = connection.notifier().acknowledgements(table);
      Stop stop = Stop.after(how.timeout());
      Acknowledgements.Book book = LedgerAnswers.found(acknowledgements.read(stop::isRequested));
      if (takesBack) {
        takeBack(choice, book, acknowledgements);
      } else {
        acknowledge(choice, book, acknowledgements, decision(caller, lastDay.orElseThrow()), today);
      }
    }
    return ExitStatus.ALL_READ.code();
  }

  private Optional<String> text(OptionSpec option) {
    return Optional.ofNullable(option.getValue());
  }

  private void check(
      boolean takesBack, Optional<LocalDate> lastDay, CheckDate today, List<Fault> faults) {
    if (takesBack) {
      for (OptionSpec option : List.of(until, reason)) {
        if (text(option).isPresent()) {
          faults.add(
              new Fault(
                  option.longestName(),
                  "--undo takes an acknowledgement back, and needs no such thing",
                  "leave it out, or leave --undo out"));
        }
      }
      return;
    }
    if (text(until).isEmpty()) {
      faults.add(
          new Fault("--until", "there is no last day", "add --until DATE, such as 2026-12-31"));
    }
    lastDay
        .filter(day -> day.isBefore(today.date()))
        .ifPresent(day ->
            faults.add(
                new Fault(
                    "--until",
                    "%s has passed: today is %s (%s)"
                        .formatted(day, today.date(), today.zone().getId()),
                    "name a day that is still to come, or today")));
    String why = text(reason).orElse("");
    if (!Acknowledgement.saysSomething(why)) {
      faults.add(
          new Fault(
              "--reason",
              "no reason is given",
              "add --reason TEXT, for those who read the report"));
    } else if (why.length() > Acknowledgement.LONGEST_REASON) {
      faults.add(
          new Fault(
              "--reason",
              "it has %d characters".formatted(why.length()),
              "write %d at most".formatted(Acknowledgement.LONGEST_REASON)));
    }
  }

  /// @throws SignInException if it is not known who decides: an acknowledgement names that
  private Acknowledgement decision(Outcome<Identity> caller, LocalDate lastDay) {
    return switch (caller) {
      case Outcome.Failed<Identity>(Failure failure) -> throw new SignInException(failure);
      case Outcome.Found<Identity>(Identity identity) ->
          new Acknowledgement(
              lastDay,
              text(reason).orElseThrow().strip(),
              new Acknowledgement.By.Caller(identity.arn(), surroundings.clock().instant()));
    };
  }

  private void acknowledge(
      CommitmentChoice choice,
      Acknowledgements.Book book,
      Acknowledgements acknowledgements,
      Acknowledgement decision,
      CheckDate today) {
    List<RecordedCommitment> running =
        book.announced().stream().filter(item -> today.daysLeft(item.end()) >= 0).toList();
    RecordedCommitment commitment =
        choice.among(
            running,
            new CommitmentChoice.Absence(
                hasEnded(choice, book, running)
                    ? "it has ended, and has no milestones any more"
                    : "this ledger has announced no such commitment",
                "copy the id from a mail or a report, and name the ledger of what has sent it"));
    Optional<Acknowledged> inForce =
        book.acknowledged().stream()
            .filter(item -> item.commitment().key().equals(commitment.key()))
            .filter(item -> item.silences(commitment.end(), today.date()))
            .findFirst()
            .or(() ->
                LedgerAnswers.found(
                    acknowledgements.record(new Acknowledged(commitment, decision), today.date())));
    inForce.ifPresent(item -> {
      throw new InvalidInputException(
          Syntax.COMMAND_LINE,
          List.of(
              new Fault(
                  "ID " + choice.id(),
                  "it is acknowledged already, until %s: %s"
                      .formatted(item.decision().until(), AckList.by(item.decision())),
                  "to change that, take it back first, with --undo")));
    });
    LocalDate lastDay = today.lastDay(commitment.end());
    terminal
        .out()
        .printf(
            "Silent until %s (%s): %s, %s, which ends on %s.%n",
            decision.until(),
            today.zone().getId(),
            PlainText.of(commitment.id()),
            CommitmentChoice.where(commitment),
            lastDay);
    terminal
        .out()
        .println(
            decision.until().isBefore(lastDay)
                ? "From the day after, the milestone is told that it has reached by then,"
                    + " unless that was told before; then the next one is."
                : "If nothing takes its place, that is told when it has ended.");
  }

  private static boolean hasEnded(
      CommitmentChoice choice, Acknowledgements.Book book, List<RecordedCommitment> running) {
    return book.announced().stream().anyMatch(item -> item.id().equals(choice.id()))
        && running.stream().noneMatch(item -> item.id().equals(choice.id()));
  }

  private void takeBack(
      CommitmentChoice choice, Acknowledgements.Book book, Acknowledgements acknowledgements) {
    RecordedCommitment commitment =
        choice.among(
            book.acknowledged().stream().map(Acknowledged::commitment).toList(),
            new CommitmentChoice.Absence(
                "nobody has acknowledged such a commitment",
                "the command acks lists those that are acknowledged"));
    LedgerAnswers.done(acknowledgements.remove(commitment));
    terminal
        .out()
        .printf(
            "Taken back: %s, %s. The next check tells the milestone that it has reached, unless that was"
                + " told before; then the next one is told.%n",
            PlainText.of(commitment.id()), CommitmentChoice.where(commitment));
  }
}

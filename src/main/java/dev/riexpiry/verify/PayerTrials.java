package dev.riexpiry.verify;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer.Page;
import dev.riexpiry.payer.CostExplorer.Session;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.payer.Question;
import dev.riexpiry.payer.Window;
import dev.riexpiry.sweep.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Signs in to the payer, proves that it is the one, and asks its Cost Explorer for the first page
/// of one listing by each of its actions: two requests at most, of a cent (USD) each.
///
/// @param inquiry asks
/// @param payer the payer
record PayerTrials(PayerInquiry inquiry, PayerScope payer) {
  /// The code by which Cost Explorer says that it has nothing for these days.
  private static final String NO_DATA = "DataUnavailableException";

  /// @param caller whose the caller's own credentials are
  List<Trial> run(Outcome<Identity> caller) {
    return switch (inquiry.explorer().signIn(payer, Optional.empty())) {
      case Outcome.Failed<Session>(Failure failure) ->
          List.of(
              trial(
                  failure.action().equals(Identity.ACTION) && caller.failure().isPresent()
                      ? Trial.HANGS_ON_IDENTITY
                      : Verdict.of(failure)));
      case Outcome.Found<Session>(Session session) ->
          PayerInquiry.unproved(session)
              .map(failure -> List.of(trial(Verdict.of(failure))))
              .orElseGet(() -> asked(session));
    };
  }

  private List<Trial> asked(Session session) {
    List<Trial> trials = new ArrayList<>();
    trials.add(
        trial(
            new Verdict.Works(
                "account %s sees the commitments of all it pays for"
                    .formatted(session.account()))));
    Window window = Window.before(inquiry.clock().instant());
    questions().forEach(question -> trials.add(trial(asked(session, question, window))));
    return trials;
  }

  /// One question by each action.
  private List<Question> questions() {
    return payer.services().stream()
        .flatMap(service -> Question.about(service).stream())
        .collect(Collectors.groupingBy(Question::action))
        .values()
        .stream()
        .map(List::getFirst)
        .sorted(Comparator.comparing(Question::action))
        .toList();
  }

  private static Verdict asked(Session session, Question question, Window window) {
    return switch (session.page(question, window, Optional.empty())) {
      case Outcome.Found<Page> _ -> new Verdict.Works(question.action());
      case Outcome.Failed<Page>(Failure failure) ->
          failure.code().equals(NO_DATA)
              ? new Verdict.Untried(
                  "%s has no data of %s".formatted(question.action(), question.service().label()),
                  "nothing has to be done if there is no such commitment; where Cost Explorer was"
                      + " switched on today, try again tomorrow")
              : Verdict.of(failure);
    };
  }

  private Trial trial(Verdict verdict) {
    return payer
        .id()
        .map(id -> Trial.of(TrialKind.PAYER, id.value(), verdict))
        .orElseGet(() -> Trial.of(TrialKind.PAYER, verdict));
  }
}

package dev.riexpiry.verify;

import dev.riexpiry.delivery.Topics;
import dev.riexpiry.delivery.Unheard;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at one topic: whether it is there, a standard one, and read by anybody.
///
/// @param topics looks
/// @param topic the topic
/// @param caller whose the caller's own credentials are
record TopicTrials(Topics topics, TopicArn topic, Outcome<Identity> caller) {
  private static final Set<String> MISSING = Set.of("NotFound", "NotFoundException");

  /// The codes by which SNS says that something is not allowed.
  private static final Set<String> DENIED =
      Set.of("AuthorizationError", "AuthorizationErrorException", "AccessDenied");

  List<Trial> run() {
    Outcome<Boolean> standard = topics.isStandard(topic);
    if (standard instanceof Outcome.Failed<Boolean>(Failure failure)
        && (failure.isSilence() || MISSING.contains(failure.code()))) {
      return List.of(trial(TrialKind.TOPIC, Verdict.of(failure)));
    }
    Outcome<Topics.Subscriptions> subscriptions = topics.subscriptions(topic);
    if (sameCode(standard.failure(), subscriptions.failure())) {
      return List.of(trial(TrialKind.TOPIC, both(standard.failure().orElseThrow())));
    }
    return Stream.of(
            trial(
                TrialKind.TOPIC,
                switch (standard) {
                  case Outcome.Failed<Boolean>(Failure failure) -> unseen(failure);
                  case Outcome.Found<Boolean>(Boolean is) -> kind(is);
                }),
            trial(
                TrialKind.SUBSCRIPTIONS,
                switch (subscriptions) {
                  case Outcome.Failed<Topics.Subscriptions>(Failure failure) -> unseen(failure);
                  case Outcome.Found<Topics.Subscriptions>(Topics.Subscriptions found) ->
                      read(found);
                }))
        .toList();
  }

  private static boolean sameCode(Optional<Failure> one, Optional<Failure> other) {
    return one.isPresent() && one.map(Failure::code).equals(other.map(Failure::code));
  }

  private Verdict both(Failure failure) {
    Verdict verdict = unseen(failure);
    String also = "; the same for " + Topics.SUBSCRIPTIONS_ACTION;
    return switch (verdict) {
      case Verdict.Works works -> works;
      case Verdict.Failed(String message, String remedy) ->
          new Verdict.Failed(message, remedy + also);
      case Verdict.Untried(String message, String remedy) -> new Verdict.Untried(message, remedy);
    };
  }

  /// The verdict of a topic that cannot be looked at. That a topic of another account does not show
  /// itself says nothing of whether it takes messages: SNS shows it to its owner only, unless its
  /// policy says more.
  private Verdict unseen(Failure failure) {
    return isOfAnother() && DENIED.contains(failure.code())
        ? new Verdict.Untried(
            "the topic of account %s does not show itself: %s"
                .formatted(topic.accountId(), failure.reason()),
            "allow %s and %s to the caller in the topic's policy, or ask its owner who is subscribed"
                .formatted(Topics.ATTRIBUTES_ACTION, Topics.SUBSCRIPTIONS_ACTION))
        : Verdict.of(failure);
  }

  private boolean isOfAnother() {
    return caller instanceof Outcome.Found<Identity>(Identity identity)
        && !identity.account().value().equals(topic.accountId());
  }

  private static Verdict kind(boolean standard) {
    return standard
        ? new Verdict.Works("it is there, and a standard topic")
        : new Verdict.Failed(
            "it is a FIFO topic, which has no mail subscriptions", "name a standard topic");
  }

  private Verdict read(Topics.Subscriptions found) {
    if (found.confirmed() > 0) {
      return new Verdict.Works("at least one is confirmed");
    }
    Unheard unheard = new Unheard(topic, found.pending());
    return new Verdict.Failed(unheard.reason(), unheard.remedy());
  }

  private Trial trial(TrialKind kind, Verdict verdict) {
    return Trial.of(kind, topic.value(), verdict);
  }
}

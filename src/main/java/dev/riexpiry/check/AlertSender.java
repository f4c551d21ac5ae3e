package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.alert.Routes;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes alerts of news and has them sent.
///
/// @param request how many alerts, and where to
/// @param publisher sends; not asked in a dry run
record AlertSender(CheckRequest request, Publisher publisher) {
  AlertSender {
    requireNonNull(request, "request is null");
    requireNonNull(publisher, "publisher is null");
  }

  /// Tells what is due, and records nothing.
  Told tell(CheckSummary summary, News news) {
    List<Receipt> delivered = new ArrayList<>();
    Addressed.send(
        compose(summary, news),
        alert -> {
          delivered.add(deliver(alert));
          return delivered.getLast().arrived();
        });
    return new Told(delivered, summary.memory(), 0, List.of());
  }

  /// The alerts that tell some news, each for the topic of the accounts it is about.
  List<Addressed> compose(CheckSummary summary, News news) {
    AlertComposer composer = new AlertComposer(request.grouping());
    return Routes.of(request.roster().accounts(), request.delivery().topic()).split(news).stream()
        .flatMap(routed ->
            composer.compose(summary, routed.news()).stream()
                .map(alert -> new Addressed(routed.topic(), alert)))
        .toList();
  }

  /// Sends one alert, or says where it would have gone.
  Receipt deliver(Addressed addressed) {
    Alert alert = addressed.alert();
    return switch (request.delivery()) {
      case DeliveryMode.DryRun(Optional<TopicArn> standard) ->
          new Receipt(alert, addressed.topic().or(() -> standard), new Receipt.Result.NotSent());
      case DeliveryMode.Publish(TopicArn standard) -> {
        TopicArn topic = addressed.topic().orElse(standard);
        yield new Receipt(alert, Optional.of(topic), publish(topic, alert));
      }
    };
  }

  private Receipt.Result publish(TopicArn topic, Alert alert) {
    return switch (publisher.publish(topic, alert)) {
      case Outcome.Found<String>(String messageId) -> new Receipt.Result.Sent(messageId);
      case Outcome.Failed<String>(Failure failure) -> new Receipt.Result.Refused(failure);
    };
  }

  /// What came of it.
  ///
  /// @param alerts in the order of sending
  /// @param memory what is known now
  /// @param left announcements that another run had claimed and not made
  /// @param unrecorded why something that was told could not be recorded
  record Told(List<Receipt> alerts, Memory memory, int left, List<Failure> unrecorded) {
    Told {
      alerts = List.copyOf(alerts);
      requireNonNull(memory, "memory is null");
      unrecorded = List.copyOf(unrecorded);
    }
  }
}

package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.delivery.Audience.Unasked;
import dev.riexpiry.delivery.Topics.Subscriptions;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Asks who gets the messages of topics, each topic once. However SNS answers, it ends in time, and
/// no failure is more than a topic that could not be asked.
///
/// @param topics looks at topics
/// @param most the most time for all topics together
public record AudienceInquiry(Topics topics, Duration most) {
  /// The time for all topics of a run. Each answers within a tenth of a second.
  public static final Duration USUAL = Duration.ofSeconds(10);

  private static final int AT_ONCE = 8;

  private static final Failure TOO_LATE =
      new Failure(
          Topics.SUBSCRIPTIONS_ACTION,
          Failure.DEADLINE_EXCEEDED,
          "there was no time to ask, or no answer in time",
          "give the run more time; the next one asks again");

  public AudienceInquiry {
    requireNonNull(topics, "topics is null");
    requireNonNull(most, "most is null");
  }

  /// Asks topics.
  ///
  /// @param asked topics, of which each is asked once
  /// @param time the time for sending, of which it takes no more than what is left
  public Audience of(List<TopicArn> asked, SendingTime time) {
    List<TopicArn> each = asked.stream().distinct().toList();
    Duration limit = time.left().get().filter(left -> left.compareTo(most) < 0).orElse(most);
    List<Outcome<Subscriptions>> answers = ask(each, limit);
    int heard = 0;
    List<Unheard> unheard = new ArrayList<>();
    List<Unasked> unasked = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      TopicArn topic = each.get(i);
      switch (answers.get(i)) {
        case Outcome.Failed<Subscriptions>(Failure failure) ->
            unasked.add(new Unasked(topic, failure));
        case Outcome.Found<Subscriptions>(Subscriptions found) -> {
          if (found.confirmed() > 0) {
            heard++;
          } else {
            unheard.add(new Unheard(topic, found.pending()));
          }
        }
      }
    }
    return new Audience(heard, unheard, unasked);
  }

  private List<Outcome<Subscriptions>> ask(List<TopicArn> each, Duration limit) {
    if (each.isEmpty() || !limit.isPositive()) {
      return tooLate(each);
    }
    List<Callable<Outcome<Subscriptions>>> questions =
        each.stream()
            .<Callable<Outcome<Subscriptions>>>map(topic -> () -> topics.subscriptions(topic))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    try {
      return threads.invokeAll(questions, limit.toMillis(), TimeUnit.MILLISECONDS).stream()
          .map(AudienceInquiry::answer)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tooLate(each);
    } finally {
      // Not closed, which would wait for a call that heeds no interruption.
      threads.shutdownNow();
    }
  }

  private static List<Outcome<Subscriptions>> tooLate(List<TopicArn> each) {
    return each.stream().<Outcome<Subscriptions>>map(_ -> new Outcome.Failed<>(TOO_LATE)).toList();
  }

  private static Outcome<Subscriptions> answer(Future<Outcome<Subscriptions>> future) {
    try {
      return future.get();
    } catch (CancellationException e) {
      return new Outcome.Failed<>(TOO_LATE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(TOO_LATE);
    } catch (ExecutionException e) {
      return new Outcome.Failed<>(
          Failure.defect(Topics.SUBSCRIPTIONS_ACTION, String.valueOf(e.getCause())));
    }
  }
}

package dev.riexpiry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.delivery.Topics.Subscriptions;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudienceInquiryTest {
  private static final TopicArn MAIL = topic("mail");
  private static final TopicArn CHAT = topic("chat");
  private static final TopicArn TEAM = topic("team");
  private static final Failure DENIED =
      new Failure(Topics.SUBSCRIPTIONS_ACTION, "AuthorizationError", "no", "allow it");

  private static TopicArn topic(String name) {
    return new TopicArn("arn:aws:sns:us-east-1:111122223333:" + name);
  }

  private static AudienceInquiry inquiry(
      Duration most, Function<TopicArn, Outcome<Subscriptions>> answer) {
    return new AudienceInquiry(
        new Topics() {
          @Override
          public Outcome<Boolean> isStandard(TopicArn topic) {
            throw new AssertionError("nobody asks");
          }

          @Override
          public Outcome<Subscriptions> subscriptions(TopicArn topic) {
            return answer.apply(topic);
          }
        },
        most);
  }

  private static Outcome<Subscriptions> found(int confirmed, int pending) {
    return new Outcome.Found<>(new Subscriptions(confirmed, pending));
  }

  @Test
  void tellsWhoHearsWhoDoesNotAndWhoCouldNotBeAsked() {
    Map<TopicArn, Outcome<Subscriptions>> answers =
        Map.of(MAIL, found(1, 2), CHAT, found(0, 2), TEAM, new Outcome.Failed<>(DENIED));

    Audience audience =
        inquiry(
                AudienceInquiry.USUAL,
                topic -> Objects.requireNonNull(answers.get(topic), "not in the map"))
            .of(List.of(MAIL, CHAT, TEAM), SendingTime.UNLIMITED);

    assertThat(audience)
        .isEqualTo(
            new Audience(
                1, List.of(new Unheard(CHAT, 2)), List.of(new Audience.Unasked(TEAM, DENIED))));
    assertThat(audience.warning())
        .hasValue(
            "nobody gets what is sent to arn:aws:sns:us-east-1:111122223333:chat: none of 2"
                + " subscriptions is confirmed; to mend it: follow the link in the mail that SNS sent"
                + " to each address; it holds for two days, then subscribe the address again");
  }

  @Test
  void asksEachTopicOnce() {
    ConcurrentLinkedQueue<TopicArn> asked = new ConcurrentLinkedQueue<>();

    inquiry(
            AudienceInquiry.USUAL,
            topic -> {
              asked.add(topic);
              return found(1, 0);
            })
        .of(List.of(MAIL, CHAT, MAIL), SendingTime.UNLIMITED);

    assertThat(asked).containsExactlyInAnyOrder(MAIL, CHAT);
  }

  @Test
  void waitsForNoAnswerLongerThanItMay() {
    CountDownLatch never = new CountDownLatch(1);

    Audience audience =
        inquiry(
                Duration.ofMillis(50),
                _ -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return found(0, 0);
                })
            .of(List.of(MAIL), SendingTime.UNLIMITED);

    assertThat(audience.unheard()).isEmpty();
    assertThat(audience.known()).isFalse();
    assertThat(audience.unasked())
        .singleElement()
        .satisfies(item -> assertThat(item.failure().code()).isEqualTo("DeadlineExceeded"));
  }

  @Test
  void asksNobodyOnceTheTimeForSendingIsOver() {
    Audience audience =
        inquiry(
                AudienceInquiry.USUAL,
                _ -> {
                  throw new AssertionError("nobody asks");
                })
            .of(List.of(MAIL), new SendingTime(() -> Optional.of(Duration.ZERO)));

    assertThat(audience.unasked()).hasSize(1);
  }

  @Test
  void aDefectIsNoMoreThanATopicThatCouldNotBeAsked() {
    Audience audience =
        inquiry(
                AudienceInquiry.USUAL,
                _ -> {
                  throw new IllegalStateException("broken");
                })
            .of(List.of(MAIL), SendingTime.UNLIMITED);

    assertThat(audience.unasked())
        .singleElement()
        .satisfies(item -> assertThat(item.failure().message()).contains("broken"));
  }

  @Test
  void aWarningNamesThreeTopicsAndCountsTheOthers() {
    List<Unheard> many =
        IntStream.range(0, 7).mapToObj(i -> new Unheard(topic("t" + i), 0)).toList();

    assertThat(new Audience(0, many, List.of()).warning().orElseThrow())
        .contains(
            "111122223333:t0: nobody is subscribed; to mend it: run: aws sns subscribe --region us-east-1",
            "; nor to 4 more")
        .doesNotContain(":t3");
  }
}

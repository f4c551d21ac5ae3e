package dev.riexpiry.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.payer.Join.Pair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinTest {
  private static final String END = "2026-05-11T07:59:59Z";
  private static final String ARN = "arn:aws:ec2:us-east-1:222233334444:reserved-instances/other";
  private static final Window WINDOW = Window.before(Instant.parse("2026-05-04T06:00:00Z"));

  private static Commitment account(String id, String start) {
    Commitment one = Sample.ec2(Sample.WEB, id, END);
    return new Commitment(
        one.accountId(),
        one.region(),
        one.service(),
        one.id(),
        one.state(),
        one.covered(),
        one.offering(),
        new Term(Instant.parse(start), one.end()),
        one.hourlyPrice(),
        one.label());
  }

  private static Commitment withArn(Commitment one, String arn) {
    return new Commitment(
        one.accountId(),
        one.region(),
        one.service(),
        one.id(),
        one.state(),
        one.covered(),
        one.offering(),
        one.term(),
        one.hourlyPrice(),
        new Label(Optional.empty(), Optional.of(arn), Map.of()));
  }

  private static PayerCommitment payer(String id, String start, String... more) {
    String[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "numberOfInstances";
    all[more.length + 1] = "4";
    return new Listed(
            FakeCostExplorer.reservation(Sample.WEB, id, start, END, all),
            new Question(Service.EC2, "EC2"),
            WINDOW,
            "USD")
        .read()
        .orElseThrow();
  }

  private static PayerCommitment nameless(String number, String start, String... more) {
    String[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "subscriptionId";
    all[more.length + 1] = number;
    return payer("", start, all);
  }

  private static List<Pair> pairs(List<Commitment> accounts, List<PayerCommitment> payer) {
    return Join.of(accounts, payer).pairs();
  }

  @Test
  void joinsById() {
    assertThat(
            pairs(
                List.of(
                    account("r-1", "2025-05-11T08:00:00Z"), account("r-2", "2025-05-11T08:00:00Z")),
                List.of(
                    payer("r-2", "2025-05-11T08:00:00Z"), payer("r-3", "2025-05-11T08:00:00Z"))))
        .extracting(pair -> pair.account().id(), pair -> pair.payer().commitment().id())
        .containsExactly(tuple("r-2", "r-2"));
  }

  @Test
  void joinsByArnWhereTheIdIsAnotherOne() {
    assertThat(
            pairs(
                List.of(withArn(account("r-1", "2025-05-11T08:00:00Z"), ARN)),
                List.of(payer("lease", "2025-05-11T08:00:00Z", "reservationARN", ARN))))
        .hasSize(1);
  }

  @Test
  void takesTheIdFromTheArnWhereThereIsNoOther() {
    assertThat(
            pairs(
                List.of(account("other", "2025-05-11T08:00:00Z")),
                List.of(payer("", "2025-05-11T08:00:00Z", "reservationARN", ARN))))
        .hasSize(1);
  }

  @Test
  void joinsWhatHasNeitherByItsStartWithinTwoSeconds() {
    Commitment one = account("r-1", "2025-05-11T08:00:00.340Z");

    assertThat(pairs(List.of(one), List.of(nameless("12", "2025-05-11T08:00:02Z")))).hasSize(1);
    assertThat(pairs(List.of(one), List.of(nameless("12", "2025-05-11T08:00:03Z")))).isEmpty();
    assertThat(
            pairs(
                List.of(one),
                List.of(nameless("12", "2025-05-11T08:00:02Z", "instanceType", "m5.xlarge"))))
        .isEmpty();
  }

  @Test
  void joinsWhatHasNeitherOneToOne() {
    Join join =
        Join.of(
            List.of(account("r-1", "2025-05-11T08:00:00Z"), account("r-2", "2025-05-11T08:00:01Z")),
            List.of(
                nameless("12", "2025-05-11T08:00:01Z"),
                nameless("13", "2025-05-11T08:00:01Z"),
                nameless("14", "2025-05-11T08:00:02Z")));

    assertThat(join.pairs()).hasSize(2);
    assertThat(join.accountOnly()).isEmpty();
    assertThat(join.payerOnly()).hasSize(1);
  }

  @Test
  void ofTwoThatWereBoughtTogetherTakesTheOneThatEndsThen() {
    Commitment three = account("three years", "2025-05-11T08:00:00Z");

    Join join =
        Join.of(
            List.of(three),
            List.of(
                nameless("12", "2025-05-11T08:00:00Z", "endDateTime", "2026-01-11T07:59:59Z"),
                nameless("13", "2025-05-11T08:00:00Z")));

    assertThat(join.pairs())
        .extracting(pair -> pair.payer().commitment().id())
        .containsExactly("13");
    assertThat(join.payerOnly()).extracting(item -> item.commitment().id()).containsExactly("12");
  }

  @Test
  void neverTakesAnotherIdForTheSameBecauseOfItsTimes() {
    Join join =
        Join.of(
            List.of(account("r-1", "2025-05-11T08:00:00Z")),
            List.of(payer("r-2", "2025-05-11T08:00:00Z")));

    assertThat(join.pairs()).isEmpty();
    assertThat(join.accountOnly()).hasSize(1);
    assertThat(join.payerOnly()).hasSize(1);
  }
}

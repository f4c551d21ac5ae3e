package dev.riexpiry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.News;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Unread;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingPlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-04");

  private static Finding ending(String id, int days) {
    return Sample.expiring(
        Sample.ec2(Sample.WEB, id, "2026-05-%02dT03:59:59Z".formatted(4 + days)), days, 30);
  }

  private static Finding unread(int i) {
    Place place = new Place.Account(new AccountId("%012d".formatted(i)));
    return Unread.on(TODAY, place, Sample.denied("sts:AssumeRole"), Outage.since(TODAY));
  }

  private static News news(List<Finding> findings) {
    return new News(Optional.empty(), findings, List.of(), List.of());
  }

  @Test
  void aMessageIsChosenByItsMostUrgentFindingAndThenWhole() {
    SendingPlan plan =
        new SendingPlan(
            List.of(news(List.of(ending("b", 3))), news(List.of(ending("a", 1), ending("z", 20)))),
            Telling.MESSAGE.plus(Telling.FINDING.multipliedBy(2)));

    assertThat(plan.untold()).containsExactly(ending("b", 3).announcement());
  }

  @Test
  void nothingIsLeftWhereThereIsTimeForAll() {
    List<News> groups = List.of(news(List.of(ending("a", 1))), news(List.of(ending("b", 3))));

    assertThat(new SendingPlan(groups, new Telling(2, 2).time()).untold()).isEmpty();
    assertThat(new SendingPlan(groups, new Telling(2, 2).time().minusMillis(1)).untold())
        .hasSize(1);
  }

  @Test
  void placesAreOnlyCountedBeyondSomeExamplesAndNeedNoMessageOfTheirOwn() {
    List<Finding> places = IntStream.range(0, 5_000).mapToObj(SendingPlanTest::unread).toList();

    assertThat(new SendingPlan(List.of(news(places)), new Telling(1, 5_000).time()).untold())
        .isEmpty();
  }

  @Test
  void somethingIsChosenWithoutAnyTime() {
    assertThat(
            new SendingPlan(List.of(news(List.of(ending("a", 1), ending("b", 3)))), Duration.ZERO)
                .untold())
        .containsExactly(ending("b", 3).announcement());
  }
}

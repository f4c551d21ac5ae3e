package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.BatchStore;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each of the first fetches waits until as many are under way as there may be.
@Timeout(300)
class PiecesAtOnceTest {
  private static final int AT_ONCE = 32;
  private static final int BATCHES = 40;

  private final MemoryStore texts = new MemoryStore();
  private final CountDownLatch together = new CountDownLatch(AT_ONCE);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void fetchesThePiecesOfThirtyTwoBatchesAtOnceAndNoMore() {
    SpreadCheck spread =
        new SpreadCheck(
            CheckFixture.check(new FakeAws(), (_, _) -> new Receipt.Result.Sent("m")),
            new Meeting(),
            "run-1");
    List<Account> accounts =
        IntStream.range(0, BATCHES * SpreadCheck.BATCH)
            .mapToObj(i ->
                Sample.account(
                    "account-" + i,
                    new AccountId("%012d".formatted(100_000_000_000L + i)),
                    "us-east-1"))
            .toList();
    assertThat(spread.list(CheckFixture.everybody(accounts)))
        .isEqualTo(new Outcome.Found<>(BATCHES));

    Outcome<Concluded> outcome =
        spread.conclude(
            BATCHES, CheckFixture.request("2026-05-04", Roster.EMPTY), Stop.onRequest());

    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    assertThat(((Outcome.Found<Concluded>) outcome).value().roster().accounts())
        .isEqualTo(accounts);
    assertThat(most).hasValue(AT_ONCE);
  }

  private final class Meeting implements BatchStore {
    @Override
    public Optional<Failure> put(String name, String text) {
      return texts.put(name, text);
    }

    @Override
    public Outcome<Optional<String>> get(String name) {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      together.countDown();
      try {
        assertThat(together.await(2, TimeUnit.MINUTES)).as("%d at once", AT_ONCE).isTrue();
        return texts.get(name);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } finally {
        underWay.decrementAndGet();
      }
    }
  }
}

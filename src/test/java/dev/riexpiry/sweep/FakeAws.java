package dev.riexpiry.sweep;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// AWS as a table: what each target answers, and what each account answers to being entered. What
/// the table does not hold is an empty answer.
public final class FakeAws implements AwsAccess {
  private final Map<List<Object>, Reading> readings = new HashMap<>();
  private final Map<AccountId, Failure> closed = new HashMap<>();
  private final Map<AccountId, Outcome<List<String>>> enabled = new HashMap<>();
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<AccountId> signedIn = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch crowd;
  private Outcome<Identity> caller = new Outcome.Found<>(Sample.CALLER);

  public FakeAws() {
    this(0);
  }

  /// @param crowd every call waits until so many are under way at once
  FakeAws(int crowd) {
    this.crowd = new CountDownLatch(crowd);
  }

  public FakeAws answers(AccountId id, String region, Service service, Reading reading) {
    readings.put(List.of(id, region, service), reading);
    return this;
  }

  public FakeAws closes(AccountId id, Failure failure) {
    closed.put(id, failure);
    return this;
  }

  FakeAws enables(AccountId id, Outcome<List<String>> regions) {
    enabled.put(id, regions);
    return this;
  }

  /// How often it was asked who calls.
  int asked() {
    return asked.get();
  }

  /// In the order of signing in.
  public List<AccountId> signedIn() {
    return List.copyOf(signedIn);
  }

  /// The most calls that were under way at once.
  int most() {
    return most.get();
  }

  /// Says whose the caller's own credentials are: those of [Sample#TOOLS] unless this is called.
  public FakeAws knows(Outcome<Identity> identity) {
    caller = identity;
    return this;
  }

  @Override
  public Asked<Identity> caller() {
    asked.incrementAndGet();
    return new Asked<>(caller, false);
  }

  @Override
  public Asked<AccountSession> signIn(Account account) {
    return counted(() -> {
      signedIn.add(account.id());
      Failure failure = closed.get(account.id());
      return failure == null ? Asked.known(new Session(account.id())) : Asked.failed(failure);
    });
  }

  private <T> T counted(java.util.function.Supplier<T> call) {
    int now = under.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    crowd.countDown();
    try {
      crowd.await();
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      under.decrementAndGet();
    }
  }

  private final class Session implements AccountSession {
    private final AccountId id;

    private Session(AccountId id) {
      this.id = id;
    }

    @Override
    public Asked<List<String>> enabledRegions() {
      return counted(() ->
          new Asked<>(enabled.getOrDefault(id, new Outcome.Found<>(List.of("us-east-1"))), false));
    }

    @Override
    public Reading read(String region, Service service) {
      return counted(() ->
          readings.getOrDefault(
              List.of(id, region, service), new Reading(List.of(), List.of(), false)));
    }
  }
}

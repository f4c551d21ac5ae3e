package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import java.util.concurrent.CountDownLatch;

/// AWS that never answers: a call ends only by being interrupted.
public final class SilentAws implements AwsAccess {
  @Override
  public Asked<Identity> caller() {
    return interrupted("sts:GetCallerIdentity");
  }

  @Override
  public Asked<AccountSession> signIn(Account account) {
    return interrupted("sts:AssumeRole");
  }

  private static <T> Asked<T> interrupted(String action) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Asked.failed(new Failure(action, "Late", "interrupted", "none"));
  }
}

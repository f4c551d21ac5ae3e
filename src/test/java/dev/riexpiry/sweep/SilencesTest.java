package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final AccountId SLOW = new AccountId("111111111111");
  private static final AccountId DEAD = new AccountId("222222222222");
  private static final AccountId GONE = new AccountId("333333333333");

  private final Silences silences = new Silences();

  private void silent(AccountId owner, String kind) {
    silences.silent(new Silence(owner, kind, _ -> true));
  }

  private List<String> order() {
    return silences.mostHopefulFirst().stream()
        .map(item -> item.owner().value().charAt(0) + item.kind())
        .toList();
  }

  @Test
  void areAskedAgainFirstWhereAccountAndServiceHaveAnswered() {
    silences.answered(SLOW, "rds");
    silences.answered(GONE, "ec2");
    silent(DEAD, "s3");
    silent(SLOW, "s3");
    silent(DEAD, "ec2");
    silent(SLOW, "ec2");

    assertThat(order()).startsWith("1ec2").endsWith("2s3").hasSize(4);
  }

  @Test
  void areAskedOneOfEachAccountBeforeTheSecondOfAny() {
    silent(DEAD, "a");
    silent(DEAD, "b");
    silent(DEAD, "c");
    silent(GONE, "a");

    assertThat(order()).containsExactly("2a", "3a", "2b", "2c");
  }
}

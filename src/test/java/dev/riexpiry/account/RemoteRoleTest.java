package dev.riexpiry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteRoleTest {
  @ParameterizedTest
  @CsvSource({
    "reader, arn:aws:iam::222233334444:role/reader",
    "/reader, arn:aws:iam::222233334444:role/reader",
    "cost/team/reader, arn:aws:iam::222233334444:role/cost/team/reader",
    "/cost/team/reader, arn:aws:iam::222233334444:role/cost/team/reader",
    "arn:aws:iam::222233334444:role/cost/reader, arn:aws:iam::222233334444:role/cost/reader",
    "arn:aws-cn:iam::222233334444:role/reader, arn:aws-cn:iam::222233334444:role/reader"
  })
  void isANameAPathAndNameOrAnArn(String text, String arn) {
    assertThat(RemoteRole.parse(text).orElseThrow().arn("aws", Sample.WEB)).isEqualTo(arn);
  }

  @Test
  void isInTheCallersPartitionUnlessAnArnSaysOtherwise() {
    assertThat(RemoteRole.parse("reader").orElseThrow().arn("aws-us-gov", Sample.WEB))
        .isEqualTo("arn:aws-us-gov:iam::222233334444:role/reader");
  }

  @Test
  void knowsTheAccountOfAnArnOnly() {
    assertThat(RemoteRole.parse("arn:aws:iam::222233334444:role/reader").orElseThrow())
        .isEqualTo(new RemoteRole("/", "reader", Optional.of("aws"), Optional.of(Sample.WEB)));
    assertThat(RemoteRole.parse("reader").orElseThrow().accountId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "reader/",
        "a role",
        "rôle",
        "//reader",
        "arn:aws:iam::222233334444:user/reader",
        "arn:aws:iam::222233334444:role",
        "arn:aws:iam::222233334444:role/",
        "arn:aws:iam::22223333444:role/reader",
        "arn:aws:sts::222233334444:assumed-role/reader/session",
        "arn:gcp:iam::222233334444:role/reader",
        "reader\n",
        "a2345678901234567890123456789012345678901234567890123456789012345"
      })
  void isNothingElse(String text) {
    assertThat(RemoteRole.parse(text)).isEmpty();
  }

  @Test
  void isNotMadeOfAnythingElse() {
    assertThatThrownBy(() -> new RemoteRole("/x", "y", Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a role's path and name: /xy");
  }
}

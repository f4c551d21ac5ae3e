package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.input.InvalidInputException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitmentChoiceTest {
  private static final CommitmentChoice.Absence NOWHERE =
      new CommitmentChoice.Absence("it is nowhere", "look again");

  private static RecordedCommitment recorded(AccountId account, String region, String end) {
    return new RecordedCommitment(account, region, "rds", "orders-db", Instant.parse(end));
  }

  private static CommitmentChoice choice(String id, Optional<AccountId> account) {
    return new CommitmentChoice(id, account, Optional.empty(), Optional.empty());
  }

  private static final RecordedCommitment WEB =
      recorded(Sample.WEB, "us-east-1", "2026-06-03T10:00:00Z");
  private static final RecordedCommitment DATA =
      recorded(Sample.DATA, "us-east-1", "2026-06-03T10:00:00Z");
  private static final RecordedCommitment ELSEWHERE =
      recorded(Sample.DATA, "eu-west-1", "2026-06-03T10:00:00Z");

  @Test
  void asksForTheAccountWhereSeveralHaveTheId() {
    assertThatThrownBy(
            () -> choice("orders-db", Optional.empty()).among(List.of(DATA, WEB), NOWHERE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "ID orders-db: 2 commitments have this id: account 222233334444, us-east-1, rds;"
                + " account 333344445555, us-east-1, rds; add --account ID");
    assertThat(choice("orders-db", Optional.of(Sample.WEB)).among(List.of(DATA, WEB), NOWHERE))
        .isEqualTo(WEB);
  }

  @Test
  void asksForTheRegionWhereAnAccountHasTheIdInSeveral() {
    assertThatThrownBy(() ->
            choice("orders-db", Optional.of(Sample.DATA)).among(List.of(DATA, ELSEWHERE), NOWHERE))
        .hasMessageEndingWith("; add --region NAME");
  }

  @Test
  void takesTheLastEndOfOneCommitment() {
    RecordedCommitment later = recorded(Sample.WEB, "us-east-1", "2027-06-03T10:00:00Z");

    assertThat(choice("orders-db", Optional.empty()).among(List.of(later, WEB), NOWHERE))
        .isEqualTo(later);
  }

  @Test
  void namesTheIdsThatBeginAlike() {
    assertThatThrownBy(() -> choice("orde", Optional.empty()).among(List.of(WEB), NOWHERE))
        .hasMessageEndingWith("ID orde: it is nowhere; did you mean orders-db?");
    assertThatThrownBy(() -> choice("zzzz", Optional.empty()).among(List.of(WEB), NOWHERE))
        .hasMessageEndingWith("ID zzzz: it is nowhere; look again");
  }
}

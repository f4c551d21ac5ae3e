package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Roster;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredRosterTest {
  @Test
  void readsBackAllThatItWrote() {
    Roster roster =
        new Roster(
            List.of(
                Sample.account("tools", Sample.TOOLS),
                new Account(
                    "web – prod",
                    Sample.WEB,
                    RemoteRole.parse("/cost/reader"),
                    Optional.of(new ExternalId("fake-external-id")),
                    new RegionChoice.Listed(List.of("us-east-1", "eu-west-1")),
                    List.of(Service.RDS),
                    Optional.of("Workloads/Prod"),
                    TopicArn.parse("arn:aws:sns:eu-west-1:222233334444:web-team"))),
            List.of(),
            true,
            new IgnoreRules(
                List.of(
                    new IgnoreRule(
                        Optional.of("r-1"),
                        Optional.empty(),
                        Optional.of(Service.EC2),
                        LocalDate.parse("2027-03-01"),
                        "moving to Graviton"),
                    new IgnoreRule(
                        Optional.empty(),
                        Optional.of(Sample.DATA),
                        Optional.empty(),
                        LocalDate.parse("2026-12-31"),
                        "closing"))),
            List.of(new ClosedAccount(new AccountId("666666666666"), "old – prod", "SUSPENDED")),
            Optional.empty(),
            Optional.of(
                new PayerScope(
                    Optional.of(Sample.TOOLS),
                    RemoteRole.parse("/cost/payer"),
                    Optional.of(new ExternalId("fake-external-id")),
                    List.of(Service.RDS, Service.SAVINGS_PLANS),
                    Set.of(Sample.DATA))),
            new OwnerTags(List.of("Owner", "CostCenter")));

    assertThat(StoredRoster.read(StoredRoster.write(roster))).isEqualTo(roster);
  }
}

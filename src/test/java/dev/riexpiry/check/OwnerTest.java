package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The owner of a commitment, from the tags that the accounts file names to what people are told.
class OwnerTest {
  private static final String END = "2026-05-11T03:59:59Z";

  private final FakeAws aws = new FakeAws();
  private final List<String> mails = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();

  private CheckReport run(OwnerTags owners, Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
    return CheckFixture.check(
            aws,
            (_, alert) -> {
              mails.add(alert.mail());
              documents.add(alert.json());
              return new Receipt.Result.Sent("m-1");
            })
        .run(
            CheckFixture.request(
                "2026-05-04",
                new Roster(
                    List.of(Sample.account("web", Sample.WEB)),
                    List.of(),
                    true,
                    IgnoreRules.NONE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    owners)),
            Stop.onRequest());
  }

  private static Commitment tagged(String id, String tag, String value) {
    return Sample.tagged(Sample.ec2(Sample.WEB, id, END), Map.of(tag, value));
  }

  @Test
  void standsInMailAlertAndReportAsTheAccountsFileNamesItsTag() {
    CheckReport report =
        run(new OwnerTags(List.of("Owner", "CostCenter")), tagged("r-1", "costcenter", "4711"));

    assertThat(mails).singleElement().asString().contains("  r-1, ends 03:59 UTC\n  owner: 4711\n");
    assertThat(documents).singleElement().asString().contains("\"owner\":\"4711\",\"tags\"");
    assertThat(ReportDocument.of(report).compact()).contains("\"owner\":\"4711\",\"tags\"");
  }

  @Test
  void isTheTagOwnerWhereTheAccountsFileNamesNone() {
    run(OwnerTags.DEFAULT, tagged("r-1", "Owner", "web-team"), tagged("r-2", "CostCenter", "4711"));

    assertThat(mails)
        .singleElement()
        .asString()
        .contains("\n  owner: web-team\n")
        .doesNotContain("owner: 4711");
  }

  @Test
  void ofManySumsAreByAccountAndOwnerAndEachLineNamesIt() {
    Commitment[] many = new Commitment[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = tagged("r-" + i, "Owner", i % 3 == 0 ? "web-team" : "data-team");
    }

    run(OwnerTags.DEFAULT, many);

    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            """
            By account and owner:
              web (222233334444), owner data-team: 40 end
              web (222233334444), owner web-team: 20 end
            """)
        .containsPattern("\n  web \\(222233334444\\), us-east-1, EC2: .*, owner web-team\n");
  }
}

package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The advice from the wire to the terminal: as of 4 May 2026.
class AdviceOutputTest {
  private static final Reservation USED =
      Books.reservation(
          "Amazon Elastic Compute Cloud - Compute",
          CommandSample.WEB,
          "r-used",
          "m5.large",
          "2025-05-11T04:00:00.000Z",
          "2026-05-11T03:59:59.000Z");

  @TempDir private Path directory;

  private String check(Reservation books, String output) {
    Organization organization =
        Organization.of(Member.of("111122223333", books), Member.of(CommandSample.WEB));
    try (StandIn _ = StandIn.start(organization)) {
      return Cli.run(
              "check",
              "--accounts",
              CommandSample.write(directory, "{ \"payer\": {} }"),
              "--check-date",
              "2026-05-04",
              "--output",
              output)
          .out();
    }
  }

  @Test
  void theTableHasTheVerdict() {
    assertThat(check(USED, "table"))
        .containsPattern("WHAT +USED +AT STAKE +ADVICE +")
        .containsPattern("75.00 % +29.20 USD +renew 2 of 2 ");
  }

  @Test
  void theCsvHasItsReasonsToo() {
    assertThat(check(USED, "csv").lines())
        .satisfiesExactly(
            header -> assertThat(header).contains(",advice,adviceQuantity,adviceReasons,"),
            row ->
                assertThat(row)
                    .contains(
                        ",renew,2,used 75 % in the last 30 days and 75 % in the last 7; it pays from 62.5 % on"));
  }
}

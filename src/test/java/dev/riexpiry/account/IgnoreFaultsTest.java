package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IgnoreFaultsTest {
  private static final String ACCOUNTS =
      "\"accounts\": [{\"accountName\": \"a\", \"accountId\": \"222233334444\"}]";

  private static AccountsFile.Parsed parse(String json) {
    return AccountsFile.parse(json.getBytes(UTF_8));
  }

  private static String faults(String json) {
    return switch (parse(json)) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> "valid: " + file;
      case AccountsFile.Parsed.Invalid(var faults) ->
          faults.stream().map(Fault::toString).collect(joining("\n"));
    };
  }

  @Test
  void everyKeyOfAnIgnoreIsRead() {
    String json =
        """
        {
          %s,
          "ignore": [
            { "commitmentId": "r-1", "until": "2027-03-01", "reason": "moving to Graviton" },
            { "accountId": "333344445555", "service": "rds", "until": "2026-12-31",
              "reason": "closing the account" }
          ]
        }
        """
            .formatted(ACCOUNTS);

    assertThat(parse(json))
        .isEqualTo(
            new AccountsFile.Parsed.Valid(
                new AccountsFile(
                    List.of(Sample.own("a", Sample.WEB)),
                    Optional.empty(),
                    Optional.empty(),
                    new IgnoreRules(
                        List.of(
                            new IgnoreRule(
                                Optional.of("r-1"),
                                Optional.empty(),
                                Optional.empty(),
                                LocalDate.parse("2027-03-01"),
                                "moving to Graviton"),
                            new IgnoreRule(
                                Optional.empty(),
                                Optional.of(Sample.DATA),
                                Optional.of(Service.RDS),
                                LocalDate.parse("2026-12-31"),
                                "closing the account"))),
                    OwnerTags.DEFAULT)));
  }

  @Test
  void allFaultsAreNamedWithPlaceAndRemedy() {
    assertThat(
            faults(
                """
                {
                  %s,
                  "ignore": [
                    { "until": "2027-03-01", "reason": "nothing is named" },
                    { "commitmentId": "r-1" },
                    { "commitmentID": "r-1", "until": "for ever", "reason": "" },
                    { "accountId": 12345678901, "service": "rdss", "until": "2027-02-29", "reason": "x" },
                    { "accountId": "2222", "service": "ec2", "until": 2027, "reason": "x" },
                    "r-1",
                    { "commitmentId": " ", "until": "2027-03-01", "reason": "x" },
                    { "service": "ec2", "until": "2027-03-01", "reason": "x" },
                    { "service": "ec2", "until": "2027-04-01", "reason": "y" }
                  ]
                }
                """
                    .formatted(ACCOUNTS)))
        .isEqualTo(
            """
            line 4, ignore[0]: it names nothing to ignore; add commitmentId, accountId or service
            line 5, ignore[1].until: it is missing; add the last day on which it is ignored, such as 2027-03-01
            line 5, ignore[1].reason: it is missing; add why, for those who read the report
            line 6, ignore[2].commitmentID: there is no such key; did you mean "commitmentId"?
            line 6, ignore[2]: it names nothing to ignore; add commitmentId, accountId or service
            line 6, ignore[2].until: "for ever" is not a date; write year, month and day such as 2027-03-01
            line 6, ignore[2].reason: is blank; write the reason in a line
            line 7, ignore[3].accountId: 12345678901 is a number, which loses a leading zero; write it as text of twelve digits: "012345678901"
            line 7, ignore[3].service: "rdss" is not a service that this version knows; did you mean "rds"?
            line 7, ignore[3].until: "2027-02-29" is not a date; write year, month and day such as 2027-03-01
            line 8, ignore[4].accountId: "2222" is not twelve digits; write the twelve digits without spaces or dashes
            line 8, ignore[4].until: is a number; write a text in quotes
            line 9, ignore[5]: is a text; write an object like {"commitmentId": "…", "until": "2027-03-01", "reason": "…"}
            line 10, ignore[6].commitmentId: is blank; write the id that the report shows
            line 12, ignore[8]: service ec2 is there twice; remove one of the two\
            """);
  }

  @Test
  void anEmptyListAndWhatIsNoListAreFaults() {
    String remedy =
        "write a list of objects like"
            + " {\"commitmentId\": \"…\", \"until\": \"2027-03-01\", \"reason\": \"…\"}, or remove it";

    assertThat(faults("{" + ACCOUNTS + ", \"ignore\": []}"))
        .isEqualTo("line 1, ignore: the list is empty; " + remedy);
    assertThat(faults("{" + ACCOUNTS + ", \"ignore\": \"r-1\"}"))
        .isEqualTo("line 1, ignore: is a text; " + remedy);
  }
}

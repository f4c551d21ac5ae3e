package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.standin.Tree.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What accounts cost, at a terminal: as of 4 May 2026.
class CostCommandTest {
  private static final String PAYER = "111122223333";
  private static final String WEB = "222233334444";
  private static final String LEFT = "333344445555";
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
  private static final String S3 = "Amazon Simple Storage Service";

  private static final Organization BOOKS =
      Organization.of(
              Member.of(
                  PAYER,
                  Books.cost("2026-05-02", PAYER, S3, "0.005").with("name", "tools"),
                  Books.cost("2026-05-02", WEB, EC2, "1200.50").with("name", "web-prod"),
                  Books.cost("2026-05-03", WEB, EC2, "1200.504")
                      .with("name", "web-prod")
                      .with("estimated", "true"),
                  Books.cost("2026-05-03", WEB, "Refund", "-0.50")
                      .with("name", "web-prod")
                      .with("estimated", "true"),
                  Books.cost("2026-05-03", LEFT, EC2, "3").with("estimated", "true")),
              Member.of(WEB))
          .withTree(
              new Tree(
                  List.of(
                      new Unit("ou-1", "Workloads", "r-ab12"), new Unit("ou-2", "Prod", "ou-1")),
                  List.of(
                      new Leaf(PAYER, "payer", "ACTIVE", "r-ab12"),
                      new Leaf(WEB, "web", "ACTIVE", "ou-2"))));

  @TempDir private Path directory;

  private Cli cost(Organization organization, String file, List<Fault> faults, String... options) {
    try (StandIn _ = StandIn.start(organization, faults.toArray(Fault[]::new))) {
      return Cli.run(
          Stream.concat(
                  Stream.of("cost", "--accounts", CommandSample.write(directory, file)),
                  Stream.of(options))
              .toArray(String[]::new));
    }
  }

  private Cli cost(String... options) {
    return cost(BOOKS, "{\"payer\": {}}", List.of(), options);
  }

  @Test
  void addsUpByAccountWithTheLargestFirstAndMarksWhatIsEstimated() {
    Cli cost = cost("--days", "2");
    assertThat(cost.status()).isZero();
    assertThat(cost.out())
        .isEqualTo(
            """
            ACCOUNT                  TOTAL USD  2026-05-03*  2026-05-02
            web-prod (222233334444)   2,400.50     1,200.00    1,200.50
            333344445555                  3.00         3.00        0.00
            tools (111122223333)          0.01         0.00        0.01
            together                  2,403.51     1,203.00    1,200.51

            * estimated: the bill may still change it
            Costs: 2026-05-02 to 2026-05-03 (UTC), AmortizedCost; 1 request to Cost Explorer
            """);
    assertThat(cost.err())
        .endsWith("Reading the costs of 2026-05-02 to 2026-05-03 (UTC), AmortizedCost\n");
  }

  @Test
  void theSumOfAUnitIncludesWhatIsBelowItAndAnAccountThatLeftKeepsItsCost() {
    assertThat(cost("--days", "2", "--by", "ou").out())
        .startsWith(
            """
            UNIT                      TOTAL USD  2026-05-03*  2026-05-02
            directly below the root        0.01         0.00        0.01
            in no unit that is known       3.00         3.00        0.00
            Workloads                  2,400.50     1,200.00    1,200.50
            Workloads/Prod             2,400.50     1,200.00    1,200.50
            together                   2,403.51     1,203.00    1,200.51
            """)
        .contains("The sum of a unit includes what is below it.");
  }

  @Test
  void addsUpByService() {
    assertThat(
            cost("--days", "2", "--by", "service")
                .out()
                .lines()
                .map(line -> line.replaceFirst("  .*", "")))
        .startsWith("SERVICE", EC2, S3, "Refund", "together");
  }

  @Test
  void jsonAndCsvHaveEachDayAccountAndServiceExactly() throws IOException {
    assertThat(cost("--days", "2", "--output", "csv").out())
        .isEqualTo(
            """
            date,accountId,accountName,organizationalUnit,service,amount,currency,estimated
            2026-05-02,111122223333,tools,,Amazon Simple Storage Service,0.005,USD,false
            2026-05-02,222233334444,web-prod,Workloads/Prod,Amazon Elastic Compute Cloud - Compute,1200.50,USD,false
            2026-05-03,222233334444,web-prod,Workloads/Prod,Amazon Elastic Compute Cloud - Compute,1200.504,USD,true
            2026-05-03,222233334444,web-prod,Workloads/Prod,Refund,-0.50,USD,true
            2026-05-03,333344445555,333344445555,,Amazon Elastic Compute Cloud - Compute,3.00,USD,true
            """);
    JsonNode json = new ObjectMapper().readTree(cost("--days", "2", "--output", "json").out());
    assertThat(json).hasSize(5);
    assertThat(json.get(3).toString())
        .isEqualTo(
            "{\"date\":\"2026-05-03\",\"accountId\":\"222233334444\",\"accountName\":\"web-prod\","
                + "\"organizationalUnit\":\"Workloads/Prod\",\"service\":\"Refund\","
                + "\"amount\":-0.5,\"currency\":\"USD\",\"estimated\":true}");
    assertThat(json.get(4).get("organizationalUnit").isNull()).isTrue();
  }

  @Test
  void whatASpreadsheetWouldRunIsTextAndAnAmountBelowZeroIsANumber() {
    Organization hostile =
        Organization.of(
            Member.of(
                PAYER,
                Books.cost("2026-05-03", PAYER, "=cmd|' /C calc'!A0", "-12.50")
                    .with("name", "@SUM(1,2)\"\n\u202Ex")
                    .with("unit", "+USD")));
    assertThat(cost(hostile, "{\"payer\": {}}", List.of(), "--days", "1", "-o", "csv").out())
        .endsWith(
            "\n2026-05-03,111122223333,\"'@SUM(1,2)\"\"\uFFFD\uFFFDx\",,"
                + "'=cmd|' /C calc'!A0,-12.50,'+USD,false\n");
  }

  @Test
  void currenciesAreNeverAdded() {
    Organization books =
        Organization.of(
            Member.of(
                PAYER,
                Books.cost("2026-05-03", PAYER, EC2, "7").with("unit", "CNY"),
                Books.cost("2026-05-03", PAYER, S3, "2")));
    assertThat(cost(books, "{\"payer\": {}}", List.of(), "--days", "1").out())
        .startsWith(
            """
            ACCOUNT       TOTAL CNY  2026-05-03
            111122223333       7.00        7.00
            together           7.00        7.00

            ACCOUNT       TOTAL USD  2026-05-03
            111122223333       2.00        2.00
            together           2.00        2.00

            Costs: 2026-05-03 to 2026-05-03 (UTC)\
            """);
  }

  @Test
  void ofThreeAccountsWithoutAPayerOneThatRefusesIsNotReadAndNotZero() {
    Organization books =
        Organization.of(
            Member.of(PAYER, Books.cost("2026-05-03", PAYER, EC2, "1")),
            Member.of(WEB, Books.cost("2026-05-03", WEB, EC2, "2")),
            Member.of(LEFT, Books.cost("2026-05-03", LEFT, EC2, "4")));
    String file =
        """
        { "regions": ["us-east-1"], "accounts": [
          { "accountName": "tools", "accountId": "111122223333" },
          { "accountName": "web-prod", "accountId": "222233334444", "remoteRole": "ri-expiry-reader" },
          { "accountName": "data", "accountId": "333344445555", "remoteRole": "ri-expiry-reader" } ] }
        """;
    Cli cost =
        cost(
            books,
            file,
            List.of(Fault.of(Fault.Kind.DENIED, AwsService.COST_EXPLORER).account(WEB)),
            "--days",
            "1");
    assertThat(cost.status()).isEqualTo(3);
    assertThat(cost.out())
        .startsWith(
            """
            ACCOUNT                  TOTAL USD  2026-05-03
            data (333344445555)           4.00        4.00
            tools (111122223333)          1.00        1.00
            web-prod (222233334444)   not read    not read
            together                      5.00        5.00

            Costs: 2026-05-03 to 2026-05-03 (UTC), AmortizedCost; 2 requests to Cost Explorer

            Could not be read; no sum has its costs:
              web-prod (222233334444), the whole account
                ce:GetCostAndUsage: AccessDeniedException\
            """)
        .contains("To mend it: allow ce:GetCostAndUsage");
  }

  @Test
  void aPayerThatRefusesGivesNoTableOfZeros() {
    Organization refusing =
        Organization.of(
            Member.of(
                PAYER,
                Books.refusing(
                    "GetCostAndUsage",
                    "AccessDeniedException",
                    "User not enabled for cost explorer access")));
    Cli cost = cost(refusing, "{\"payer\": {}}", List.of());
    assertThat(cost.status()).isEqualTo(3);
    assertThat(cost.out())
        .startsWith("\nCould not be read; no sum has its costs:\n")
        .contains("switch Cost Explorer on")
        .doesNotContain("0.00");
    Cli csv = cost(refusing, "{\"payer\": {}}", List.of(), "--output", "csv");
    assertThat(csv.out().lines()).hasSize(1);
    assertThat(csv.err()).contains("Could not be read; no sum has its costs:");
  }

  @Test
  void nothingPaidIsSaid() {
    Organization empty = Organization.of(Member.of(PAYER));
    assertThat(cost(empty, "{\"payer\": {}}", List.of(), "--days", "1").out())
        .startsWith("Nothing was paid on these days.\nCosts: ");
  }

  @Test
  void aNarrowTerminalLosesTheOldestDays() {
    try (StandIn _ = StandIn.start(BOOKS)) {
      assertThat(
              Cli.runOnTerminalOf(
                      80, "cost", "--accounts", CommandSample.write(directory, "{\"payer\": {}}"))
                  .out())
          .contains("2026-05-03*", "Not shown for lack of room: ", "2026-04-20; --wide shows all.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --by unit             | --by: 'unit' is nothing that costs are added up by; write one of account, ou, service
          --days 0              | --days: '0' is not a number of days; write a whole number from 1 to 425: Cost Explorer keeps single days for 14 months
          --days 426            | --days: '426' is not a number of days
          --cost-metric Blended | --cost-metric: 'Blended' is not a metric; write one of AmortizedCost, UnblendedCost, NetAmortizedCost
          --output excel        | --output: 'excel' is not a format
          """)
  void whatIsMistypedIsNamedBeforeAnythingIsAsked(String options, String sentence) {
    try (StandIn aws = StandIn.start(BOOKS)) {
      Cli cost =
          Cli.run(
              Stream.concat(
                      Stream.of("cost", "--accounts", CommandSample.accounts(directory)),
                      Stream.of(options.split(" ")))
                  .toArray(String[]::new));
      assertThat(cost.status()).isEqualTo(2);
      assertThat(cost.err()).contains(sentence);
      assertThat(aws.calls()).isEmpty();
    }
  }
}

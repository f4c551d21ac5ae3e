package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a report, from the wire to the folder: as of 4 May 2026.
class ReportCommandTest {
  private static final List<String> FILES =
      List.of(
          "report.json",
          "commitments.csv",
          "calendar.ics",
          "cliff.svg",
          "cost.csv",
          "cost.svg",
          "index.html");

  @TempDir private Path directory;

  private Path folder() {
    return directory.resolve("out").resolve("today");
  }

  private Cli report(String... options) {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      return Cli.run(
          Stream.concat(
                  Stream.of("report", "--accounts", CommandSample.accounts(directory)),
                  Stream.of(options))
              .toArray(String[]::new));
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(folder().resolve(name));
  }

  @Test
  void writesItsFilesIntoANewFolderAndNamesThem() {
    Cli report = report("--to", folder().toString());
    assertThat(report.status()).isZero();
    assertThat(report.out().lines())
        .containsExactlyElementsOf(
            FILES.stream().map(name -> folder().resolve(name).toString()).toList());
    assertThat(report.err())
        .contains("Reading 2 accounts as of 2026-05-04 (UTC)", "20 targets done")
        .endsWith("Writing to " + folder() + "\n");
    assertThat(folder()).isDirectoryContaining(file -> file.endsWith("index.html"));
    assertThat(folder().toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
  }

  @Test
  void everyFileHasEveryActiveCommitmentHoweverFarItsEndIs() throws IOException {
    report("--to", folder().toString());
    assertThat(FILES)
        .filteredOn(name -> !name.startsWith("cost."))
        .allSatisfy(name ->
            assertThat(read(name)).contains("ec2-tools", "ec2-web", "ec2-later", "orders-db"));
    assertThat(read("commitments.csv").lines()).hasSize(5);
    assertThat(read("report.json")).contains("\"active\" : [");
  }

  @Test
  void aSpreadsheetIsToldThatTheCsvIsInUtf8() throws IOException {
    report("--to", folder().toString());
    assertThat(read("commitments.csv")).startsWith("\uFEFFaccountId,");
  }

  private static final Organization PAYING =
      Organization.of(
          Member.of("111122223333", Books.cost("2026-05-03", "111122223333", "Amazon EC2", "1.50")),
          Member.of(
              "222233334444", Books.cost("2026-05-03", "222233334444", "Amazon RDS", "2.25")));

  @Test
  void theCostsOfTheLastFourteenDaysAreFilesAndASectionOfThePage() throws IOException {
    try (StandIn aws = StandIn.start(PAYING)) {
      Cli.run(
          "report",
          "--accounts",
          CommandSample.accounts(directory),
          "--cost-metric",
          "UnblendedCost",
          "--to",
          folder().toString());
      assertThat(aws.calls("GetCostAndUsage"))
          .hasSize(2)
          .allSatisfy(call ->
              assertThat(call.body())
                  .contains(
                      "\"TimePeriod\":{\"Start\":\"2026-04-20\",\"End\":\"2026-05-04\"}",
                      "\"UnblendedCost\""));
    }
    assertThat(read("cost.csv"))
        .isEqualTo(
            """
            \uFEFFdate,accountId,accountName,organizationalUnit,service,amount,currency,estimated
            2026-05-03,111122223333,tools,,Amazon EC2,1.50,USD,false
            2026-05-03,222233334444,web-prod,,Amazon RDS,2.25,USD,false
            """);
    assertThat(read("cost.svg")).contains("web-prod (222233334444)", ">3.75</text>");
    assertThat(read("index.html")).contains("id=\"cost\"", "<td>3.75");
  }

  @Test
  void costsThatAreRefusedAreSaidAndTakeNothingElseNorAnExitStatus() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("cost.csv"), "of an earlier report");
    try (StandIn _ = StandIn.start(PAYING, Fault.of(Fault.Kind.DENIED, AwsService.COST_EXPLORER))) {
      Cli report =
          Cli.run(
              "report",
              "--accounts",
              CommandSample.accounts(directory),
              "--to",
              folder().toString());
      assertThat(report.status()).isZero();
      assertThat(report.err())
          .contains("Costs could not be read:", "ce:GetCostAndUsage: AccessDeniedException");
    }
    assertThat(folder().toFile().list())
        .containsExactlyInAnyOrder(
            "report.json", "commitments.csv", "calendar.ics", "cliff.svg", "index.html");
    assertThat(read("index.html")).contains("Costs could not be read", "To mend it");
  }

  @Test
  void aFileOfAnEarlierReportThatCannotBeRemovedIsToldAndNothingIsWritten() throws IOException {
    Files.createDirectories(folder().resolve("cost.csv").resolve("in the way"));
    Cli report = report("--account", "web-prod", "--to", folder().toString());
    assertThat(report.status()).isOne();
    assertThat(report.err()).contains("NOT REMOVED: " + folder().resolve("cost.csv") + " (");
    assertThat(folder().toFile().list()).containsExactly("cost.csv");
  }

  @Test
  void ofAPartNoCostsAreRead() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli.run(
          "report",
          "--accounts",
          CommandSample.accounts(directory),
          "--account",
          "web-prod",
          "--to",
          folder().toString());
      assertThat(aws.calls("GetCostAndUsage")).isEmpty();
    }
    assertThat(folder().toFile().list()).doesNotContain("cost.csv", "cost.svg");
  }

  @Test
  void anotherReportReplacesTheFilesAndLeavesAllOthers() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("index.html"), "old");
    Files.writeString(folder().resolve("notes.txt"), "mine");
    report("--to", folder().toString(), "--quiet");
    assertThat(read("index.html")).startsWith("<!DOCTYPE html>");
    assertThat(read("notes.txt")).isEqualTo("mine");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsRefusedBeforeAnythingIsRead() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(List.of(file.toString(), file + "/in", "s3://Bucket/prefix/", " "))
        .allSatisfy(place -> {
          Cli report = report("--to", place);
          assertThat(report.status()).isEqualTo(2);
          assertThat(report.err()).contains("--to").doesNotContain("Reading");
        });
    assertThat(report("--to", file + "/in").err())
        .contains("--to " + file + "/in: " + file + " is a file; name a folder");
    assertThat(report().err())
        .contains(
            "--to: there is no folder to write to; add --to FOLDER, or --to s3://BUCKET/FOLDER/");
  }

  @Test
  void writesIntoABucketTheDayFirstAndNamesEachObject() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli report = inBucket("--to", "s3://bucket/reports");

      List<String> keys =
          Stream.of("bucket/reports/2026/05/04/", "bucket/reports/latest/")
              .flatMap(folder -> FILES.stream().map(folder::concat))
              .toList();
      assertThat(report.status()).isZero();
      assertThat(report.out().lines())
          .containsExactlyElementsOf(keys.stream().map("s3://"::concat).toList());
      assertThat(report.err()).endsWith("Writing to s3://bucket/reports/\n");
      assertThat(aws.calls("PUT"))
          .extracting(Call::path)
          .containsExactlyElementsOf(keys.stream().map("/"::concat).toList());
    }
  }

  @Test
  void aRoleThatCannotBeAssumedIsToldWithItsRemedy() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli report =
          inBucket(
              "--to",
              "s3://bucket/",
              "--report-role-arn",
              "arn:aws:iam::999900001111:role/writer",
              "--report-external-id",
              "k3y");

      assertThat(report.status()).isOne();
      assertThat(report.out()).isEmpty();
      assertThat(report.err())
          .contains("NOT WRITTEN: s3://bucket/ (sts:AssumeRole: ", "To mend it: ", "external id")
          .doesNotContain("k3y");
      assertThat(aws.calls("PUT")).isEmpty();
    }
  }

  @Test
  void whatSaysHowToWriteIntoABucketIsRefusedBesideAFolder() {
    Cli report = report("--to", folder().toString(), "--report-role-arn", "arn:aws:iam::1:role/x");
    assertThat(report.status()).isEqualTo(2);
    assertThat(report("--to", folder().toString(), "--report-external-id", "k3y").err())
        .contains("--report-external-id: no report goes to a bucket");
  }

  private Cli inBucket(String... options) {
    return Cli.run(
        Stream.concat(
                Stream.of("report", "--accounts", CommandSample.accounts(directory)),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void theExitStatusIsThatOfACheck() {
    assertThat(report("--to", folder().toString(), "--fail-on-expiring").status()).isEqualTo(10);
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndThePageStaysTheOldOne() throws IOException {
    Files.createDirectories(folder().resolve("calendar.ics").resolve("in the way"));
    Files.writeString(folder().resolve("index.html"), "old");
    Cli report = report("--to", folder().toString());
    assertThat(report.status()).isOne();
    assertThat(report.err())
        .contains("NOT WRITTEN: " + folder().resolve("calendar.ics") + " (", "To mend it: ");
    assertThat(report.out().lines()).hasSize(2);
    assertThat(read("index.html")).isEqualTo("old");
    assertThat(folder().toFile().list())
        .containsExactlyInAnyOrder("report.json", "commitments.csv", "calendar.ics", "index.html");
  }
}

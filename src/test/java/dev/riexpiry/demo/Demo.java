package dev.riexpiry.demo;

import dev.riexpiry.cli.Cli;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Checks a sample organisation as of 4 May 2026: the program with the real SDK clients, against an
/// AWS on the loopback address. One of its five accounts is closed.
public final class Demo {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final long YEAR = 31_536_000;

  private static final Organization ACCOUNTS =
      Organization.of(
              Member.of(
                  "111122223333",
                  Reservation.ec2(
                      "us-east-1",
                      "0f3a11de-0001-4000-8000-111122223333",
                      "t3.medium",
                      2,
                      "2027-01-20T15:59:59Z"),
                  Sold.savingsPlan(
                      "c1f0a7de-0001-4000-8000-111122223333",
                      "2025-06-18T00:00:00.000Z",
                      "2026-06-17T23:59:59.000Z")),
              Member.of(
                  "222233334444",
                  Reservation.ec2(
                      "us-east-1",
                      "5b8c21de-0001-4000-8000-222233334444",
                      "m5.large",
                      4,
                      "2026-05-11T03:59:59Z"),
                  Reservation.ec2(
                          "us-east-1",
                          "5b8c21de-0002-4000-8000-222233334444",
                          "c6i.2xlarge",
                          10,
                          "2026-07-01T21:14:07Z")
                      .with("offeringClass", "convertible")
                      .with("offeringType", "Partial Upfront"),
                  Reservation.ec2(
                          "us-east-1",
                          "5b8c21de-0004-4000-8000-222233334444",
                          "c6i.4xlarge",
                          5,
                          "2027-07-01T21:14:06Z")
                      .with("state", "queued")
                      .with("start", "2026-07-01T21:14:07Z"),
                  Reservation.ec2(
                          "us-east-1",
                          "5b8c21de-0003-4000-8000-222233334444",
                          "m4.large",
                          4,
                          "2026-04-02T10:00:00Z")
                      .with("start", "2025-04-02T10:00:01Z")
                      .with("state", "retired"),
                  Reservation.rds(
                          "us-east-1",
                          "orders-db-2025",
                          "db.r6g.2xlarge",
                          2,
                          "2025-06-03T08:12:40.531Z",
                          YEAR)
                      .with("MultiAZ", "true")
                      .with("OfferingType", "All Upfront")),
              Member.of(
                      "333344445555",
                      Reservation.ec2(
                              "eu-west-1",
                              "9d4e31de-0001-4000-8000-333344445555",
                              "r6i.4xlarge",
                              3,
                              "2026-05-05T09:29:59Z")
                          .with("scope", "Availability Zone")
                          .with("availabilityZone", "eu-west-1b"),
                      Reservation.rds(
                          "eu-west-1",
                          "warehouse-2025",
                          "db.m7g.large",
                          1,
                          "2025-11-18T13:00:00.000Z",
                          YEAR))
                  .withRole("ri-expiry-reader", "sample-external-id"),
              Member.of(
                  "444455556666",
                  Reservation.rds(
                      "us-east-1",
                      "legacy-reporting",
                      "db.t3.medium",
                      1,
                      "2023-05-08T18:45:10.000Z",
                      3 * YEAR)))
          .withTopics(TOPIC);

  /// The same, where the caller's account pays for all and has them in its books, and one more that
  /// belongs to an account of which nobody can assume the role.
  private static final Organization ORGANIZATION = withBooks();

  private static Organization withBooks() {
    Member payer = ACCOUNTS.members().getFirst();
    List<Reservation> books = new ArrayList<>();
    for (Member member : ACCOUNTS.members()) {
      member.reservations().stream()
          .filter(item -> !"queued".equals(item.fields().get("state")))
          .filter(item ->
              item.service().equals(AwsService.EC2) || item.service().equals(AwsService.RDS))
          .map(item -> Books.of(member.id(), item))
          .forEach(books::add);
    }
    books.add(
        Books.plan(
            payer.id(),
            "c1f0a7de-0001-4000-8000-111122223333",
            "2025-06-18T00:00:00.000Z",
            "2026-06-17T23:59:59.000Z"));
    books.add(
        Books.of(
            "555566667777",
            Reservation.ec2(
                "us-east-1",
                "77aa41de-0001-4000-8000-555566667777",
                "m5.xlarge",
                3,
                "2026-05-08T12:00:00Z")));
    List<Member> members = new ArrayList<>(ACCOUNTS.members());
    members.set(
        0,
        new Member(
            payer.id(),
            payer.roles(),
            payer.regions(),
            Stream.concat(payer.reservations().stream(), books.stream()).toList()));
    return new Organization(
        ACCOUNTS.caller(),
        members,
        ACCOUNTS.topics(),
        ACCOUNTS.tree(),
        ACCOUNTS.pageSize(),
        ACCOUNTS.lastToken());
  }

  private static final String TABLE = "ledger-demo";
  private static final String FOLDER = "target/demo";

  private Demo() {}

  /// Prints the demonstration.
  public static void main(String[] arguments) {
    System.err.println("Checking a sample organisation on three days.");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    out.print(text());
    out.flush();
  }

  static String text() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      Cli monday = check("2026-05-04T06:00:00Z");
      Message first = aws.messages().getFirst();
      Cli tuesday = check("2026-05-05T06:00:00Z");
      int mails = aws.messages().size();
      Cli wednesday = check("2026-05-06T06:00:00Z");
      Message last = aws.messages().getLast();
      String page = page();
      return """
      Monday, 4 May 2026. Everything that is due is new.

      $ ri-expiry-notifier check --accounts accounts.json --publish --ledger-table %1$s \\
          --topic-arn %2$s

      %3$s
      ---- the mail, as SNS took it -----------------------------------------------------

      Subject: %4$s

      %5$s
      ---- Tuesday, 5 May: the same command, and nothing that was not told --------------

      %6$s
      %7$d mail sent.

      ---- Wednesday, 6 May: the next milestone ------------------------------------------

      Subject: %8$s

      %9$s
      ---- a page to look at, of Monday --------------------------------------------------

      $ ri-expiry-notifier report --accounts accounts.json --to %14$s

      %15$s
      Open it in a browser: it is one file, and asks for nothing.

      ---- done --------------------------------------------------------------------------

      Exit status %10$d, %11$d and %12$d%13$s.
      """
          .formatted(
              TABLE,
              TOPIC,
              monday.out(),
              first.subject(),
              first.mail(),
              tuesday.err().lines().reduce("", (_, line) -> line),
              mails - 1,
              last.subject(),
              last.mail(),
              monday.status(),
              tuesday.status(),
              wednesday.status(),
              monday.status() == 3 ? ", because one account could not be read" : "",
              FOLDER,
              page);
    }
  }

  private static Cli check(String now) {
    return Cli.runAt(
        Instant.parse(now),
        "check",
        "--accounts",
        accounts().toString(),
        "--publish",
        "--topic-arn",
        TOPIC,
        "--ledger-table",
        TABLE);
  }

  /// Writes the report of Monday.
  ///
  /// @return where its page is, which is written last of all; else what went wrong
  private static String page() {
    Cli report =
        Cli.runAt(
            Instant.parse("2026-05-04T06:00:00Z"),
            "report",
            "--accounts",
            accounts().toString(),
            "--to",
            FOLDER);
    return report.out().lines().reduce((_, line) -> line).orElse(report.err());
  }

  private static Path accounts() {
    try {
      return Path.of(Objects.requireNonNull(Demo.class.getResource("/demo-accounts.json")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

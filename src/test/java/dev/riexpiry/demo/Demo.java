package dev.riexpiry.demo;

import dev.riexpiry.cli.Cli;
import dev.riexpiry.notifier.SampleOrganization;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Checks the sample organisation on three days: the program with the real SDK clients, against the
/// answers that the command `demo` gives too, and a topic and a table of a stand-in.
public final class Demo {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";

  /// Where alerts go and what was told is remembered; everything else the sample answers.
  private static final Organization RECIPIENTS =
      Organization.of(Member.of("111122223333")).withTopics(TOPIC);

  private static final List<String> OTHERS = List.of("DynamoDb", "Sns");
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
    try {
      return SampleOrganization.at(Demo::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(URI sample) {
    try (StandIn aws = StandIn.start(RECIPIENTS)) {
      for (String service : OTHERS) {
        System.setProperty("aws.endpointUrl" + service, aws.url());
      }
      System.setProperty("aws.endpointUrl", sample.toString());
      Cli monday = check(SampleOrganization.MORNING);
      Message first = aws.messages().getFirst();
      Cli tuesday = check(SampleOrganization.MORNING.plus(Duration.ofDays(1)));
      int mails = aws.messages().size();
      Cli wednesday = check(SampleOrganization.MORNING.plus(Duration.ofDays(2)));
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
    } finally {
      OTHERS.forEach(service -> System.clearProperty("aws.endpointUrl" + service));
    }
  }

  private static Cli check(Instant now) {
    return Cli.runAt(
        now,
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
            SampleOrganization.MORNING,
            "report",
            "--accounts",
            accounts().toString(),
            "--to",
            FOLDER);
    return report.out().lines().reduce((_, line) -> line).orElse(report.err());
  }

  private static Path accounts() {
    try {
      return Files.writeString(
          Files.createDirectories(Path.of(FOLDER)).resolve("accounts.json"),
          SampleOrganization.accounts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

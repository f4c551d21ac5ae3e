package dev.riexpiry.cli;

import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two accounts with reservations that end 1, 7 and 30 days after 4 May 2026, and later.
final class CommandSample {
  static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:ri-expiry";
  static final String WEB = "222233334444";

  static final Organization ORGANIZATION =
      Organization.of(
              Member.of(
                  "111122223333",
                  Reservation.ec2("us-east-1", "ec2-tools", "t3.micro", 1, "2026-05-05T03:59:59Z")),
              Member.of(
                  WEB,
                  Reservation.ec2("us-east-1", "ec2-web", "m5.large", 4, "2026-05-11T03:59:59Z"),
                  Reservation.ec2("us-east-1", "ec2-later", "m5.large", 4, "2027-05-11T03:59:59Z"),
                  Reservation.rds(
                      "us-east-1",
                      "orders-db",
                      "db.r6g.large",
                      2,
                      "2025-06-03T10:00:00.000Z",
                      31_536_000)))
          .withTopics(TOPIC);

  static final Organization NOTHING_ENDS =
      Organization.of(Member.of("111122223333"), Member.of(WEB)).withTopics(TOPIC);

  private CommandSample() {}

  /// Writes the accounts file of both organisations.
  static String accounts(Path directory) {
    return write(
        directory,
        """
        {
          "regions": ["us-east-1"],
          "accounts": [
            { "accountName": "tools", "accountId": "111122223333" },
            { "accountName": "web-prod", "accountId": "222233334444", "remoteRole": "ri-expiry-reader" }
          ]
        }
        """);
  }

  static String write(Path directory, String json) {
    try {
      return Files.writeString(directory.resolve("accounts.json"), json).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

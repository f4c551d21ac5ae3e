package dev.riexpiry.aws;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.ledger.Acknowledged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The form of the ledger's item of an acknowledgement.
final class AcknowledgementItem {
  static final String PREFIX = "ack#";

  /// The days after the last one on which it is in force until it may be forgotten: there is no
  /// time zone in which that day is not over by then.
  private static final int KEPT_DAYS = 2;

  private static final int ACCOUNT = 0;
  private static final int REGION = 1;
  private static final int SERVICE = 2;
  private static final int ID = 3;
  private static final int PARTS = 4;

  private AcknowledgementItem() {}

  /// @param commitmentKey what tells the commitment from others
  static String key(String commitmentKey) {
    return PREFIX + commitmentKey;
  }

  static Map<String, AttributeValue> write(
      Acknowledged acknowledged, Acknowledgement.By.Caller by) {
    Acknowledgement decision = acknowledged.decision();
    return Map.of(
        LedgerItem.KEY,
        LedgerItem.text(key(acknowledged.commitment().key())),
        "end",
        LedgerItem.text(acknowledged.commitment().end().toString()),
        "silentUntil",
        LedgerItem.text(decision.until().toString()),
        "reason",
        LedgerItem.text(decision.reason()),
        "by",
        LedgerItem.text(by.arn()),
        "at",
        LedgerItem.number(by.at().toEpochMilli()),
        "expires",
        LedgerItem.number(
            decision.until().plusDays(KEPT_DAYS).atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
  }

  /// @throws RuntimeException if the item is not of this program's making
  static Acknowledged read(Map<String, AttributeValue> item) {
    String[] parts =
        LedgerItem.text(item, LedgerItem.KEY)
            .orElse("")
            .substring(PREFIX.length())
            .split("#", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("an acknowledgement names no commitment");
    }
    return new Acknowledged(
        new RecordedCommitment(
            new AccountId(parts[ACCOUNT]),
            parts[REGION],
            parts[SERVICE],
            parts[ID],
            Instant.parse(LedgerItem.text(item, "end").orElse(""))),
        new Acknowledgement(
            LocalDate.parse(LedgerItem.text(item, "silentUntil").orElse("")),
            LedgerItem.text(item, "reason").orElse(""),
            new Acknowledgement.By.Caller(
                LedgerItem.text(item, "by").orElse(""),
                Instant.ofEpochMilli(LedgerItem.number(item, "at")))));
  }
}

package dev.riexpiry.alert;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.policy.Ignored;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The JSON that alerts and the report have in common. Names and order are a contract: they only
/// grow.
public final class CheckJson {
  private CheckJson() {}

  /// Writes `accounts`, `targets` and `commitments`.
  public static void counts(JsonGenerator json, CheckSummary summary) throws IOException {
    ReadCounts coverage = summary.coverage();
    json.writeObjectFieldStart("accounts");
    json.writeNumberField("configured", coverage.accountsConfigured());
    json.writeNumberField("read", coverage.accountsRead());
    json.writeEndObject();
    json.writeObjectFieldStart("targets");
    json.writeNumberField("read", coverage.targetsRead());
    json.writeNumberField("unreadable", coverage.targetsUnreadable());
    json.writeEndObject();
    json.writeObjectFieldStart("commitments");
    json.writeNumberField("active", coverage.active());
    json.writeNumberField("expiring", summary.expiring());
    json.writeEndObject();
  }

  /// Writes the `expiring` list.
  public static void expiring(JsonGenerator json, List<Expiring> expiring, CheckSummary summary)
      throws IOException {
    expiring(json, "expiring", expiring, summary);
  }

  /// Writes a list of expiring commitments under another name.
  static void expiring(
      JsonGenerator json, String name, List<Expiring> expiring, CheckSummary summary)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Expiring item : expiring) {
      json.writeStartObject();
      commitment(json, item.commitment(), summary);
      json.writeNumberField("daysLeft", item.daysLeft());
      json.writeNumberField("milestone", item.milestone());
      json.writeBooleanField("due", summary.isDue(item));
      firstTold(json, item, summary);
      RenewalJson.write(json, summary.renewals().of(item));
      CommitmentJson.details(json, item.commitment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the `troubles` list: purchases that are not paid.
  public static void troubles(JsonGenerator json, List<Unpaid> troubles, CheckSummary summary)
      throws IOException {
    json.writeArrayFieldStart("troubles");
    for (Unpaid trouble : troubles) {
      json.writeStartObject();
      commitment(json, trouble.commitment(), summary);
      json.writeStringField("kind", trouble.kind().id());
      json.writeNumberField("days", trouble.days());
      json.writeStringField("remedy", NotPaid.remedy(trouble));
      json.writeBooleanField("due", summary.memory().isDue(trouble));
      CommitmentJson.details(json, trouble.commitment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the `lapsed` list.
  public static void lapsed(JsonGenerator json, List<Lapsed> lapsed, CheckSummary summary)
      throws IOException {
    json.writeArrayFieldStart("lapsed");
    for (Lapsed item : lapsed) {
      json.writeStartObject();
      commitment(json, item.commitment(), summary);
      json.writeNumberField("daysAgo", item.daysAgo());
      json.writeBooleanField("due", summary.memory().isDue(item));
      CommitmentJson.details(json, item.commitment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the `ignored` list.
  public static void ignored(JsonGenerator json, List<Ignored> ignored, CheckSummary summary)
      throws IOException {
    json.writeArrayFieldStart("ignored");
    for (Ignored item : ignored) {
      json.writeStartObject();
      commitment(json, item.commitment(), summary);
      json.writeNumberField("daysLeft", summary.checkDate().daysLeft(item.commitment().end()));
      json.writeStringField("until", item.because().until().toString());
      json.writeStringField("reason", item.because().reason());
      CommitmentJson.details(json, item.commitment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void commitment(JsonGenerator json, Commitment commitment, CheckSummary summary)
      throws IOException {
    json.writeStringField("accountId", commitment.accountId().value());
    json.writeStringField("accountName", summary.nameOf(commitment.accountId()));
    textOrNull(json, "organizationalUnit", summary.organizationalUnitOf(commitment.accountId()));
    json.writeStringField("region", commitment.region());
    json.writeStringField("service", commitment.service().id());
    json.writeStringField("commitmentId", commitment.id());
    json.writeStringField("state", commitment.state().text());
    json.writeStringField("resourceType", commitment.covered().resourceType());
    json.writeStringField("description", commitment.description());
    json.writeNumberField("quantity", commitment.covered().quantity());
    json.writeStringField("start", commitment.start().toString());
    json.writeStringField("end", commitment.end().toString());
  }

  private static void firstTold(JsonGenerator json, Expiring item, CheckSummary summary)
      throws IOException {
    Optional<LocalDate> date = summary.memory().firstTold(item);
    if (date.isEmpty()) {
      json.writeNullField("firstTold");
      return;
    }
    json.writeObjectFieldStart("firstTold");
    json.writeStringField("date", date.get().toString());
    json.writeNumberField("daysLeft", summary.daysLeftOn(date.get(), item.commitment()));
    json.writeEndObject();
  }

  /// Writes the `unreadable` list, as far as it needs no memory.
  public static void unreadable(JsonGenerator json, List<Unreadable> unreadable)
      throws IOException {
    unreadable(json, unreadable, Memory.NONE);
  }

  /// Writes the `unreadable` list.
  public static void unreadable(JsonGenerator json, List<Unreadable> unreadable, Memory memory)
      throws IOException {
    json.writeArrayFieldStart("unreadable");
    for (Unreadable item : unreadable) {
      Failure failure = item.failure();
      json.writeStartObject();
      textOrNull(json, "accountId", item.accountId().map(AccountId::value));
      json.writeStringField("accountName", item.accountName());
      textOrNull(json, "organizationalUnit", item.organizationalUnit());
      textOrNull(json, "region", item.region());
      textOrNull(json, "service", item.service().map(Service::id));
      json.writeStringField("action", failure.action());
      json.writeStringField("code", failure.code());
      json.writeStringField("message", failure.message());
      json.writeStringField("remedy", failure.remedy());
      textOrNull(json, "since", memory.since(item).map(LocalDate::toString));
      json.writeBooleanField("due", memory.isDue(item));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the `recovered` list: places that could not be read and now can.
  public static void recovered(JsonGenerator json, List<OpenGap> recovered, CheckSummary summary)
      throws IOException {
    json.writeArrayFieldStart("recovered");
    for (OpenGap gap : recovered) {
      GapPlace place = gap.place();
      json.writeStartObject();
      textOrNull(json, "accountId", place.accountId().map(AccountId::value));
      textOrNull(json, "accountName", place.accountId().map(summary::nameOf));
      textOrNull(json, "region", place.region());
      textOrNull(json, "service", place.service().map(Service::id));
      json.writeStringField("since", gap.since().toString());
      json.writeBooleanField("due", summary.memory().isDue(gap));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes a text, or null where there is none.
  public static void textOrNull(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }
}

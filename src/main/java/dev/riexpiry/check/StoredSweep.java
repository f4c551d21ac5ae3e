package dev.riexpiry.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.alert.Json;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.StoredJson;
import dev.riexpiry.sweep.Coverage;
import dev.riexpiry.sweep.Failure;
import dev.riexpiry.sweep.SweepResult;
import dev.riexpiry.sweep.Unreadable;
import java.io.IOException;
import java.time.Instant;

/// The result of sweeping one batch as the steps of a spread run hand it on. Written and read by
/// one version of this program within one run, so that it needs no compatibility.
public final class StoredSweep {
  private StoredSweep() {}

  /// The result as JSON.
  public static String write(SweepResult result) {
    return Json.compact(json -> {
      json.writeStartObject();
      Coverage coverage = result.coverage();
      json.writeNumberField("accountsConfigured", coverage.accountsConfigured());
      json.writeNumberField("accountsRead", coverage.accountsRead());
      json.writeNumberField("targetsRead", coverage.targetsRead());
      json.writeNumberField("targetsUnreadable", coverage.targetsUnreadable());
      json.writeNumberField("active", coverage.active());
      json.writeArrayFieldStart("kept");
      for (Commitment commitment : result.kept()) {
        write(json, commitment);
      }
      json.writeEndArray();
      CheckJson.unreadable(json, result.unreadable());
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, Commitment commitment) throws IOException {
    json.writeStartObject();
    json.writeStringField("accountId", commitment.accountId().value());
    json.writeStringField("region", commitment.region());
    json.writeStringField("service", commitment.service().id());
    json.writeStringField("id", commitment.id());
    json.writeStringField("state", commitment.state().text());
    json.writeStringField("resourceType", commitment.resourceType());
    json.writeNumberField("quantity", commitment.quantity());
    json.writeArrayFieldStart("terms");
    for (String term : commitment.terms()) {
      json.writeString(term);
    }
    json.writeEndArray();
    json.writeStringField("start", commitment.start().toString());
    json.writeStringField("end", commitment.end().toString());
    json.writeEndObject();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static SweepResult read(String text) {
    StoredJson json = StoredJson.parse(text);
    return new SweepResult(
        new Coverage(
            json.number("accountsConfigured"),
            json.number("accountsRead"),
            json.number("targetsRead"),
            json.number("targetsUnreadable"),
            json.number("active")),
        json.list("kept").stream().map(StoredSweep::commitment).toList(),
        json.list("unreadable").stream().map(StoredSweep::unreadable).toList());
  }

  private static Commitment commitment(StoredJson json) {
    return new Commitment(
        new AccountId(json.text("accountId")),
        json.text("region"),
        Service.of(json.text("service")),
        json.text("id"),
        CommitmentState.of(json.text("state")),
        json.text("resourceType"),
        json.number("quantity"),
        json.texts("terms"),
        Instant.parse(json.text("start")),
        Instant.parse(json.text("end")));
  }

  static Unreadable unreadable(StoredJson json) {
    return new Unreadable(
        json.optionalText("accountId").map(AccountId::new),
        json.text("accountName"),
        json.optionalText("organizationalUnit"),
        json.optionalText("region"),
        json.optionalText("service").map(Service::of),
        new Failure(
            json.text("action"), json.text("code"), json.text("message"), json.text("remedy")));
  }
}

package dev.riexpiry.check;



import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.alert.Json;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.input.StoredJson;
import dev.riexpiry.sweep.SweepResult;

/// The result of sweeping one batch as the steps of a spread run hand it on. Written and read by
/// one version of this program within one run, so that it needs no compatibility.
public final class StoredSweep {
  private StoredSweep() {}

  /// The result as JSON.
  public static String write(SweepResult result) {
    return Json.compact(json -> {
      json.writeStartObject();
      ReadCounts coverage = result.coverage();
      json.writeNumberField("accountsConfigured", coverage.accountsConfigured());
      json.writeNumberField("accountsRead", coverage.accountsRead());
      json.writeNumberField("targetsRead", coverage.targetsRead());
      json.writeNumberField("targetsUnreadable", coverage.targetsUnreadable());
      json.writeNumberField("active", coverage.active());
      json.writeArrayFieldStart("kept");
      for (Commitment commitment : result.kept()) {
        StoredCommitment.write(json, commitment);
      }
      json.writeEndArray();
      CheckJson.unreadable(json, result.unreadable());
      json.writeEndObject();
    });
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static SweepResult read(String text) {
    StoredJson json = StoredJson.parse(text);
    return new SweepResult(
        new ReadCounts(
            json.number("accountsConfigured"),
            json.number("accountsRead"),
            json.number("targetsRead"),
            json.number("targetsUnreadable"),
            json.number("active")),
        json.list("kept").stream().map(StoredCommitment::read).toList(),
        json.list("unreadable").stream().map(StoredSweep::unreadable).toList());
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

package dev.riexpiry.check;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.alert.Json;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.StoredJson;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.Roster;
import java.io.IOException;
import java.util.List;

/// A roster as the steps of a spread run hand it on. Written and read by one version of this
/// program within one run, so that it needs no compatibility.
public final class StoredRoster {
  private StoredRoster() {}

  /// The roster as JSON.
  public static String write(Roster roster) {
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("accounts");
      for (Account account : roster.accounts()) {
        write(json, account);
      }
      json.writeEndArray();
      CheckJson.unreadable(json, roster.unlisted());
      json.writeBooleanField("whole", roster.whole());
      IgnoresJson.write(json, roster.ignores());
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, Account account) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", account.name());
    json.writeStringField("id", account.id().value());
    CheckJson.textOrNull(json, "role", account.role().map(RemoteRole::pathAndName));
    CheckJson.textOrNull(json, "externalId", account.externalId().map(ExternalId::value));
    CheckJson.textOrNull(json, "organizationalUnit", account.organizationalUnit());
    CheckJson.textOrNull(json, "topicArn", account.topicArn().map(TopicArn::value));
    json.writeArrayFieldStart("regions");
    if (account.regions() instanceof RegionChoice.Listed(List<String> names)) {
      for (String name : names) {
        json.writeString(name);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("services");
    for (Service service : account.services()) {
      json.writeString(service.id());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static Roster read(String text) {
    StoredJson document = StoredJson.parse(text);
    return new Roster(
        document.list("accounts").stream().map(StoredRoster::account).toList(),
        document.list("unreadable").stream().map(StoredSweep::unreadable).toList(),
        document.flag("whole"),
        IgnoresJson.read(document));
  }

  private static Account account(StoredJson json) {
    List<String> regions = json.texts("regions");
    return new Account(
        json.text("name"),
        new AccountId(json.text("id")),
        json.optionalText("role").flatMap(RemoteRole::parse),
        json.optionalText("externalId").map(ExternalId::new),
        regions.isEmpty() ? new RegionChoice.AllEnabled() : new RegionChoice.Listed(regions),
        json.texts("services").stream().map(Service::of).toList(),
        json.optionalText("organizationalUnit"),
        json.optionalText("topicArn").map(TopicArn::new));
  }
}

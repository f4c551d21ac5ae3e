package dev.riexpiry.check;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.input.StoredJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A commitment as the steps of a spread run hand it on.
final class StoredCommitment {
  private StoredCommitment() {}

  static void write(JsonGenerator json, Commitment commitment) throws IOException {
    json.writeStartObject();
    json.writeStringField("accountId", commitment.accountId().value());
    json.writeStringField("region", commitment.region());
    json.writeStringField("service", commitment.service().id());
    json.writeStringField("id", commitment.id());
    json.writeStringField("state", commitment.state().text());
    write(json, commitment.covered());
    CheckJson.textOrNull(json, "payment", commitment.offering().payment());
    CheckJson.textOrNull(json, "offeringClass", commitment.offering().offeringClass());
    json.writeStringField("start", commitment.start().toString());
    json.writeStringField("end", commitment.end().toString());
    write(json, "hourlyPrice", commitment.hourlyPrice());
    CheckJson.textOrNull(json, "name", commitment.label().name());
    CheckJson.textOrNull(json, "arn", commitment.label().arn());
    json.writeArrayFieldStart("tags");
    for (Map.Entry<String, String> tag : commitment.label().tags().entrySet()) {
      json.writeStartObject();
      json.writeStringField("key", tag.getKey());
      json.writeStringField("value", tag.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Covered covered) throws IOException {
    json.writeStringField("resourceType", covered.resourceType());
    json.writeStringField("unit", covered.unit().name());
    json.writeStringField("scope", covered.scope().id());
    CheckJson.textOrNull(json, "scopeName", covered.scope().name());
    switch (covered) {
      case Covered.Resources resources -> {
        json.writeNumberField("quantity", resources.quantity());
        CheckJson.textOrNull(json, "platform", resources.platform());
        CheckJson.textOrNull(json, "tenancy", resources.tenancy());
        json.writeStringField("multiAz", String.valueOf(resources.multiAz()));
      }
      case Covered.Spend spend -> {
        write(json, "hourly", spend.hourly());
        CheckJson.textOrNull(json, "family", spend.family());
      }
    }
  }

  private static void write(JsonGenerator json, String name, Optional<Money> money)
      throws IOException {
    CheckJson.textOrNull(json, name, money.map(some -> some.amount().toPlainString()));
    CheckJson.textOrNull(json, name + "Currency", money.flatMap(Money::currency));
  }

  static Commitment read(StoredJson json) {
    Map<String, String> tags = new TreeMap<>();
    json.list("tags").forEach(tag -> tags.put(tag.text("key"), tag.text("value")));
    return new Commitment(
        new AccountId(json.text("accountId")),
        json.text("region"),
        Service.of(json.text("service")),
        json.text("id"),
        CommitmentState.of(json.text("state")),
        covered(json),
        new Offering(json.optionalText("payment"), json.optionalText("offeringClass")),
        new Term(Instant.parse(json.text("start")), Instant.parse(json.text("end"))),
        money(json, "hourlyPrice"),
        new Label(json.optionalText("name"), json.optionalText("arn"), tags));
  }

  private static Covered covered(StoredJson json) {
    Unit unit = Unit.valueOf(json.text("unit"));
    return unit == Unit.PLANS
        ? new Covered.Spend(
            json.text("resourceType"),
            money(json, "hourly"),
            json.optionalText("family"),
            scope(json))
        : new Covered.Resources(
            json.text("resourceType"),
            json.number("quantity"),
            unit,
            scope(json),
            json.optionalText("platform"),
            json.optionalText("tenancy"),
            Boolean.parseBoolean(json.text("multiAz")));
  }

  private static Scope scope(StoredJson json) {
    return switch (json.text("scope")) {
      case "region" -> new Scope.Region(json.text("scopeName"));
      case "zone" -> new Scope.Zone(json.text("scopeName"));
      case "global" -> new Scope.Global();
      default -> throw new IllegalArgumentException("no such scope: " + json.text("scope"));
    };
  }

  private static Optional<Money> money(StoredJson json, String name) {
    return json.optionalText(name)
        .map(amount -> new Money(new BigDecimal(amount), json.optionalText(name + "Currency")));
  }
}

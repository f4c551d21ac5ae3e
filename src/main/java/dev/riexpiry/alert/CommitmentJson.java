package dev.riexpiry.alert;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// What the JSON of a commitment tells beyond its first version. What a service does not say is
/// left out and not null: an alert holds this six times, once for each protocol.
final class CommitmentJson {
  private CommitmentJson() {}

  static void details(JsonGenerator json, Commitment commitment) throws IOException {
    Covered covered = commitment.covered();
    json.writeStringField("commitmentType", covered.kind());
    json.writeStringField("unit", covered.unit().label());
    json.writeStringField("scope", covered.scope().id());
    text(json, "scopeName", covered.scope().name());
    switch (covered) {
      case Covered.Resources resources -> {
        text(json, "platform", resources.platform());
        text(json, "tenancy", resources.tenancy());
        if (resources.multiAz()) {
          json.writeBooleanField("multiAz", true);
        }
      }
      case Covered.Spend spend -> {
        text(json, "instanceFamily", spend.family());
        money(json, "hourlyCommitment", spend.hourly());
      }
    }
    Offering offering = commitment.offering();
    text(json, "offeringClass", offering.offeringClass());
    text(json, "paymentOption", offering.payment());
    money(json, "hourlyPrice", commitment.hourlyPrice());
    text(json, "currency", commitment.hourlyPrice().flatMap(Money::currency));
    label(json, commitment.label());
  }

  private static void label(JsonGenerator json, Label label) throws IOException {
    text(json, "commitmentName", label.name());
    text(json, "commitmentArn", label.arn());
    if (!label.tags().isEmpty()) {
      json.writeObjectFieldStart("tags");
      for (Map.Entry<String, String> tag : label.tags().entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  /// Amounts are numbers, with as many decimals as AWS gave.
  private static void money(JsonGenerator json, String name, Optional<Money> money)
      throws IOException {
    if (money.isPresent()) {
      json.writeNumberField(name, money.get().amount());
    }
  }
}

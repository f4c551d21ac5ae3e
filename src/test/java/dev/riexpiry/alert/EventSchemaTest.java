package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.riexpiry.SchemaMembers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules are written against `events.schema.json`, events are made of records: both must have the
/// same members, of the same types, and leave out the same ones.
class EventSchemaTest {
  private static final JsonNode SCHEMA = SchemaMembers.read("events.schema.json");
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  /// The event as a rule gets it.
  static ObjectNode asARuleGetsIt(Event event) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.put("source", Event.SOURCE).put("detail-type", event.type());
    event.resources().forEach(whole.putArray("resources")::add);
    whole.set("detail", EventComposerTest.detail(event));
    return whole;
  }

  @ParameterizedTest
  @CsvSource({
    "expiring, OfExpiring",
    "lapsed, OfLapsed",
    "unpaid, OfUnpaid",
    "unread, OfUnread",
    "restored, OfRestored"
  })
  void hasTheMembersOfTheRecords(String kind, String record) throws ClassNotFoundException {
    Class<?> finding = Class.forName(FindingDocument.class.getName() + "$" + record);
    SchemaMembers members = new SchemaMembers(SCHEMA, Map.of("finding", finding));

    assertThat(members.published(SCHEMA.at("/$defs/" + kind)))
        .containsExactlyElementsOf(members.written(EventDetail.class));
  }

  @Test
  void isItselfAValidSchema() {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(SCHEMA.toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void everyMemberIsDescribed() {
    assertThat(new SchemaMembers(SCHEMA.at("/$defs"), Map.of()).undescribed()).isEmpty();
  }

  @Test
  void takesAnEventOfEachKindAndNoneWithoutItsDetail() {
    for (Event event : EventComposerTest.events(EventComposerTest.oneOfEach())) {
      ObjectNode whole = asARuleGetsIt(event);
      assertThat(VALIDATOR.validate(whole.toString(), InputFormat.JSON)).isEmpty();

      ((ObjectNode) whole.path("detail")).remove("findingId");
      assertThat(VALIDATOR.validate(whole.toString(), InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void takesAnEventOfWhatATagSilencesAndNotWithoutItsDay() {
    ObjectNode whole = asARuleGetsIt(SilencedByTagTest.event("r-1"));
    assertThat(VALIDATOR.validate(whole.toString(), InputFormat.JSON)).isEmpty();

    ((ObjectNode) whole.path("detail").path("acknowledged")).remove("until");
    assertThat(VALIDATOR.validate(whole.toString(), InputFormat.JSON)).isNotEmpty();
  }
}

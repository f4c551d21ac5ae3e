package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.riexpiry.SchemaMembers;
import dev.riexpiry.alert.FindingDocument;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that read the report are checked against `report.schema.json`, the report is made of
/// records: both must have the same members, of the same types, and leave out the same ones.
class ReportSchemaTest {
  private static final JsonNode SCHEMA = SchemaMembers.read("report.schema.json");
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  /// The records behind those lists of which the type alone does not say it.
  private static final Map<String, Class<?>> ENTRIES =
      Map.of(
          "expiring", FindingDocument.OfExpiring.class,
          "troubles", FindingDocument.OfUnpaid.class,
          "unreadable", FindingDocument.OfUnread.class,
          "notOffered?", FindingDocument.OfUnread.class,
          "recovered", FindingDocument.OfRestored.class,
          "lapsed", FindingDocument.OfLapsed.class);

  private static final SchemaMembers MEMBERS = new SchemaMembers(SCHEMA, ENTRIES);

  @TempDir private Path directory;

  @Test
  void hasTheMembersOfTheRecords() {
    assertThat(MEMBERS.published(SCHEMA))
        .containsExactlyElementsOf(MEMBERS.written(ReportDocument.class));
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
    assertThat(MEMBERS.undescribed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--all",
        "--account=web-prod --region=us-east-1",
        "--ledger-table=ledger-of-the-schema --publish",
        "--milestone-days=1"
      })
  void takesWhatIsPrinted(String options) {
    Fault denied = Fault.of(Kind.DENIED, AwsService.RDS).account("111122223333");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, denied)) {
      String report =
          Cli.run(
                  Stream.concat(
                          Stream.of(
                              "check",
                              "--output=json",
                              "--topic-arn=" + CommandSample.TOPIC,
                              "--accounts=" + CommandSample.accounts(directory)),
                          Stream.of(options.split(" ")).filter(word -> !word.isEmpty()))
                      .toArray(String[]::new))
              .out();

      assertThat(report).contains("\"unreadable\"");
      assertThat(VALIDATOR.validate(report, InputFormat.JSON)).isEmpty();
    }
  }
}

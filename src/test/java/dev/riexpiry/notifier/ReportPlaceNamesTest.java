package dev.riexpiry.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportRole;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.KmsKeyArn;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.SettingParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPlaceNamesTest {
  private static final String ROLE = "arn:aws:iam::222233334444:role/finops/writer";
  private static final String KEY =
      "arn:aws:kms:us-east-1:222233334444:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private final List<Fault> faults = new ArrayList<>();

  private Optional<ReportPlace> read(Map<String, String> settings) {
    return ReportPlaceNames.ENVIRONMENT.read(
        new SettingParser(name -> Optional.ofNullable(settings.get(name)), faults), faults);
  }

  @Test
  void allFourMakeAPlace() {
    assertThat(
            read(
                Map.of(
                    "REPORT_LOCATION",
                    "s3://bucket/reports",
                    "REPORT_ROLE_ARN",
                    ROLE,
                    "REPORT_EXTERNAL_ID",
                    "k3y",
                    "REPORT_KMS_KEY_ARN",
                    KEY)))
        .contains(
            new ReportPlace(
                new S3Location("bucket", "reports/"),
                Optional.of(
                    new ReportRole(
                        RemoteRole.parse(ROLE).orElseThrow(), Optional.of(new ExternalId("k3y")))),
                Optional.of(new KmsKeyArn(KEY))));
    assertThat(faults).isEmpty();
  }

  @Test
  void withoutALocationNothingIsWritten() {
    assertThat(read(Map.of())).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void whatSaysHowToWriteNeedsAPlace() {
    assertThat(
            read(
                Map.of(
                    "REPORT_ROLE_ARN", ROLE,
                    "REPORT_EXTERNAL_ID", "k3y",
                    "REPORT_KMS_KEY_ARN", KEY)))
        .isEmpty();
    assertThat(faults)
        .extracting(Fault::place)
        .containsExactly("REPORT_ROLE_ARN", "REPORT_EXTERNAL_ID", "REPORT_KMS_KEY_ARN");
    assertThat(faults)
        .extracting(Fault::remedy)
        .containsOnly("name the folder in a bucket with REPORT_LOCATION, or leave this out");
  }

  @Test
  void anExternalIdNeedsARole() {
    assertThat(read(Map.of("REPORT_LOCATION", "s3://bucket/", "REPORT_EXTERNAL_ID", "k3y")))
        .isEmpty();
    assertThat(faults)
        .extracting(Fault::toString)
        .containsExactly(
            "REPORT_EXTERNAL_ID: there is no role that asks for it; name the role with REPORT_ROLE_ARN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "writer",
        "finops/writer",
        "arn:aws:iam::222233334444:user/writer",
        "arn:aws:iam::22223333444:role/writer",
        "arn:aws:iam::222233334444:role/*/"
      })
  void aRoleIsNamedByItsWholeArn(String role) {
    assertThat(read(Map.of("REPORT_LOCATION", "s3://bucket/", "REPORT_ROLE_ARN", role))).isEmpty();
    assertThat(faults)
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.remedy())
                .startsWith("write one like arn:aws:iam::222233334444:role/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:kms:us-east-1:222233334444:alias/reports",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "alias/aws/s3"
      })
  void aKeyIsNamedByItsArnAndNotByAnAlias(String key) {
    assertThat(read(Map.of("REPORT_LOCATION", "s3://bucket/", "REPORT_KMS_KEY_ARN", key)))
        .isEmpty();
    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.remedy()).contains("of the key itself, not of an alias"));
  }

  @Test
  void aWrongExternalIdIsNotRepeated() {
    read(
        Map.of(
            "REPORT_LOCATION", "s3://bucket/",
            "REPORT_ROLE_ARN", ROLE,
            "REPORT_EXTERNAL_ID", "not one!"));
    assertThat(faults)
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.toString())
                .startsWith("REPORT_EXTERNAL_ID: ")
                .doesNotContain("not one!"));
  }
}

package dev.riexpiry.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riexpiry.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerraformModuleTest {
  private static final String REMEDY = "mvn -q test-compile exec:exec@terraform writes it anew";
  private static final Template TEMPLATE = Template.read("sam-template.yaml");

  /// Near what patterns here allow, on both sides.
  private static final List<String> VALUES =
      List.of(
          "",
          "6",
          "06",
          "24",
          "60,30,7,1",
          "Europe/Berlin",
          "https://d-1234567890.awsapps.com/start",
          "ann@example.com",
          "s3://reports/a/",
          "s3://reports",
          "arn:aws:sns:us-east-1:111122223333:alerts",
          "arn:aws:iam::111122223333:role/ri-expiry-report-writer",
          "arn:aws:iam::111122223333:role/a/b/Organization",
          "arn:aws:iam::111122223333:role/OrganizationAccountAccessRole",
          "arn:aws:iam::111122223333:role/a/OrganizationAccountAccessRole",
          "arn:aws:iam::111122223333:role/OrganizationAccountAccessRole2",
          "arn:*:iam::*:role/ri-expiry-reader",
          "arn:*:iam::*:role/ri-*",
          "arn:*:iam::*:role/O*",
          "arn:*:iam::*:role/OrganizationAccountAccess*",
          "arn:*:iam::*:role/*",
          "arn:*:iam::*:role/a/OrganizationAccountAccessRole");

  @Test
  void hasEveryParameterOfTheTemplateAsAVariable() throws IOException {
    assertThat(Files.readString(TerraformModule.PARAMETERS))
        .as(REMEDY)
        .isEqualTo(new TerraformModule(TEMPLATE).parameters());
  }

  @Test
  void hasEveryOutputOfTheTemplate() throws IOException {
    assertThat(Files.readString(TerraformModule.OUTPUTS))
        .as(REMEDY)
        .isEqualTo(new TerraformModule(TEMPLATE).outputs());
  }

  @Test
  void allowsWhatTheTemplateAllowsAndNothingElse() {
    ((Map<?, ?>) TEMPLATE.at("Parameters"))
        .forEach((name, declared) -> {
          if (((Map<?, ?>) declared).get("AllowedPattern") instanceof String pattern) {
            for (String value : VALUES) {
              assertThat(AllowedPattern.of(pattern).allows(value))
                  .as("%s takes '%s'", name, value)
                  .isEqualTo(value.matches(pattern));
            }
          }
        });
  }

  @Test
  void refusesToWriteAPatternThatTerraformCannotCheck() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedPattern.of("^a(?=b)c$"))
        .withMessageContaining("(?=b)");
  }

  @Test
  void spellsATextSoThatNothingInItIsATemplate() {
    assertThat(Hcl.text("a\"b\\c${d}%{e}")).isEqualTo("\"a\\\"b\\\\c$${d}%%{e}\"");
  }
}

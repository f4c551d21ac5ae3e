package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.riexpiry.commitment.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

/// Editors check `accounts.json` with the schema, the program with its parser. Both must say the
/// same, or people mend a file that is right, or deploy one that is not.
class AccountsSchemaTest {
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Files.readString(Path.of("accounts.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean schemaTakes(String json) {
    return VALIDATOR.validate(json, InputFormat.JSON).isEmpty();
  }

  private static boolean parserTakes(String json) {
    return AccountsFile.parse(json.getBytes(UTF_8)) instanceof AccountsFile.Parsed.Valid;
  }

  private static String account(String members) {
    return "{\"accounts\": [{" + members + "}]}";
  }

  private static String also(String member) {
    return account("\"accountName\": \"a\", \"accountId\": \"222233334444\", " + member);
  }

  @Test
  void isItselfAValidSchema() {
    JsonSchema metaSchema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(metaSchema.validate(SCHEMA)).isEmpty();
  }

  @Test
  void theRegionsAreThoseOfTheProgramAndOfTheSdk() {
    List<String> inSchema = new ArrayList<>();
    SCHEMA.at("/$defs/region/enum").forEach(name -> inSchema.add(name.asText()));

    assertThat(inSchema).isEqualTo(KnownRegions.NAMES);
    assertThat(KnownRegions.NAMES)
        .containsExactlyElementsOf(
            Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .sorted()
                .toList());
  }

  @Test
  void theServicesAreThoseOfTheProgram() {
    List<String> inSchema = new ArrayList<>();
    SCHEMA.at("/$defs/service/enum").forEach(name -> inSchema.add(name.asText()));

    assertThat(inSchema).isEqualTo(Service.ids());
  }

  @Test
  void theKeysAreThoseOfTheParser() {
    assertThat(keys("/properties")).isEqualTo(keysThatTheParserNames("{\"-\": 0}"));
    assertThat(keys("/$defs/account/properties"))
        .isEqualTo(keysThatTheParserNames("{\"accounts\": [{\"-\": 0}]}"));
    assertThat(keys("/$defs/organization/properties"))
        .isEqualTo(keysThatTheParserNames("{\"organization\": {\"-\": 0}}"));
    assertThat(keys("/$defs/payer/properties"))
        .isEqualTo(keysThatTheParserNames("{\"payer\": {\"-\": 0}}"));
    assertThat(keys("/$defs/ignore/properties"))
        .isEqualTo(keysThatTheParserNames("{\"ignore\": [{\"-\": 0}]}"));
    assertThat(keys("/$defs/route/properties"))
        .isEqualTo(keysThatTheParserNames("{\"routes\": [{\"-\": 0}]}"));
  }

  private static List<String> keys(String pointer) {
    return SCHEMA.at(pointer).propertyStream().map(java.util.Map.Entry::getKey).toList();
  }

  /// The keys that the parser suggests for a key that it does not know.
  private static List<String> keysThatTheParserNames(String json) {
    return switch (AccountsFile.parse(json.getBytes(UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> throw new AssertionError(file);
      case AccountsFile.Parsed.Invalid(var faults) ->
          faults.stream()
              .filter(fault -> fault.problem().equals("there is no such key"))
              .map(fault -> fault.remedy().replace("remove it; known are ", ""))
              .flatMap(keys -> List.of(keys.split(", ", -1)).stream())
              .toList();
    };
  }

  @Test
  void everyKeyIsDescribedForEditors() {
    for (String place :
        List.of(
            "/properties/regions",
            "/properties/services",
            "/properties/accounts",
            "/$defs/account/properties/accountName",
            "/$defs/account/properties/accountId",
            "/$defs/account/properties/remoteRole",
            "/$defs/account/properties/externalId",
            "/$defs/account/properties/regions",
            "/$defs/account/properties/services",
            "/$defs/account/properties/topicArn",
            "/properties/organization",
            "/$defs/organization/properties/remoteRole",
            "/$defs/organization/properties/externalId",
            "/$defs/organization/properties/regions",
            "/$defs/organization/properties/services",
            "/$defs/organization/properties/organizationalUnits",
            "/$defs/organization/properties/excludeAccounts",
            "/properties/payer",
            "/$defs/payer/properties/accountId",
            "/$defs/payer/properties/remoteRole",
            "/$defs/payer/properties/externalId",
            "/$defs/payer/properties/guides",
            "/properties/ignore",
            "/properties/ownerTags",
            "/properties/routes",
            "/$defs/route/properties/tag",
            "/$defs/route/properties/organizationalUnit",
            "/$defs/route/properties/topicArn",
            "/$defs/route/properties/chatTopicArn",
            "/$defs/ignore/properties/commitmentId",
            "/$defs/ignore/properties/accountId",
            "/$defs/ignore/properties/service",
            "/$defs/ignore/properties/until",
            "/$defs/ignore/properties/reason")) {
      assertThat(SCHEMA.at(place + "/description").asText()).as(place).endsWith(".");
    }
  }

  @Test
  void theFileAtTheTopIsGoodForBoth() throws IOException {
    String json = Files.readString(Path.of("accounts.json"));

    assertThat(schemaTakes(json)).isTrue();
    assertThat(parserTakes(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"regions\": \"all\"",
        "\"regions\": [\"us-east-1\", \"eusc-de-east-1\"]",
        "\"services\": \"all\"",
        "\"services\": [\"rds\", \"ec2\"]",
        "\"remoteRole\": \"reader\"",
        "\"remoteRole\": \"/reader\"",
        "\"remoteRole\": \"cost/team/reader\"",
        "\"remoteRole\": \"/a:b/~!/reader_+=,.@-\"",
        "\"remoteRole\": \"arn:aws-us-gov:iam::222233334444:role/cost/reader\"",
        "\"remoteRole\": \"r\", \"externalId\": \"a_b+c=d,e.f@g:h/i-9\"",
        "\"topicArn\": \"arn:aws-us-gov:sns:us-gov-west-1:222233334444:ri_expiry-1\""
      })
  void bothTakeAnAccountThatAlsoSays(String member) {
    assertThat(schemaTakes(also(member))).as("schema").isTrue();
    assertThat(parserTakes(also(member))).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"regions\": []",
        "\"regions\": \"ALL\"",
        "\"regions\": \"us-east-1\"",
        "\"regions\": null",
        "\"regions\": [\"us-esat-1\"]",
        "\"regions\": [\"aws-global\"]",
        "\"regions\": [\"all\"]",
        "\"regions\": [\"us-east-1\", \"us-east-1\"]",
        "\"regions\": [1]",
        "\"services\": []",
        "\"services\": \"ec2\"",
        "\"services\": null",
        "\"services\": [\"EC2\"]",
        "\"services\": [\"lambda\"]",
        "\"services\": [\"all\"]",
        "\"services\": [\"ec2\", \"ec2\"]",
        "\"remoteRole\": \"\"",
        "\"remoteRole\": null",
        "\"remoteRole\": \"//reader\"",
        "\"remoteRole\": \"reader/\"",
        "\"remoteRole\": \"a role\"",
        "\"remoteRole\": \"arn:aws:iam::222233334444:user/somebody\"",
        "\"remoteRole\": \"arn:aws:iam::222233334444:role/\"",
        "\"remoteRole\": \"arn:aws:iam::222233334444:role//reader\"",
        "\"remoteRole\": \"arn:aws:iam::2222:role/reader\"",
        "\"remoteRole\": \"a2345678901234567890123456789012345678901234567890123456789012345\"",
        "\"externalId\": \"fake-id\"",
        "\"remoteRole\": \"r\", \"externalId\": \"\"",
        "\"remoteRole\": \"r\", \"externalId\": \"x\"",
        "\"remoteRole\": \"r\", \"externalId\": \"a b\"",
        "\"topicArn\": \"\"",
        "\"topicArn\": null",
        "\"topicArn\": \"ri-expiry\"",
        "\"topicArn\": \"arn:aws:sns:us-east-1:222233334444:ri-expiry.fifo\"",
        "\"topicArn\": \"arn:aws:sqs:us-east-1:222233334444:ri-expiry\"",
        "\"owner\": \"x\""
      })
  void bothRefuseAnAccountThatAlsoSays(String member) {
    assertThat(schemaTakes(also(member))).as("schema").isFalse();
    assertThat(parserTakes(also(member))).as("parser").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accountName\": \"a\"",
        "\"accountId\": \"222233334444\"",
        "\"accountName\": \"\", \"accountId\": \"222233334444\"",
        "\"accountName\": \" \", \"accountId\": \"222233334444\"",
        "\"accountName\": 1, \"accountId\": \"222233334444\"",
        "\"accountName\": \"a\", \"accountId\": 222233334444",
        "\"accountName\": \"a\", \"accountId\": \"22223333444\"",
        "\"accountName\": \"a\", \"accountId\": \"2222-3333-4444\"",
        "\"accountNmae\": \"a\", \"accountId\": \"222233334444\""
      })
  void bothRefuseAnAccountOf(String members) {
    assertThat(schemaTakes(account(members))).as("schema").isFalse();
    assertThat(parserTakes(account(members))).as("parser").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"accounts\": []}",
        "{\"accounts\": {}}",
        "{\"organization\": {\"remoteRole\": \"r\"}, \"accounts\": []}",
        "{\"organisation\": {\"remoteRole\": \"r\"}}",
        "{\"accounts\": [\"222233334444\"]}",
        "{\"$schema\": 1, \"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\"}]}",
        "{\"region\": \"all\", \"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\"}]}"
      })
  void bothRefuseTheFile(String json) {
    assertThat(schemaTakes(json)).as("schema").isFalse();
    assertThat(parserTakes(json)).as("parser").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"remoteRole\": \"reader\"",
        "\"remoteRole\": \"/cost/team/reader\"",
        "\"remoteRole\": \"r\", \"externalId\": \"fake-id\"",
        "\"remoteRole\": \"r\", \"regions\": \"all\"",
        "\"remoteRole\": \"r\", \"regions\": [\"us-east-1\"]",
        "\"remoteRole\": \"r\", \"services\": [\"rds\"]",
        "\"remoteRole\": \"r\", \"organizationalUnits\": [\"ou-ab12-cdef3456\", \"ou-ab12-cdef3457\"]",
        "\"remoteRole\": \"r\", \"excludeAccounts\": [\"222233334444\"]"
      })
  void bothTakeAnOrganizationOf(String members) {
    String json = "{\"organization\": {" + members + "}}";

    assertThat(schemaTakes(json)).as("schema").isTrue();
    assertThat(parserTakes(json)).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"remoteRole\": 1",
        "\"remoteRole\": \"a role\"",
        "\"remoteRole\": \"arn:aws:iam::222233334444:role/reader\"",
        "\"remoteRole\": \"r\", \"externalId\": \"x\"",
        "\"remoteRole\": \"r\", \"regions\": []",
        "\"remoteRole\": \"r\", \"services\": []",
        "\"remoteRole\": \"r\", \"organizationalUnits\": []",
        "\"remoteRole\": \"r\", \"organizationalUnits\": \"ou-ab12-cdef3456\"",
        "\"remoteRole\": \"r\", \"organizationalUnits\": [\"r-ab12\"]",
        "\"remoteRole\": \"r\", \"organizationalUnits\": [\"ou-ab12-cdef3456\", \"ou-ab12-cdef3456\"]",
        "\"remoteRole\": \"r\", \"excludeAccounts\": []",
        "\"remoteRole\": \"r\", \"excludeAccounts\": [222233334444]",
        "\"remoteRole\": \"r\", \"excludeAccounts\": [\"2222\"]",
        "\"remoteRole\": \"r\", \"excludeAccounts\": [\"222233334444\", \"222233334444\"]",
        "\"remoteRole\": \"r\", \"accountName\": \"a\""
      })
  void bothRefuseAnOrganizationOf(String members) {
    String json = "{\"organization\": {" + members + "}}";

    assertThat(schemaTakes(json)).as("schema").isFalse();
    assertThat(parserTakes(json)).as("parser").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"accountId\": \"111122223333\"",
        "\"accountId\": \"111122223333\", \"remoteRole\": \"ri-expiry-payer\"",
        "\"accountId\": \"111122223333\", \"remoteRole\": \"/a/r\", \"externalId\": \"fake-id\"",
        "\"guides\": false"
      })
  void bothTakeAPayerOf(String members) {
    String json = "{\"payer\": {" + members + "}}";

    assertThat(schemaTakes(json)).as("schema").isTrue();
    assertThat(parserTakes(json)).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accountId\": 111122223333",
        "\"accountId\": \"1111\"",
        "\"remoteRole\": \"r\"",
        "\"accountId\": \"111122223333\", \"remoteRole\": \"a role\"",
        "\"accountId\": \"111122223333\", \"externalId\": \"fake-id\"",
        "\"accountId\": \"111122223333\", \"remoteRole\": \"r\", \"externalId\": \"x\"",
        "\"accountName\": \"payer\"",
        "\"guides\": true",
        "\"guides\": \"yes\""
      })
  void bothRefuseAPayerOf(String members) {
    String json = "{\"payer\": {" + members + "}}";

    assertThat(schemaTakes(json)).as("schema").isFalse();
    assertThat(parserTakes(json)).as("parser").isFalse();
  }

  @Test
  void bothTakeAPayerThatGuidesBesideAnOrganization() {
    String json = "{\"organization\": {\"remoteRole\": \"r\"}, \"payer\": {\"guides\": true}}";

    assertThat(schemaTakes(json)).as("schema").isTrue();
    assertThat(parserTakes(json)).as("parser").isTrue();
  }

  private static String ignoring(String rules) {
    return "{\"accounts\": [{\"accountName\": \"a\", \"accountId\": \"222233334444\"}], \"ignore\": "
        + rules
        + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"commitmentId\": \"r-1\", \"until\": \"2027-03-01\", \"reason\": \"moving away\"",
        "\"accountId\": \"222233334444\", \"until\": \"2027-12-31\", \"reason\": \"–\"",
        "\"service\": \"rds\", \"until\": \"2027-03-01\", \"reason\": \"x\"",
        "\"commitmentId\": \"r-1\", \"accountId\": \"222233334444\", \"service\": \"ec2\","
            + " \"until\": \"2027-03-01\", \"reason\": \"x\""
      })
  void bothTakeAnIgnoreOf(String members) {
    assertThat(schemaTakes(ignoring("[{" + members + "}]"))).as("schema").isTrue();
    assertThat(parserTakes(ignoring("[{" + members + "}]"))).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "[\"r-1\"]",
        "[{\"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"2027-03-01\"}]",
        "[{\"commitmentId\": \" \", \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"2027-03-01\", \"reason\": \" \"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"2027-3-1\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"2027-13-01\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"+12027-03-01\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": \"r-1\", \"until\": \"for ever\", \"reason\": \"x\"}]",
        "[{\"commitmentId\": 1, \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"accountId\": 222233334444, \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"accountId\": \"2222\", \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"service\": \"lambda\", \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"service\": [\"rds\"], \"until\": \"2027-03-01\", \"reason\": \"x\"}]",
        "[{\"id\": \"r-1\", \"until\": \"2027-03-01\", \"reason\": \"x\"}]"
      })
  void bothRefuseToIgnore(String rules) {
    assertThat(schemaTakes(ignoring(rules))).as("schema").isFalse();
    assertThat(parserTakes(ignoring(rules))).as("parser").isFalse();
  }

  @Test
  void bothTakeAReasonOf256CharactersAndNoLongerOne() {
    String rule = "[{\"commitmentId\": \"r-1\", \"until\": \"2027-03-01\", \"reason\": \"";
    String longest = rule + "x".repeat(256);

    assertThat(schemaTakes(ignoring(longest + "\"}]"))).as("schema").isTrue();
    assertThat(parserTakes(ignoring(longest + "\"}]"))).as("parser").isTrue();
    assertThat(schemaTakes(ignoring(longest + "x\"}]"))).as("schema").isFalse();
    assertThat(parserTakes(ignoring(longest + "x\"}]"))).as("parser").isFalse();
  }

  @Test
  void bothTakeANameOf128CharactersAndNoLongerOne() {
    for (String character : List.of("a", "🄰")) {
      String longest =
          "\"accountId\": \"222233334444\", \"accountName\": \"" + character.repeat(128);

      assertThat(schemaTakes(account(longest + "\""))).as("schema").isTrue();
      assertThat(parserTakes(account(longest + "\""))).as("parser").isTrue();
      assertThat(schemaTakes(account(longest + "a\""))).as("schema").isFalse();
      assertThat(parserTakes(account(longest + "a\""))).as("parser").isFalse();
    }
  }

  /// The rules that no JSON schema can state: that two values are, or are not, the same, how many
  /// days a month has, and that a key stands twice, which JSON libraries forget.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\"},"
            + " {\"accountName\":\"b\",\"accountId\":\"222233334444\"}]}",
        "{\"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\","
            + " \"remoteRole\": \"arn:aws:iam::333344445555:role/reader\"}]}",
        "{\"accounts\": [{\"accountName\":\"a\",\"accountName\":\"b\",\"accountId\":\"222233334444\"}]}",
        "{\"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\"}], \"ignore\":"
            + " [{\"service\": \"rds\", \"until\": \"2027-02-29\", \"reason\": \"x\"}]}",
        "{\"accounts\": [{\"accountName\":\"a\",\"accountId\":\"222233334444\"}], \"ignore\":"
            + " [{\"service\": \"rds\", \"until\": \"2027-02-28\", \"reason\": \"x\"},"
            + " {\"service\": \"rds\", \"until\": \"2027-03-01\", \"reason\": \"y\"}]}",
        "{\"payer\": {}, \"routes\": [{\"tag\": {\"Owner\": \"a\"},"
            + " \"topicArn\": \"arn:aws:sns:us-east-1:222233334444:t\"}, {\"tag\": {\"owner\": \"a\"},"
            + " \"topicArn\": \"arn:aws:sns:us-east-1:222233334444:u\"}]}"
      })
  void onlyTheParserRefusesTheFile(String json) {
    assertThat(schemaTakes(json)).as("schema").isTrue();
    assertThat(parserTakes(json)).as("parser").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"Owner\"]", "[\"Owner\", \"owner\", \"Cost Center\"]"})
  void bothTakeTheTagsOfOwners(String list) {
    assertThat(schemaTakes(ownerTags(list))).as("schema").isTrue();
    assertThat(parserTakes(ownerTags(list))).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"Owner\"",
        "null",
        "[1]",
        "[\" \"]",
        "[\"a\", \"a\"]",
        "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\"]"
      })
  void bothRefuseAsTheTagsOfOwners(String list) {
    assertThat(schemaTakes(ownerTags(list))).as("schema").isFalse();
    assertThat(parserTakes(ownerTags(list))).as("parser").isFalse();
  }

  private static String routes(String list) {
    return "{\"organization\": {\"remoteRole\": \"r\"}, \"routes\": "
        + list.replace("TOPIC", "\"topicArn\": \"arn:aws:sns:us-east-1:222233334444:t\"")
        + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"tag\": {\"Owner\": \"data-team\"}, TOPIC}]",
        "[{\"tag\": {\"Owner\": \"a\", \"Env\": \"prod\"}, TOPIC}, {\"tag\": {\"Owner\": \"a\"}, TOPIC}]",
        "[{\"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC,"
            + " \"chatTopicArn\": \"arn:aws:sns:eu-west-1:222233334444:c\"}]"
      })
  void bothTakeTheRoutes(String list) {
    assertThat(schemaTakes(routes(list))).as("schema").isTrue();
    assertThat(parserTakes(routes(list))).as("parser").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "[\"a\"]",
        "[{TOPIC}]",
        "[{\"tag\": {\"Owner\": \"a\"}}]",
        "[{\"tag\": {\"Owner\": \"a\"}, \"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}]",
        "[{\"tag\": {}, TOPIC}]",
        "[{\"tag\": \"Owner\", TOPIC}]",
        "[{\"tag\": {\"Owner\": 1}, TOPIC}]",
        "[{\"tag\": {\"Owner\": \" \"}, TOPIC}]",
        "[{\"tag\": {\" \": \"a\"}, TOPIC}]",
        "[{\"organizationalUnit\": \"r-ab12\", TOPIC}]",
        "[{\"organizationalUnit\": 1, TOPIC}]",
        "[{\"tag\": {\"Owner\": \"a\"}, \"topicArn\": \"arn:aws:sns:us-east-1:222233334444:t.fifo\"}]",
        "[{\"tag\": {\"Owner\": \"a\"}, TOPIC, \"chatTopicArn\": \"c\"}]",
        "[{\"tag\": {\"Owner\": \"a\"}, TOPIC, \"chat\": \"c\"}]",
        "[{\"tag\": {\"Owner\": \"a\"}, TOPIC}, {\"tag\": {\"Owner\": \"a\"}, TOPIC}]"
      })
  void bothRefuseTheRoutes(String list) {
    assertThat(schemaTakes(routes(list))).as("schema").isFalse();
    assertThat(parserTakes(routes(list))).as("parser").isFalse();
  }

  @Test
  void bothRefuseARouteOfAUnitWithoutAnOrganization() {
    String json =
        routes("[{\"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}]")
            .replace("\"organization\": {\"remoteRole\": \"r\"}", "\"payer\": {}");

    assertThat(schemaTakes(json)).as("schema").isFalse();
    assertThat(parserTakes(json)).as("parser").isFalse();
  }

  private static String ownerTags(String list) {
    return "{\"payer\": {}, \"ownerTags\": " + list + "}";
  }
}

package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileFaultsTest {
  @TempDir private Path directory;

  private static String faults(String json) {
    return switch (AccountsFile.parse(json.getBytes(UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> "valid: " + file;
      case AccountsFile.Parsed.Invalid(var faults) ->
          faults.stream().map(Fault::toString).collect(joining("\n"));
    };
  }

  private static String accountWith(String members) {
    return faults(
        "{\"accounts\": [{\"accountName\": \"a\", \"accountId\": \"222233334444\""
            + members
            + "}]}");
  }

  @Test
  void areAllInOneMessageWithPlacesAndRemedies() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("accounts.json"),
            """
            {
              "regions": ["us-esat-1", "us-east-1", "us-east-1", "all", 7],
              "region": "all",
              "accounts": [
                { "accountName": "number", "accountId": 12345678901 },
                { "accountName": "short", "accountId": "11112222333" },
                { "accountNmae": "misspelt", "accountId": "111122223333" },
                { "accountName": "first", "accountId": "222233334444", "regions": [] },
                { "accountName": "again", "accountId": "222233334444" },
                { "accountName": "user", "accountId": "333344445555",
                  "remoteRole": "arn:aws:iam::333344445555:user/somebody" },
                { "accountName": "elsewhere", "accountId": "444455556666",
                  "remoteRole": "arn:aws:iam::999900001111:role/reader",
                  "externalId": "" },
                { "accountName": " ", "accountId": "555566667777", "externalId": "fake-id" },
                { "accountName": "none" },
                "888899990000"
              ]
            }
            """);

    assertThatThrownBy(() -> AccountsFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            %s has 18 faults:
              line 3, region: there is no such key; did you mean "regions"?
              line 2, regions[0]: "us-esat-1" is not a region that this version knows; did you mean "us-east-1"?
              line 2, regions[2]: "us-east-1" is there twice; remove one of the two
              line 2, regions[3]: "all" stands inside a list; write "regions": "all"
              line 2, regions[4]: is a number; write a text in quotes
              line 5, accounts[0].accountId: 12345678901 is a number, which loses a leading zero; write it as text of twelve digits: "012345678901"
              line 6, accounts[1].accountId: "11112222333" is not twelve digits; write the twelve digits without spaces or dashes
              line 7, accounts[2].accountNmae: there is no such key; did you mean "accountName"?
              line 7, accounts[2].accountName: it is missing; add the name people know the account by
              line 8, accounts[3].regions: the list is empty; write "all" or a list of region codes like ["us-east-1"]
              line 9, accounts[4].accountId: 222233334444 is already accounts[3]; remove one of the two
              line 11, accounts[5].remoteRole: "arn:aws:iam::333344445555:user/somebody" is a user, which cannot be assumed; write a role's name, its path and name, or an ARN like arn:aws:iam::123456789012:role/ri-expiry-reader
              line 13, accounts[6].remoteRole: the role is in account 999900001111, not in 444455556666; name the role of this account
              line 14, accounts[6].externalId: is empty; use 2 to 1224 of the letters, digits and +=,.@:/_- that the role's owner asks for, or remove it
              line 15, accounts[7].accountName: is blank; write the name people know it by
              line 15, accounts[7].externalId: an external id is of no use without a role; add remoteRole, or remove externalId
              line 16, accounts[8].accountId: it is missing; add the twelve digits of the account
              line 17, accounts[9]: is a text; write an object with accountName and accountId\
            """
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1: there is nothing in it; write one JSON object",
        "[] | line 1: the file holds a list; write an object with an \"accounts\" list",
        "null | line 1: the file holds null; write an object with an \"accounts\" list",
        "{} | line 1, accounts: it is missing; add a list with at least one account, an organization, or a payer",
        "{\"accounts\": []} | line 1, accounts: the list is empty; add at least one account",
        "{\"accounts\": {}} | line 1, accounts: is an object; write a list of accounts"
      })
  void ofAFileWithoutAccountsAreNamed(String json, String fault) {
    assertThat(faults(json)).isEqualTo(fault);
  }

  @Test
  void ofWhatIsNotJsonSayWhere() {
    assertThat(faults("accounts:\n  - tools\n")).startsWith("line 1, column 1: not JSON: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ", \"accountName\": \"b\" | line 1, accounts[0].accountName: the key is there twice; remove one of the two",
        ", \"regions\": \"some\" | line 1, accounts[0].regions: is a text other than \"all\"; write \"all\" or a list of region codes like [\"us-east-1\"]",
        ", \"regions\": null | line 1, accounts[0].regions: is null; write \"all\" or a list of region codes like [\"us-east-1\"]",
        ", \"regions\": [\"xx-new-9\"] | line 1, accounts[0].regions[0]: \"xx-new-9\" is not a region that this version knows; write a region code like \"us-east-1\", or \"regions\": \"all\" for a region newer than this version",
        ", \"regions\": [\"aws-global\"] | line 1, accounts[0].regions[0]: \"aws-global\" is not a region that this version knows; write a region code like \"us-east-1\", or \"regions\": \"all\" for a region newer than this version",
        ", \"remoteRole\": \"\" | line 1, accounts[0].remoteRole: \"\" is not a role; write a role's name, its path and name, or an ARN like arn:aws:iam::123456789012:role/ri-expiry-reader",
        ", \"remoteRole\": null | line 1, accounts[0].remoteRole: is null; write a text in quotes",
        ", \"topicArn\": \"arn:aws:sns:us-east-1:222233334444:x.fifo\" | line 1, accounts[0].topicArn: \"arn:aws:sns:us-east-1:222233334444:x.fifo\" is not the ARN of a standard SNS topic; write one like arn:aws:sns:us-east-1:111122223333:ri-expiry",
        ", \"owner\": \"x\" | line 1, accounts[0].owner: there is no such key; remove it; known are accountName, accountId, remoteRole, externalId, regions, services, topicArn"
      })
  void ofAnAccountAreNamed(String members, String fault) {
    assertThat(accountWith(members)).isEqualTo(fault);
  }

  @Test
  void ofALongNameSayHowLongItMayBe() {
    assertThat(
            faults(
                "{\"accounts\": [{\"accountId\": \"222233334444\", \"accountName\": \""
                    + "a".repeat(129)
                    + "\"}]}"))
        .isEqualTo(
            "line 1, accounts[0].accountName: is longer than 128 characters; write the short name"
                + " people know it by");
  }

  @Test
  void neverRepeatAnExternalId() {
    assertThat(accountWith(", \"remoteRole\": \"r\", \"externalId\": \"fake secret\""))
        .isEqualTo(
            "line 1, accounts[0].externalId: is not one that STS takes; use 2 to 1224 of the"
                + " letters, digits and +=,.@:/_- that the role's owner asks for, or remove it");
  }

  @Test
  void aServiceThatIsUnknownOrThereTwiceIsNamedWithAGuess() {
    assertThat(accountWith(", \"services\": [\"rdss\", \"ec2\", \"ec2\", \"lambda\"]"))
        .isEqualTo(
            """
            line 1, accounts[0].services[0]: "rdss" is not a service that this version knows; did you mean "rds"?
            line 1, accounts[0].services[2]: "ec2" is there twice; remove one of the two
            line 1, accounts[0].services[3]: "lambda" is not a service that this version knows; \
            remove it; known are %s\
            """
                .formatted(String.join(", ", Service.ids())));
  }
}

package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.input.Fault;
import dev.riexpiry.policy.IgnoreRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationFaultsTest {
  private static String result(String json) {
    return switch (AccountsFile.parse(json.getBytes(UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> "valid: " + file;
      case AccountsFile.Parsed.Invalid(var faults) ->
          faults.stream().map(Fault::toString).collect(joining("\n"));
    };
  }

  @Test
  void everyKeyOfAnOrganizationIsRead() {
    assertThat(
            result(
                """
                {
                  "regions": ["us-east-1"],
                  "organization": {
                    "remoteRole": "/cost/ri-expiry-reader", "externalId": "fake-external-id",
                    "regions": ["eu-west-1"], "organizationalUnits": ["ou-ab12-cdef3456"],
                    "excludeAccounts": ["222233334444"]
                  }
                }
                """))
        .isEqualTo(
            "valid: "
                + new AccountsFile(
                    List.of(),
                    Optional.of(
                        Sample.organization(
                            RemoteRole.parse("/cost/ri-expiry-reader").orElseThrow(),
                            Optional.of(new ExternalId("fake-external-id")),
                            new RegionChoice.Listed(List.of("eu-west-1")),
                            List.of("ou-ab12-cdef3456"),
                            Set.of(Sample.WEB))),
                    Optional.empty(),
                    IgnoreRules.NONE,
                    OwnerTags.DEFAULT));
  }

  @Test
  void anOrganizationWithoutRegionsTakesThoseOfTheFile() {
    assertThat(
            result(
                "{\"regions\": [\"us-east-1\"], \"organization\": {\"remoteRole\": \"reader\"}}"))
        .isEqualTo(
            "valid: "
                + new AccountsFile(
                    List.of(),
                    Optional.of(
                        Sample.organization(
                            RemoteRole.parse("reader").orElseThrow(),
                            Optional.empty(),
                            new RegionChoice.Listed(List.of("us-east-1")),
                            List.of(),
                            Set.of())),
                    Optional.empty(),
                    IgnoreRules.NONE,
                    OwnerTags.DEFAULT));
  }

  @Test
  void allFaultsAreNamedWithPlaceAndRemedy() {
    assertThat(
            result(
                """
                {
                  "organization": {
                    "remoteRole": "arn:aws:iam::222233334444:role/reader",
                    "externalId": "x",
                    "regions": ["us-esat-1"],
                    "organizationalUnits": ["r-ab12", "ou-ab12-cdef3456", "ou-ab12-cdef3456", 7],
                    "excludeAccounts": ["2222", "222233334444", "222233334444", 222233334444],
                    "accounts": []
                  }
                }
                """))
        .isEqualTo(
            """
            line 8, organization.accounts: there is no such key; remove it; known are remoteRole, externalId, regions, services, organizationalUnits, excludeAccounts
            line 3, organization.remoteRole: an ARN names the role of one account; write the name, or the path and name, that it has in every account
            line 4, organization.externalId: is not one that STS takes; use 2 to 1224 of the letters, digits and +=,.@:/_- that the role's owner asks for, or remove it
            line 5, organization.regions[0]: "us-esat-1" is not a region that this version knows; did you mean "us-east-1"?
            line 6, organization.organizationalUnits[0]: "r-ab12" is not the id of an organizational unit; write one like "ou-ab12-cdef3456"; for the whole organization leave the list out
            line 6, organization.organizationalUnits[2]: ou-ab12-cdef3456 is there twice; remove one of the two
            line 6, organization.organizationalUnits[3]: is a number; write a text in quotes
            line 7, organization.excludeAccounts[0]: "2222" is not twelve digits; write an account id
            line 7, organization.excludeAccounts[2]: 222233334444 is there twice; remove one of the two
            line 7, organization.excludeAccounts[3]: is a number; write a text in quotes\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"reader\" | line 1, organization: is a text; write an object with a remoteRole",
        "{} | line 1, organization.remoteRole: it is missing; add the name of the role to assume in every account",
        "{\"remoteRole\": \"r\", \"organizationalUnits\": []} | line 1, organization.organizationalUnits: the list is empty; write a list of ids like [\"ou-ab12-cdef3456\"], or leave it out for all",
        "{\"remoteRole\": \"r\", \"excludeAccounts\": \"222233334444\"} | line 1, organization.excludeAccounts: is a text; write a list of account ids like [\"222233334444\"], or leave it out"
      })
  void oneFaultIsNamed(String organization, String fault) {
    assertThat(result("{\"organization\": " + organization + "}")).isEqualTo(fault);
  }

  @Test
  void anEmptyListOfAccountsIsAFaultBesideAnOrganizationToo() {
    assertThat(result("{\"accounts\": [], \"organization\": {\"remoteRole\": \"r\"}}"))
        .isEqualTo("line 1, accounts: the list is empty; add at least one account");
  }
}

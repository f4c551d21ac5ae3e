package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerFaultsTest {
  private static AccountsFile file(String json) {
    return switch (AccountsFile.parse(json.getBytes(UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> file;
      case AccountsFile.Parsed.Invalid(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  private static String faults(String json) {
    return switch (AccountsFile.parse(json.getBytes(UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> throw new AssertionError(file);
      case AccountsFile.Parsed.Invalid(List<Fault> faults) ->
          faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    };
  }

  @Test
  void anEmptyPayerIsTheCallersOwnAccountAndEnoughByItself() {
    assertThat(file("{\"payer\": {}}").payer())
        .contains(
            new PayerScope(
                Optional.empty(), Optional.empty(), Optional.empty(), PayerScope.LISTED, Set.of()));
  }

  @Test
  void aPayerIsAnAccountWithARoleAndTheServicesOfTheFileThatCostExplorerLists() {
    assertThat(
            file("""
            {
              "services": ["ec2-host", "savingsplans", "rds"],
              "payer": {
                "accountId": "111122223333",
                "remoteRole": "ri-expiry-payer",
                "externalId": "fake-external-id"
              }
            }
            """)
                .payer())
        .contains(
            new PayerScope(
                Optional.of(Sample.TOOLS),
                RemoteRole.parse("ri-expiry-payer"),
                Optional.of(new ExternalId("fake-external-id")),
                List.of(Service.RDS, Service.SAVINGS_PLANS),
                Set.of()));
  }

  @Test
  void aPayerGuidesWhereTheFileSaysSo() {
    assertThat(
            file("{\"organization\": {\"remoteRole\": \"r\"}, \"payer\": {\"guides\": true}}")
                .payer())
        .map(PayerScope::guides)
        .contains(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"payer\": \"111122223333\"} | line 1, payer: is a text; write an object with the accountId of the management account, or {} where that is the caller's own account",
        "{\"payer\": {\"remoteRole\": \"r\"}} | line 1, payer.remoteRole: the role is in no account that is named; add accountId, the twelve digits of the management account",
        "{\"payer\": {\"accountId\": \"111122223333\", \"externalId\": \"fake\"}} | line 1, payer.externalId: an external id is of no use without a role; add remoteRole, or remove externalId",
        "{\"payer\": {\"accountId\": \"111122223333\", \"remoteRole\": \"arn:aws:iam::222233334444:role/r\"}} | line 1, payer.remoteRole: the role is in account 222233334444, not in 111122223333; name the role of this account",
        "{\"services\": [\"ec2-host\"], \"payer\": {}} | line 1, payer: Cost Explorer lists commitments of none of the services of this file; add one of ec2, rds, elasticache, opensearch, redshift, memorydb, savingsplans to services, or remove payer",
        "{\"payer\": {\"guides\": true}} | line 1, payer.guides: the payer may guide only in accounts that AWS Organizations names as its own; add organization, or remove guides",
        "{\"organization\": {\"remoteRole\": \"r\"}, \"payer\": {\"guides\": \"yes\"}} | line 1, payer.guides: is a text; write true or false"
      })
  void oneFaultIsNamed(String json, String fault) {
    assertThat(faults(json)).isEqualTo(fault);
  }
}

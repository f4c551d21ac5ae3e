package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.input.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerTagsFaultsTest {
  private static AccountsFile.Parsed parsed(String ownerTags) {
    return AccountsFile.parse(("{\"payer\": {}" + ownerTags + "}").getBytes(UTF_8));
  }

  private static OwnerTags owners(String ownerTags) {
    return switch (parsed(ownerTags)) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> file.owners();
      case AccountsFile.Parsed.Invalid(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void theListKeepsItsOrder() {
    assertThat(owners(", \"ownerTags\": [\"Owner\", \"CostCenter\"]"))
        .isEqualTo(new OwnerTags(List.of("Owner", "CostCenter")));
  }

  @Test
  void withoutAListTheTagOwnerCounts() {
    assertThat(owners("")).isEqualTo(OwnerTags.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | line 1, ownerTags: the list is empty; write a list of keys of tags like [\"Owner\", \"CostCenter\"], or remove it",
        "\"Owner\" | line 1, ownerTags: is a text; write a list of keys of tags like [\"Owner\", \"CostCenter\"], or remove it",
        "[\"a\", \"a\"] | line 1, ownerTags[1]: \"a\" is there twice; remove one of the two",
        "[\" \"] | line 1, ownerTags[0]: is blank; write the key of a tag",
        "[1] | line 1, ownerTags[0]: is a number; write a text in quotes",
        "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\"] | line 1, ownerTags: has 11 keys, more than 10; keep those that say who decides"
      })
  void oneFaultIsNamed(String list, String fault) {
    assertThat(faults(list)).isEqualTo(fault);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThat(faults("[1, \"\", \"" + "k".repeat(129) + "\"]").lines())
        .containsExactly(
            "line 1, ownerTags[0]: is a number; write a text in quotes",
            "line 1, ownerTags[1]: is blank; write the key of a tag",
            "line 1, ownerTags[2]: is longer than 128 characters; write the short key of a tag");
  }

  private static String faults(String list) {
    return switch (parsed(", \"ownerTags\": " + list)) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> throw new AssertionError(file);
      case AccountsFile.Parsed.Invalid(List<Fault> faults) ->
          faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    };
  }
}

package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnerTagsTest {
  private static Optional<String> owner(Map<String, String> tags, String... keys) {
    return new OwnerTags(List.of(keys))
        .owner(Sample.tagged(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), tags));
  }

  @Test
  void theFirstOfTheTagsThatACommitmentHasNamesItsOwner() {
    assertThat(owner(Map.of("CostCenter", "4711", "Team", "web"), "Owner", "Team", "CostCenter"))
        .contains("web");
    assertThat(owner(Map.of("CostCenter", "4711"), "Owner", "Team")).isEmpty();
  }

  @Test
  void aTagCountsInWhateverLetters() {
    assertThat(owner(Map.of("OWNER", "web"), "owner")).contains("web");
  }

  @Test
  void aBlankValueNamesNobody() {
    assertThat(owner(Map.of("Owner", "  ", "Team", " web "), "Owner", "Team")).contains("web");
  }

  @Test
  void withoutAListTheTagOwnerCounts() {
    assertThat(OwnerTags.DEFAULT.keys()).containsExactly("owner");
  }

  @Test
  void refusesWhatIsNoListOfKeys() {
    for (List<String> keys :
        List.of(
            List.<String>of(),
            List.of(" "),
            List.of("a", "a"),
            List.of("a".repeat(OwnerTags.MAX_KEY + 1)),
            IntStream.rangeClosed(0, OwnerTags.MOST).mapToObj(i -> "k" + i).toList())) {
      assertThatThrownBy(() -> new OwnerTags(keys)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}

package dev.riexpiry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.input.TopicArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InTurnTest {
  private static final Optional<TopicArn> OTHER =
      TopicArn.parse("arn:aws:sns:us-east-1:111122223333:other");

  private static Alert alert(Optional<TopicArn> topic, String subject) {
    return new Alert(
        topic,
        subject,
        "",
        "",
        new AlertAttributes(List.of(), List.of(), OptionalInt.empty(), true),
        List.of());
  }

  private static List<String> order(Set<String> refused) {
    List<String> sent = new ArrayList<>();
    InTurn.send(
        List.of(
            alert(Optional.empty(), "a"),
            alert(OTHER, "b"),
            alert(Optional.empty(), "c"),
            alert(OTHER, "d")),
        alert -> {
          sent.add(alert.subject());
          return !refused.contains(alert.subject());
        });
    return sent;
  }

  @Test
  void sendsAllInTheirOrder() {
    assertThat(order(Set.of())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void triesWhatIsLeftForARefusingTopicAfterTheOthers() {
    assertThat(order(Set.of("a"))).containsExactly("a", "b", "d", "c");
    assertThat(order(Set.of("a", "c"))).containsExactly("a", "b", "d", "c");
    assertThat(order(Set.of("b"))).containsExactly("a", "b", "c", "d");
  }
}

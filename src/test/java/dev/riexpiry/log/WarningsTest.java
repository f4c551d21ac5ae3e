package dev.riexpiry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WarningsTest {
  @Test
  void aWarningThatIsRepeatedIsPassedOnOnce() {
    List<String> said = new ArrayList<>();
    Consumer<String> listener = Warnings.once(said::add);

    listener.accept("one");
    listener.accept("two");
    listener.accept("one");

    assertThat(said).containsExactly("one", "two");
  }
}

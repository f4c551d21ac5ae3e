package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
  private static final Fault ONE = new Fault("line 2, a", "is a number", "write a text in quotes");
  private static final Fault OTHER = new Fault("line 3, b", "it is missing", "add it");

  @Test
  void saysOneFault() {
    assertThat(new InvalidInputException("accounts.json", List.of(ONE)))
        .hasMessage(
            """
            accounts.json has one fault:
              line 2, a: is a number; write a text in quotes\
            """);
  }

  @Test
  void saysEveryFaultOnALineOfItsOwn() {
    assertThat(new InvalidInputException("the event", List.of(ONE, OTHER)))
        .hasMessage(
            """
            the event has 2 faults:
              line 2, a: is a number; write a text in quotes
              line 3, b: it is missing; add it\
            """);
  }

  @Test
  void cannotBeMadeToForgeALine() {
    assertThat(
            new InvalidInputException(
                "a\nb", List.of(new Fault("x\u001B[2J", "is 'a\nb'", "write c"))))
        .hasMessage("a\uFFFDb has one fault:\n  x\uFFFD[2J: is 'a\uFFFDb'; write c");
  }

  @Test
  void namesTheFirstFiftyFaultsAndHowManyMoreThereAre() {
    List<Fault> faults =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(line -> new Fault("line " + line, "it is there twice", "remove it"))
            .toList();

    assertThat(new InvalidInputException("accounts.json", faults))
        .message()
        .hasLineCount(52)
        .startsWith("accounts.json has 20000 faults:\n  line 1: it is there twice; remove it\n")
        .endsWith("\n  line 50: it is there twice; remove it\n  and 19950 more");
    assertThat(new InvalidInputException("accounts.json", faults.subList(0, 50)))
        .message()
        .endsWith("line 50: it is there twice; remove it");
  }

  @Test
  void quotesNothingWithoutEnd() {
    Fault fault = new Fault("line 1", "'" + "x".repeat(9_000_000) + "' is no role", "name one");

    assertThat(new InvalidInputException("accounts.json", List.of(fault)))
        .message()
        .hasSizeLessThan(1000)
        .endsWith("xxx…; name one");
  }

  @Test
  void isNotThrownForNothing() {
    assertThatThrownBy(() -> new InvalidInputException("the event", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no fault is given");
  }
}

package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a name or a tag holds, a chat shows it and does nothing about it.
class ChatTextTest {
  /// What a chat could take for markup, a link, an emoji or a call to people.
  private static final String MARKS = "*_`~<>&|[]@#\\";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*bold*",
        "_slanted_",
        "`code`",
        "```block```",
        "~gone~",
        "<!channel>",
        "<!here>",
        "<@U024BE7LH>",
        "<https://evil.example|the console>",
        "[the console](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "@here",
        "@channel",
        "https://evil.example",
        "mailto:me@evil.example",
        "www.evil.example",
        "evil.example",
        ":tada:",
        ":100:",
        "&lt;!here&gt;",
        "\\*bold\\*",
        "# heading",
        "> quote",
        "\n*bold*\n- item",
        "\u202E*dlob*"
      })
  void staysText(String hostile) {
    String safe = ChatText.name(hostile);

    assertThat(safe.codePoints().mapToObj(Character::toString).filter(MARKS::contains)).isEmpty();
    assertThat(safe)
        .doesNotContainPattern(":\\S")
        .doesNotContainPattern("\\.\\p{L}")
        .doesNotContainPattern("\\R")
        .doesNotContain("\u202E");
    assertThat(safe.codePointCount(0, safe.length()))
        .as("one character for each, so that it can be read")
        .isEqualTo(hostile.codePointCount(0, hostile.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web-prod (222233334444)",
        "4 × m5.large, Linux/UNIX",
        "ends 03:59 UTC",
        "Größe 4"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(ChatText.of(text)).isEqualTo(text);
  }

  @Test
  void showsAMessageOfHostileNamesWithNoOtherMarksThanOneOfOrdinaryNames() {
    String hostile = "<!here>*_`~&|[x](https://evil.example)@here:tada:#\\\n";

    assertThat(marks(document(hostile))).isEqualTo(marks(document("x")));
  }

  private static List<Long> marks(ChatDocument document) {
    return Stream.of(
            document.content().title(),
            document.content().description(),
            document.metadata().summary(),
            String.join("", document.content().keywords()))
        .map(
            text -> text.codePoints().mapToObj(Character::toString).filter(MARKS::contains).count())
        .toList();
  }

  private static ChatDocument document(String text) {
    Map<AccountId, String> names = Map.of(Sample.WEB, text);
    Commitment commitment =
        new Commitment(
            Sample.WEB,
            text,
            Service.EC2,
            text,
            CommitmentState.of(text),
            new Covered.Resources(
                text,
                1,
                Unit.INSTANCES,
                new Scope.Region(text),
                Optional.of(text),
                Optional.of(text),
                false),
            new Offering(Optional.of(text), Optional.of(text)),
            new Term(Instant.parse("2025-05-11T04:00:00Z"), Instant.parse("2026-05-11T03:59:59Z")),
            Optional.empty(),
            new Label(Optional.of(text), Optional.of(text), Map.of("Name", text)));
    return ChatComposerTest.compose(
        AlertSample.summary(
            List.of(
                Sample.expiring(commitment, 7, 7),
                Sample.unread(Sample.WEB, new Failure("sts:AssumeRole", text, text, text))),
            names));
  }
}

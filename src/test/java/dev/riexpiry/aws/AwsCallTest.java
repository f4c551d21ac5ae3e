package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsCallTest {
  private static final AwsCall CALL = new AwsCall("rds:X");

  static Stream<Arguments> thrown() {
    return Stream.of(
        Arguments.of(
            new UncheckedIOException(new IOException("Connection reset")), "ConnectionFailed"),
        Arguments.of(
            SdkClientException.create("no", new UncheckedIOException(new IOException("Reset"))),
            "ConnectionFailed"),
        Arguments.of(new StackOverflowError(), "UnreadableAnswer"),
        Arguments.of(new OutOfMemoryError("Java heap space"), "OutOfMemory"),
        Arguments.of(
            SdkClientException.create(
                "Unable to unmarshall", new OversizedAnswer(200, 64 * AnswerMemory.MEGABYTE)),
            "OversizedAnswer"),
        Arguments.of(new EndlessListing("the listing has more pages"), "EndlessListing"),
        Arguments.of(new NoClassDefFoundError("gone"), "Defect"),
        Arguments.of(new NullPointerException("this.http is null"), "Defect"));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void turnsWhateverIsThrownIntoAFailure(Throwable thrown, String code) {
    assertThat(CALL.make(() -> AwsCallTest.<RuntimeException>fail(thrown)))
        .hasValueSatisfying(failure -> {
          assertThat(failure.action()).isEqualTo("rds:X");
          assertThat(failure.code()).isEqualTo(code);
          assertThat(failure.message()).isNotBlank();
          assertThat(failure.remedy()).isNotBlank();
        });
  }

  @Test
  void saysHowFarAnAnswerHadComeThatDidNotEndInTime() {
    assertThat(message(() -> Begun.head(503)))
        .isEqualTo("AWS answered with status 503, but the rest of the answer did not come in time");
  }

  @Test
  void saysThatNothingCameWhereTheLastAnswerHadEnded() {
    assertThat(
            message(() -> {
              Begun.head(200);
              Begun.end();
            }))
        .isEqualTo("AWS did not answer in time");
  }

  @Test
  void handsOnWhatWasAnswered() {
    assertThat(CALL.ask(() -> new Outcome.Found<>("value")))
        .isEqualTo(new Outcome.Found<>("value"));
    assertThat(CALL.make(() -> {})).isEmpty();
  }

  private static String message(Runnable answers) {
    return CALL.make(
            () -> {
              answers.run();
              throw ApiCallAttemptTimeoutException.create(3500);
            })
        .map(Failure::message)
        .orElse("");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void fail(Throwable thrown) throws E {
    throw (E) thrown;
  }
}

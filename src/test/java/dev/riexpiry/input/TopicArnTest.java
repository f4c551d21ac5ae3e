package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicArnTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns:us-east-1:111122223333:ri-expiry, us-east-1",
    "arn:aws-cn:sns:cn-north-1:111122223333:A_1-b, cn-north-1",
    "arn:aws-us-gov:sns:us-gov-west-1:111122223333:x, us-gov-west-1"
  })
  void knowsItsRegion(String text, String region) {
    assertThat(TopicArn.parse(text).orElseThrow().region()).isEqualTo(region);
    assertThat(TopicArn.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ri-expiry",
        "arn:aws:sns:us-east-1:111122223333:ri-expiry.fifo",
        "arn:aws:sns:us-east-1:111122223333:ri-expiry:8e1f0c2a-0000-4000-8000-000000000000",
        "arn:aws:sqs:us-east-1:111122223333:ri-expiry",
        "arn:aws:sns::111122223333:ri-expiry",
        "arn:aws:sns:us-east-1:1111:ri-expiry",
        "arn:aws:sns:us-east-1:111122223333:ri-expiry\n"
      })
  void isNothingButAStandardTopic(String text) {
    assertThat(TopicArn.parse(text)).isEmpty();
    assertThatThrownBy(() -> new TopicArn(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

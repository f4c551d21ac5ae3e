package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {
  @Test
  void theLastSlashMayBeMissing() {
    S3Location location = new S3Location("my-bucket", "a/b=c/");
    assertThat(S3Location.parse("s3://my-bucket/a/b=c/")).contains(location);
    assertThat(S3Location.parse("s3://my-bucket/a/b=c")).contains(location);
    assertThat(location).hasToString("s3://my-bucket/a/b=c/");
    assertThat(location.key("index.html")).isEqualTo("a/b=c/index.html");
  }

  @Test
  void theWholeBucketIsAFolderToo() {
    assertThat(S3Location.parse("s3://my.bucket"))
        .isEqualTo(S3Location.parse("s3://my.bucket/"))
        .contains(new S3Location("my.bucket", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "my-bucket/reports/",
        "s3:my-bucket",
        "s3:///reports/",
        "s3://My-Bucket/",
        "s3://ab/",
        "s3://a..b/",
        "s3://192.168.1.1/",
        "s3://my-bucket//reports/",
        "s3://my-bucket/a/../b/",
        "s3://my-bucket/./",
        "s3://my-bucket/a*/",
        "s3://my-bucket/${aws:username}/",
        "s3://my-bucket/a b/",
        "s3://my-bucket/a\n",
        "https://my-bucket.s3.amazonaws.com/"
      })
  void whatAPolicyOrALinkWouldTakeForSomethingElseIsNone(String text) {
    assertThat(S3Location.parse(text)).isEmpty();
  }

  @Test
  void aFolderHasAtMost512Characters() {
    assertThat(S3Location.parse("s3://my-bucket/" + "x".repeat(511))).isPresent();
    assertThat(S3Location.parse("s3://my-bucket/" + "x".repeat(512))).isEmpty();
  }
}

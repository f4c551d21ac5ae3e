package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

class BoundedAnswersTest {
  private static final int MEGABYTE = 1 << 20;

  /// Room for 8 MB in 160,000 marks.
  private static final long HEAP = 64L * MEGABYTE;

  private final AnswerMemory memory = new AnswerMemory(HEAP);

  @Test
  void handsAnOrdinaryAnswerOnAsItComes() throws IOException {
    assertThat(text(open(200, "Content-Length", 5, in("<a/>\n")))).isEqualTo("<a/>\n");
  }

  @Test
  void readsNoMoreOfASuccessThanThereIsRoomFor() throws IOException {
    InputStream body = open(200, null, 0, new Endless(' '));

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(OversizedAnswer.class)
        .hasMessage("AWS answered with status 200 and more than 8 MB, for which there is no room");
  }

  @Test
  void readsFewerBytesOfWhatTakesMoreMemory() throws IOException {
    InputStream body = open(200, null, 0, new Endless('<'));

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(OversizedAnswer.class)
        .hasMessage("AWS answered with status 200 and more than 0 MB, for which there is no room");
  }

  @Test
  void readsAMegabyteOfARefusal() {
    assertThatThrownBy(() -> open(403, null, 0, new Endless(' ')))
        .isInstanceOf(OversizedAnswer.class)
        .hasMessage("AWS answered with status 403 and more than 1 MB, for which there is no room");
  }

  @Test
  void boundsWhatAPackedAnswerUnpacksTo() throws IOException {
    InputStream body = open(200, "Content-Encoding", "gzip", in(packed(9 * MEGABYTE)));

    assertThatThrownBy(body::readAllBytes).isInstanceOf(OversizedAnswer.class);
  }

  @Test
  void unpacksForTheSdkWhatItWouldUnpackItself() throws IOException {
    HttpExecuteResponse answer = answer(200, "Content-Encoding", "gzip", in(packed(3)));

    assertThat(text(answer.responseBody().orElseThrow())).isEqualTo("   ");
    assertThat(answer.httpResponse().headers()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void asksAgainForARefusalThatIsCutOff() {
    assertThatThrownBy(() -> open(400, "Content-Length", 9, in("<Error>")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "AWS answered with status 400, but the rest of the answer was cut off: it ended after 7"
                + " bytes");
  }

  @Test
  void asksAgainForARefusalThatIsLate() {
    InputStream late =
        new SequenceInputStream(
            in("<Err"), new Broken(new SocketTimeoutException("Read timed out")));

    assertThatThrownBy(() -> open(503, "Content-Length", 9, late))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "AWS answered with status 503, but the rest of the answer did not come in time");
  }

  @Test
  void asksAgainForASuccessThatIsCutOff() throws IOException {
    InputStream body = open(200, "Content-Length", 9, in("<a/>"));

    assertThatThrownBy(body::readAllBytes).isInstanceOf(RetryableException.class);
  }

  @Test
  void asksAgainForASuccessThatBreaks() throws IOException {
    InputStream body = open(200, null, 0, new Broken(new IOException("Connection reset")));

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(RetryableException.class)
        .hasMessageEndingWith("was cut off: Connection reset");
  }

  @Test
  void asksAgainWhereTheJdkFailsBecauseTheConnectionWasEnded() throws IOException {
    InputStream body = open(200, null, 0, new Broken(new NullPointerException("in is null")));

    assertThatThrownBy(body::readAllBytes).isInstanceOf(RetryableException.class);
  }

  @Test
  void asksAgainForAHeadThatBreaksOff() throws IOException {
    InputStream body = open(200, null, 0, in(""));

    assertThatThrownBy(body::readAllBytes).isInstanceOf(RetryableException.class);
  }

  @Test
  void takesAnEmptyAnswerForWhole() throws IOException {
    assertThat(text(open(200, "Content-Length", 0, in("")))).isEmpty();
    assertThat(text(open(200, "Transfer-Encoding", "chunked", in("")))).isEmpty();
  }

  @Test
  void letsLargeAnswersShareTheMemoryAndGivesItBack() throws IOException {
    String large = " ".repeat(MEGABYTE) + "<".repeat(150_000);
    InputStream first = open(200, null, 0, in(large));
    InputStream second = open(200, null, 0, in(large));
    InputStream third = open(200, null, 0, in(large));
    assertThat(first.readAllBytes()).hasSize(large.length());
    assertThat(second.readAllBytes()).hasSize(large.length());

    assertThatThrownBy(third::readAllBytes)
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("other large answers took up the memory");
    third.close();
    first.close();

    assertThat(open(200, null, 0, in(large)).readAllBytes()).hasSize(large.length());
  }

  private InputStream open(int status, @Nullable String header, Object value, InputStream body)
      throws IOException {
    return answer(status, header, value, body).responseBody().orElseThrow();
  }

  private HttpExecuteResponse answer(
      int status, @Nullable String header, Object value, InputStream body) throws IOException {
    SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(status);
    if (header != null) {
      head.putHeader(header, String.valueOf(value));
    }
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1/"))
            .build();
    try (SdkHttpClient client = new BoundedAnswers(new Answering(head.build(), body), memory)) {
      return client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
    }
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static InputStream in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] packed(int spaces) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(" ".repeat(spaces).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private record Answering(SdkHttpResponse head, InputStream body)
      implements SdkHttpClient, ExecutableHttpRequest {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return this;
    }

    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(head)
          .responseBody(AbortableInputStream.create(body))
          .build();
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }

  private static final class Endless extends InputStream {
    private final char each;

    Endless(char each) {
      this.each = each;
    }

    @Override
    public int read() {
      return each;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      Arrays.fill(into, from, from + most, (byte) each);
      return most;
    }
  }

  private static final class Broken extends InputStream {
    private final Exception failure;

    Broken(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (failure instanceof IOException io) {
        throw io;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      return read();
    }
  }
}

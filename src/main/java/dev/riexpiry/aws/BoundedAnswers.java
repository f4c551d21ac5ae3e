package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Bounds what is read of an answer, and tells one that breaks off from one that is whole.
///
/// The body of a success is counted while the SDK reads it. The body of a refusal is read at once,
/// because the SDK takes one that breaks off for a refusal without a code, which it does not try
/// again.
///
/// - a success: what [AnswerMemory] has room for
/// - a refusal: 1 MB
/// - an answer that is compressed counts as it is unpacked; the SDK would unpack without a bound
final class BoundedAnswers implements SdkHttpClient {
  private static final String ENCODING = "Content-Encoding";
  private static final String LENGTH = "Content-Length";

  /// The checksum of DynamoDB, which is that of the compressed answer.
  private static final String CHECKSUM = "x-amz-crc32";

  private final SdkHttpClient client;
  private final AnswerMemory memory;

  /// @param client sends the requests
  /// @param memory for the answers, of all clients of the process together
  BoundedAnswers(SdkHttpClient client, AnswerMemory memory) {
    this.client = requireNonNull(client, "client is null");
    this.memory = requireNonNull(memory, "memory is null");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Request(client.prepareRequest(request), request.httpRequest().method());
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Request implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;
    private final SdkHttpMethod method;

    Request(ExecutableHttpRequest request, SdkHttpMethod method) {
      this.request = request;
      this.method = method;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      Begun.end();
      HttpExecuteResponse answer = request.call();
      Optional<AbortableInputStream> body = answer.responseBody();
      if (body.isEmpty()) {
        return answer;
      }
      SdkHttpResponse head = answer.httpResponse();
      return head.isSuccessful() ? success(head, body.get()) : refusal(head, body.get());
    }

    private HttpExecuteResponse success(SdkHttpResponse head, InputStream body) throws IOException {
      InputStream counted = counted(head, body, memory.mostBytes());
      return answer(head, AbortableInputStream.create(counted, request));
    }

    private HttpExecuteResponse refusal(SdkHttpResponse head, InputStream body) throws IOException {
      try (InputStream counted = counted(head, body, AnswerMemory.MEGABYTE)) {
        InputStream whole = new ByteArrayInputStream(counted.readAllBytes());
        return answer(head, AbortableInputStream.create(whole, request));
      } catch (RuntimeException e) {
        // Of the broken ones, the SDK tries only an IOException again.
        throw BrokenAnswer.behind(e).orElseThrow(() -> e);
      }
    }

    private InputStream counted(SdkHttpResponse head, InputStream body, long mostBytes)
        throws IOException {
      int status = head.statusCode();
      Begun.head(status);
      CountedBody counted =
          new CountedBody(body, status, Promise.of(method, head), mostBytes, memory, request);
      return isPacked(head)
          ? new CountedBody(
              new GZIPInputStream(counted),
              status,
              new Promise.Nothing(),
              mostBytes,
              memory,
              request)
          : counted;
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  private static boolean isPacked(SdkHttpResponse head) {
    return head.firstMatchingHeader(ENCODING).filter("gzip"::equalsIgnoreCase).isPresent();
  }

  private static HttpExecuteResponse answer(SdkHttpResponse head, AbortableInputStream body) {
    return HttpExecuteResponse.builder()
        .response(isPacked(head) ? unpacked(head) : head)
        .responseBody(body)
        .build();
  }

  private static SdkHttpResponse unpacked(SdkHttpResponse head) {
    SdkHttpResponse.Builder copy = head.toBuilder();
    return copy.removeHeader(ENCODING).removeHeader(LENGTH).removeHeader(CHECKSUM).build();
  }
}

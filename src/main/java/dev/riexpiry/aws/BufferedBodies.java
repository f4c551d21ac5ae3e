package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;

/// Lets the JDK buffer the bodies of requests, by withholding their length, which it then counts
/// and sends itself. Before the JDK streams a body over a kept connection, it listens for a
/// millisecond for the end of that connection, and goes on by an exception: that takes a twelfth of
/// a sweep with 256 calls at once.
///
/// @param client the client that sends the requests
record BufferedBodies(SdkHttpClient client) implements SdkHttpClient {
  private static final String LENGTH = "Content-Length";

  BufferedBodies {
    requireNonNull(client, "client is null");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return client.prepareRequest(
        request.httpRequest().method() == SdkHttpMethod.POST
                && request.contentStreamProvider().isPresent()
            ? withoutLength(request)
            : request);
  }

  private static HttpExecuteRequest withoutLength(HttpExecuteRequest request) {
    return HttpExecuteRequest.builder()
        .request(request.httpRequest().copy(copy -> copy.removeHeader(LENGTH)))
        .contentStreamProvider(request.contentStreamProvider().orElseThrow())
        .metricCollector(request.metricCollector().orElse(null))
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}

package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;

/// Lets the JDK buffer what is posted, by not telling it the length, which it then counts and sends
/// itself. A body that it streams it posts on a kept connection only after it has listened a
/// millisecond for the end of that connection, by an exception: a twelfth of a sweep with 256 calls
/// at once.
///
/// @param client which sends the requests
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

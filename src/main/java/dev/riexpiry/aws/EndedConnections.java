package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Lets a connection that was ended while the JDK was at it fail as any other: with an
/// [IOException]. A timer ends it from another thread, and the JDK, if it has bad luck, then throws
/// a `NullPointerException`, which the SDK would neither try again nor take for a timeout.
///
/// @param client which sends the requests
record EndedConnections(SdkHttpClient client) implements SdkHttpClient {
  EndedConnections {
    requireNonNull(client, "client is null");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Request(client.prepareRequest(request));
  }

  @Override
  public void close() {
    client.close();
  }

  private record Request(ExecutableHttpRequest request) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (RuntimeException e) {
        throw new IOException("the connection was ended", e);
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}

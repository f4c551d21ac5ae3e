package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class EndedConnectionsTest {
  @Test
  void whatBreaksInTheJdkWhenAConnectionIsEndedIsAFailedConnection() {
    RuntimeException broken = new RuntimeException(new NullPointerException("this.http is null"));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1/"))
            .build();
    try (SdkHttpClient client = new EndedConnections(new Breaking(broken))) {
      assertThatThrownBy(() ->
              client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call())
          .isInstanceOf(IOException.class)
          .hasMessage("the connection was ended")
          .hasCause(broken);
    }
  }

  private record Breaking(RuntimeException broken) implements SdkHttpClient, ExecutableHttpRequest {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return this;
    }

    @Override
    public HttpExecuteResponse call() {
      throw broken;
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }
}

package dev.riexpiry.aws;

import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/// Makes the HTTP clients of those parts of the SDK that sign a profile in, and that nobody can
/// hand one: they reach AWS as everything else does, and read no more of an answer. The SDK finds
/// it by name.
public final class ProcessHttpService implements SdkHttpService {
  /// Made by the SDK.
  public ProcessHttpService() {}

  @Override
  public SdkHttpClient.Builder<?> createHttpClientBuilder() {
    return new Builder();
  }

  /// A client for this environment.
  ///
  /// @param limits the time-outs; what is not there is as in the SDK's own clients
  static SdkHttpClient client(Map<String, String> environment, AttributeMap limits) {
    AttributeMap all = limits.merge(SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS);
    return AwsClients.http(
        Network.of(environment),
        all.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT),
        all.get(SdkHttpConfigurationOption.READ_TIMEOUT),
        new AnswerMemory(Runtime.getRuntime().maxMemory()));
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return client(System.getenv(), defaults);
    }
  }
}

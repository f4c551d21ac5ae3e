package dev.riexpiry.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/// Makes the HTTP clients of those parts of the SDK that sign a profile in, and that nobody can
/// hand one: they reach AWS as everything else does. The SDK finds it by name.
public final class ProcessHttpService implements SdkHttpService {
  /// Made by the SDK.
  public ProcessHttpService() {}

  @Override
  public SdkHttpClient.Builder<?> createHttpClientBuilder() {
    return new Builder();
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      AttributeMap limits = defaults.merge(SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS);
      Duration connect = limits.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT);
      Duration read = limits.get(SdkHttpConfigurationOption.READ_TIMEOUT);
      return Network.of(System.getenv()).client(connect, read);
    }
  }
}

package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.BatchStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Keeps the pieces of a run in a bucket, where a result may be larger than what Step Functions
/// passes on.
final class S3RunStore implements BatchStore {
  private static final String PUT = "s3:PutObject";
  private static final String GET = "s3:GetObject";

  private final AwsClients clients;
  private final String bucket;

  /// @param clients the SDK clients
  /// @param bucket the bucket's name; it is in the caller's own region
  S3RunStore(AwsClients clients, String bucket) {
    this.clients = requireNonNull(clients, "clients is null");
    this.bucket = requireNonNull(bucket, "bucket is null");
  }

  @Override
  public Optional<Failure> put(String name, String text) {
    return new AwsCall(PUT)
        .make(() ->
            client()
                .putObject(
                    request -> request.bucket(bucket).key(name).contentType("application/json"),
                    RequestBody.fromString(text, StandardCharsets.UTF_8)));
  }

  @Override
  public Outcome<Optional<String>> get(String name) {
    return new AwsCall(GET)
        .ask(() -> {
          try {
            return new Outcome.Found<>(
                Optional.of(
                    client()
                        .getObjectAsBytes(request -> request.bucket(bucket).key(name))
                        .asString(StandardCharsets.UTF_8)));
          } catch (NoSuchKeyException e) {
            return new Outcome.Found<>(Optional.empty());
          }
        });
  }

  private S3Client client() {
    return clients.client(S3Client.class, clients.home(), S3RunStore::builder);
  }

  /// The builder of clients that sign a request with the digest of its whole body; signing it in
  /// chunks, or a second checksum, would add nothing.
  static S3ClientBuilder builder() {
    return S3Client.builder()
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false));
  }
}

package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.ReportFile;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportStore.Shelf;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.KmsKeyArn;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.sweep.Stop;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Writes objects for people to read. S3 takes each whole or not at all: it is sent in one piece
/// with the digest of all of it. A bucket in another region says so in its refusal, and is asked
/// again there; the SDK's own way of finding it needs the right to list it.
final class S3Shelf implements Shelf {
  static final String ACTION = "s3:PutObject";

  /// Everybody asks S3 whether there is a new one, since a day's report may be made again.
  private static final String CACHE_CONTROL = "no-cache";

  private final AwsClients clients;
  private final AwsCredentialsProvider credentials;
  private final AccountId owner;
  private final ReportPlace place;
  private final Stop stop;
  private Region region;

  /// @param clients the SDK clients
  /// @param credentials to write with
  /// @param owner the account that has to own the bucket
  /// @param place where, and how it is encrypted
  /// @param stop ends the writing
  S3Shelf(
      AwsClients clients,
      AwsCredentialsProvider credentials,
      AccountId owner,
      ReportPlace place,
      Stop stop) {
    this.clients = requireNonNull(clients, "clients is null");
    this.credentials = requireNonNull(credentials, "credentials is null");
    this.owner = requireNonNull(owner, "owner is null");
    this.place = requireNonNull(place, "place is null");
    this.stop = requireNonNull(stop, "stop is null");
    this.region = clients.home();
  }

  @Override
  public AccountId owner() {
    return owner;
  }

  @Override
  public Optional<Failure> put(S3Location folder, ReportFile file) {
    if (stop.isDue()) {
      return Optional.of(late());
    }
    byte[] body = file.text().getBytes(StandardCharsets.UTF_8);
    String object = folder + file.name();
    return new AwsCall(ACTION, new Input(object, clients.partition()))
        .<Optional<Failure>>ask(
            () -> {
              PutObjectRequest request = request(folder, file, body);
              try {
                send(request, body);
              } catch (S3Exception e) {
                region = BucketRegion.elsewhere(e, region).orElseThrow(() -> e);
                send(request, body);
              }
              return Optional.empty();
            },
            (failure, thrown) ->
                Optional.of(
                    stop.isDue() && failure.isSilence()
                        ? late()
                        : S3Refusals.explained(failure, thrown, place, owner)));
  }

  private void send(PutObjectRequest request, byte[] body) {
    clients
        .client(S3Client.class, region, S3RunStore::builder)
        .putObject(request, RequestBody.fromBytes(body));
  }

  private PutObjectRequest request(S3Location folder, ReportFile file, byte[] body) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(folder.bucket())
            .key(folder.key(file.name()))
            .expectedBucketOwner(owner.value())
            .contentType(file.contentType())
            .cacheControl(CACHE_CONTROL)
            .checksumSHA256(sha256(body))
            .overrideConfiguration(limits -> {
              limits.credentialsProvider(credentials);
              clients.upload(limits, body.length, stop);
              CallWatch.about(owner, limits);
            });
    place
        .key()
        .map(KmsKeyArn::value)
        .ifPresentOrElse(
            key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key),
            () -> request.serverSideEncryption(ServerSideEncryption.AES256));
    return request.build();
  }

  private static Failure late() {
    return new Failure(
        ACTION,
        Failure.DEADLINE_EXCEEDED,
        "the time for the check ran out before this was written",
        "give the check more time, or see why its accounts take so long; the next check writes the"
            + " report anew");
  }

  private static String sha256(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InputFile;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.S3ObjectName;
import dev.riexpiry.sweep.Stop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Reads an accounts file out of a bucket, whole and in its latest version, or not at all.
final class S3AccountsFile {
  static final String ACTION = "s3:GetObject";

  private final AwsClients clients;
  private final S3ObjectName object;
  private final Stop stop;

  /// @param clients the SDK clients
  /// @param object where the file is
  /// @param stop ends the reading
  S3AccountsFile(AwsClients clients, S3ObjectName object, Stop stop) {
    this.clients = requireNonNull(clients, "clients is null");
    this.object = requireNonNull(object, "object is null");
    this.stop = requireNonNull(stop, "stop is null");
  }

  /// Reads it.
  ///
  /// @throws InvalidInputException if it cannot be read, has more than 10 MiB, or holds any fault,
  ///   naming all of them
  AccountsFile read() {
    return switch (content()) {
      case Outcome.Found<Content>(Content(AccountsVersion version, Optional<byte[]> bytes)) ->
          AccountsFile.read(
              version,
              bytes.orElseThrow(() ->
                  invalid(
                      new Fault(
                          "the object",
                          "it has more than " + InputFile.MAX,
                          "upload another, or split it"))));
      case Outcome.Failed<Content>(Failure failure) ->
          throw invalid(
              new Fault(
                  failure.action(),
                  "it cannot be read: %s".formatted(failure.reason()),
                  failure.remedy()));
    };
  }

  private InvalidInputException invalid(Fault fault) {
    return new InvalidInputException(object.toString(), List.of(fault));
  }

  private Outcome<Content> content() {
    return new AwsCall(ACTION, new Input(object.toString(), clients.partition()))
        .ask(
            () -> {
              Region home = clients.home();
              try {
                return new Outcome.Found<>(get(home));
              } catch (S3Exception e) {
                return new Outcome.Found<>(
                    get(BucketRegion.elsewhere(e, home).orElseThrow(() -> e)));
              }
            },
            (failure, thrown) ->
                new Outcome.Failed<>(AccountsRefusals.explained(failure, thrown, object)));
  }

  private Content get(Region region) {
    return clients
        .client(S3Client.class, region, S3RunStore::builder)
        .getObject(
            GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .overrideConfiguration(limits -> clients.end(limits, stop))
                .build(),
            ResponseTransformer.unmanaged(this::content));
  }

  /// What is too large is known by its length, before any of it is read.
  private Content content(GetObjectResponse head, AbortableInputStream body) {
    AccountsVersion version =
        new AccountsVersion(object.toString(), Optional.ofNullable(head.versionId()));
    try (body) {
      if (Optional.ofNullable(head.contentLength())
          .filter(l -> l > InputFile.MAX_BYTES)
          .isPresent()) {
        body.abort();
        return new Content(version, Optional.empty());
      }
      Optional<byte[]> bytes = InputFile.bounded(body);
      if (bytes.isEmpty()) {
        body.abort();
      }
      return new Content(version, bytes);
    } catch (IOException e) {
      throw RetryableException.builder().message(String.valueOf(e.getMessage())).cause(e).build();
    }
  }

  /// @param version which one it is
  /// @param bytes all of them; empty if they are too many
  private record Content(AccountsVersion version, Optional<byte[]> bytes) {}
}

package dev.riexpiry.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riexpiry.text.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The document that the AWS CLI keeps of a session: the whole answer of `sts:AssumeRole`, and the
/// account beside the credentials.
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CacheEntry(
    @JsonProperty("Credentials") Keys credentials,
    @JsonProperty("AssumedRoleUser") Optional<User> user,
    @JsonProperty("ResponseMetadata") Optional<Metadata> metadata) {
  private static final int ACCOUNT_IN_ARN = 4;
  private static final int SUCCESS = 200;

  static CacheEntry of(Session session) {
    return new CacheEntry(
        new Keys(
            session.accessKeyId(),
            session.secretAccessKey(),
            session.sessionToken(),
            session.expiration().truncatedTo(ChronoUnit.SECONDS).toString(),
            session.arn().map(arn -> arn.split(":", -1)[ACCOUNT_IN_ARN])),
        session.arn().map(arn -> new User(session.roleId(), arn)),
        session.requestId().map(id -> new Metadata(Optional.of(id), Optional.of(SUCCESS))));
  }

  /// Reads a document; empty if it is something else.
  static Optional<Session> read(String text) {
    try {
      CacheEntry entry = Json.read(text, CacheEntry.class);
      return Optional.of(
          new Session(
              entry.credentials.accessKeyId,
              entry.credentials.secretAccessKey,
              entry.credentials.sessionToken,
              instant(entry.credentials.expiration),
              entry.user.flatMap(User::roleId),
              entry.user.map(User::arn),
              entry.metadata.flatMap(Metadata::requestId)));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Reads an instant as it has been written: with `Z`, with `+00:00`, and with `UTC`.
  private static Instant instant(String text) {
    String offset = text.endsWith("UTC") ? text.substring(0, text.length() - 3) + "Z" : text;
    return OffsetDateTime.parse(offset).toInstant();
  }

  String json() {
    return Json.compact(this);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Keys(
      @JsonProperty("AccessKeyId") String accessKeyId,
      @JsonProperty("SecretAccessKey") String secretAccessKey,
      @JsonProperty("SessionToken") String sessionToken,
      @JsonProperty("Expiration") String expiration,
      @JsonProperty("AccountId") Optional<String> accountId) {
    /// Leaves out the credentials.
    @Override
    public String toString() {
      return "Keys";
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record User(
      @JsonProperty("AssumedRoleId") Optional<String> roleId, @JsonProperty("Arn") String arn) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Metadata(
      @JsonProperty("RequestId") Optional<String> requestId,
      @JsonProperty("HTTPStatusCode") Optional<Integer> statusCode) {}
}

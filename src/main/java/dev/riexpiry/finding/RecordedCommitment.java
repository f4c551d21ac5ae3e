package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A commitment as the ledger knows it, by the key under which people were told of it.
///
/// @param account its owner
/// @param region its region
/// @param service the id of its service
/// @param id its own id
/// @param end its end, as it was recorded
public record RecordedCommitment(
    AccountId account, String region, String service, String id, Instant end) {
  /// How the keys begin under which it is recorded that a commitment was announced.
  public static final String PREFIX = "commitment#";

  private static final Pattern KEY =
      Pattern.compile(PREFIX + "([0-9]{12})#([^#]+)#([^#]+)#(.+)#([^#]+)#[^#]+");

  public RecordedCommitment {
    requireNonNull(account, "account is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(id, "id is null");
    requireNonNull(end, "end is null");
  }

  /// Reads the key of an announcement; empty if that is not of a commitment that is about to end.
  public static Optional<RecordedCommitment> of(String announcementKey) {
    Matcher parts = KEY.matcher(announcementKey);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RecordedCommitment(
              new AccountId(parts.group(1)),
              parts.group(2),
              parts.group(3),
              parts.group(4),
              Instant.parse(parts.group(5))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The part of the ledger's keys that tells it from others.
  public String key() {
    return "%s#%s#%s#%s".formatted(account, region, service, id);
  }

  /// Tells whether an end is its end: some services let an id be used again, by a commitment that
  /// nobody has decided about.
  public boolean endsAt(Instant other) {
    return new RecordedEnd(other).names().anyMatch(end.toString()::equals);
  }
}

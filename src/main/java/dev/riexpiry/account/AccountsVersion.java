package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// Which accounts file a run has read, where it came from a bucket.
///
/// @param location such as `s3://bucket/accounts.json`
/// @param id S3's id of the version; empty where the bucket keeps no versions
public record AccountsVersion(String location, Optional<String> id) {
  public AccountsVersion {
    requireNonNull(location, "location is null");
    requireNonNull(id, "id is null");
  }

  /// Writes both for people.
  @Override
  public String toString() {
    return location + id.map(version -> ", version " + version).orElse(", without a version");
  }
}

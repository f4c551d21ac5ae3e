package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.KmsKeyArn;
import dev.riexpiry.input.S3Location;
import java.util.Optional;

/// Where the files of reports go, and how they are written there.
///
/// @param location the folder
/// @param role the role to write them with; none means the caller's own credentials
/// @param key the key that encrypts them; none means keys of S3 itself (SSE-S3)
public record ReportPlace(S3Location location, Optional<ReportRole> role, Optional<KmsKeyArn> key) {
  public ReportPlace {
    requireNonNull(location, "location is null");
    requireNonNull(role, "role is null");
    requireNonNull(key, "key is null");
  }
}

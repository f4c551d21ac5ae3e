package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.S3Location;
import java.util.Optional;

/// The page of a run, which is written after its mails. A signed link to it would die with the
/// session of the role that made it, long before the mail is read: this one asks its reader to sign
/// in.
///
/// @param folder the folder that it is in
/// @param account the id of the account that owns the bucket; empty where it is not known
/// @param region any region of the partition
public record PageLink(S3Location folder, Optional<String> account, String region) {
  private static final String PAGE = "index.html";

  public PageLink {
    requireNonNull(folder, "folder is null");
    requireNonNull(account, "account is null");
    requireNonNull(region, "region is null");
  }

  /// Its address in the S3 console, or `s3://…` where the console of the partition has none.
  public String address() {
    return ConsoleLink.ofObject(region, folder.bucket(), folder.key(PAGE))
        .orElseGet(() -> folder + PAGE);
  }

  /// Says whose console it is.
  public String where() {
    return account.map(id -> "in the S3 console of account " + id).orElse("in the S3 console");
  }
}

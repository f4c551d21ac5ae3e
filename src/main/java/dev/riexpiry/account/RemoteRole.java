package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The role to assume in an account.
///
/// @param path from `/` to `/`, as IAM writes it
/// @param name the role's name, 1 to 64 characters
/// @param partition the AWS partition, such as `aws-us-gov`, where the file gave a full ARN
/// @param accountId the account of the role, where the file gave a full ARN
public record RemoteRole(
    String path, String name, Optional<String> partition, Optional<AccountId> accountId) {
  private static final String PATH_AND_NAME =
      "(?<path>/?(?:[!-.0-~]+/)*)(?<name>[\\w+=,.@-]{1,64})";
  private static final Pattern SHORT = Pattern.compile(PATH_AND_NAME);
  private static final Pattern ARN =
      Pattern.compile("arn:(?<partition>aws[a-z-]*):iam::(?<account>[0-9]{12}):role(?<rest>/.*)");

  public RemoteRole {
    requireNonNull(path, "path is null");
    requireNonNull(name, "name is null");
    requireNonNull(partition, "partition is null");
    requireNonNull(accountId, "accountId is null");
    if (!SHORT.matcher(path + name).matches() || !path.startsWith("/") || !path.endsWith("/")) {
      throw new IllegalArgumentException("not a role's path and name: " + path + name);
    }
  }

  /// Reads a role's name, its path and name, or its ARN. Empty if `text` is none of these.
  public static Optional<RemoteRole> parse(String text) {
    Matcher arn = ARN.matcher(text);
    if (arn.matches()) {
      return pathAndName(
          arn.group("rest"),
          Optional.of(arn.group("partition")),
          Optional.of(new AccountId(arn.group("account"))));
    }
    return text.startsWith("arn:")
        ? Optional.empty()
        : pathAndName(text, Optional.empty(), Optional.empty());
  }

  private static Optional<RemoteRole> pathAndName(
      String text, Optional<String> partition, Optional<AccountId> accountId) {
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String path = matcher.group("path");
    String full = path.startsWith("/") ? path : "/" + path;
    return Optional.of(new RemoteRole(full, matcher.group("name"), partition, accountId));
  }

  /// The role as an accounts file may name it: the full ARN where it gave one, else the name, with
  /// its path if that is not the usual one.
  public String pathAndName() {
    return partition.isPresent() && accountId.isPresent()
        ? arn(partition.get(), accountId.get())
        : path.equals("/") ? name : path + name;
  }

  /// The role's ARN in `account`.
  ///
  /// @param callerPartition the partition of the caller, for a role that was given by name only
  public String arn(String callerPartition, AccountId account) {
    return "arn:%s:iam::%s:role%s%s"
        .formatted(partition.orElse(callerPartition), account, path, name);
  }
}

package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The owner of some credentials, as AWS names it: the ARN that `sts:GetCallerIdentity` and
/// `sts:AssumeRole` answer.
///
/// @param account the account that calls with these credentials reach
/// @param arn the ARN of the user, role session, federated user or root user
public record Identity(AccountId account, String arn) {
  /// The question of whose some credentials are. It needs no permission.
  public static final String ACTION = "sts:GetCallerIdentity";

  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(?:iam|sts)::(?<account>[0-9]{12}):[!-~]{1,2048}");

  public Identity {
    requireNonNull(account, "account is null");
    requireNonNull(arn, "arn is null");
  }

  /// Reads an ARN of IAM or STS. Empty if `arn` is none.
  public static Optional<Identity> of(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(new Identity(new AccountId(matcher.group("account")), arn))
        : Optional.empty();
  }

  /// Tells why these are not the credentials to read `wanted` with: what they gave would count for
  /// an account that nobody looked into.
  ///
  /// @return empty if they are those of that account
  public Optional<Failure> refusal(Account wanted) {
    if (account.equals(wanted.id())) {
      return Optional.empty();
    }
    return Optional.of(
        wanted
            .role()
            .map(role ->
                new Failure(
                    "sts:AssumeRole",
                    Failure.WRONG_ACCOUNT,
                    "the role led into account %s (%s), not into %s"
                        .formatted(account, arn, wanted.id()),
                    "see who answers for STS here, a proxy or a stand-in; correct accountId or"
                        + " remoteRole, or take the account out of the accounts file"))
            .orElseGet(() ->
                new Failure(
                    ACTION,
                    Failure.WRONG_ACCOUNT,
                    "the caller's own credentials are of account %s (%s), not of %s"
                        .formatted(account, arn, wanted.id()),
                    "name the role to assume there (remoteRole), correct accountId, or take the"
                        + " account out of the accounts file")));
  }
}

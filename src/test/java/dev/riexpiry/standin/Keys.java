package dev.riexpiry.standin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Credentials that name their account, as long as real ones and plainly not real.
public final class Keys {
  private static final Pattern KEY = Pattern.compile("(AKIA|ASIA)FAKE([0-9]{12})");

  private Keys() {}

  /// The lasting key of an account.
  public static String accessKeyId(String account) {
    return "AKIAFAKE" + account;
  }

  /// The key that assuming a role in an account gives.
  public static String temporaryKeyId(String account) {
    return "ASIAFAKE" + account;
  }

  /// The secret of both keys.
  public static String secret(String account) {
    return "FakeSecretNotARealOne/" + account + "/000000";
  }

  /// The token that belongs to the temporary key.
  public static String sessionToken(String account) {
    return "FakeSessionTokenNotARealOne/" + account + "/" + "Fake".repeat(60) + "==";
  }

  /// Everything that must not be seen anywhere, of one account.
  public static List<String> secrets(String account) {
    return List.of(
        accessKeyId(account), temporaryKeyId(account), secret(account), sessionToken(account));
  }

  /// The account of a key; empty if the token does not belong to it.
  static Optional<String> account(String accessKeyId, String sessionToken) {
    Matcher key = KEY.matcher(accessKeyId);
    if (!key.matches()) {
      return Optional.empty();
    }
    String account = key.group(2);
    String token = key.group(1).equals("ASIA") ? sessionToken(account) : "";
    return Optional.of(account).filter(_ -> token.equals(sessionToken));
  }
}

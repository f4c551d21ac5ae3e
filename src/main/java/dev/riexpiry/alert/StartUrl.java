package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The start URL of IAM Identity Center's access portal, through which a link to the console opens
/// in the account that it is meant for.
///
/// @param value such as `https://d-1234567890.awsapps.com/start`, without the `/` or `/#/` at the
///   end with which it may be given: a browser shows it so
public record StartUrl(String value) {
  /// The remedy for a text that is none.
  public static final String REMEDY =
      "write one like https://d-1234567890.awsapps.com/start, without user, query or fragment";

  private static final Pattern URL =
      Pattern.compile(
          "(https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*)/?(#/)?");

  /// @throws IllegalArgumentException if it is not the address of a portal
  public StartUrl {
    requireNonNull(value, "value is null");
    Matcher matcher = URL.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the start URL of an access portal: " + value);
    }
    value = matcher.group(1);
  }

  /// Reads a start URL. Empty if `text` is none.
  public static Optional<StartUrl> parse(String text) {
    return URL.matcher(text).matches() ? Optional.of(new StartUrl(text)) : Optional.empty();
  }

  /// Makes a shortcut link, as the user guide of IAM Identity Center describes it. It names no
  /// role: the portal has the user choose one.
  ///
  /// @param link the page of the console that it ends at
  String shortcut(AccountId account, String link) {
    return "%s/#/console?account_id=%s&destination=%s"
        .formatted(value, account.value(), URLEncoder.encode(link, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return value;
  }
}

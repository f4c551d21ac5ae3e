package dev.riexpiry.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The name under which the AWS CLI keeps the session of a role: the SHA-1 of what the profile says
/// of it, as Python writes JSON. Neither a code nor the profile that assumes the role is part of it
/// (botocore, `credentials.py`).
final class CacheKey {
  private CacheKey() {}

  static String of(ProfileRole role) {
    Map<String, String> arguments = new TreeMap<>();
    arguments.put("RoleArn", quoted(role.arn()));
    put(arguments, "SerialNumber", role.mfaSerial().map(CacheKey::quoted));
    put(arguments, "ExternalId", role.externalId().map(CacheKey::quoted));
    put(arguments, "RoleSessionName", role.sessionName().map(CacheKey::quoted));
    put(arguments, "DurationSeconds", role.seconds().map(String::valueOf));
    return sha1(
        arguments.entrySet().stream()
            .map(argument -> quoted(argument.getKey()) + ": " + argument.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
  }

  private static void put(Map<String, String> arguments, String name, Optional<String> value) {
    value.ifPresent(json -> arguments.put(name, json));
  }

  /// A string as Python's `json.dumps` writes it: in ASCII.
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        json.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        json.append("\\u%04x".formatted((int) letter));
      } else {
        json.append(letter);
      }
    }
    return json.append('"').toString();
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

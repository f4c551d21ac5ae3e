package dev.riexpiry.aws;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The hosts that are reached without a proxy, by `NO_PROXY`: names, each with all names below it,
/// addresses and ranges of them (`10.0.0.0/8`), all of these also with a port; `*` for every host.
///
/// @param entries in small letters
record NoProxy(List<String> entries) {
  NoProxy {
    entries = List.copyOf(entries);
  }

  /// Reads the variable: entries with commas or white space between them.
  static NoProxy parse(String text) {
    return new NoProxy(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(Predicate.not(String::isEmpty))
            .toList());
  }

  /// Tells whether a host is reached without a proxy.
  ///
  /// @param host a name, or an address, which in version 6 has brackets
  boolean matches(String host, int port) {
    String name = bare(host.toLowerCase(Locale.ROOT));
    return entries.stream()
        .anyMatch(entry -> entry.equals("*") || matches(withoutPort(entry, port), name));
  }

  private static boolean matches(String entry, String name) {
    String suffix = entry.startsWith("*.") ? entry.substring(1) : entry;
    String whole = suffix.startsWith(".") ? suffix.substring(1) : suffix;
    return !whole.isEmpty()
        && (name.equals(bare(whole)) || name.endsWith("." + whole) || holds(whole, name));
  }

  /// The entry without its port if that is `port`; the entry as it is if it has none.
  private static String withoutPort(String entry, int port) {
    String end = ":" + port;
    boolean named =
        entry.endsWith(end)
            && (entry.indexOf(':') == entry.length() - end.length() || entry.startsWith("["));
    return named ? entry.substring(0, entry.length() - end.length()) : entry;
  }

  private static String bare(String host) {
    String plain =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /// Tells whether an address is in a range.
  private static boolean holds(String range, String name) {
    int slash = range.indexOf('/');
    if (slash < 0 || !range.substring(slash + 1).matches("[0-9]{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(range.substring(slash + 1));
    Optional<byte[]> first = address(range.substring(0, slash));
    Optional<byte[]> asked = address(name);
    return first.isPresent()
        && asked.isPresent()
        && first.get().length == asked.get().length
        && bits <= first.get().length * Byte.SIZE
        && agree(first.get(), asked.get(), bits);
  }

  private static boolean agree(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(bare(literal)).getAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

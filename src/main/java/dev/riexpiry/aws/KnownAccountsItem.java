package dev.riexpiry.aws;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.KnownAccounts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The form of the ledger's item of the accounts that a whole run had: a line each, packed.
/// DynamoDB takes items of 400 KB; the names are left out where they would make it larger.
final class KnownAccountsItem {
  private static final String PREFIX = "accounts#";
  private static final int MOST_BYTES = 350_000;
  private static final int ID = 12;

  private KnownAccountsItem() {}

  static String key(String topic) {
    return PREFIX + topic;
  }

  static Map<String, AttributeValue> write(KnownAccounts accounts) {
    Map<String, AttributeValue> item = new HashMap<>(LedgerItem.key(key(accounts.topic())));
    item.put("version", LedgerItem.number(accounts.version()));
    item.put("on", LedgerItem.text(accounts.on().toString()));
    byte[] named = packed(accounts, name -> " " + name.replaceAll("\\R", " "));
    item.put(
        "accounts",
        AttributeValue.fromB(
            SdkBytes.fromByteArray(
                named.length <= MOST_BYTES ? named : packed(accounts, _ -> ""))));
    item.put(
        "expires",
        LedgerItem.number(
            accounts
                .on()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Announcement.KEPT)
                .getEpochSecond()));
    return item;
  }

  private static byte[] packed(KnownAccounts accounts, Function<String, String> name) {
    String lines =
        accounts.names().entrySet().stream()
            .map(account -> account.getKey().value() + name.apply(account.getValue()))
            .sorted()
            .collect(Collectors.joining("\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /// @throws RuntimeException if the item is not of this program's making
  static KnownAccounts read(String topic, Map<String, AttributeValue> item) {
    try (GZIPInputStream unpacking =
        new GZIPInputStream(
            new ByteArrayInputStream(
                Optional.ofNullable(item.get("accounts")).orElseThrow().b().asByteArray()))) {
      Map<AccountId, String> names =
          new String(unpacking.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .collect(
                  Collectors.toMap(
                      line -> new AccountId(line.substring(0, ID)),
                      line -> line.length() > ID ? line.substring(ID + 1) : line));
      return new KnownAccounts(
          topic,
          LedgerItem.number(item, "version"),
          LocalDate.parse(LedgerItem.text(item, "on").orElse("")),
          names);
    } catch (IOException e) {
      throw new IllegalArgumentException("what the ledger holds of the accounts makes no sense", e);
    }
  }
}

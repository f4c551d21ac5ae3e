package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.finding.DroppedAccount;
import java.util.List;
import java.util.Optional;

/// An account that is not read any more, in the JSON of report and alert.
///
/// @param state as AWS Organizations has it; left out unless it says that the account is not open
public record DroppedDocument(
    String accountId,
    String accountName,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> state) {
  /// The documents of accounts, in their order.
  public static List<DroppedDocument> of(List<DroppedAccount> accounts) {
    return accounts.stream()
        .map(account -> new DroppedDocument(account.id().value(), account.name(), account.state()))
        .toList();
  }
}

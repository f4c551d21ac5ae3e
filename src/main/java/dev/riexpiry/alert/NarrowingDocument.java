package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Narrowing;
import java.util.List;
import java.util.Optional;

/// What a check was narrowed to, as report and alert show it. A list that narrows nothing is left
/// out.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NarrowingDocument(
    List<String> accounts, List<String> regions, List<String> services) {
  /// The document of a narrowing; empty where everything is looked at.
  public static Optional<NarrowingDocument> of(Narrowing narrowing) {
    return narrowing.isNone()
        ? Optional.empty()
        : Optional.of(
            new NarrowingDocument(
                narrowing.accounts().stream().map(AccountId::value).toList(),
                narrowing.regions(),
                narrowing.services().stream().map(Service::id).toList()));
  }
}

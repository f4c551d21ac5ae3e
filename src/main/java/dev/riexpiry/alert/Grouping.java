package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The grouping of findings into alerts.
///
/// - default: [#DIGEST], because SNS deactivates a mail subscription that gets more than ten
///   messages a second
public enum Grouping {
  /// One alert for the whole check.
  DIGEST("digest"),
  /// One alert for each account that has findings.
  ACCOUNT("account"),
  /// One alert for each organizational unit that has findings in its accounts.
  OU("ou"),
  /// One alert for each expiring reservation, and one for what could not be read.
  RESERVATION("reservation");

  private final String id;

  Grouping(String id) {
    this.id = requireNonNull(id, "id is null");
  }

  /// The word that stands for it in settings.
  public String id() {
    return id;
  }

  /// The grouping that `id` stands for.
  public static Optional<Grouping> of(String id) {
    return Arrays.stream(values()).filter(grouping -> grouping.id.equals(id)).findFirst();
  }

  /// The words that [#of] understands.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Grouping::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}

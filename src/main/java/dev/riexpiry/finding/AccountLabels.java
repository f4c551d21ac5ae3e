package dev.riexpiry.finding;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import java.util.Map;

/// The labels of the accounts that one run knows.
///
/// @param known by id
public record AccountLabels(Map<AccountId, AccountLabel> known) {
  /// The name that stands for the organization where an account's name would stand.
  public static final String ORGANIZATION = "the organization";

  public AccountLabels {
    known = Map.copyOf(known);
  }

  /// The label of an account; that of its id alone where no more is known.
  public AccountLabel of(AccountId id) {
    return known.getOrDefault(id, AccountLabel.of(id));
  }

  /// The name of the account that a place belongs to, or that of the organization.
  public String nameOf(Place place) {
    return place.owner().map(id -> of(id).name()).orElse(ORGANIZATION);
  }

  /// The label of the account that a place belongs to, as text; or the name of the organization.
  public String labelOf(Place place) {
    return place.owner().map(id -> of(id).toString()).orElse(ORGANIZATION);
  }
}

package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.Comparator;

/// A failure, and the place that could not be read in full because of it. One place may have
/// several.
///
/// @param place the place
/// @param failure the reason, and what to do about it
public record PlaceFailure(Place place, Failure failure) {
  private static final Comparator<Place> BY_PLACE =
      Comparator.<Place, Boolean>comparing(place -> place.target().isPresent())
          .thenComparing(place -> place.owner().map(AccountId::value).orElse(""))
          .thenComparing(place -> place.target().map(Place.Target::region).orElse(""))
          .thenComparing(place -> place.target().map(Place.Target::service).orElse(Service.EC2));

  /// Orders whole places first, then by account, region and service, then by code and message.
  public static final Comparator<PlaceFailure> ORDER =
      Comparator.comparing(PlaceFailure::place, BY_PLACE)
          .thenComparing(item -> item.failure().code())
          .thenComparing(item -> item.failure().message());

  public PlaceFailure {
    requireNonNull(place, "place is null");
    requireNonNull(failure, "failure is null");
  }
}

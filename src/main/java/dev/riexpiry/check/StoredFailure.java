package dev.riexpiry.check;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;

/// A place that could not be read, as the steps of a spread check hand it on.
///
/// @param place its key
record StoredFailure(String place, String action, String code, String message, String remedy) {
  static StoredFailure of(PlaceFailure item) {
    Failure failure = item.failure();
    return new StoredFailure(
        item.place().key(), failure.action(), failure.code(), failure.message(), failure.remedy());
  }

  PlaceFailure failure() {
    return new PlaceFailure(Place.parse(place), new Failure(action, code, message, remedy));
  }
}

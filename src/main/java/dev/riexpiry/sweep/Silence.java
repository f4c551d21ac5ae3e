package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Something that did not answer in time, and may be asked again.
///
/// @param owner the account that was asked
/// @param kind what all accounts are asked alike: a service in a region, or to be entered
/// @param again asks again, handing on what is to be asked then, and tells whether there was an
///   answer
record Silence(AccountId owner, String kind, Predicate<Consumer<Silence>> again) {
  Silence {
    requireNonNull(owner, "owner is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(again, "again is null");
  }
}

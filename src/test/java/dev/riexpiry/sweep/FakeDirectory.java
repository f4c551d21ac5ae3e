package dev.riexpiry.sweep;

import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Directory.Listing;
import java.util.List;

/// An organization that answers what it was given, whichever units are asked for.
record FakeDirectory(Outcome<Identity> caller, Listing listing) implements Directory {
  @Override
  public Listing list(List<String> organizationalUnits, Stop stop) {
    return listing;
  }
}

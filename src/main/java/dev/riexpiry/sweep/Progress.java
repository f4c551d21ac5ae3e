package dev.riexpiry.sweep;





/// Hears how far a sweep has come. Called from the sweep's own threads, possibly at once.
public interface Progress {
  /// Hears nothing.
  Progress NONE = (done, known) -> {};

  /// @param done targets that were read or given up
  /// @param known targets known of so far; grows while accounts tell their regions
  void targets(int done, int known);
}

package dev.riexpiry.bench;

import java.nio.file.Path;
import java.util.Locale;

/// What one row of [FunctionBenchmark] measures.
///
/// @param share of one processor
/// @param transport to the stand-in of AWS
/// @param accounts checked by each event
/// @param start how the function begins
/// @param jar what Lambda would unpack
record FunctionRow(double share, Transport transport, int accounts, Start start, Path jar) {
  /// What a function of one whole processor has.
  private static final int WHOLE_PROCESSOR_MEGABYTES = 1769;

  /// Lambda's Java may use so much of the function's memory for its heap.
  private static final double HEAP = 0.8;

  /// The memory of a function that has this share, in MB.
  int megabytes() {
    return (int) Math.round(share * WHOLE_PROCESSOR_MEGABYTES);
  }

  int heapMegabytes() {
    return (int) (megabytes() * HEAP);
  }

  boolean isBeside(FunctionRow other) {
    return share == other.share
        && transport == other.transport
        && accounts == other.accounts
        && start == other.start;
  }

  @Override
  public String toString() {
    return "%.2f %-5s %5d %-8s %-18s"
        .formatted(share, transport.scheme(), accounts, start.word(), jar.getFileName());
  }

  /// How calls reach the stand-in.
  enum Transport {
    HTTP,
    HTTPS;

    String scheme() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How the function begins: with nothing, or as it leaves a snapshot.
  enum Start {
    COLD,
    SNAPSHOT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

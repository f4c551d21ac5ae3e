package dev.riexpiry.bench;

/// What one process of the function took for its first event and for the second one.
///
/// @param initMillis from the start of the process until it asks for an event
/// @param coldMillis from the first event to its answer
/// @param warmMillis from the second event to its answer
/// @param initCpuSeconds of the process until it asks for an event
/// @param coldCpuSeconds of the process for the first event
/// @param warmCpuSeconds of the process for the second event
/// @param peakMegabytes the most memory it held
record FunctionRun(
    double initMillis,
    double coldMillis,
    double warmMillis,
    double initCpuSeconds,
    double coldCpuSeconds,
    double warmCpuSeconds,
    double peakMegabytes) {
  /// From the start of the process to its first answer.
  double firstAnswerMillis() {
    return initMillis + coldMillis;
  }
}

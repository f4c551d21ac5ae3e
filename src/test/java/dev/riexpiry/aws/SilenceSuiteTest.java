package dev.riexpiry.aws;

import dev.riexpiry.standin.Fault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rows of [FaultSuiteTest] that wait: in a class of their own, so that the build can run the
/// others meanwhile.
class SilenceSuiteTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.riexpiry.aws.FaultSuiteTest#silences")
  @Timeout(120)
  void aSilenceIsNamedAndTakesNothingElseWithIt(FaultSuiteTest.Row row, Fault.Kind kind) {
    FaultSuiteTest.assertNamedAndTakesNothingElseWithIt(row, kind);
  }
}

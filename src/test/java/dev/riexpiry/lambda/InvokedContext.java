package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What Lambda tells a function of its invocation, as far as a test is about it.
final class InvokedContext {
  private InvokedContext() {}

  /// @param log takes the lines that the function logs
  /// @param remaining what is left of its time, however long it runs
  static Context of(List<String> log, Duration remaining) {
    return of(log, () -> remaining);
  }

  /// @param log takes the lines that the function logs
  /// @param remaining what is left of its time
  static Context of(List<String> log, Supplier<Duration> remaining) {
    LambdaLogger logger =
        new LambdaLogger() {
          @Override
          public void log(String line) {
            log.add(line);
          }

          @Override
          public void log(byte[] line) {
            throw new AssertionError("a line is text");
          }
        };
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) remaining.get().toMillis();
                  case "getLogger" -> logger;
                  default -> "";
                });
  }
}

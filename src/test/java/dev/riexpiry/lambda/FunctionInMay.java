package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The function's handler on the morning of 4 May 2026, of which the shipped events are. What signs
/// calls to AWS keeps the real time.
public final class FunctionInMay implements RequestStreamHandler {
  /// As the template would name it.
  static final String HANDLER = FunctionInMay.class.getName() + "::handleRequest";

  private final ExpiryCheckHandler handler;

  /// Starts the morning.
  public FunctionInMay() {
    Clock real = Clock.systemUTC();
    Duration away = Duration.between(real.instant(), Instant.parse("2026-05-04T06:00:01Z"));
    this.handler = new ExpiryCheckHandler(System.getenv(), Clock.offset(real, away));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handler.handleRequest(input, output, context);
  }
}

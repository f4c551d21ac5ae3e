package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.riexpiry.notifier.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The function's handler as it leaves a snapshot: rehearsed while it was made.
public final class FunctionFromSnapshot implements RequestStreamHandler {
  private final ExpiryCheckHandler handler = new ExpiryCheckHandler();

  /// Rehearses as [Snapshot] does before Lambda takes one.
  public FunctionFromSnapshot() throws IOException {
    Rehearsal.run();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handler.handleRequest(input, output, context);
  }
}

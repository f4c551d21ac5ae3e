package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.log.Warnings;
import dev.riexpiry.notifier.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entry point of the function. It takes a stream because one handler has to understand events
/// of several shapes.
public final class ExpiryCheckHandler implements RequestStreamHandler {
  private final Map<String, String> environment;
  private final InstantSource clock;

  /// Keeps the reference: the runtime forgets a listener to snapshots with its last one.
  @SuppressWarnings("unused")
  private final Snapshot snapshot;

  private @Nullable AwsClients clients;

  /// Makes the handler, which Lambda does once for each instance of the function.
  public ExpiryCheckHandler() {
    this(System.getenv(), InstantSource.system());
  }

  /// @param environment the variables
  /// @param clock the time
  ExpiryCheckHandler(Map<String, String> environment, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    this.clock = requireNonNull(clock, "clock is null");
    this.snapshot = Snapshot.registered(Rehearsal::run);
  }

  /// Runs one check, or one step of a check that is spread over several functions, and writes its
  /// result.
  ///
  /// @throws dev.riexpiry.input.InvalidInputException if the event, the environment or the accounts
  ///   file is wrong
  /// @throws CheckFailedException if nothing at all could be read, an alert was not or may not have
  ///   been sent, or what a step found could not be kept
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Warnings.listen(warning -> context.getLogger().log(warning, LogLevel.WARN));
    CheckEvent event = CheckEvent.parse(input.readAllBytes());
    FunctionSettings settings = FunctionSettings.from(environment);
    String answer = new Invocation(clients(), settings, clock, context).answer(event);
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  /// The SDK clients, made with the first event and used for all that follow.
  private AwsClients clients() {
    if (clients == null) {
      clients = AwsClients.create();
    }
    return clients;
  }
}

package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.SdkAccess;
import dev.riexpiry.aws.SnsPublisher;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.log.Warnings;
import dev.riexpiry.sweep.Failure;
import dev.riexpiry.sweep.Progress;
import dev.riexpiry.sweep.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The entry point of the function. It takes a stream because one handler has to understand events
/// of several shapes.
public final class ExpiryCheckHandler implements RequestStreamHandler {
  /// Lambda counts an answer of over 6 MB as a failure of the function.
  private static final int MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Check check;

  /// Called by Lambda, once for each instance of the function.
  public ExpiryCheckHandler() {
    this(System.getenv(), InstantSource.system(), AwsClients.create());
  }

  private ExpiryCheckHandler(
      Map<String, String> environment, InstantSource clock, AwsClients clients) {
    this.environment = requireNonNull(environment, "environment is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.check =
        new Check(
            new Sweep(
                new SdkAccess(clients),
                List.of(Service.values()),
                Sweep.DEFAULT_CONCURRENCY,
                Progress.NONE),
            new SnsPublisher(clients));
  }

  /// Runs one check and writes its report.
  ///
  /// @throws dev.riexpiry.input.InvalidInputException if the event, the environment or the accounts
  ///   file is wrong
  /// @throws CheckFailedException if nothing at all could be read, or an alert could not be sent
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Warnings.listen(warning -> context.getLogger().log(warning, LogLevel.WARN));
    CheckEvent event = CheckEvent.parse(input.readAllBytes());
    FunctionSettings settings = FunctionSettings.from(environment);
    List<Account> accounts = AccountsFile.read(settings.accountsFile()).accounts();
    CheckRequest request = FunctionRequest.of(event, settings, accounts, clock);
    CheckReport report = check.run(request);
    new FunctionLog(context.getLogger()).write(report);
    failIfItMust(report);
    RunMetrics.count(
        context.getFunctionName(), report, request.accounts().size() == accounts.size());
    output.write(
        ReportDocument.compact(report, MAX_RESPONSE_BYTES).getBytes(StandardCharsets.UTF_8));
  }

  private static void failIfItMust(CheckReport report) {
    if (!report.refusals().isEmpty()) {
      throw new CheckFailedException(
          report.refusals().size()
              + " of "
              + report.alerts().size()
              + " alerts could not be sent: "
              + report.refusals().stream()
                  .map(ExpiryCheckHandler::sentence)
                  .distinct()
                  .collect(Collectors.joining("; ")));
    }
    if (report.nothingRead()) {
      throw new CheckFailedException(
          "nothing at all could be read: "
              + report.unreadable().stream()
                  .map(unreadable -> sentence(unreadable.failure()))
                  .distinct()
                  .limit(5)
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String sentence(Failure failure) {
    return "%s: %s, %s (%s)"
        .formatted(failure.action(), failure.code(), failure.message(), failure.remedy());
  }
}

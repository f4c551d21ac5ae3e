package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.CheckReport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Reads the accounts and lists what is about to end. Sends nothing unless told to.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  @Mixin private CheckOptions options = new CheckOptions();

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or csv. Default: ${DEFAULT-VALUE}",
      converter = OutputFormat.Converter.class)
  private OutputFormat output = OutputFormat.TABLE;

  @Option(names = "--publish", description = "Send the alerts to --topic-arn.")
  private boolean publish;

  CheckCommand(
      Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
    this.terminal = terminal;
    this.runner = new Runner(terminal, clock, clients);
  }

  @Override
  public Integer call() {
    CheckReport report = runner.run(options, publish);
    output.print(report, terminal);
    report
        .refusals()
        .forEach(failure ->
            terminal
                .err()
                .printf(
                    "An alert could not be sent: %s: %s, %s%n  To mend it: %s%n",
                    failure.action(), failure.code(), failure.message(), failure.remedy()));
    return ExitStatus.of(report, options.failOnExpiring()).code();
  }
}

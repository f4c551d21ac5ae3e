package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Delivered;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Reads the accounts and prints the very alerts that would be sent. Sends nothing.")
final class RenderCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  @Mixin private CheckOptions options = new CheckOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "email",
      description =
          "email: what people get; json: what programs get, one document a line."
              + " Default: ${DEFAULT-VALUE}",
      converter = Format.Converter.class)
  private Format format = Format.EMAIL;

  RenderCommand(
      Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
    this.terminal = terminal;
    this.runner = new Runner(terminal, clock, clients);
  }

  @Override
  public Integer call() {
    CheckReport report = runner.run(options, false);
    if (report.alerts().isEmpty()) {
      terminal.err().println("No alert: nothing is expiring, and everything was read.");
    }
    boolean first = true;
    for (Delivered delivered : report.alerts()) {
      switch (format) {
        case JSON -> terminal.out().println(delivered.alert().json());
        case EMAIL -> {
          terminal
              .out()
              .printf(
                  "%sSubject: %s%n%n%s",
                  first ? "" : "\n", delivered.alert().subject(), delivered.alert().mail());
          first = false;
        }
      }
    }
    return ExitStatus.of(report, options.failOnExpiring()).code();
  }

  private enum Format {
    EMAIL,
    JSON;

    static final class Converter implements ITypeConverter<Format> {
      @Override
      public Format convert(String value) {
        return switch (value) {
          case "email" -> EMAIL;
          case "json" -> JSON;
          default -> throw new TypeConversionException("'" + value + "' is neither email nor json");
        };
      }
    }
  }
}

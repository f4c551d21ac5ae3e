package dev.riexpiry.cli;

import dev.riexpiry.input.Fault;
import dev.riexpiry.notifier.SampleOrganization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Runs `check`, `render` or `report` on the sample organisation, which answers within the process.
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final BiFunction<Terminal, URI, App> app;
  private final CommandSpec spec =
      Syntax.command(
          "demo",
          "Shows a sample organisation: its table, mail or page. Asks nothing of AWS, and needs no"
              + " account there.",
          this);
  private final FormatOption<Format> format =
      new FormatOption<>(
          "--format",
          Format.TABLE,
          "table, json or csv, as check writes them; email, chat or calendar, as render does.");
  private final OptionSpec to =
      Syntax.text(
              ReportFolder.OPTION,
              "FOLDER",
              "Writes the page and its data into this folder in place of that, as report does.")
          .build();

  /// @param app the whole command line at another terminal, asking at an address
  DemoCommand(Terminal terminal, BiFunction<Terminal, URI, App> app) {
    this.terminal = terminal;
    this.app = app;
    format.addTo(spec);
    spec.addOption(to);
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("0", "it was shown");
    statuses.put("1", "standard output or the folder could not be written");
    statuses.put("2", "an option is wrong");
    Syntax.addExitStatuses(spec, statuses);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    List<Fault> faults = new ArrayList<>();
    Format chosen = format.read(faults);
    Optional<String> folder = Optional.ofNullable(to.getValue());
    folder
        .filter(text -> text.strip().startsWith("s3:"))
        .ifPresent(text ->
            faults.add(
                new Fault(
                    ReportFolder.OPTION + " " + text,
                    "the demo reaches no bucket",
                    "name a folder of this machine")));
    Syntax.refuse(faults);
    terminal
        .err()
        .printf(
            "A sample organisation, as of %s. One of its accounts is closed, and so unread.%n",
            LocalDate.ofInstant(SampleOrganization.MORNING, ZoneOffset.UTC));
    String[] words =
        folder.map(text -> words("report", ReportFolder.OPTION, text)).orElseGet(chosen::words);
    int status = SampleOrganization.at(address -> app.apply(withAccounts(), address).run(words));
    return status == ExitStatus.INCOMPLETE.code() ? ExitStatus.ALL_READ.code() : status;
  }

  private static String[] words(String command, String option, String value) {
    return new String[] {command, option, value, "--accounts", "-", "--quiet"};
  }

  private Terminal withAccounts() {
    return new Terminal(
        new ByteArrayInputStream(SampleOrganization.accounts().getBytes(StandardCharsets.UTF_8)),
        terminal.out(),
        terminal.err(),
        terminal.color(),
        terminal.rewriting(),
        terminal.keyboard(),
        terminal.columns());
  }

  private enum Format {
    TABLE("check", "--output"),
    EMAIL("render", "--format"),
    JSON("check", "--output"),
    CSV("check", "--output"),
    CHAT("render", "--format"),
    CALENDAR("render", "--format");

    private final String command;
    private final String option;

    Format(String command, String option) {
      this.command = command;
      this.option = option;
    }

    String[] words() {
      return DemoCommand.words(command, option, name().toLowerCase(Locale.ROOT));
    }
  }
}

package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManualCommandTest {
  private static final String PAGE = Cli.run("manual").out();

  @Test
  void describesEachCommandOfTheHelpAndItsOptions() {
    List<String> commands =
        Pattern.compile("(?m)^  ([a-z]+) {2,}[A-Z]")
            .matcher(Cli.run("--help").out())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands).contains("check", "demo", "completion");
    for (String command : commands) {
      String section = section(command);
      Pattern.compile("(?m)^ {2,6}(?:-[a-zA-Z], )?(--[a-z-]+)")
          .matcher(Cli.run(command, "--help").out())
          .results()
          .map(found -> "\\fB" + found.group(1).replace("-", "\\-") + "\\fR")
          .forEach(option -> assertThat(section).contains(option));
    }
  }

  private static String section(String command) {
    String rest = PAGE.substring(PAGE.indexOf("\n.SS " + command + "\n") + 1);
    int end = rest.indexOf("\n.SS ", 1);
    return end < 0 ? rest : rest.substring(0, end);
  }

  @Test
  void saysTheDefaultsAndNotTheirPlaceholders() {
    assertThat(PAGE).contains("Default: 15m", "Default: 60,30,7,1").doesNotContain("${");
  }

  @Test
  void noLineOfItsTextIsARequest() {
    assertThat(PAGE.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|B)( .*)?"));
    assertThat(PAGE.lines()).noneMatch(line -> line.startsWith("'"));
  }

  @Test
  void hasNoPlaceInTheHelp() {
    assertThat(Cli.run("--help").out()).doesNotContain("manual");
  }
}

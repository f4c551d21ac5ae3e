package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorTest {
  private static final char ESCAPE = '\u001B';

  @TempDir private Path directory;
  @AutoClose private final StandIn aws = StandIn.start(CommandSample.ORGANIZATION);

  @Test
  void paintsAWeekRedAndAMonthYellowOnATerminal() {
    assertThat(
            Cli.runOnTerminal("check", "--accounts", CommandSample.accounts(directory))
                .out()
                .replace(ESCAPE, '^'))
        .isEqualTo(
            """
            DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
            ^[1m^[31m   1  2026-05-05  tools (111122223333)     1 × t3.micro, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-tools^[0m
            ^[1m^[31m   7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-web^[0m
            ^[33m  30  2026-06-03  web-prod (222233334444)  2 × db.r6g.large, postgresql, No Upfront        us-east-1  RDS      orders-db^[0m

            Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 4 active, 3 expiring; as of 2026-05-04 (UTC)
            """);
  }

  @Test
  void writesProgressOverOnATerminalAndLeavesOneLine() {
    String err = Cli.runOnTerminal("check", "--accounts", CommandSample.accounts(directory)).err();

    assertThat(err)
        .startsWith("as arn:")
        .contains("\nReading 2 accounts as of 2026-05-04 (UTC)\n")
        .contains("20 of 20 targets")
        .endsWith("\r" + ESCAPE + "[K20 targets done\n");
  }

  @Test
  void isNotAllowedWhereTheEnvironmentSaysNoColor() {
    assertThat(Terminal.allowsColor(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.allowsColor(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.allowsColor(Map.of("TERM", "xterm"))).isTrue();
  }

  @Test
  void isNotUsedInAPipe() {
    Cli cli = Cli.run("check", "--accounts", CommandSample.accounts(directory));

    assertThat(cli.out() + cli.err()).doesNotContain(String.valueOf(ESCAPE)).doesNotContain("\r");
    assertThat(aws.calls()).isNotEmpty();
  }
}

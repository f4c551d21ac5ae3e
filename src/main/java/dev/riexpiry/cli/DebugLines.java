package dev.riexpiry.cli;

import dev.riexpiry.aws.CallWatch;
import dev.riexpiry.aws.MadeCall;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.text.PlainText;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Writes a line to standard error for each call to AWS, where `--debug` asks for it.
final class DebugLines {
  private static final String NAME = "--debug";

  private DebugLines() {}

  static OptionSpec option() {
    return Syntax.flag("A line on standard error for each call to AWS; never a credential.", NAME)
        .build();
  }

  /// Begins to write if the command was told to; writes nothing more once the result is closed.
  static CallWatch.Listening listen(ParseResult parsed, Terminal terminal) {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    return command.hasMatchedOption(NAME)
        ? CallWatch.listen(call -> terminal.err().println(line(call, terminal)))
        : () -> {};
  }

  private static String line(MadeCall call, Terminal terminal) {
    return (terminal.rewriting() ? ProgressLine.CLEAR : "")
        + PlainText.of(
            "call service=%s action=%s account=%s region=%s ms=%d attempts=%d requestId=%s outcome=%s"
                .formatted(
                    call.service(),
                    call.action(),
                    call.account().map(AccountId::value).orElse("own"),
                    call.region(),
                    call.time().toMillis(),
                    call.attempts(),
                    call.requestId().orElse("none"),
                    call.outcome()));
  }
}

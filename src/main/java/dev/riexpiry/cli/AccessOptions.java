package dev.riexpiry.cli;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.signin.MfaCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that every command has which asks AWS: the profile to start from, and the time that
/// it may take.
final class AccessOptions {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(15);

  private final OptionSpec profile =
      Syntax.text(
              "--profile", "NAME", "The AWS profile to start from. Default: the SDK's own search")
          .names("-p", "--profile")
          .build();

  private final OptionSpec mfaCode =
      Syntax.text(
              "--mfa-code",
              "CODE",
              "The six digits of the MFA device that the profile names. Default: asked for on the"
                  + " terminal, where they are needed")
          .build();

  private final OptionSpec timeout =
      Syntax.text(
              "--timeout",
              "TIME",
              "End after so long, such as 90s, 10m or 2h, with what was read. Default:"
                  + " ${DEFAULT-VALUE}")
          .defaultValue(USUAL_TIMEOUT.toMinutes() + "m")
          .build();
  private final OptionSpec quiet =
      Syntax.flag("No progress and no notices; what could not be read is still said.", "--quiet")
          .build();

  AccessOptions(CommandSpec command) {
    command
        .addOption(profile)
        .addOption(mfaCode)
        .addOption(timeout)
        .addOption(quiet)
        .addOption(DebugLines.option());
  }

  /// How the command comes to AWS.
  ///
  /// @param faults takes what is wrong in it
  Access read(List<Fault> faults) {
    return new Access(
        profile(),
        parser(mfaCode, faults).optional(mfaCode.longestName(), MfaCode::parse),
        parser(timeout, faults)
            .value(timeout.longestName(), SettingValues::duration, USUAL_TIMEOUT),
        quiet());
  }

  private static SettingParser parser(OptionSpec option, List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults);
  }

  boolean quiet() {
    return quiet.<Boolean>getValue();
  }

  private Optional<String> profile() {
    return Optional.ofNullable(profile.getValue());
  }
}

package dev.riexpiry.cli;

import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.ReportPlaceNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/// The options that say into which bucket a report is written, and how.
final class ReportPlaceOptions {
  private final CommandSpec command;
  private final ReportPlaceNames names;

  /// @param command has the option of the location already, and gets the others
  /// @param location the name of that option
  ReportPlaceOptions(CommandSpec command, String location) {
    this.command = command;
    this.names =
        new ReportPlaceNames(
            location, "--report-role-arn", "--report-external-id", "--report-kms-key-arn");
    command
        .addOption(
            Syntax.text(
                    names.role(),
                    "ARN",
                    "The role to write with into a bucket, which is then one of its account."
                        + " Default: none, your own credentials")
                .build())
        .addOption(
            Syntax.text(names.externalId(), "ID", "The external id that this role asks for.")
                .build())
        .addOption(
            Syntax.text(
                    names.key(),
                    "ARN",
                    "The KMS key to encrypt with in a bucket. Default: none, keys of S3")
                .build());
  }

  /// Reads them; empty where no bucket is named, or something is wrong.
  ///
  /// @param isBucket tells a location in a bucket from another
  /// @param faults takes what is wrong
  Optional<ReportPlace> read(Predicate<String> isBucket, List<Fault> faults) {
    return names.read(
        new SettingParser(
            name ->
                text(name)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .filter(text -> !name.equals(names.location()) || isBucket.test(text)),
            faults),
        faults);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(command.findOption(name).getValue());
  }
}

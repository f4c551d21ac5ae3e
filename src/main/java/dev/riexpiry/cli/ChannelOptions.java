package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.notifier.SettingValues;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// The options that name where findings are told beside the topic of alerts.
final class ChannelOptions {
  private static final String CHAT = "--chat-topic-arn";
  private static final String EVENTS = "--event-bus";

  private final CommandSpec command;

  ChannelOptions(CommandSpec command) {
    this.command = requireNonNull(command, "command is null");
  }

  void add() {
    command.addOption(
        Syntax.text(
                CHAT,
                "ARN",
                "The SNS topic that a chat channel listens to; it gets only what Amazon Q Developer"
                    + " takes.")
            .build());
    command.addOption(
        Syntax.text(
                EVENTS,
                "BUS",
                "The EventBridge bus, by name or ARN, that gets an event for each thing that is"
                    + " told.")
            .build());
  }

  /// Tells whether the topic of a chat channel is named.
  boolean namesChat() {
    return command.findOption(CHAT).getValue() != null;
  }

  /// Tells whether anything is named.
  boolean isNamed() {
    return namesChat() || command.findOption(EVENTS).getValue() != null;
  }

  /// Reads them.
  ///
  /// @param alerts the topic of alerts
  /// @param faults takes what is wrong
  ChannelTargets read(SettingParser parser, Optional<TopicArn> alerts, List<Fault> faults) {
    return SettingValues.channels(
        CHAT,
        parser.optional(CHAT, SettingValues::topic),
        parser.optional(EVENTS, SettingValues::eventBus),
        alerts,
        faults);
  }
}

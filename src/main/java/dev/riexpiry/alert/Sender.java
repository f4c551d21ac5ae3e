package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.PlainText;

/// What sends the messages of a run, so that a reader finds it and its log.
public sealed interface Sender {

  /// Writes what it is, for the end of a mail.
  String text();

  /// A Lambda function.
  ///
  /// @param name its name
  /// @param arn the ARN by which it was invoked, which names its account and region
  /// @param logGroup the log group that it writes to
  record Function(String name, String arn, String logGroup) implements Sender {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    public Function {
      requireNonNull(name, "name is null");
      requireNonNull(arn, "arn is null");
      requireNonNull(logGroup, "logGroup is null");
    }

    @Override
    public String text() {
      String[] parts = arn.split(":", -1);
      return PlainText.of(
          "the function %s%s; its log: %s"
              .formatted(
                  name,
                  parts.length > ACCOUNT
                      ? ", account %s, %s".formatted(parts[ACCOUNT], parts[REGION])
                      : "",
                  logGroup));
    }
  }

  /// A person, or a job, at the command line.
  record CommandLine() implements Sender {
    @Override
    public String text() {
      return "the command line, not by a function";
    }
  }
}

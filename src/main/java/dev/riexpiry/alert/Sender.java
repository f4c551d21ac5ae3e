package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.PlainText;
import java.util.Optional;

/// What sends the messages of a run, so that a reader finds it and its log.
public sealed interface Sender {

  /// Writes what it is, for the end of a mail.
  String text();

  /// The page that it writes after its mails, if it does.
  Optional<PageLink> page();

  /// A Lambda function.
  ///
  /// @param name its name
  /// @param arn the ARN by which it was invoked, which names its account and region
  /// @param logGroup the log group that it writes to
  /// @param page the page of the run, if it writes one
  record Function(String name, String arn, String logGroup, Optional<PageLink> page)
      implements Sender {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    public Function {
      requireNonNull(name, "name is null");
      requireNonNull(arn, "arn is null");
      requireNonNull(logGroup, "logGroup is null");
      requireNonNull(page, "page is null");
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

    @Override
    public Optional<PageLink> page() {
      return Optional.empty();
    }
  }
}

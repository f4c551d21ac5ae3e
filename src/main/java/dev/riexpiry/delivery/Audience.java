package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who gets the messages of the topics of a run.
///
/// @param heard the number of topics with a confirmed subscription, 0 or more
/// @param unheard the topics of which nobody gets the messages
/// @param unasked the topics that could not be asked: of those nothing is known
public record Audience(int heard, List<Unheard> unheard, List<Unasked> unasked) {
  /// The audience of a run that asked nobody, as it was to send nothing.
  public static final Audience UNKNOWN = new Audience(0, List.of(), List.of());

  /// The most topics that a warning names.
  private static final int MAX_NAMED = 3;

  /// @throws IllegalArgumentException if the number is negative
  public Audience {
    if (heard < 0) {
      throw new IllegalArgumentException("a negative number of topics");
    }
    unheard = List.copyOf(unheard);
    unasked = List.copyOf(unasked);
  }

  /// Tells whether at least one topic said who is subscribed.
  public boolean known() {
    return heard + unheard.size() > 0;
  }

  /// Warns of topics of which nobody gets the messages.
  public Optional<String> warning() {
    return unheard.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nobody gets what is sent to %s%s"
                .formatted(
                    unheard.stream()
                        .limit(MAX_NAMED)
                        .map(one ->
                            "%s: %s; to mend it: %s"
                                .formatted(one.topic(), one.reason(), one.remedy()))
                        .collect(Collectors.joining("; nor to ")),
                    unheard.size() > MAX_NAMED
                        ? "; nor to %d more".formatted(unheard.size() - MAX_NAMED)
                        : ""));
  }

  /// A topic that could not be asked who is subscribed.
  ///
  /// @param topic the topic
  /// @param failure why not
  public record Unasked(TopicArn topic, Failure failure) {
    public Unasked {
      requireNonNull(topic, "topic is null");
      requireNonNull(failure, "failure is null");
    }
  }
}

package dev.riexpiry.alert;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;

/// What is sent at once, and announces some findings.
public sealed interface Message permits Alert, ChatMessage, EventBatch {
  /// The topic that it is for; empty for the default one of its kind.
  Optional<TopicArn> topic();

  /// Everything that it announces, be it in full or as a part of a count.
  List<Finding> findings();
}

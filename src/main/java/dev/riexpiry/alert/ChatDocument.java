package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// A custom notification of Amazon Q Developer in chat applications, schema 1.0. What is not of
/// this schema it drops without a word.
///
/// @param version `1.0`
/// @param source `custom`
/// @param id the same for the same message, in whichever run it is made
/// @see <a href="https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html">Custom
///   notifications</a>
record ChatDocument(String version, String source, String id, Content content, Metadata metadata) {
  static ChatDocument of(String id, Content content, Metadata metadata) {
    return new ChatDocument("1.0", "custom", id, content, metadata);
  }

  /// @param textType `client-markdown`, the only one there is
  /// @param title at most [ChatComposer#MAX_TITLE] characters
  /// @param description at most [ChatComposer#MAX_DESCRIPTION] characters
  /// @param nextSteps what to do
  /// @param keywords what it is about
  record Content(
      String textType,
      String title,
      String description,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nextSteps,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> keywords) {}

  /// @param threadId the thread it belongs to
  /// @param summary the notification's text outside of its thread
  /// @param eventType what custom actions can be attached to
  /// @param additionalContext values that custom actions can use
  record Metadata(
      String threadId, String summary, String eventType, Map<String, String> additionalContext) {}
}

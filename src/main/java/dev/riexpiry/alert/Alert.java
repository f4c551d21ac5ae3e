package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A message, ready for one topic.
///
/// @param topic the topic of the accounts it is about; empty for the default one
/// @param subject printable ASCII, 1 to 99 characters
/// @param mail plain text for people
/// @param json the same for programs
/// @param attributes what subscriptions can filter on
/// @param findings everything that it announces, be it in full or as a part of a count
/// @param overview whether it has the overview
public record Alert(
    Optional<TopicArn> topic,
    String subject,
    String mail,
    String json,
    AlertAttributes attributes,
    List<Finding> findings,
    boolean overview)
    implements Message {
  /// The bytes that SNS accepts in one message, attributes included.
  ///
  /// @see <a href="https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html">SNS</a>
  public static final int MAX_BYTES = 256 * 1024;

  public Alert {
    requireNonNull(topic, "topic is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(mail, "mail is null");
    requireNonNull(json, "json is null");
    requireNonNull(attributes, "attributes is null");
    findings = List.copyOf(findings);
  }

  /// Makes a message without an overview.
  public Alert(
      Optional<TopicArn> topic,
      String subject,
      String mail,
      String json,
      AlertAttributes attributes,
      List<Finding> findings) {
    this(topic, subject, mail, json, attributes, findings, false);
  }

  /// The findings of one kind that it announces.
  public <T extends Finding> List<T> findings(Class<T> kind) {
    return Finding.only(kind, findings);
  }

  /// The message of `MessageStructure=json`: the mail for mail subscriptions, the subject for text
  /// messages, and for every other protocol the JSON document.
  public String message() {
    return Json.compact(new SnsMessage(json, mail, subject));
  }

  /// Counts what adds up to [#MAX_BYTES]: the message, its attributes and its subject in UTF-8.
  public int bytes() {
    return message().getBytes(StandardCharsets.UTF_8).length
        + attributes.bytes()
        + subject.length();
  }

  /// The texts by protocol; SNS takes `default` for those that have none of their own.
  private record SnsMessage(@JsonProperty("default") String other, String email, String sms) {}

  /// The attributes that a subscription's filter policy can ask for, so that an owner gets only
  /// their own accounts.
  ///
  /// @param accountIds the accounts concerned
  /// @param services the services concerned
  /// @param minDaysLeft the days left of the soonest end; empty if nothing is expiring
  /// @param complete whether the whole check could read everything
  public record AlertAttributes(
      List<AccountId> accountIds,
      List<Service> services,
      OptionalInt minDaysLeft,
      boolean complete) {
    /// The room for the names, types and other values of the attributes.
    private static final int NAMES_AND_TYPES = 128;

    /// The bytes of an account id: two quotes, twelve digits and a comma.
    static final int BYTES_PER_ACCOUNT = 15;

    public AlertAttributes {
      accountIds = List.copyOf(accountIds);
      services = List.copyOf(services);
    }

    /// The account ids as an SNS `String.Array`.
    public String accountIdArray() {
      return accountIds.stream()
          .map(id -> '"' + id.value() + '"')
          .collect(Collectors.joining(",", "[", "]"));
    }

    /// The service ids as an SNS `String.Array`.
    public String serviceArray() {
      return services.stream()
          .map(service -> '"' + service.id() + '"')
          .collect(Collectors.joining(",", "[", "]"));
    }

    int bytes() {
      return NAMES_AND_TYPES + accountIdArray().length() + serviceArray().length();
    }
  }
}

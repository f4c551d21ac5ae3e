package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The findings that one group of readers is told of.
///
/// @param topic the topic of the accounts concerned; empty for the default one
/// @param findings what is announced, in the order of findings
/// @param renewed expiring commitments that are renewed: named beside what is announced, and never
///   by themselves
/// @param others the counts of what other topics are told
/// @param overview what ends in the next months, where it is time to say so
public record News(
    Optional<TopicArn> topic,
    List<Finding> findings,
    List<Expiring> renewed,
    List<OtherTopic> others,
    Optional<Overview> overview) {
  private static final Comparator<Finding> AS_NAMED =
      Comparator.comparingInt(finding ->
          switch (finding) {
            case Lapsed _, Expiring _ -> 0;
            case Unpaid _ -> 1;
            case Unread _, Restored _ -> 2;
          });

  public News {
    requireNonNull(topic, "topic is null");
    findings = List.copyOf(findings);
    renewed = List.copyOf(renewed);
    others = List.copyOf(others);
    requireNonNull(overview, "overview is null");
  }

  /// News without an overview.
  public News(
      Optional<TopicArn> topic,
      List<Finding> findings,
      List<Expiring> renewed,
      List<OtherTopic> others) {
    this(topic, findings, renewed, others, Optional.empty());
  }

  /// The same news with an overview.
  public News with(Overview other) {
    return new News(topic, findings, renewed, others, Optional.of(other));
  }

  /// Findings in the order in which their accounts are named: those of what ends, then those of
  /// what is not paid, then those of places.
  static Stream<Finding> asNamed(Collection<? extends Finding> findings) {
    return findings.stream().<Finding>map(finding -> finding).sorted(AS_NAMED);
  }

  /// The accounts that findings are about, each once, in the order in which they are named.
  static List<AccountId> accountIds(Collection<? extends Finding> findings) {
    return asNamed(findings)
        .flatMap(finding -> finding.place().owner().stream())
        .distinct()
        .toList();
  }

  /// Tells whether there is nothing to announce.
  public boolean isEmpty() {
    return findings.isEmpty() && others.isEmpty() && overview.isEmpty();
  }

  /// The counts of what another topic is told, which the digest shows.
  ///
  /// @param topic the other topic
  /// @param accountIds the accounts concerned, in the order in which they are named
  /// @param counts of the findings
  public record OtherTopic(TopicArn topic, List<AccountId> accountIds, FindingCounts counts) {
    public OtherTopic {
      requireNonNull(topic, "topic is null");
      accountIds = List.copyOf(accountIds);
      requireNonNull(counts, "counts is null");
    }

    /// Counts what a topic is told.
    public static OtherTopic of(TopicArn topic, List<Finding> findings) {
      return new OtherTopic(topic, News.accountIds(findings), FindingCounts.of(findings));
    }
  }
}

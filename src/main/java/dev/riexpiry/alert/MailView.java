package dev.riexpiry.alert;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Optional;

/// The mail: what ends and when, where to look, what could not be read and how to mend it, and how
/// much was read. Its layout is `mail.mustache`: plain text that needs no scrolling sideways. Every
/// text is safe to print.
///
/// @param opening the first sentences
/// @param sections lapsed, unpaid and expiring commitments, each under its title
/// @param unread places that could not be read, by cause
/// @param restored places that can be read again
/// @param renewed commitments that are renewed and need no action
/// @param others the counts of other topics
/// @param overview what ends in the next months, where it is time to say so
/// @param earlier what is not announced again, and what is not known for certain
/// @param narrowed what the check was narrowed to
/// @param comparison what comparing the accounts with the payer's Cost Explorer has shown
/// @param payerOnly the last day that is known, where the payer's Cost Explorer is the only source
/// @param guidance whether the payer said where to ask
/// @param ignorable whether it tells of a commitment that its owner may not want to hear of again
/// @param sender what sends it
/// @param page the page of the run, which is written after it
/// @param read how many accounts were read, and the counts that go with it
@JStache(path = "dev/riexpiry/alert/mail.mustache")
record MailView(
    Opening opening,
    List<Section> sections,
    Optional<UnreadSection> unread,
    Optional<RestoredSection> restored,
    Optional<RenewedSection> renewed,
    Optional<OthersSection> others,
    Optional<OverviewSection> overview,
    Optional<Earlier> earlier,
    Optional<String> narrowed,
    Optional<ComparisonView> comparison,
    Optional<String> payerOnly,
    Optional<String> guidance,
    boolean ignorable,
    String read,
    String accounts,
    String targets,
    String commitments,
    String checkDate,
    String zone,
    String milestones,
    Optional<String> sender,
    Optional<PageLink> page) {

  /// Renders the mail.
  String text() {
    return MailViewRenderer.of().execute(this);
  }

  /// @param between whether a line goes between lapsed and expiring
  /// @param others what a message without an expiring commitment says of these
  record Opening(
      Optional<LapsedOpening> lapsed,
      boolean between,
      Optional<ExpiringOpening> expiring,
      List<String> others,
      Optional<String> incomplete,
      Optional<PartOpening> part,
      Optional<Summary> summarized) {}

  record LapsedOpening(String count, String when, String its, String it) {}

  /// @param stake the net savings a month that end
  record ExpiringOpening(String count, String when, String noun, Optional<String> stake) {}

  /// @param lines how many end by milestone, and what is at stake with them; at least one
  record Summary(List<String> lines) {}

  record PartOpening(String number, String of, String found) {}

  record Section(String title, List<Entry> entries) {}

  /// @param spaced whether an empty line goes before it
  record Entry(boolean spaced, String text) {}

  record UnreadSection(List<CauseView> causes, Optional<String> notListed) {}

  /// @param payerKnows the last day up to which the payer knows of the places
  record CauseView(
      List<String> places,
      Optional<String> since,
      String reason,
      String remedy,
      Optional<String> payerKnows) {}

  record RestoredSection(List<String> lines, Optional<String> notListed) {}

  record RenewedSection(List<RenewedView> commitments, Optional<String> notListed) {}

  record RenewedView(
      String lastDay,
      String account,
      String region,
      String service,
      String amount,
      String id,
      String by) {}

  record OthersSection(List<OtherView> topics, Optional<String> notListed) {}

  /// @param cadence how often it comes, in capitals
  /// @param days how far it looks ahead
  /// @param lines what ends by week and account, what is not told, and what was not read
  record OverviewSection(String cadence, int days, List<String> lines) {}

  record OtherView(String accounts, String counts, String topic) {}

  /// @param acknowledged how many commitments are silent because somebody has acknowledged them,
  ///   and until when
  /// @param repeated what of this message may be a repeat
  record Earlier(
      Optional<String> ignored,
      Optional<String> acknowledged,
      Optional<String> announced,
      Optional<String> unread,
      Optional<String> repeated,
      List<Doubt> doubts) {
    boolean saysSomething() {
      return ignored.isPresent()
          || acknowledged.isPresent()
          || announced.isPresent()
          || unread.isPresent()
          || repeated.isPresent()
          || !doubts.isEmpty();
    }
  }

  /// @param agreed the last day up to which nothing is missing
  /// @param failures the reasons why not everything was compared
  record ComparisonView(
      Optional<String> agreed, List<Doubt> failures, Optional<DifferencesView> differences) {}

  record DifferencesView(String to, List<String> lines, Optional<String> notListed) {}

  record Doubt(String reason, String remedy) {}
}

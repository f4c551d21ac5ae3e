package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.text.PlainText;
import io.jstach.jstache.JStache;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The entry of a commitment in a mail, for every kind of finding; its layout is
/// `commitment.mustache`. Every text is safe to print.
///
/// @param owner who owns it, as its tags say
/// @param price its price, in words up to the amount
/// @param usage how much of it was used
/// @param worth what it saves
/// @param invoice by how much the invoice rises without it
/// @param advice what to do about it, and why
/// @param howToRenew how its kind is renewed
/// @param howToAcknowledge the command with which people hear no more of it before it has ended
/// @param silenced until when it is silent from now on, and why
/// @param cut whether less is shown than there is
@JStache(path = "dev/riexpiry/alert/commitment.mustache")
record CommitmentView(
    String account,
    String region,
    String service,
    String description,
    String id,
    Optional<String> name,
    String when,
    Optional<String> owner,
    Optional<String> price,
    Optional<String> unknownState,
    Optional<String> renewal,
    Optional<String> usage,
    Optional<String> worth,
    Optional<String> invoice,
    Optional<String> advice,
    Optional<String> howToRenew,
    Optional<String> howToAcknowledge,
    Optional<String> silenced,
    Optional<String> firstAnnounced,
    Optional<String> remedy,
    boolean cut,
    Optional<String> link) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

  /// The length to which a text is cut where room is short: longer than any text that AWS gives a
  /// commitment.
  private static final int LONG = 300;

  static CommitmentView of(Finding.OfCommitment finding, CheckSummary summary, Detail detail) {
    Commitment commitment = finding.commitment();
    boolean cut = detail == Detail.LEAST;
    UnaryOperator<String> safe = cut ? CommitmentView::shortened : PlainText::of;
    return new CommitmentView(
        safe.apply(summary.accounts().of(commitment.accountId()).toString()),
        safe.apply(commitment.region()),
        commitment.service().label(),
        safe.apply(commitment.description()),
        safe.apply(commitment.id()),
        commitment.label().name().filter(_ -> !(finding instanceof Unpaid)).map(safe),
        when(finding, summary),
        summary.owner(commitment).map(safe),
        price(finding),
        unknownState(finding).map(safe),
        RenewalText.of(finding).map(safe),
        WorthText.usage(commitment, summary),
        WorthText.money(finding, summary),
        WorthText.invoice(finding, summary),
        summary.payer().appraisals().advice(commitment).flatMap(given -> advice(given, commitment)),
        HowToRenew.of(finding, summary),
        cut ? Optional.empty() : HowToAcknowledge.of(finding, summary),
        HowToAcknowledge.silenced(finding).map(safe),
        finding instanceof Expiring expiring ? firstAnnounced(expiring, summary) : Optional.empty(),
        remedy(finding),
        cut,
        ConsoleLink.of(commitment, summary.terms().startUrl()));
  }

  private static String shortened(String text) {
    String plain = PlainText.of(text);
    return plain.codePointCount(0, plain.length()) <= LONG
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONG)) + "…";
  }

  /// Renders the entry, without the last line break.
  String text() {
    return CommitmentViewRenderer.of().execute(this).stripTrailing();
  }

  /// Renders the entry as one line: account, description, id, end, owner and that it is silenced.
  String line() {
    return "  %s, %s, %s: %s, %s, %s%s%s"
        .formatted(
            account,
            region,
            service,
            description,
            id,
            when,
            owner.map(name -> ", owner " + name).orElse(""),
            silenced.map(text -> ", " + text).orElse(""));
  }

  private static String when(Finding.OfCommitment finding, CheckSummary summary) {
    return switch (finding) {
      case Expiring expiring ->
          "ends "
              + (expiring.renewed() ? day(finding, summary) + ", " : "")
              + time(finding, summary);
      case Lapsed lapsed ->
          lapsed.daysAgo().isPresent()
              ? "ended " + time(finding, summary)
              : "was to end " + day(finding, summary);
      case Unpaid unpaid -> unpaid.since();
    };
  }

  private static String day(Finding.OfCommitment finding, CheckSummary summary) {
    return Wording.day(summary.checkDate().lastDay(finding.commitment().end()));
  }

  /// Writes the time of an end on its last day. Midnight belongs to the day before, as its 24:00.
  private static String time(Finding.OfCommitment finding, CheckSummary summary) {
    ZonedDateTime end = finding.commitment().end().atZone(summary.checkDate().zone());
    return end.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? "24:00 " + ZONE.format(end)
        : TIME.format(end);
  }

  /// Writes the advice with its reasons; of what is renewed the entry says that already.
  private static Optional<String> advice(Advice advice, Commitment commitment) {
    return Optional.of(advice)
        .filter(given -> given.verdict() != Advice.Verdict.RENEWED)
        .map(given ->
            "%s: %s"
                .formatted(
                    AdviceText.verdict(given, commitment.covered().quantity()),
                    String.join("; ", AdviceText.reasons(given))));
  }

  private static Optional<String> remedy(Finding.OfCommitment finding) {
    return switch (finding) {
      case Expiring _ -> Optional.empty();
      case Unpaid unpaid -> Optional.of(unpaid.remedy());
      case Lapsed lapsed ->
          switch (lapsed.manner()) {
            case AT_TERM -> Optional.empty();
            case EARLY ->
                Optional.of(
                    "it ended before a whole term was over; see whether it was sold or its upfront price was not paid, and buy again what is still used");
            case GIVEN_BACK -> Optional.of("buy again what is still used, if that was not meant");
          };
    };
  }

  private static Optional<String> price(Finding.OfCommitment finding) {
    Optional<String> price =
        finding.commitment().covered() instanceof Covered.Resources
            ? finding.commitment().hourlyPrice().map(Money::toString)
            : Optional.empty();
    return switch (finding) {
      case Expiring _ -> price.map(amount -> "costs " + amount);
      case Lapsed _ -> price.map(amount -> "cost " + amount);
      case Unpaid _ -> Optional.empty();
    };
  }

  private static Optional<String> unknownState(Finding.OfCommitment finding) {
    return finding instanceof Expiring expiring
            && expiring.commitment().state() instanceof CommitmentState.Unknown(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> firstAnnounced(Expiring expiring, CheckSummary summary) {
    return summary
        .history()
        .firstAnnounced(expiring)
        .map(date ->
            "%s before the end (%s)"
                .formatted(
                    Wording.count(
                        (int)
                            new CheckDate(date, summary.checkDate().zone())
                                .daysLeft(expiring.commitment().end()),
                        "day"),
                    Wording.day(date)));
  }
}

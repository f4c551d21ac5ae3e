package dev.riexpiry.page;

import dev.riexpiry.alert.ConsoleLink;
import dev.riexpiry.alert.RenewalText;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.page.PageView.ColumnView;
import dev.riexpiry.page.PageView.RowView;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of commitments, soonest end first. A column of which nobody has anything is left out.
final class CommitmentList {
  private static final String ABSENT = "—";

  private final Inventory inventory;
  private final Prices prices;
  private final boolean units;
  private final boolean owners;
  private final boolean worths;

  private CommitmentList(Inventory inventory) {
    this.inventory = inventory;
    this.prices = Prices.of(inventory);
    List<Commitment> all = inventory.commitments();
    this.units = all.stream().anyMatch(item -> unit(inventory.account(item)).isPresent());
    this.owners = all.stream().anyMatch(item -> inventory.summary().owner(item).isPresent());
    this.worths = all.stream().anyMatch(item -> atStake(item).isPresent());
  }

  static CommitmentList of(Inventory inventory) {
    return new CommitmentList(inventory);
  }

  List<ColumnView> columns() {
    return Stream.of(
            Stream.of(
                new ColumnView("", "days", "n", "Days"),
                new ColumnView("", "last-day", "t", "Last day"),
                new ColumnView("", "status", "t", "Status"),
                new ColumnView("", "account", "t", "Account"),
                new ColumnView("", "what", "t", "What"),
                new ColumnView("", "service", "t", "Service"),
                new ColumnView("", "region", "t", "Region"),
                new ColumnView("", "price", "n", "An hour")),
            column(worths, "stake", "at-stake", "n", "At stake a month"),
            column(owners, "owner", "owner", "t", "Owner"),
            column(units, "unit", "unit", "t", "Unit"))
        .flatMap(columns -> columns)
        .toList();
  }

  private static Stream<ColumnView> column(
      boolean shown, String kind, String key, String order, String title) {
    return shown ? Stream.of(new ColumnView(kind, key, order, title)) : Stream.empty();
  }

  List<RowView> rows() {
    return inventory.commitments().stream().map(this::row).toList();
  }

  private RowView row(Commitment commitment) {
    long days = inventory.daysLeft(commitment);
    AccountLabel account = inventory.account(commitment);
    Standing standing = inventory.standing(commitment);
    String amount = commitment.covered().amount();
    return new RowView(
        standing.tone(days),
        String.valueOf(days),
        inventory.summary().checkDate().lastDay(commitment.end()).toString(),
        standing.word(),
        PlainText.of(account.name()),
        account.name().equals(account.id().value()) ? "" : account.id().value(),
        PlainText.of(amount),
        PlainText.of(commitment.description().substring(amount.length())),
        standing == Standing.DUE
            ? ConsoleLink.of(commitment, inventory.summary().terms().startUrl())
            : Optional.empty(),
        PlainText.of(commitment.id()),
        commitment.label().name().filter(name -> !name.equals(commitment.id())).map(PlainText::of),
        inventory.expiring(commitment).flatMap(RenewalText::of).map(PlainText::of),
        commitment.service().label(),
        PlainText.of(commitment.region()),
        prices.hourly(commitment).map(CommitmentList::written).orElse(ABSENT),
        cell(worths, atStake(commitment)),
        cell(owners, inventory.summary().owner(commitment)),
        cell(units, unit(account)));
  }

  private static Optional<String> cell(boolean shown, Optional<String> text) {
    return shown ? Optional.of(text.map(PlainText::of).orElse(ABSENT)) : Optional.empty();
  }

  private static Optional<String> unit(AccountLabel account) {
    return account.organizationalUnit().filter(unit -> !unit.isEmpty());
  }

  private Optional<String> atStake(Commitment commitment) {
    return inventory
        .summary()
        .payer()
        .appraisals()
        .of(commitment)
        .flatMap(Appraisal::worth)
        .flatMap(worth -> worth.monthlyAtStake().map(amount -> money(amount, worth)));
  }

  private static String money(BigDecimal amount, Worth worth) {
    return String.format(Locale.ENGLISH, "%,.2f %s", amount, worth.currency().orElse("")).strip();
  }

  /// All with the same decimals, so that they can be compared.
  private static String written(Money price) {
    return PlainText.of(
        String.format(Locale.ENGLISH, "%,.4f %s", price.amount(), price.currency().orElse(""))
            .strip());
  }
}

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
  private final boolean renewals;

  private CommitmentList(Inventory inventory) {
    this.inventory = inventory;
    this.prices = Prices.of(inventory);
    List<Commitment> all = inventory.commitments();
    this.units = all.stream().anyMatch(item -> unit(inventory.account(item)).isPresent());
    this.owners = all.stream().anyMatch(item -> inventory.summary().owner(item).isPresent());
    this.worths = all.stream().anyMatch(item -> atStake(item).isPresent());
    this.renewals = all.stream().anyMatch(item -> renewal(item).isPresent());
  }

  static CommitmentList of(Inventory inventory) {
    return new CommitmentList(inventory);
  }

  List<ColumnView> columns() {
    return Stream.of(
            Stream.of(
                new ColumnView("days", "n", "Days"),
                new ColumnView("last-day", "t", "Last day"),
                new ColumnView("account", "t", "Account")),
            column(units, "unit", "t", "Unit"),
            column(owners, "owner", "t", "Owner"),
            Stream.of(
                new ColumnView("service", "t", "Service"),
                new ColumnView("region", "t", "Region"),
                new ColumnView("what", "t", "What"),
                new ColumnView("id", "t", "Id"),
                new ColumnView("price", "n", "An hour")),
            column(worths, "at-stake", "n", "At stake a month"),
            Stream.of(new ColumnView("status", "t", "Status")),
            column(renewals, "renewal", "t", "Renewal"))
        .flatMap(columns -> columns)
        .toList();
  }

  private static Stream<ColumnView> column(boolean shown, String key, String order, String title) {
    return shown ? Stream.of(new ColumnView(key, order, title)) : Stream.empty();
  }

  List<RowView> rows() {
    return inventory.commitments().stream().map(this::row).toList();
  }

  private RowView row(Commitment commitment) {
    long days = inventory.daysLeft(commitment);
    AccountLabel account = inventory.account(commitment);
    Status status = inventory.status(commitment);
    return new RowView(
        status.tone(days),
        String.valueOf(days),
        inventory.summary().checkDate().lastDay(commitment.end()).toString(),
        PlainText.of(account.name()),
        account.name().equals(account.id().value()) ? "" : account.id().value(),
        cell(units, unit(account)),
        cell(owners, inventory.summary().owner(commitment)),
        commitment.service().label(),
        PlainText.of(commitment.region()),
        PlainText.of(commitment.description()),
        PlainText.of(commitment.id()),
        commitment.label().name().filter(name -> !name.equals(commitment.id())).map(PlainText::of),
        status == Status.DUE ? ConsoleLink.of(commitment) : Optional.empty(),
        prices.hourly(commitment).map(Money::toString).map(PlainText::of).orElse(ABSENT),
        cell(worths, atStake(commitment)),
        status.word(),
        cell(renewals, renewal(commitment)));
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

  private Optional<String> renewal(Commitment commitment) {
    return inventory.expiring(commitment).flatMap(RenewalText::of);
  }

  private static String money(BigDecimal amount, Worth worth) {
    return new Money(amount, worth.currency()).toString();
  }
}

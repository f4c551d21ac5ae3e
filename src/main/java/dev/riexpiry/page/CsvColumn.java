package dev.riexpiry.page;

import dev.riexpiry.alert.AdviceText;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A column of the CSV output: its name, and its text in a row. The names are those of the JSON
/// report, and beside them those of the FOCUS specification where it has one.
///
/// @see <a href="https://focus.finops.org/focus-specification/">FOCUS</a>
record CsvColumn(String name, Function<CsvRow, String> text) {
  static final List<CsvColumn> ALL =
      List.of(
          of("accountId", row -> row.commitment().accountId().value()),
          of("accountName", row -> row.account().name()),
          of("organizationalUnit", row -> row.account().organizationalUnit().orElse("")),
          of("region", row -> row.commitment().region()),
          of("service", row -> row.commitment().service().id()),
          of("commitmentId", row -> row.commitment().id()),
          of("state", row -> row.commitment().state().text()),
          of("resourceType", row -> row.commitment().covered().resourceType()),
          of("description", row -> row.commitment().description()),
          of("quantity", row -> String.valueOf(row.commitment().covered().quantity())),
          of("start", row -> row.commitment().start().toString()),
          of("end", row -> row.commitment().end().toString()),
          of("daysLeft", row -> String.valueOf(row.daysLeft())),
          of("milestone", row -> row.milestone().map(String::valueOf).orElse("")),
          of("due", row -> String.valueOf(row.due())),
          of("firstTold", row -> row.firstAnnounced().map(LocalDate::toString).orElse("")),
          // FOCUS wants a globally unique id: the ARN, where the service gives it.
          of(
              "CommitmentDiscountId",
              row -> row.commitment().label().arn().orElse(row.commitment().id())),
          of("CommitmentDiscountName", row -> row.commitment().label().name().orElse("")),
          of("CommitmentDiscountType", row -> row.commitment().covered().kind()),
          of("CommitmentDiscountCategory", row -> spend(row).isPresent() ? "Spend" : "Usage"),
          of(
              "CommitmentDiscountQuantity",
              row ->
                  spend(row)
                      .map(plan -> amount(plan.hourly()))
                      .orElseGet(() -> String.valueOf(row.commitment().covered().quantity()))),
          of(
              "CommitmentDiscountUnit",
              row ->
                  spend(row)
                      .map(plan -> currency(plan.hourly()).map(code -> code + "/Hour").orElse(""))
                      .orElseGet(() -> row.commitment().covered().unit().label())),
          of("scope", row -> row.commitment().covered().scope().id()),
          of("scopeName", row -> row.commitment().covered().scope().name().orElse("")),
          of("platform", row -> resources(row).flatMap(Covered.Resources::platform).orElse("")),
          of("tenancy", row -> resources(row).flatMap(Covered.Resources::tenancy).orElse("")),
          of(
              "multiAz",
              row -> String.valueOf(resources(row).map(Covered.Resources::multiAz).orElse(false))),
          of("instanceFamily", row -> spend(row).flatMap(Covered.Spend::family).orElse("")),
          of("offeringClass", row -> row.commitment().offering().offeringClass().orElse("")),
          of("paymentOption", row -> row.commitment().offering().payment().orElse("")),
          of("hourlyPrice", row -> amount(row.commitment().hourlyPrice())),
          of("currency", row -> currency(row.commitment().hourlyPrice()).orElse("")),
          of("tags", row -> tags(row.commitment())),
          of("renewal", row -> row.renewal().map(Renewal::state).orElse("")),
          of("renewedBy", row -> row.renewal().map(CsvColumn::by).orElse("")),
          of(
              "renewedShare",
              row -> row.renewal().map(Renewal::share).map(BigDecimal::toPlainString).orElse("")),
          of("gapDays", row -> row.renewal().map(Renewal::gapDays).map(String::valueOf).orElse("")),
          of("status", row -> row.status().id()),
          of("ignoredUntil", row -> row.because().map(rule -> rule.until().toString()).orElse("")),
          of("ignoredBecause", row -> row.because().map(rule -> rule.reason()).orElse("")),
          of(
              "gapHours",
              row -> row.renewal().map(Renewal::gapHours).map(String::valueOf).orElse("")),
          of("advice", row -> row.advice().map(advice -> advice.verdict().id()).orElse("")),
          of("adviceQuantity", row -> row.advice().map(CsvColumn::quantity).orElse("")),
          of(
              "adviceReasons",
              row -> row.advice().map(AdviceText::reasons).map(CsvColumn::clauses).orElse("")),
          of("source", row -> row.appraisal().map(known -> known.source().id()).orElse("")),
          of("usedPercent", row -> usage(row, usage -> Optional.of(usage.percent()))),
          of("unusedHours", row -> usage(row, Usage::unusedHours)),
          of("monthlyCost", row -> number(row.worth().monthlyCost())),
          of("monthlyOnDemand", row -> number(row.worth().monthlyOnDemand())),
          of("monthlyAtStake", row -> number(row.worth().monthlyAtStake())),
          of("breakEvenPercent", row -> number(row.worth().breakEvenPercent())),
          of("monthlyCurrency", row -> row.worth().currency().orElse("")),
          of("owner", row -> row.owner().orElse("")),
          of("monthlyRecurring", row -> number(row.worth().monthlyRecurring())));

  private static String usage(CsvRow row, Function<Usage, Optional<BigDecimal>> figure) {
    return number(row.appraisal().flatMap(Appraisal::usage).flatMap(figure));
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }

  private static CsvColumn of(String name, Function<CsvRow, String> text) {
    return new CsvColumn(name, text);
  }

  private static Optional<Covered.Resources> resources(CsvRow row) {
    return row.commitment().covered() instanceof Covered.Resources resources
        ? Optional.of(resources)
        : Optional.empty();
  }

  private static Optional<Covered.Spend> spend(CsvRow row) {
    return row.commitment().covered() instanceof Covered.Spend spend
        ? Optional.of(spend)
        : Optional.empty();
  }

  private static String amount(Optional<Money> money) {
    return money.map(some -> some.amount().toPlainString()).orElse("");
  }

  private static Optional<String> currency(Optional<Money> money) {
    return money.flatMap(Money::currency);
  }

  private static String tags(Commitment commitment) {
    return commitment.label().tags().entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String quantity(Advice advice) {
    return advice.quantity().isPresent() ? String.valueOf(advice.quantity().getAsInt()) : "";
  }

  private static String clauses(List<String> reasons) {
    return String.join("; ", reasons);
  }

  private static String by(Renewal renewal) {
    return renewal.by().stream()
        .map(replacement -> replacement.commitment().id())
        .collect(Collectors.joining(" "));
  }
}

package dev.riexpiry.cli;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of a commitment that its first version had not: those that FOCUS has a name for, and
/// the others.
///
/// @see <a href="https://focus.finops.org/focus-specification/">FOCUS</a>
final class CsvDetails {
  private CsvDetails() {}

  static Stream<String> of(Commitment commitment) {
    return Stream.of(focus(commitment), covered(commitment.covered()), bought(commitment))
        .flatMap(columns -> columns);
  }

  /// FOCUS wants an id that is the only one of its kind: the ARN, where the service gives it.
  private static Stream<String> focus(Commitment commitment) {
    Covered covered = commitment.covered();
    Stream<String> named =
        Stream.of(
            commitment.label().arn().orElse(commitment.id()),
            commitment.label().name().orElse(""),
            covered.kind());
    Stream<String> amount =
        switch (covered) {
          case Covered.Resources resources ->
              Stream.of("Usage", String.valueOf(resources.quantity()), resources.unit().label());
          case Covered.Spend spend ->
              Stream.of(
                  "Spend",
                  amount(spend.hourly()),
                  spend.hourly().flatMap(Money::currency).map(code -> code + "/Hour").orElse(""));
        };
    return Stream.concat(named, amount);
  }

  private static Stream<String> covered(Covered covered) {
    Stream<String> where = Stream.of(covered.scope().id(), covered.scope().name().orElse(""));
    Stream<String> what =
        switch (covered) {
          case Covered.Resources resources ->
              Stream.of(
                  resources.platform().orElse(""),
                  resources.tenancy().orElse(""),
                  String.valueOf(resources.multiAz()),
                  "");
          case Covered.Spend spend -> Stream.of("", "", "false", spend.family().orElse(""));
        };
    return Stream.concat(where, what);
  }

  private static Stream<String> bought(Commitment commitment) {
    return Stream.of(
        commitment.offering().offeringClass().orElse(""),
        commitment.offering().payment().orElse(""),
        amount(commitment.hourlyPrice()),
        commitment.hourlyPrice().flatMap(Money::currency).orElse(""),
        commitment.label().tags().entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining("; ")));
  }

  private static String amount(Optional<Money> money) {
    return money.map(some -> some.amount().toPlainString()).orElse("");
  }
}

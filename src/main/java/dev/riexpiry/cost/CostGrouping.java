package dev.riexpiry.cost;

import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.finding.AccountLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What costs are added up by.
public enum CostGrouping {
  /// An account.
  ACCOUNT,

  /// An organizational unit, with all units below it where sums are nested.
  OU,

  /// A service, as Cost Explorer names it.
  SERVICE;

  /// Stands for the accounts that are in no unit, directly below the root.
  public static final String ROOT = "directly below the root";

  /// Stands for the accounts of which the unit is not known, such as those that have left.
  public static final String NO_UNIT = "in no unit that is known";

  private static final String SLASH = "/";

  /// Its word, such as `ou`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The grouping of a word; empty if there is none.
  public static Optional<CostGrouping> of(String id) {
    return Arrays.stream(values()).filter(grouping -> grouping.id().equals(id)).findFirst();
  }

  /// The words of all.
  public static List<String> ids() {
    return Arrays.stream(values()).map(CostGrouping::id).toList();
  }

  /// The one group that a cost is in.
  Group group(Cost cost, AccountLabels accounts) {
    AccountLabel label = accounts.of(cost.account());
    return switch (this) {
      case ACCOUNT -> new Group(label.id().value(), name(label));
      case OU ->
          label
              .organizationalUnit()
              .map(CostGrouping::unit)
              .orElseGet(() -> new Group(SLASH + NO_UNIT, NO_UNIT));
      case SERVICE -> new Group(cost.service(), cost.service());
    };
  }

  /// The same group, and of a unit all that it is below.
  List<Group> groups(Cost cost, AccountLabels accounts) {
    Group own = group(cost, accounts);
    return this == OU && !own.key().startsWith(SLASH)
        ? Stream.concat(
                IntStream.range(0, own.key().length())
                    .filter(index -> own.key().charAt(index) == SLASH.charAt(0))
                    .mapToObj(index -> unit(own.key().substring(0, index))),
                Stream.of(own))
            .toList()
        : List.of(own);
  }

  /// Names an account.
  public static String name(AccountLabel label) {
    return label.name().equals(label.id().value())
        ? label.name()
        : "%s (%s)".formatted(label.name(), label.id());
  }

  private static Group unit(String path) {
    return new Group(path, path.isEmpty() ? ROOT : path);
  }

  /// A group that costs are added up in.
  ///
  /// @param key tells groups apart; of a unit its path, and no path begins with a slash
  /// @param name its name for people
  record Group(String key, String name) {}
}

package dev.riexpiry.cli;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.KnownRegions;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.Suggestion;
import dev.riexpiry.sweep.Roster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that narrow a command to a part of what the accounts file names. They never widen
/// it: what the file does not name is refused.
final class NarrowingOptions {
  private final OptionSpec accounts =
      Syntax.texts("--account", "ACCOUNT", "Look at this account only: its id or name; repeatable.")
          .build();
  private final OptionSpec regions =
      Syntax.texts(
              "--region",
              "REGION",
              "Look at this region only; repeatable. Savings Plans are in global.")
          .build();
  private final OptionSpec services =
      Syntax.texts("--service", "SERVICE", "Look at this service only, such as rds; repeatable.")
          .completionCandidates(Service.ids())
          .build();

  void addTo(CommandSpec command) {
    addAccountTo(command);
    command.addOption(regions).addOption(services);
  }

  /// Adds the one option of these that narrows a list of accounts.
  void addAccountTo(CommandSpec command) {
    command.addOption(accounts);
  }

  /// Looks for words that cannot name anything, whatever the accounts are.
  ///
  /// @param faults takes a fault for each
  void check(List<Fault> faults) {
    words(services).stream()
        .filter(word -> !Service.ids().contains(word))
        .map(word -> unknown("--service", word, "service", Service.ids()))
        .forEach(faults::add);
    words(regions).stream()
        .filter(word -> !word.equals(Service.GLOBAL) && !KnownRegions.NAMES.contains(word))
        .map(word -> unknown("--region", word, "region", KnownRegions.NAMES))
        .forEach(faults::add);
  }

  private static Fault unknown(String option, String word, String noun, List<String> known) {
    return new Fault(
        option,
        "'%s' is not a %s".formatted(word, noun),
        Suggestion.remedy(
            word,
            known,
            known.size() > Service.ALL.size()
                ? "write one such as us-east-1, or global for Savings Plans"
                : "write one of " + String.join(", ", known)));
  }

  /// The narrowing of a roster.
  ///
  /// @throws InvalidInputException naming every word that names nothing of the roster
  Narrowing of(Roster roster) {
    List<Fault> faults = new ArrayList<>();
    List<AccountId> ids =
        words(accounts).stream().flatMap(word -> ids(word, roster, faults)).distinct().toList();
    List<Account> left =
        ids.isEmpty()
            ? roster.accounts()
            : roster.accounts().stream().filter(account -> ids.contains(account.id())).toList();
    words(regions).stream()
        .filter(_ -> !roster.ofPayerOnly())
        .filter(word -> left.stream().noneMatch(account -> mayRead(account, word)))
        .map(word ->
            new Fault(
                "--region",
                "none of the accounts is read in '%s'".formatted(word),
                regionRemedy(word, left)))
        .forEach(faults::add);
    words(services).stream()
        .map(Service::of)
        .filter(service -> left.stream().noneMatch(account -> account.services().contains(service)))
        .filter(
            service -> roster.payer().filter(payer -> payer.services().contains(service)).isEmpty())
        .map(service ->
            new Fault(
                "--service",
                "'%s' is read in none of the accounts".formatted(service.id()),
                "the accounts file names its services"))
        .forEach(faults::add);
    refuse(faults);
    Narrowing narrowing =
        new Narrowing(ids, words(regions), words(services).stream().map(Service::of).toList());
    if (!roster.accounts().isEmpty() && roster.narrowed(narrowing).accounts().isEmpty()) {
      refuse(List.of(nothing(narrowing, "nothing is left to read")));
    }
    return narrowing;
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new InvalidInputException(Syntax.COMMAND_LINE, faults);
    }
  }

  /// Refuses a narrowing by which not one target was there to be read: that nothing ends there
  /// would be true of nothing.
  void refuseNothing(Narrowing narrowing) {
    refuse(
        List.of(
            nothing(
                narrowing, "nothing was read: it is enabled or offered in none of the accounts")));
  }

  private static Fault nothing(Narrowing narrowing, String problem) {
    return new Fault(
        Stream.of(
                narrowing.accounts().isEmpty() ? "" : "--account",
                narrowing.regions().isEmpty() ? "" : "--region",
                narrowing.services().isEmpty() ? "" : "--service")
            .filter(option -> !option.isEmpty())
            .collect(Collectors.joining(" ")),
        problem,
        "leave one of them out; Savings Plans have the region global, and all others have none of"
            + " that name");
  }

  private static Stream<AccountId> ids(String word, Roster roster, List<Fault> faults) {
    List<AccountId> ids =
        roster.accounts().stream()
            .filter(account -> account.id().value().equals(word) || account.name().equals(word))
            .map(Account::id)
            .toList();
    if (ids.isEmpty() && roster.ofPayerOnly() && AccountId.isValid(word)) {
      return Stream.of(new AccountId(word));
    }
    if (ids.isEmpty()) {
      faults.add(
          new Fault(
              "--account",
              "'%s' is none of the accounts that would be read".formatted(word),
              Suggestion.remedy(
                  word,
                  roster.accounts().stream()
                      .flatMap(account -> Stream.of(account.name(), account.id().value()))
                      .toList(),
                  roster.ofPayerOnly()
                      ? "write its twelve digits: a payer alone is asked for its accounts by id"
                      : "`ri-expiry-notifier accounts` lists them")));
    }
    return ids.stream();
  }

  private static boolean mayRead(Account account, String region) {
    return region.equals(Service.GLOBAL)
        ? account.services().stream().anyMatch(Service::global)
        : account.regions().mayHold(region);
  }

  private static String regionRemedy(String word, Collection<Account> accounts) {
    List<String> listed =
        accounts.stream()
            .flatMap(account ->
                account.regions() instanceof RegionChoice.Listed(List<String> names)
                    ? names.stream()
                    : Stream.of())
            .distinct()
            .sorted()
            .toList();
    return Suggestion.remedy(
        word,
        listed,
        listed.isEmpty()
            ? "the accounts file names its services"
            : "they are read in " + String.join(", ", listed));
  }

  private static List<String> words(OptionSpec option) {
    return Optional.ofNullable(option.<List<String>>getValue()).orElse(List.of());
  }
}

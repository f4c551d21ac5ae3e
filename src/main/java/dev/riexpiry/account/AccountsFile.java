package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InputFile;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.policy.IgnoreRules;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The accounts to read: those that the file names, in its order, and those of the organization;
/// and the rules to ignore commitments of theirs.
///
/// @param accounts no id twice; at least one if there is neither an organization nor a payer
/// @param organization the organization to read as well, if any
/// @param payer the account whose Cost Explorer is read, if any
/// @param ignores the rules to ignore commitments
/// @param owners the tags that say who owns a commitment
/// @param routes the topics for some of what is told, the first that matches
/// @param version which one it is, where it came from a bucket
public record AccountsFile(
    List<Account> accounts,
    Optional<OrganizationScope> organization,
    Optional<PayerScope> payer,
    IgnoreRules ignores,
    OwnerTags owners,
    List<Route> routes,
    Optional<AccountsVersion> version) {
  /// A file of the machine.
  public AccountsFile(
      List<Account> accounts,
      Optional<OrganizationScope> organization,
      Optional<PayerScope> payer,
      IgnoreRules ignores,
      OwnerTags owners,
      List<Route> routes) {
    this(accounts, organization, payer, ignores, owners, routes, Optional.empty());
  }

  /// A file without a payer, which ignores nothing.
  public AccountsFile(List<Account> accounts, Optional<OrganizationScope> organization) {
    this(accounts, organization, Optional.empty(), IgnoreRules.NONE, OwnerTags.DEFAULT, List.of());
  }

  /// A file without routes.
  public AccountsFile(
      List<Account> accounts,
      Optional<OrganizationScope> organization,
      Optional<PayerScope> payer,
      IgnoreRules ignores,
      OwnerTags owners) {
    this(accounts, organization, payer, ignores, owners, List.of());
  }

  /// @throws IllegalArgumentException if there is nothing to read, or an id is there twice
  public AccountsFile {
    accounts = List.copyOf(accounts);
    requireNonNull(organization, "organization is null");
    requireNonNull(payer, "payer is null");
    requireNonNull(ignores, "ignores is null");
    requireNonNull(owners, "owners is null");
    routes = List.copyOf(routes);
    requireNonNull(version, "version is null");
    if ((accounts.isEmpty() && organization.isEmpty() && payer.isEmpty())
        || accounts.stream().map(Account::id).distinct().count() != accounts.size()) {
      throw new IllegalArgumentException("no account, or an account id twice");
    }
  }

  /// Reads an accounts file.
  ///
  /// @throws InvalidInputException if it is no regular file of at most 10 MiB, or holds any fault,
  ///   naming all of them
  public static AccountsFile read(Path path) {
    return valid(path.toString(), new InputFile(path).bytes());
  }

  /// Reads an accounts file that comes on standard input.
  ///
  /// @throws InvalidInputException if it has more than 10 MiB, or holds any fault, naming all of
  ///   them
  public static AccountsFile read(InputStream in) {
    return valid(InputFile.STANDARD_INPUT, InputFile.bytes(in));
  }

  /// Reads what an accounts file in a bucket holds.
  ///
  /// @param bytes all of it
  /// @throws InvalidInputException if it holds any fault, naming all of them
  public static AccountsFile read(AccountsVersion version, byte[] bytes) {
    AccountsFile file = valid(version.location(), bytes);
    return new AccountsFile(
        file.accounts,
        file.organization,
        file.payer,
        file.ignores,
        file.owners,
        file.routes,
        Optional.of(version));
  }

  private static AccountsFile valid(String source, byte[] bytes) {
    return switch (parse(bytes)) {
      case Parsed.Valid(AccountsFile file) -> file;
      case Parsed.Invalid(List<Fault> faults) -> throw new InvalidInputException(source, faults);
    };
  }

  /// Parses the bytes of an accounts file.
  public static Parsed parse(byte[] bytes) {
    return switch (LocatedJson.parse(bytes)) {
      case LocatedJson.Parsed.NotJson(Fault fault) -> new Parsed.Invalid(List.of(fault));
      case LocatedJson.Parsed.Document(LocatedJson document) ->
          new AccountsFileReader().read(document);
    };
  }

  /// The result of parsing.
  public sealed interface Parsed {
    /// @param file its content
    record Valid(AccountsFile file) implements Parsed {}

    /// @param faults all of them, from the top of the file, an object's keys before its values
    record Invalid(List<Fault> faults) implements Parsed {
      public Invalid {
        faults = List.copyOf(faults);
      }
    }
  }
}

package dev.riexpiry.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// An accounts file that names every account, for a program to write.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AccountsDocument(
    Optional<List<AccountDocument>> accounts,
    Optional<PayerDocument> payer,
    Optional<List<IgnoreDocument>> ignore,
    Optional<List<String>> ownerTags,
    Optional<List<RouteDocument>> routes) {
  /// The file of some accounts, and of a payer. What is the same where it is left out is left out;
  /// so are routes of organizational units, which such a file does not know.
  public static AccountsDocument of(
      Collection<Account> accounts,
      Optional<PayerScope> payer,
      IgnoreRules ignores,
      OwnerTags owners,
      Collection<Route> routes) {
    return new AccountsDocument(
        Optional.of(accounts.stream().map(AccountDocument::of).toList())
            .filter(all -> !all.isEmpty() || payer.isEmpty()),
        payer.map(PayerDocument::of),
        IgnoreDocument.of(ignores),
        Optional.of(owners).filter(tags -> !tags.equals(OwnerTags.DEFAULT)).map(OwnerTags::keys),
        Optional.of(
                routes.stream()
                    .filter(route -> route.match() instanceof Route.Tags)
                    .map(RouteDocument::of)
                    .toList())
            .filter(all -> !all.isEmpty()));
  }

  /// A route as an accounts file has it, for a program to write. Absent members are left out.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record RouteDocument(
      Optional<Map<String, String>> tag,
      Optional<String> organizationalUnit,
      String topicArn,
      Optional<String> chatTopicArn) {
    /// The document of a route.
    public static RouteDocument of(Route route) {
      return new RouteDocument(
          route.match() instanceof Route.Tags(SortedMap<String, String> tags)
              ? Optional.of(tags)
              : Optional.empty(),
          route.match() instanceof Route.Unit(String id) ? Optional.of(id) : Optional.empty(),
          route.topic().value(),
          route.chat().map(TopicArn::value));
    }

    /// The route of a document that this program wrote.
    ///
    /// @throws IllegalArgumentException if a value is not valid
    public Route route() {
      return new Route(
          tag.<Route.Match>map(Route.Tags::new)
              .or(() -> organizationalUnit.map(Route.Unit::new))
              .orElseThrow(() -> new IllegalArgumentException("a route for nothing")),
          new TopicArn(topicArn),
          chatTopicArn.map(TopicArn::new));
    }
  }

  /// The `payer` of an accounts file, for a program to write. Absent members are left out.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record PayerDocument(
      Optional<String> accountId, Optional<String> remoteRole, Optional<String> externalId) {
    private static PayerDocument of(PayerScope payer) {
      return new PayerDocument(
          payer.id().map(AccountId::value),
          payer.role().map(RemoteRole::pathAndName),
          payer.externalId().map(ExternalId::value));
    }
  }

  /// An account as an accounts file has it, for a program to write. Absent members are left out.
  ///
  /// @param regions absent for all that are enabled
  /// @param services absent for all
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record AccountDocument(
      String accountName,
      String accountId,
      Optional<String> remoteRole,
      Optional<String> externalId,
      Optional<List<String>> regions,
      Optional<List<String>> services,
      Optional<String> topicArn) {
    /// The document of an account.
    public static AccountDocument of(Account account) {
      return new AccountDocument(
          account.name(),
          account.id().value(),
          account.role().map(RemoteRole::pathAndName),
          account.externalId().map(ExternalId::value),
          switch (account.regions()) {
            case RegionChoice.AllEnabled() -> Optional.empty();
            case RegionChoice.EnabledAmong(List<String> names) -> Optional.of(names);
            case RegionChoice.Listed(List<String> names) -> Optional.of(names);
          },
          account.services().equals(Service.ALL)
              ? Optional.empty()
              : Optional.of(account.services().stream().map(Service::id).toList()),
          account.topicArn().map(TopicArn::value));
    }

    /// The account of a document that this program wrote.
    ///
    /// @param organizationalUnit its organizational unit, which a file does not hold
    /// @throws IllegalArgumentException if a value is not valid
    public Account account(Optional<String> organizationalUnit) {
      return new Account(
          accountName,
          new AccountId(accountId),
          remoteRole.flatMap(RemoteRole::parse),
          externalId.map(ExternalId::new),
          regions
              .<RegionChoice>map(RegionChoice.Listed::new)
              .orElseGet(RegionChoice.AllEnabled::new),
          services.map(ids -> ids.stream().map(Service::of).toList()).orElse(Service.ALL),
          organizationalUnit,
          topicArn.map(TopicArn::new));
    }
  }

  /// An entry of the `ignore` list of an accounts file, for a program to write. Absent members are
  /// left out.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record IgnoreDocument(
      Optional<String> commitmentId,
      Optional<String> accountId,
      Optional<String> service,
      String until,
      String reason) {
    /// The documents of all rules; absent where there is none, as the file must not have an empty
    /// list.
    public static Optional<List<IgnoreDocument>> of(IgnoreRules ignores) {
      return ignores.rules().isEmpty()
          ? Optional.empty()
          : Optional.of(ignores.rules().stream().map(IgnoreDocument::of).toList());
    }

    private static IgnoreDocument of(IgnoreRule rule) {
      return new IgnoreDocument(
          rule.commitmentId(),
          rule.accountId().map(AccountId::value),
          rule.service().map(Service::id),
          rule.until().toString(),
          rule.reason());
    }

    /// The rules of documents that this program wrote.
    ///
    /// @throws IllegalArgumentException if a value is not valid
    public static IgnoreRules rules(Optional<List<IgnoreDocument>> documents) {
      return new IgnoreRules(
          documents.stream().flatMap(List::stream).map(IgnoreDocument::rule).toList());
    }

    private IgnoreRule rule() {
      return new IgnoreRule(
          commitmentId,
          accountId.map(AccountId::new),
          service.map(Service::of),
          LocalDate.parse(until),
          reason);
    }
  }
}

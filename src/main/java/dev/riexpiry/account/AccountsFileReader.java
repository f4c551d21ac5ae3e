package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.IgnoreRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the JSON of an accounts file, and goes on after a fault to find the others.
final class AccountsFileReader {
  private static final List<String> FILE_KEYS =
      List.of(
          "$schema",
          "regions",
          "services",
          "accounts",
          "organization",
          "payer",
          "ignore",
          "ownerTags",
          "routes");
  private static final List<String> ACCOUNT_KEYS =
      List.of(
          "accountName",
          "accountId",
          "remoteRole",
          "externalId",
          "regions",
          "services",
          "topicArn");

  /// The longest name of an account: a reservation's lines must fit into a message, whatever its
  /// account is called.
  private static final int MAX_NAME = 128;

  private final List<Fault> faults = new ArrayList<>();
  private final FileValues values = new FileValues(faults);
  private final Map<AccountId, String> placeOfId = new HashMap<>();

  AccountsFile.Parsed read(LocatedJson document) {
    List<Account> accounts = new ArrayList<>();
    Optional<OrganizationScope> organization = Optional.empty();
    Optional<PayerScope> payer = Optional.empty();
    IgnoreRules ignores = IgnoreRules.NONE;
    OwnerTags owners = OwnerTags.DEFAULT;
    List<Route> routes = List.of();
    if (document instanceof ObjectValue file) {
      JsonFields fields = new JsonFields(file, "", FILE_KEYS, faults);
      fields.get("$schema").ifPresent(value -> values.text(value, "$schema"));
      RegionChoice regions =
          fields
              .get("regions")
              .map(value -> values.regions(value, "regions"))
              .orElse(new RegionChoice.AllEnabled());
      List<Service> services =
          fields.get("services").map(v -> values.services(v, "services")).orElse(Service.ALL);
      organization =
          fields
              .get("organization")
              .flatMap(
                  value -> new OrganizationReader(values, faults).read(value, regions, services));
      Set<AccountId> excluded = organization.map(OrganizationScope::excluded).orElse(Set.of());
      payer =
          fields
              .get("payer")
              .flatMap(v ->
                  new PayerReader(values, faults)
                      .read(v, services, excluded, fields.get("organization").isPresent()));
      accounts.addAll(accounts(fields, regions, services));
      ignores = fields.get("ignore").map(new IgnoreReader(values, faults)::read).orElse(ignores);
      owners = fields.get("ownerTags").flatMap(new OwnerTagsReader(values)::read).orElse(owners);
      routes =
          fields
              .get("routes")
              .map(value ->
                  new RoutesReader(values, faults)
                      .read(value, fields.get("organization").isPresent(), ownTopics(accounts)))
              .orElse(routes);
    } else {
      faults.add(
          new Fault(
              "line " + document.line(),
              "the file holds " + document.kind(),
              "write an object with an \"accounts\" list"));
    }
    return faults.isEmpty()
        ? new AccountsFile.Parsed.Valid(
            new AccountsFile(accounts, organization, payer, ignores, owners, routes))
        : new AccountsFile.Parsed.Invalid(faults);
  }

  private static Set<TopicArn> ownTopics(List<Account> accounts) {
    return accounts.stream()
        .flatMap(account -> account.topicArn().stream())
        .collect(Collectors.toSet());
  }

  private List<Account> accounts(JsonFields file, RegionChoice regions, List<Service> services) {
    Optional<LocatedJson> accounts =
        file.get("organization").isPresent() || file.get("payer").isPresent()
            ? file.get("accounts")
            : file.require(
                "accounts", "add a list with at least one account, an organization, or a payer");
    if (accounts.isEmpty()) {
      return List.of();
    }
    if (!(accounts.get() instanceof ArrayValue(int line, List<LocatedJson> elements))) {
      values.fault(
          accounts.get(), "accounts", "is " + accounts.get().kind(), "write a list of accounts");
      return List.of();
    }
    if (elements.isEmpty()) {
      faults.add(
          new Fault(
              FileValues.place(line, "accounts"), "the list is empty", "add at least one account"));
    }
    List<Account> read = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      account(elements.get(i), "accounts[" + i + "]", regions, services).ifPresent(read::add);
    }
    return read;
  }

  private Optional<Account> account(
      LocatedJson value, String path, RegionChoice fileRegions, List<Service> fileServices) {
    if (!(value instanceof ObjectValue object)) {
      values.fault(
          value, path, "is " + value.kind(), "write an object with accountName and accountId");
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, path, ACCOUNT_KEYS, faults);
    Optional<String> name =
        fields
            .require("accountName", "add the name people know the account by")
            .flatMap(
                v -> values.line(v, path + ".accountName", MAX_NAME, "name people know it by"));
    Optional<AccountId> id =
        fields
            .require("accountId", "add the twelve digits of the account")
            .flatMap(v -> id(v, path));
    Optional<RemoteRole> role = fields.get("remoteRole").flatMap(v -> role(v, path, id));
    Optional<ExternalId> externalId =
        fields.get("externalId").flatMap(v -> values.externalId(v, path + ".externalId"));
    if (fields.get("externalId").isPresent() && fields.get("remoteRole").isEmpty()) {
      values.fault(
          fields.get("externalId").get(),
          path + ".externalId",
          "an external id is of no use without a role",
          "add remoteRole, or remove externalId");
    }
    RegionChoice regions = values.regions(fields, path, fileRegions);
    List<Service> services = values.services(fields, path, fileServices);
    Optional<TopicArn> topic =
        fields.get("topicArn").flatMap(v -> values.topic(v, path + ".topicArn"));
    return name.isPresent() && id.isPresent()
        ? Optional.of(
            new Account(
                name.get(), id.get(), role, externalId, regions, services, Optional.empty(), topic))
        : Optional.empty();
  }

  private Optional<AccountId> id(LocatedJson value, String path) {
    String place = path + ".accountId";
    Optional<AccountId> id = values.accountId(value, place);
    String earlier = id.map(known -> placeOfId.putIfAbsent(known, path)).orElse(null);
    if (earlier != null) {
      values.fault(value, place, id.get() + " is already " + earlier, "remove one of the two");
      return Optional.empty();
    }
    return id;
  }

  private Optional<RemoteRole> role(LocatedJson value, String path, Optional<AccountId> id) {
    String place = path + ".remoteRole";
    Optional<RemoteRole> role = values.role(value, place);
    Optional<AccountId> other = role.flatMap(RemoteRole::accountId);
    if (id.isPresent() && other.isPresent() && !other.equals(id)) {
      values.fault(
          value,
          place,
          "the role is in account " + other.get() + ", not in " + id.get(),
          "name the role of this account");
    }
    return role;
  }
}

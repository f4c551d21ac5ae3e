package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the `payer` of an accounts file.
///
/// @param values reads what accounts have too
/// @param faults takes the faults
record PayerReader(FileValues values, Collection<Fault> faults) {
  private static final String PATH = "payer";
  private static final List<String> KEYS =
      List.of("accountId", "remoteRole", "externalId", "guides");

  /// @param services the services of the file
  /// @param excluded the accounts that the file leaves out of the organization
  /// @param organized whether the file takes accounts from AWS Organizations
  Optional<PayerScope> read(
      LocatedJson value, List<Service> services, Set<AccountId> excluded, boolean organized) {
    if (!(value instanceof ObjectValue object)) {
      values.fault(
          value,
          PATH,
          "is " + value.kind(),
          "write an object with the accountId of the management account, or {} where that is the"
              + " caller's own account");
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, PATH, KEYS, faults);
    int before = faults.size();
    Optional<AccountId> id =
        fields.get("accountId").flatMap(v -> values.accountId(v, PATH + ".accountId"));
    Optional<RemoteRole> role =
        fields.get("remoteRole").flatMap(v -> values.role(v, PATH + ".remoteRole"));
    Optional<ExternalId> externalId =
        fields.get("externalId").flatMap(v -> values.externalId(v, PATH + ".externalId"));
    if (fields.get("externalId").isPresent() && fields.get("remoteRole").isEmpty()) {
      values.fault(
          fields.get("externalId").get(),
          PATH + ".externalId",
          "an external id is of no use without a role",
          "add remoteRole, or remove externalId");
    }
    if (fields.get("remoteRole").isPresent() && fields.get("accountId").isEmpty()) {
      values.fault(
          fields.get("remoteRole").get(),
          PATH + ".remoteRole",
          "the role is in no account that is named",
          "add accountId, the twelve digits of the management account");
    }
    boolean guides = fields.get("guides").map(v -> values.flag(v, PATH + ".guides")).orElse(false);
    if (guides && !organized) {
      values.fault(
          fields.get("guides").orElseThrow(),
          PATH + ".guides",
          "the payer may guide only in accounts that AWS Organizations names as its own",
          "add organization, or remove guides");
    }
    Optional<AccountId> other = role.flatMap(RemoteRole::accountId);
    if (id.isPresent() && other.isPresent() && !other.equals(id)) {
      values.fault(
          value,
          PATH + ".remoteRole",
          "the role is in account " + other.get() + ", not in " + id.get(),
          "name the role of this account");
    }
    if (services.stream().noneMatch(PayerScope.LISTED::contains)) {
      values.fault(
          value,
          PATH,
          "Cost Explorer lists commitments of none of the services of this file",
          "add one of "
              + PayerScope.LISTED.stream().map(Service::id).collect(Collectors.joining(", "))
              + " to services, or remove payer");
    }
    return faults.size() == before
        ? Optional.of(new PayerScope(id, role, externalId, services, excluded, guides))
        : Optional.empty();
  }
}

package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Reads the `organization` of an accounts file.
///
/// @param values reads what accounts have too
/// @param faults takes the faults
record OrganizationReader(FileValues values, Collection<Fault> faults) {
  private static final String PATH = "organization";
  private static final List<String> KEYS =
      List.of(
          "remoteRole",
          "externalId",
          "regions",
          "services",
          "organizationalUnits",
          "excludeAccounts");

  /// @param fileRegions the regions of the file
  /// @param fileServices the services of the file
  Optional<OrganizationScope> read(
      LocatedJson value, RegionChoice fileRegions, List<Service> fileServices) {
    if (!(value instanceof ObjectValue object)) {
      values.fault(value, PATH, "is " + value.kind(), "write an object with a remoteRole");
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, PATH, KEYS, faults);
    Optional<RemoteRole> role =
        fields
            .require("remoteRole", "add the name of the role to assume in every account")
            .flatMap(this::role);
    Optional<ExternalId> externalId =
        fields.get("externalId").flatMap(v -> values.externalId(v, PATH + ".externalId"));
    RegionChoice regions = values.regions(fields, PATH, fileRegions);
    List<Service> services = values.services(fields, PATH, fileServices);
    List<String> units = new ArrayList<>();
    fields
        .get("organizationalUnits")
        .ifPresent(v ->
            each(
                v,
                PATH + ".organizationalUnits",
                "write a list of ids like [\"ou-ab12-cdef3456\"], or leave it out for all",
                (element, place) -> unit(element, place, units)));
    Set<AccountId> excluded = new HashSet<>();
    fields
        .get("excludeAccounts")
        .ifPresent(v ->
            each(
                v,
                PATH + ".excludeAccounts",
                "write a list of account ids like [\"222233334444\"], or leave it out",
                (element, place) -> exclude(element, place, excluded)));
    return role.map(
        known -> new OrganizationScope(known, externalId, regions, services, units, excluded));
  }

  /// Reads the role, which stands for those of every account, so that it can only be named.
  private Optional<RemoteRole> role(LocatedJson value) {
    String place = PATH + ".remoteRole";
    Optional<RemoteRole> role = values.role(value, place);
    if (role.isPresent() && role.get().accountId().isPresent()) {
      values.fault(
          value,
          place,
          "an ARN names the role of one account",
          "write the name, or the path and name, that it has in every account");
      return Optional.empty();
    }
    return role;
  }

  private void each(
      LocatedJson value, String path, String remedy, BiConsumer<LocatedJson, String> element) {
    if (!(value instanceof ArrayValue(int _, List<LocatedJson> elements)) || elements.isEmpty()) {
      String problem = value instanceof ArrayValue ? "the list is empty" : "is " + value.kind();
      values.fault(value, path, problem, remedy);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      element.accept(elements.get(i), path + "[" + i + "]");
    }
  }

  private void unit(LocatedJson value, String place, List<String> units) {
    Optional<String> id =
        values.unit(
            value,
            place,
            "write one like \"ou-ab12-cdef3456\"; for the whole organization leave the list out");
    if (id.isPresent() && units.contains(id.get())) {
      values.fault(value, place, id.get() + " is there twice", "remove one of the two");
    } else {
      id.ifPresent(units::add);
    }
  }

  private void exclude(LocatedJson value, String place, Set<AccountId> excluded) {
    Optional<String> text = values.text(value, place);
    if (text.isPresent() && !AccountId.isValid(text.get())) {
      values.fault(
          value, place, "\"" + text.get() + "\" is not twelve digits", "write an account id");
    } else if (text.isPresent() && !excluded.add(new AccountId(text.get()))) {
      values.fault(value, place, text.get() + " is there twice", "remove one of the two");
    }
  }
}

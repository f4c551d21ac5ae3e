package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import dev.riexpiry.input.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the JSON of an accounts file, and goes on after a fault to find the others.
final class AccountsFileReader {
  private static final List<String> FILE_KEYS = List.of("$schema", "regions", "accounts");
  private static final List<String> ACCOUNT_KEYS =
      List.of("accountName", "accountId", "remoteRole", "externalId", "regions");
  private static final String ALL = "all";

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> placeOfId = new HashMap<>();

  AccountsFile.Parsed read(LocatedJson document) {
    List<Account> accounts = new ArrayList<>();
    if (document instanceof ObjectValue file) {
      JsonFields fields = new JsonFields(file, "", FILE_KEYS, faults);
      fields.get("$schema").ifPresent(value -> text(value, "$schema"));
      RegionChoice regions =
          fields
              .get("regions")
              .map(value -> regions(value, "regions"))
              .orElse(new RegionChoice.AllEnabled());
      accounts.addAll(accounts(fields, regions));
    } else {
      faults.add(
          new Fault(
              "line " + document.line(),
              "the file holds " + document.kind(),
              "write an object with an \"accounts\" list"));
    }
    return faults.isEmpty()
        ? new AccountsFile.Parsed.Valid(new AccountsFile(accounts))
        : new AccountsFile.Parsed.Invalid(faults);
  }

  private List<Account> accounts(JsonFields file, RegionChoice fallback) {
    Optional<LocatedJson> accounts =
        file.require("accounts", "add a list with at least one account");
    if (accounts.isEmpty()) {
      return List.of();
    }
    if (!(accounts.get() instanceof ArrayValue(int line, List<LocatedJson> elements))) {
      fault(accounts.get(), "accounts", "is " + accounts.get().kind(), "write a list of accounts");
      return List.of();
    }
    if (elements.isEmpty()) {
      faults.add(
          new Fault(place(line, "accounts"), "the list is empty", "add at least one account"));
    }
    List<Account> read = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      account(elements.get(i), "accounts[" + i + "]", fallback).ifPresent(read::add);
    }
    return read;
  }

  private Optional<Account> account(LocatedJson value, String path, RegionChoice fallback) {
    if (!(value instanceof ObjectValue object)) {
      fault(value, path, "is " + value.kind(), "write an object with accountName and accountId");
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, path, ACCOUNT_KEYS, faults);
    Optional<String> name =
        fields
            .require("accountName", "add the name people know the account by")
            .flatMap(v -> name(v, path));
    Optional<AccountId> id =
        fields
            .require("accountId", "add the twelve digits of the account")
            .flatMap(v -> id(v, path));
    Optional<RemoteRole> role = fields.get("remoteRole").flatMap(v -> role(v, path, id));
    Optional<ExternalId> externalId = fields.get("externalId").flatMap(v -> externalId(v, path));
    if (fields.get("externalId").isPresent() && fields.get("remoteRole").isEmpty()) {
      fault(
          fields.get("externalId").get(),
          path + ".externalId",
          "an external id is of no use without a role",
          "add remoteRole, or remove externalId");
    }
    RegionChoice regions =
        fields.get("regions").map(v -> regions(v, path + ".regions")).orElse(fallback);
    return name.isPresent() && id.isPresent()
        ? Optional.of(new Account(name.get(), id.get(), role, externalId, regions))
        : Optional.empty();
  }

  private Optional<String> name(LocatedJson value, String path) {
    Optional<String> name = text(value, path + ".accountName");
    if (name.isPresent() && name.get().isBlank()) {
      fault(value, path + ".accountName", "is blank", "write the name people know it by");
      return Optional.empty();
    }
    return name;
  }

  private Optional<AccountId> id(LocatedJson value, String path) {
    String place = path + ".accountId";
    if (value instanceof NumberValue(int line, String literal)) {
      faults.add(
          new Fault(
              place(line, place),
              literal + " is a number, which loses a leading zero",
              "write it as text of twelve digits: \"" + twelveDigits(literal) + "\""));
      return Optional.empty();
    }
    Optional<String> text = text(value, place);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!AccountId.isValid(text.get())) {
      fault(
          value,
          place,
          "\"" + text.get() + "\" is not twelve digits",
          "write the twelve digits without spaces or dashes");
      return Optional.empty();
    }
    String earlier = placeOfId.putIfAbsent(text.get(), path);
    if (earlier != null) {
      fault(value, place, text.get() + " is already " + earlier, "remove one of the two");
      return Optional.empty();
    }
    return Optional.of(new AccountId(text.get()));
  }

  private static String twelveDigits(String literal) {
    return literal.matches("[0-9]{1,11}")
        ? "0".repeat(12 - literal.length()) + literal
        : literal.matches("[0-9]{12}") ? literal : "012345678901";
  }

  private Optional<RemoteRole> role(LocatedJson value, String path, Optional<AccountId> id) {
    String place = path + ".remoteRole";
    Optional<String> text = text(value, place);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<RemoteRole> role = RemoteRole.parse(text.get());
    if (role.isEmpty()) {
      fault(
          value,
          place,
          text.get().contains(":user/")
              ? "\"" + text.get() + "\" is a user, which cannot be assumed"
              : "\"" + text.get() + "\" is not a role",
          "write a role's name, its path and name, or an ARN like"
              + " arn:aws:iam::123456789012:role/ri-expiry-reader");
    } else if (id.isPresent() && !role.get().accountId().orElse(id.get()).equals(id.get())) {
      fault(
          value,
          place,
          "the role is in account " + role.get().accountId().get() + ", not in " + id.get(),
          "name the role of this account");
    }
    return role;
  }

  private Optional<ExternalId> externalId(LocatedJson value, String path) {
    String place = path + ".externalId";
    Optional<String> text = text(value, place);
    if (text.isPresent() && !ExternalId.isValid(text.get())) {
      fault(
          value,
          place,
          text.get().isEmpty() ? "is empty" : "is not one that STS takes",
          "use 2 to 1224 of the letters, digits and +=,.@:/_- that the role's owner asks for, or remove it");
      return Optional.empty();
    }
    return text.map(ExternalId::new);
  }

  /// A choice is returned even for a faulty value: the fault stops the file from being used.
  private RegionChoice regions(LocatedJson value, String path) {
    String remedy = "write \"all\" or a list of region codes like [\"us-east-1\"]";
    if (value instanceof TextValue(int _, String text) && text.equals(ALL)) {
      return new RegionChoice.AllEnabled();
    }
    if (!(value instanceof ArrayValue(int line, List<LocatedJson> elements))) {
      String other = value instanceof TextValue ? " other than \"all\"" : "";
      fault(value, path, "is " + value.kind() + other, remedy);
      return new RegionChoice.AllEnabled();
    }
    if (elements.isEmpty()) {
      faults.add(new Fault(place(line, path), "the list is empty", remedy));
      return new RegionChoice.AllEnabled();
    }
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      LocatedJson element = elements.get(i);
      String place = path + "[" + i + "]";
      text(element, place).ifPresent(name -> region(element, place, name, names));
    }
    return names.isEmpty()
        ? new RegionChoice.AllEnabled()
        : new RegionChoice.Listed(List.copyOf(names));
  }

  private void region(LocatedJson element, String place, String name, Set<String> names) {
    if (name.equals(ALL)) {
      fault(element, place, "\"all\" stands inside a list", "write \"regions\": \"all\"");
    } else if (!KnownRegions.NAMES.contains(name)) {
      fault(
          element,
          place,
          "\"" + name + "\" is not a region that this version knows",
          Suggestion.remedy(
              name,
              KnownRegions.NAMES,
              "write a region code like \"us-east-1\", or \"regions\": \"all\" for a region newer than"
                  + " this version"));
    } else if (!names.add(name)) {
      fault(element, place, "\"" + name + "\" is there twice", "remove one of the two");
    }
  }

  private Optional<String> text(LocatedJson value, String path) {
    if (value instanceof TextValue(int _, String text)) {
      return Optional.of(text);
    }
    fault(value, path, "is " + value.kind(), "write a text in quotes");
    return Optional.empty();
  }

  private void fault(LocatedJson at, String path, String problem, String remedy) {
    faults.add(new Fault(place(at.line(), path), problem, remedy));
  }

  private static String place(int line, String path) {
    return "line " + line + ", " + path;
  }
}

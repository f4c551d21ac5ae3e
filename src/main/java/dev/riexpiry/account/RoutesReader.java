package dev.riexpiry.account;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.Member;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.TopicArn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the `routes` of an accounts file.
///
/// @param values reads what others have too
/// @param faults takes the faults
record RoutesReader(FileValues values, Collection<Fault> faults) {
  /// The most routes: every finding is compared with each.
  static final int MOST = 500;

  private static final String PATH = "routes";
  private static final List<String> KEYS =
      List.of("tag", "organizationalUnit", "topicArn", "chatTopicArn");
  private static final int MAX_KEY = 128;
  private static final int MAX_VALUE = 256;

  /// @param organization whether the file has an organization
  /// @param ofAccounts the topics of alerts that accounts have for themselves
  List<Route> read(LocatedJson value, boolean organization, Set<TopicArn> ofAccounts) {
    if (!(value instanceof ArrayValue(int _, List<LocatedJson> elements)) || elements.isEmpty()) {
      values.fault(
          value,
          PATH,
          value instanceof ArrayValue ? "the list is empty" : "is " + value.kind(),
          "write a list of routes like {\"tag\": {\"Owner\": \"data-team\"}, \"topicArn\": …}, or remove it");
      return List.of();
    }
    if (elements.size() > MOST) {
      values.fault(
          value,
          PATH,
          "has %d routes, more than %d".formatted(elements.size(), MOST),
          "route by organizational unit, or give accounts a topicArn of their own");
      return List.of();
    }
    List<Placed> routes = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      LocatedJson element = elements.get(i);
      String path = PATH + "[" + i + "]";
      route(element, path, organization)
          .map(route -> new Placed(path, element, route))
          .ifPresent(placed -> add(placed, routes));
    }
    refuseAlertsInChats(routes, ofAccounts);
    return routes.stream().map(Placed::route).toList();
  }

  private Optional<Route> route(LocatedJson value, String path, boolean organization) {
    if (!(value instanceof ObjectValue object)) {
      values.fault(
          value, path, "is " + value.kind(), "write an object with what it is for and a topicArn");
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, path, KEYS, faults);
    if (fields.get("tag").isPresent() == fields.get("organizationalUnit").isPresent()) {
      values.fault(
          value,
          path,
          fields.get("tag").isPresent()
              ? "it has both a tag and an organizationalUnit"
              : "it says of nothing that it is for it",
          fields.get("tag").isPresent()
              ? "make two routes of it"
              : "add a tag, or an organizationalUnit");
    }
    Optional<Route.Match> tags = fields.get("tag").flatMap(v -> tags(v, path + ".tag"));
    Optional<Route.Match> unit =
        fields
            .get("organizationalUnit")
            .flatMap(v -> unit(v, path + ".organizationalUnit", organization));
    Optional<TopicArn> topic =
        fields
            .require("topicArn", "add the topic that its alerts go to")
            .flatMap(v -> values.topic(v, path + ".topicArn"));
    Optional<TopicArn> chat =
        fields.get("chatTopicArn").flatMap(v -> values.topic(v, path + ".chatTopicArn"));
    return tags.or(() -> unit).flatMap(match -> topic.map(arn -> new Route(match, arn, chat)));
  }

  private Optional<Route.Match> tags(LocatedJson value, String path) {
    String remedy = "write tags like {\"Owner\": \"data-team\"}";
    if (!(value instanceof ObjectValue object) || object.members().isEmpty()) {
      values.fault(
          value, path, value instanceof ObjectValue ? "is empty" : "is " + value.kind(), remedy);
      return Optional.empty();
    }
    int before = faults.size();
    TreeMap<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Member member : object.members()) {
      String key = member.name();
      String place = path + "." + key;
      if (key.isBlank() || key.codePointCount(0, key.length()) > MAX_KEY) {
        faults.add(
            new Fault(
                FileValues.place(member.line(), path),
                "\"" + key + "\" is not the key of a tag",
                "write one of 1 to %d characters".formatted(MAX_KEY)));
      }
      values
          .line(member.value(), place, MAX_VALUE, "value of the tag")
          .filter(text -> tags.put(key, text) != null)
          .ifPresent(_ ->
              faults.add(
                  new Fault(
                      FileValues.place(member.line(), place),
                      "the key is there twice",
                      "remove one of the two; tags are found in whatever letters")));
    }
    return faults.size() == before ? Optional.of(new Route.Tags(tags)) : Optional.empty();
  }

  private Optional<Route.Match> unit(LocatedJson value, String path, boolean organization) {
    Optional<String> id = values.unit(value, path, "write one like \"ou-ab12-cdef3456\"");
    if (!organization) {
      values.fault(
          value,
          path,
          "the units of accounts are not known without an organization",
          "add \"organization\", or give accounts a topicArn of their own");
    }
    return id.map(Route.Unit::new);
  }

  /// Adds a route, unless all that it is for is for an earlier one.
  private void add(Placed route, List<Placed> routes) {
    routes.stream()
        .filter(earlier -> earlier.route().match().covers(route.route().match()))
        .findFirst()
        .ifPresent(earlier ->
            values.fault(
                route.json(),
                route.path(),
                "it never counts: all that it is for is for %s already, which stands before it"
                    .formatted(earlier.path()),
                "remove one of the two, or put this one first"));
    routes.add(route);
  }

  /// Refuses a topic that is to get both: a chat drops alerts, and people would be sent what only a
  /// chat can read.
  private void refuseAlertsInChats(List<Placed> routes, Set<TopicArn> ofAccounts) {
    for (Placed placed : routes) {
      placed
          .route()
          .chat()
          .filter(chat ->
              ofAccounts.contains(chat)
                  || routes.stream().anyMatch(other -> other.route().topic().equals(chat)))
          .ifPresent(_ ->
              values.fault(
                  placed.json(),
                  placed.path() + ".chatTopicArn",
                  "it is a topic of alerts too, which a chat drops",
                  "name a topic of its own"));
    }
  }

  private record Placed(String path, LocatedJson json, Route route) {}
}

package dev.riexpiry.check;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.Route;
import dev.riexpiry.account.Routing;
import dev.riexpiry.delivery.DeliveryMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Warns of routes in the accounts file that lead nowhere.
final class RouteWarnings {
  private RouteWarnings() {}

  /// Makes the warnings. Only a check of all accounts can tell that a unit has none.
  static Stream<String> of(CheckRequest request) {
    Routing routing = request.roster().routing();
    boolean whole =
        request.roster().whole()
            && request.narrowing().isNone()
            && request.roster().unlisted().isEmpty();
    return Stream.concat(
        withoutChat(request, routing),
        whole
            ? routing.routes().stream()
                .flatMap(route -> pointless(route, request.roster().accounts(), routing).stream())
            : Stream.of());
  }

  private static Stream<String> withoutChat(CheckRequest request, Routing routing) {
    return request.delivery() instanceof DeliveryMode.Publish
            && request.delivery().channels().chat().isEmpty()
            && routing.chats().findAny().isPresent()
        ? Stream.of(
            "routes of the accounts file name topics of chats, and no chat is told anything without"
                + " CHAT_TOPIC_ARN (--chat-topic-arn); set it, or remove each chatTopicArn")
        : Stream.of();
  }

  /// Tells why a route never counts: no account is in its unit, or a route before it is for a unit
  /// above. Accounts with a topic of their own count: they would be there without it.
  private static Optional<String> pointless(Route route, List<Account> accounts, Routing routing) {
    if (!(route.match() instanceof Route.Unit(String unit))) {
      return Optional.empty();
    }
    List<List<String>> within =
        accounts.stream()
            .map(account -> routing.units().getOrDefault(account.id(), List.of()))
            .filter(units -> units.contains(unit))
            .toList();
    if (within.isEmpty()) {
      return Optional.of(
          "the accounts file has a route for %s, and no account that is read is in it; correct the id, or remove the route"
              .formatted(route.match()));
    }
    List<Route> before = routing.routes().subList(0, routing.routes().indexOf(route));
    return before.stream()
        .filter(earlier ->
            earlier.match() instanceof Route.Unit(String above)
                && within.stream().allMatch(units -> isAbove(above, unit, units)))
        .findFirst()
        .map(earlier ->
            "the route of the accounts file for %s never counts: that for %s, which is above, stands before it; put it first, or remove it"
                .formatted(route.match(), earlier.match()));
  }

  private static boolean isAbove(String above, String unit, List<String> units) {
    return units.contains(above) && units.indexOf(above) < units.indexOf(unit);
  }
}

package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.TopicArn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The routes of a run, and what it takes to tell which one is meant.
///
/// @param routes the first that matches counts
/// @param units the ids of the organizational units of each account, from the root down; of
///   accounts whose units are known, and where a route asks for them
public record Routing(List<Route> routes, Map<AccountId, List<String>> units) {
  /// The routing of a run in which all is for the default topics.
  public static final Routing NONE = new Routing(List.of(), Map.of());

  public Routing {
    routes = List.copyOf(routes);
    units =
        routes.stream().anyMatch(route -> route.match() instanceof Route.Unit)
            ? Map.copyOf(units)
            : Map.of();
  }

  /// The route for what belongs to an account.
  ///
  /// @param tags the tags of a commitment; none of a place or of what has none
  public Optional<Route> of(AccountId account, Map<String, String> tags) {
    return routes.stream().filter(route -> matches(route.match(), account, tags)).findFirst();
  }

  private boolean matches(Route.Match match, AccountId account, Map<String, String> tags) {
    return switch (match) {
      case Route.Tags wanted -> wanted.matches(tags);
      case Route.Unit(String id) -> units.getOrDefault(account, List.of()).contains(id);
    };
  }

  /// The routing of both: of the accounts of two batches of one run.
  public Routing plus(Routing other) {
    Map<AccountId, List<String>> all = new HashMap<>(units);
    all.putAll(other.units);
    return new Routing(routes.isEmpty() ? other.routes : routes, all);
  }

  /// The topics of chats that routes name.
  public Stream<TopicArn> chats() {
    return routes.stream().map(Route::chat).flatMap(Optional::stream).distinct();
  }

  /// The topics of alerts that routes name.
  public Stream<TopicArn> topics() {
    return routes.stream().map(Route::topic).distinct();
  }
}

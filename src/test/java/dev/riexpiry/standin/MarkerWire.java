package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Page;
import java.util.stream.Collectors;

/// A service of the query protocol with one listing: pages of 20 to 100 with a marker, reservations
/// in every state, no end.
final class MarkerWire extends QueryWire {
  private static final int LEAST = 20;
  private static final int MOST = 100;

  private final String action;
  private final String list;
  private final String item;

  /// @param namespace of its answers
  /// @param action what it does
  /// @param list the element around the items
  /// @param item the element of each
  MarkerWire(String namespace, String action, String list, String item) {
    super(namespace);
    this.action = action;
    this.list = list;
    this.item = item;
  }

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (!call.action().equals(action)) {
      return noSuchAction(call);
    }
    int asked = Integer.parseInt(call.parameter("MaxRecords").orElse("100"));
    if (asked < LEAST || asked > MOST) {
      return refusal(
          call,
          400,
          "InvalidParameterValue",
          "Invalid value " + asked + " for MaxRecords. Must be between 20 and 100");
    }
    Page page = Page.of(call, caller, organization, call.parameter("Marker"), asked);
    return success(
        call,
        page.next().map(token -> Wire.element("Marker", token)).orElse("")
            + page.items().stream()
                .map(each ->
                    "<%1$s>%2$s</%1$s>"
                        .formatted(item, Wire.elements(each.fields(), "RecurringCharge")))
                .collect(Collectors.joining("", "<" + list + ">", "</" + list + ">")));
  }
}

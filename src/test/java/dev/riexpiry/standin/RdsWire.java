package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import java.util.List;
import java.util.stream.Collectors;

/// RDS: pages of 20 to 100 with a marker, reservations in every state, no end.
final class RdsWire extends QueryWire {
  private static final String MARKER = "stand-in-marker-";

  RdsWire() {
    super("http://rds.amazonaws.com/doc/2014-10-31/");
  }

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (!call.action().equals("DescribeReservedDBInstances")) {
      return noSuchAction(call);
    }
    int asked = Integer.parseInt(call.parameter("MaxRecords").orElse("100"));
    if (asked < 20 || asked > 100) {
      return refusal(
          call,
          400,
          "InvalidParameterValue",
          "Invalid value " + asked + " for MaxRecords. Must be between 20 and 100");
    }
    List<Reservation> items =
        caller.reservations().stream()
            .filter(item -> item.service().equals(AwsService.RDS))
            .filter(item -> item.region().equals(call.region()))
            .toList();
    int from =
        call.parameter("Marker")
            .map(marker -> Integer.parseInt(marker.substring(MARKER.length())))
            .orElse(0);
    int to = Math.min(items.size(), from + Math.min(asked, organization.pageSize()));
    return success(
        call,
        (to < items.size() ? Wire.element("Marker", MARKER + to) : "")
            + items.subList(from, to).stream()
                .map(item ->
                    "<ReservedDBInstance>" + Wire.elements(item.fields()) + "</ReservedDBInstance>")
                .collect(
                    Collectors.joining("", "<ReservedDBInstances>", "</ReservedDBInstances>")));
  }
}

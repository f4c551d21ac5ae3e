package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Page;
import java.util.Map;
import java.util.stream.Collectors;

/// EC2: a protocol of its own; reservations without pages, hosts and capacity blocks with pages; no
/// filters, which the notifier does not ask for.
final class Ec2Wire implements Wire {
  private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

  /// Action to the element around its list.
  private static final Map<String, String> LISTS =
      Map.of(
          "DescribeReservedInstances", "reservedInstancesSet",
          "DescribeHostReservations", "hostReservationSet",
          "DescribeCapacityBlocks", "capacityBlockSet");

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (call.action().equals("DescribeRegions")) {
      return regions(call, caller);
    }
    return LISTS.containsKey(call.action()) ? list(call, caller, organization) : noSuchAction(call);
  }

  @Override
  public Answer refusal(Call call, int status, String code, String message) {
    return Answer.xml(
        status,
        "<Response><Errors><Error>%s%s</Error></Errors>%s</Response>"
            .formatted(
                Wire.element("Code", code),
                Wire.element("Message", message),
                Wire.element("RequestID", call.id())));
  }

  private Answer list(Call call, Member caller, Organization organization) {
    boolean whole = call.action().equals("DescribeReservedInstances");
    String filter = call.parameter("Filter.1.Name").orElse("");
    if (!filter.isEmpty()) {
      return refusal(call, 400, "InvalidParameterValue", "The filter '" + filter + "' is invalid");
    }
    Page page =
        Page.of(
            call,
            caller,
            whole ? organization.withPageSize(Integer.MAX_VALUE) : organization,
            call.parameter("NextToken"),
            whole
                ? Integer.MAX_VALUE
                : Integer.parseInt(call.parameter("MaxResults").orElse("1000")));
    String element = LISTS.get(call.action());
    return success(
        call,
        page.items().stream()
                .map(item -> "<item>" + Wire.elements(item.fields(), "item") + "</item>")
                .collect(Collectors.joining("", "<" + element + ">", "</" + element + ">"))
            + page.next().map(token -> Wire.element("nextToken", token)).orElse(""));
  }

  private Answer regions(Call call, Member caller) {
    return success(
        call,
        caller.regions().stream()
            .map(name ->
                "<item>%s%s%s</item>"
                    .formatted(
                        Wire.element("regionName", name),
                        Wire.element("regionEndpoint", "ec2." + name + ".amazonaws.com"),
                        Wire.element("optInStatus", "opt-in-not-required")))
            .collect(Collectors.joining("", "<regionInfo>", "</regionInfo>")));
  }

  private static Answer success(Call call, String content) {
    return Answer.xml(
        200,
        "<%1$sResponse xmlns=\"%2$s\">%3$s%4$s</%1$sResponse>"
            .formatted(call.action(), NAMESPACE, Wire.element("requestId", call.id()), content));
  }
}

package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// EC2: a protocol of its own, reservations without pages, a filter on their state.
final class Ec2Wire implements Wire {
  private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    return switch (call.action()) {
      case "DescribeReservedInstances" -> reservedInstances(call, caller);
      case "DescribeRegions" -> regions(call, caller);
      default -> noSuchAction(call);
    };
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

  private Answer reservedInstances(Call call, Member caller) {
    String filter = call.parameter("Filter.1.Name").orElse("state");
    if (!filter.equals("state") || call.parameters().containsKey("Filter.2.Name")) {
      return refusal(call, 400, "InvalidParameterValue", "The filter '" + filter + "' is invalid");
    }
    List<String> states =
        call.parameters().entrySet().stream()
            .filter(parameter -> parameter.getKey().startsWith("Filter.1.Value."))
            .map(Map.Entry::getValue)
            .toList();
    return success(
        call,
        caller.reservations().stream()
            .filter(item -> item.service().equals(AwsService.EC2))
            .filter(item -> item.region().equals(call.region()))
            .filter(item -> states.isEmpty() || states.contains(item.fields().get("state")))
            .map(item -> "<item>" + Wire.elements(item.fields()) + "</item>")
            .collect(Collectors.joining("", "<reservedInstancesSet>", "</reservedInstancesSet>")));
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

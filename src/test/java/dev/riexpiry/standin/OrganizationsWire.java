package dev.riexpiry.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Tree.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// AWS Organizations: the tree of units, in pages of two that begin with an empty one, as AWS may
/// answer at any time.
final class OrganizationsWire extends JsonWire {
  static final String ROOT = "r-ab12";
  private static final int PAGE = 2;

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (call.action().equals("DescribeOrganization")) {
      return management(call, organization.tree());
    }
    if (!caller.id().equals(organization.caller())
        && !payer(organization.tree()).equals(Optional.of(caller.id()))) {
      return refusal(
          call,
          400,
          "AccessDeniedException",
          "You don't have permissions to access this resource.");
    }
    Tree tree = organization.tree();
    return switch (call.action()) {
      case "ListRoots" ->
          page(call, "Roots", List.of(ROOT), id -> object().put("Id", id).put("Name", "Root"));
      case "ListAccountsForParent" ->
          page(call, "Accounts", tree.accountsIn(parent(call)), leaf -> account(leaf, tree));
      case "ListOrganizationalUnitsForParent" ->
          page(call, "OrganizationalUnits", tree.unitsIn(parent(call)), OrganizationsWire::unit);
      case "DescribeOrganizationalUnit" ->
          tree.unit(call.parameter("OrganizationalUnitId").orElse(""))
              .map(unit -> success(object().set("OrganizationalUnit", unit(unit))))
              .orElseGet(() -> missing(call));
      case "ListParents" ->
          tree.unit(call.parameter("ChildId").orElse(""))
              .map(unit -> page(call, "Parents", List.of(unit.parent()), OrganizationsWire::parent))
              .orElseGet(() -> missing(call));
      default -> noSuchAction(call);
    };
  }

  /// The management account is the first directly below the root; an account in no tree is in no
  /// organization.
  private Answer management(Call call, Tree tree) {
    return payer(tree)
        .map(id ->
            success(
                object()
                    .set(
                        "Organization",
                        object().put("Id", "o-exampleorg").put("MasterAccountId", id))))
        .orElseGet(() ->
            refusal(
                call,
                400,
                "AWSOrganizationsNotInUseException",
                "Your account is not a member of an organization."));
  }

  private static Optional<String> payer(Tree tree) {
    return tree.accountsIn(ROOT).stream().map(Leaf::accountId).findFirst();
  }

  private Answer missing(Call call) {
    return refusal(
        call,
        400,
        "OrganizationalUnitNotFoundException",
        "You specified an organizational unit that doesn't exist.");
  }

  private static String parent(Call call) {
    return call.parameter("ParentId").orElse("");
  }

  private static ObjectNode parent(String id) {
    return object().put("Id", id).put("Type", id.equals(ROOT) ? "ROOT" : "ORGANIZATIONAL_UNIT");
  }

  private static ObjectNode unit(Tree.Unit unit) {
    return object().put("Id", unit.id()).put("Name", unit.name());
  }

  private static ObjectNode account(Tree.Leaf leaf, Tree tree) {
    return object()
        .put("Id", leaf.accountId())
        .put(
            "Arn",
            "arn:aws:organizations::%s:account/o-exampleorg/%s"
                .formatted(payer(tree).orElse("111111111111"), leaf.accountId()))
        .put("Name", leaf.name())
        .put("Status", "ACTIVE")
        .put("State", leaf.state());
  }

  /// The first page is empty and has a successor.
  private static <T> Answer page(
      Call call, String name, List<T> items, Function<T, ObjectNode> write) {
    Optional<Integer> from = call.parameter("NextToken").map(Integer::valueOf);
    List<T> shown =
        from.map(start -> items.subList(start, Math.min(items.size(), start + PAGE)))
            .orElse(List.of());
    ObjectNode body = object();
    ArrayNode list = body.putArray(name);
    shown.forEach(item -> list.add(write.apply(item)));
    int next = from.map(start -> start + PAGE).orElse(0);
    if (next < items.size()) {
      body.put("NextToken", String.valueOf(next));
    }
    return success(body);
  }
}

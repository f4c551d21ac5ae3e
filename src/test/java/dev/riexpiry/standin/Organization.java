package dev.riexpiry.standin;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The contents of AWS: accounts, the roles in them, their commitments, and topics.
///
/// @param caller the account of the credentials that the process under test starts with
/// @param members every open account, the caller's among them
/// @param topics the ARNs of the SNS topics that exist
/// @param tree how the accounts are organised, for calls to AWS Organizations
/// @param pageSize how many reservations a page holds at most, whatever the client asks for
/// @param lastToken the token on the last page of a listing, if there is one
public record Organization(
    String caller,
    List<Member> members,
    List<String> topics,
    Tree tree,
    int pageSize,
    Optional<String> lastToken) {
  public Organization {
    members = List.copyOf(members);
    topics = List.copyOf(topics);
  }

  /// An organisation that hands out pages as large as the client asks for, and has no topic.
  ///
  /// @param caller the account the process under test starts in
  public static Organization of(Member caller, Member... others) {
    return new Organization(
        caller.id(),
        Stream.concat(Stream.of(caller), Stream.of(others)).toList(),
        List.of(),
        Tree.EMPTY,
        Integer.MAX_VALUE,
        Optional.empty());
  }

  public Organization withTopics(String... arns) {
    return new Organization(caller, members, List.of(arns), tree, pageSize, lastToken);
  }

  public Organization withTree(Tree other) {
    return new Organization(caller, members, topics, other, pageSize, lastToken);
  }

  public Organization withPageSize(int size) {
    return new Organization(caller, members, topics, tree, size, lastToken);
  }

  public Organization withLastToken(String token) {
    return new Organization(caller, members, topics, tree, pageSize, Optional.of(token));
  }

  Optional<Member> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /// @param id twelve digits
  /// @param roles those that may be assumed from outside
  /// @param regions the regions that are enabled
  /// @param reservations in every state
  public record Member(
      String id, List<Role> roles, List<String> regions, List<Reservation> reservations) {
    public Member {
      roles = List.copyOf(roles);
      regions = List.copyOf(regions);
      reservations = List.copyOf(reservations);
    }

    /// An account with the role `ri-expiry-reader` and two regions.
    public static Member of(String id, Reservation... reservations) {
      return new Member(
          id,
          List.of(new Role("ri-expiry-reader", Optional.empty())),
          List.of("eu-west-1", "us-east-1"),
          List.of(reservations));
    }

    public Member withRole(String pathAndName, String externalId) {
      Role role = new Role(pathAndName, Optional.of(externalId).filter(id -> !id.isEmpty()));
      return new Member(id, List.of(role), regions, reservations);
    }

    /// The same account with one more role, which wants a code of a device.
    public Member withMfaRole(String name, String serial, String... codes) {
      Role role = new Role(name, Optional.empty(), Optional.of(new Device(serial, List.of(codes))));
      return new Member(
          id, Stream.concat(roles.stream(), Stream.of(role)).toList(), regions, reservations);
    }

    public Member withRegions(String... names) {
      return new Member(id, roles, List.of(names), reservations);
    }
  }

  /// A part of a listing.
  ///
  /// @param items what it holds
  /// @param next the token of the part after it; at the end none, or one that is empty
  record Page(List<Reservation> items, Optional<String> next) {
    private static final String TOKEN = "stand-in-marker-";

    /// The result of a call for a listing.
    ///
    /// @param token the page token, as the page before gave it
    /// @param most how many the client wants
    static Page of(
        Call call, Member caller, Organization organization, Optional<String> token, int most) {
      List<Reservation> all =
          caller.reservations().stream()
              .filter(item -> item.service().equals(call.service()))
              .filter(item -> item.action().equals(call.action()))
              .filter(item -> item.region().equals(call.region()))
              .toList();
      int from = token.map(text -> Integer.parseInt(text.substring(TOKEN.length()))).orElse(0);
      int to = Math.min(all.size(), from + Math.min(most, organization.pageSize()));
      return new Page(
          all.subList(from, to),
          to < all.size() ? Optional.of(TOKEN + to) : organization.lastToken());
    }
  }

  /// @param pathAndName what follows `role/` in its ARN
  /// @param externalId what its trust policy asks for, if anything
  /// @param device the MFA device of which its trust policy asks for a code, if it does
  public record Role(String pathAndName, Optional<String> externalId, Optional<Device> device) {
    public Role(String pathAndName, Optional<String> externalId) {
      this(pathAndName, externalId, Optional.empty());
    }
  }

  /// An MFA device, of which each code counts once.
  public static final class Device {
    private final String serial;
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    /// @param serial its ARN or number
    /// @param codes those that are right
    Device(String serial, List<String> codes) {
      this.serial = serial;
      left.addAll(codes);
    }

    String serial() {
      return serial;
    }

    boolean takes(String code) {
      return left.remove(code);
    }
  }

  /// One reservation as its service writes it.
  ///
  /// @param service the service that sold it
  /// @param action which lists it
  /// @param region where
  /// @param fields element name to text or to a list of such maps, in the order of the answer; a
  ///   blank text is an empty element
  public record Reservation(
      AwsService service, String action, String region, Map<String, Object> fields) {
    public Reservation {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// An active, regional, standard EC2 reservation of one year.
    public static Reservation ec2(String region, String id, String type, int count, String end) {
      return new Reservation(AwsService.EC2, "DescribeReservedInstances", region, Map.of())
          .with("reservedInstancesId", id)
          .with("instanceType", type)
          .with("start", "2025-06-01T09:30:00.340Z")
          .with("end", end)
          .with("duration", "31536000")
          .with("usagePrice", "0.0")
          .with("fixedPrice", "0.0")
          .with("instanceCount", String.valueOf(count))
          .with("productDescription", "Linux/UNIX")
          .with("state", "active")
          .with("instanceTenancy", "default")
          .with("currencyCode", "USD")
          .with("offeringType", "No Upfront")
          .with("recurringCharges", "")
          .with("offeringClass", "standard")
          .with("scope", "Region");
    }

    /// An active RDS reservation.
    public static Reservation rds(
        String region, String id, String type, int count, String start, long seconds) {
      return new Reservation(AwsService.RDS, "DescribeReservedDBInstances", region, Map.of())
          .with("ReservedDBInstanceId", id)
          .with("ReservedDBInstancesOfferingId", "00000000-0000-4000-8000-0000000000ff")
          .with("DBInstanceClass", type)
          .with("StartTime", start)
          .with("Duration", String.valueOf(seconds))
          .with("FixedPrice", "0.0")
          .with("UsagePrice", "0.0")
          .with("CurrencyCode", "USD")
          .with("DBInstanceCount", String.valueOf(count))
          .with("ProductDescription", "postgresql")
          .with("OfferingType", "No Upfront")
          .with("MultiAZ", "false")
          .with("State", "active")
          .with("RecurringCharges", "");
    }

    public Reservation with(String name, String text) {
      return having(name, text);
    }

    /// A member that is a list of structures.
    public Reservation with(String name, List<Map<String, String>> entries) {
      return having(name, List.copyOf(entries));
    }

    /// A member that is a structure.
    public Reservation with(String name, Map<String, String> structure) {
      return having(name, Map.copyOf(structure));
    }

    private Reservation having(String name, Object value) {
      Map<String, Object> changed = new LinkedHashMap<>(fields);
      changed.put(name, value);
      return new Reservation(service, action, region, changed);
    }

    /// The text of a member; empty if it is not there.
    public String text(String name) {
      return String.valueOf(fields.getOrDefault(name, ""));
    }

    /// The members of an entry of a list, or of a structure.
    static Map<String, Object> members(Object structure) {
      Map<String, Object> members = new TreeMap<>();
      if (structure instanceof Map<?, ?> map) {
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
      }
      return members;
    }

    public Reservation without(String... names) {
      Map<String, Object> changed = new LinkedHashMap<>(fields);
      changed.keySet().removeAll(Arrays.asList(names));
      return new Reservation(service, action, region, changed);
    }
  }
}

package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/// The AWS services whose commitments are read. The declared order is the order in reports.
public enum Service {
  EC2("ec2", "EC2", "ec2:DescribeReservedInstances", Reach.EACH_REGION),
  RDS("rds", "RDS", "rds:DescribeReservedDBInstances", Reach.EACH_REGION),
  ELASTICACHE(
      "elasticache", "ElastiCache", "elasticache:DescribeReservedCacheNodes", Reach.EACH_REGION),
  OPENSEARCH("opensearch", "OpenSearch", "es:DescribeReservedInstances", Reach.EACH_REGION),
  REDSHIFT("redshift", "Redshift", "redshift:DescribeReservedNodes", Reach.EACH_REGION),
  REDSHIFT_SERVERLESS(
      "redshift-serverless",
      "Redshift Serverless",
      "redshift-serverless:ListReservations",
      Reach.EACH_REGION),
  MEMORYDB("memorydb", "MemoryDB", "memorydb:DescribeReservedNodes", Reach.EACH_REGION),
  EC2_HOST("ec2-host", "EC2 Dedicated Hosts", "ec2:DescribeHostReservations", Reach.EACH_REGION),
  EC2_CAPACITY_BLOCK(
      "ec2-capacity-block", "EC2 Capacity Blocks", "ec2:DescribeCapacityBlocks", Reach.EACH_REGION),
  SAVINGS_PLANS(
      "savingsplans", "Savings Plans", "savingsplans:DescribeSavingsPlans", Reach.ACCOUNT);

  /// All services.
  public static final List<Service> ALL = List.of(values());

  /// Stands where a region would, for a service that is asked once for a whole account.
  public static final String GLOBAL = "global";

  private final String id;
  private final String label;
  private final String action;
  private final Reach reach;

  Service(String id, String label, String action, Reach reach) {
    this.id = requireNonNull(id, "id is null");
    this.label = requireNonNull(label, "label is null");
    this.action = requireNonNull(action, "action is null");
    this.reach = requireNonNull(reach, "reach is null");
  }

  /// The service that `id` stands for.
  ///
  /// @throws IllegalArgumentException if it stands for none
  public static Service of(String id) {
    return Arrays.stream(values())
        .filter(service -> service.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such service: " + id));
  }

  /// The value that stands for this service in JSON, CSV and message attributes.
  public String id() {
    return id;
  }

  /// The name people know the service by.
  public String label() {
    return label;
  }

  /// The ids of all services.
  public static List<String> ids() {
    return ALL.stream().map(Service::id).toList();
  }

  /// Tells whether its commitments are asked for once for the whole account, and not in each
  /// region.
  public boolean global() {
    return reach == Reach.ACCOUNT;
  }

  /// The IAM action that lists its commitments.
  public String action() {
    return action;
  }

  /// The places in which a service has to be asked to list all its commitments.
  private enum Reach {
    EACH_REGION,
    ACCOUNT
  }
}

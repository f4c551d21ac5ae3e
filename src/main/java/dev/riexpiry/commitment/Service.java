package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/// The AWS services whose commitments are read. The declared order is the order in reports.
public enum Service {
  EC2("ec2", "EC2", "ec2:DescribeReservedInstances"),
  RDS("rds", "RDS", "rds:DescribeReservedDBInstances");

  private final String id;
  private final String label;
  private final String action;

  Service(String id, String label, String action) {
    this.id = requireNonNull(id, "id is null");
    this.label = requireNonNull(label, "label is null");
    this.action = requireNonNull(action, "action is null");
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

  /// The IAM action that lists its commitments.
  public String action() {
    return action;
  }
}

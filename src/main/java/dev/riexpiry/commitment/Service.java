package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

/// The AWS services whose commitments are read. The declared order is the order in reports.
public enum Service {
  EC2("ec2", "EC2"),
  RDS("rds", "RDS");

  private final String id;
  private final String label;

  Service(String id, String label) {
    this.id = requireNonNull(id, "id is null");
    this.label = requireNonNull(label, "label is null");
  }

  /// The value that stands for this service in JSON, CSV and message attributes.
  public String id() {
    return id;
  }

  /// The name people know the service by.
  public String label() {
    return label;
  }
}

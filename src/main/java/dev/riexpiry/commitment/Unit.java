package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

/// What the quantity of a commitment counts.
public enum Unit {
  INSTANCES("Instances", "Reserved Instance"),
  NODES("Nodes", "Reserved Node"),
  HOSTS("Hosts", "Dedicated Host Reservation"),
  /// Redshift Processing Units.
  RPUS("RPUs", "Serverless Reservation"),
  BLOCKS("Blocks", "Capacity Block"),
  PLANS("Plans", "Savings Plan");

  private final String label;
  private final String kind;

  Unit(String label, String kind) {
    this.label = requireNonNull(label, "label is null");
    this.kind = requireNonNull(kind, "kind is null");
  }

  /// What stands for it in JSON and CSV.
  public String label() {
    return label;
  }

  /// What a commitment of this unit is called.
  public String kind() {
    return kind;
  }
}

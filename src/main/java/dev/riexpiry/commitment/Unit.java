package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

/// The unit in which the quantity of a commitment is counted.
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

  /// The word that stands for it in JSON and CSV.
  public String label() {
    return label;
  }

  /// The name of a commitment of this unit.
  public String kind() {
    return kind;
  }
}

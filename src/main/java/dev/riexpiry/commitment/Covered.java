package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;

/// The usage a commitment gives a discount on: a number of resources, or any usage up to an amount
/// of money an hour.
public sealed interface Covered {

  /// The type of one unit, such as `m5.large`, or the type of a Savings Plan.
  String resourceType();

  /// The number of units; 1 for a Savings Plan.
  int quantity();

  /// The unit that is counted.
  Unit unit();

  /// The scope in which it applies.
  Scope scope();

  /// The kind of commitment, such as `Reserved Instance`.
  String kind();

  /// The quantity and the type, for people.
  String amount();

  /// The further properties that distinguish it, most significant first.
  Stream<String> details();

  /// A number of instances, nodes, hosts or the like.
  ///
  /// @param resourceType such as `m5.large`, `cache.r6g.large`, or the family of a host
  /// @param quantity at least 1
  /// @param unit the unit that is counted
  /// @param scope where it applies
  /// @param platform the operating system or the engine, as the service spells it
  /// @param tenancy `default` or `dedicated`, where the service distinguishes them
  /// @param multiAz whether each unit is a pair in two zones
  record Resources(
      String resourceType,
      int quantity,
      Unit unit,
      Scope scope,
      Optional<String> platform,
      Optional<String> tenancy,
      boolean multiAz)
      implements Covered {
    private static final String USUAL_TENANCY = "default";

    /// @throws IllegalArgumentException if `quantity` is less than 1
    public Resources {
      requireNonNull(resourceType, "resourceType is null");
      requireNonNull(unit, "unit is null");
      requireNonNull(scope, "scope is null");
      requireNonNull(platform, "platform is null");
      requireNonNull(tenancy, "tenancy is null");
      if (quantity < 1) {
        throw new IllegalArgumentException("quantity is less than 1: " + quantity);
      }
    }

    /// Makes the resources of a service that reports neither platform nor tenancy, and has no
    /// pairs.
    public static Resources of(String resourceType, int quantity, Unit unit, Scope scope) {
      return new Resources(
          resourceType, quantity, unit, scope, Optional.empty(), Optional.empty(), false);
    }

    @Override
    public String kind() {
      return unit.kind();
    }

    @Override
    public String amount() {
      return quantity + " × " + resourceType;
    }

    @Override
    public Stream<String> details() {
      return Stream.of(
              platform,
              tenancy.filter(text -> !text.equals(USUAL_TENANCY)),
              multiAz ? Optional.of("Multi-AZ") : Optional.<String>empty())
          .flatMap(Optional::stream);
    }
  }

  /// An amount of money an hour.
  ///
  /// @param planType `Compute`, `EC2Instance`, `SageMaker`, `Database`, or one that AWS adds later
  /// @param hourly the hourly commitment, if the service reports it
  /// @param family the instance family it is bound to, if any
  /// @param scope where it applies
  record Spend(String planType, Optional<Money> hourly, Optional<String> family, Scope scope)
      implements Covered {
    public Spend {
      requireNonNull(planType, "planType is null");
      requireNonNull(hourly, "hourly is null");
      requireNonNull(family, "family is null");
      requireNonNull(scope, "scope is null");
    }

    @Override
    public String resourceType() {
      return planType;
    }

    @Override
    public int quantity() {
      return 1;
    }

    @Override
    public Unit unit() {
      return Unit.PLANS;
    }

    @Override
    public String kind() {
      return planType + " " + Unit.PLANS.kind();
    }

    @Override
    public String amount() {
      return hourly.map(money -> kind() + " of " + money + " an hour").orElseGet(this::kind);
    }

    @Override
    public Stream<String> details() {
      return Stream.of(family, scope.region()).flatMap(Optional::stream);
    }
  }
}

package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;

/// What a commitment gives a discount on: a number of something, or whatever it is up to an amount
/// of money an hour.
public sealed interface Covered {

  /// What one unit is, such as `m5.large`, or the type of a Savings Plan.
  String resourceType();

  /// How many units; 1 for a Savings Plan.
  int quantity();

  /// What is counted.
  Unit unit();

  /// Where.
  Scope scope();

  /// What kind of commitment it is, such as `Reserved Instance`.
  String kind();

  /// How much of what, for people.
  String amount();

  /// What else tells it apart, most telling first.
  Stream<String> details();

  /// A number of instances, nodes, hosts or the like.
  ///
  /// @param resourceType such as `m5.large`, `cache.r6g.large`, or the family of a host
  /// @param quantity at least 1
  /// @param unit what is counted
  /// @param scope where
  /// @param platform the operating system or the engine, as the service spells it
  /// @param tenancy `default` or `dedicated`, where the service knows the difference
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

    /// Of a service that tells neither platform nor tenancy, and knows no pairs.
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
  /// @param planType `Compute`, `EC2Instance`, `SageMaker`, `Database`, or what comes later
  /// @param hourly the commitment, if the service tells an amount
  /// @param family the instance family it is bound to, if any
  /// @param scope where
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

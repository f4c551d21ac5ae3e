package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// The scope in which a commitment gives its discount.
public sealed interface Scope {

  /// The word for it: `region`, `zone` or `global`.
  String id();

  /// The region or zone; empty if it is everywhere.
  Optional<String> name();

  /// The zone, if it is one.
  default Optional<String> zone() {
    return Optional.empty();
  }

  /// The region, if it is one as a whole.
  default Optional<String> region() {
    return Optional.empty();
  }

  /// @param code such as `us-east-1`
  record Region(String code) implements Scope {
    public Region {
      requireNonNull(code, "code is null");
    }

    @Override
    public String id() {
      return "region";
    }

    @Override
    public Optional<String> name() {
      return Optional.of(code);
    }

    @Override
    public Optional<String> region() {
      return Optional.of(code);
    }
  }

  /// @param code such as `us-east-1b`
  record Zone(String code) implements Scope {
    public Zone {
      requireNonNull(code, "code is null");
    }

    @Override
    public String id() {
      return "zone";
    }

    @Override
    public Optional<String> name() {
      return Optional.of(code);
    }

    @Override
    public Optional<String> zone() {
      return Optional.of(code);
    }
  }

  /// All regions.
  record Global() implements Scope {
    @Override
    public String id() {
      return "global";
    }

    @Override
    public Optional<String> name() {
      return Optional.empty();
    }
  }
}

package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// Where the credentials of a profile come from.
public sealed interface Source {
  /// The profile that says it.
  String profile();

  /// Tells whether a code of an MFA device may be asked for.
  default boolean needsCode() {
    return switch (this) {
      case OfProfile _, Keys _, OfMachine _ -> false;
      case Assumed(ProfileRole role, Source by) -> role.mfaSerial().isPresent() || by.needsCode();
    };
  }

  /// What the profile itself gives.
  record OfProfile(String profile, Way way) implements Source {
    public OfProfile {
      requireNonNull(profile, "profile is null");
      requireNonNull(way, "way is null");
    }
  }

  /// The keys of a profile that also names a role.
  record Keys(
      String profile, String accessKeyId, String secretAccessKey, Optional<String> sessionToken)
      implements Source {
    public Keys {
      requireNonNull(profile, "profile is null");
      requireNonNull(accessKeyId, "accessKeyId is null");
      requireNonNull(secretAccessKey, "secretAccessKey is null");
      requireNonNull(sessionToken, "sessionToken is null");
    }

    /// Leaves out the keys.
    @Override
    public String toString() {
      return "Keys[" + profile + "]";
    }
  }

  /// What the process finds around it.
  record OfMachine(String profile, MachineSource machine) implements Source {
    public OfMachine {
      requireNonNull(profile, "profile is null");
      requireNonNull(machine, "machine is null");
    }
  }

  /// A role.
  ///
  /// @param role the role
  /// @param by the credentials to assume it with
  record Assumed(ProfileRole role, Source by) implements Source {
    public Assumed {
      requireNonNull(role, "role is null");
      requireNonNull(by, "by is null");
    }

    @Override
    public String profile() {
      return role.profile();
    }
  }
}

package dev.riexpiry.signin;

import java.util.Optional;

/// Asks a person for the code of an MFA device.
@FunctionalInterface
public interface MfaPrompt {
  /// Asks for a code.
  ///
  /// @param serial the device
  /// @param refusal what AWS said of the code before; empty at first
  /// @return empty if there is nobody to ask, or no answer
  Optional<MfaCode> code(String serial, Optional<String> refusal);
}

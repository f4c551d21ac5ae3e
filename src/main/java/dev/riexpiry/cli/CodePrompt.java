package dev.riexpiry.cli;

import dev.riexpiry.signin.MfaCode;
import dev.riexpiry.signin.MfaPrompt;
import java.util.Optional;

/// Gives the code that an option names, once, and asks on the terminal for others.
final class CodePrompt implements MfaPrompt {
  private static final int MOST_LINES = 3;

  private final Terminal terminal;
  private Optional<MfaCode> given;

  /// @param given the code that an option names
  CodePrompt(Terminal terminal, Optional<MfaCode> given) {
    this.terminal = terminal;
    this.given = given;
  }

  @Override
  public Optional<MfaCode> code(String serial, Optional<String> refusal) {
    if (given.isPresent()) {
      Optional<MfaCode> code = given;
      given = Optional.empty();
      return code;
    }
    String question = "MFA code for " + serial + ": ";
    Optional<String> before = refusal;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      Optional<String> line =
          terminal
              .keyboard()
              .line(before.map(words -> words + System.lineSeparator()).orElse("") + question);
      if (line.isEmpty() || MfaCode.isCode(line.get())) {
        return line.map(MfaCode::new);
      }
      before = Optional.of("A code has six digits.");
    }
    return Optional.empty();
  }
}

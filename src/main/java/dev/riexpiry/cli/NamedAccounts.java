package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsSource;
import java.util.Optional;

/// The accounts file that somebody named. What is on this machine is read before anybody signs in:
/// what is mistyped there costs neither a call nor a code.
sealed interface NamedAccounts {
  /// The content, where it was read already.
  default Optional<AccountsFile> known() {
    return switch (this) {
      case Known(AccountsFile file) -> Optional.of(file);
      case InBucket _ -> Optional.empty();
    };
  }

  /// @param file its content
  record Known(AccountsFile file) implements NamedAccounts {
    public Known {
      requireNonNull(file, "file is null");
    }
  }

  /// @param source where it is
  record InBucket(AccountsSource.InBucket source) implements NamedAccounts {
    public InBucket {
      requireNonNull(source, "source is null");
    }
  }
}

package dev.riexpiry.init;

import dev.riexpiry.account.Account;
import java.util.List;

/// The accounts of a new accounts file.
///
/// @param accounts in the order of the file, no id twice
/// @param notes what a person should know of the choice, a sentence each
public record Proposal(List<Account> accounts, List<String> notes) {
  public Proposal {
    accounts = List.copyOf(accounts);
    notes = List.copyOf(notes);
  }
}

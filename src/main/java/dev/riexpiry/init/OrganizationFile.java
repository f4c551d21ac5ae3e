package dev.riexpiry.init;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.input.Fault;
import dev.riexpiry.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// An accounts file that takes its accounts from the organization, for a program to write.
///
/// @param organization how they are read
public record OrganizationFile(Block organization) {
  public OrganizationFile {
    requireNonNull(organization, "organization is null");
  }

  /// The file that reads all accounts by one role.
  public static OrganizationFile of(RemoteRole role, Optional<ExternalId> externalId) {
    return new OrganizationFile(new Block(role.pathAndName(), externalId.map(ExternalId::value)));
  }

  /// The same file as it is read.
  ///
  /// @throws IllegalStateException if it would be refused
  public AccountsFile parsed() {
    return switch (AccountsFile.parse(Json.compact(this).getBytes(StandardCharsets.UTF_8))) {
      case AccountsFile.Parsed.Valid(AccountsFile file) -> file;
      case AccountsFile.Parsed.Invalid(List<Fault> faults) ->
          throw new IllegalStateException("an organization block is refused: " + faults);
    };
  }

  /// @param remoteRole the role, by its path and name
  /// @param externalId what the role's owners ask for; absent if they do not
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Block(String remoteRole, Optional<String> externalId) {}
}

package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsDocument;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.init.FromProfiles;
import dev.riexpiry.init.NewAccountsFile;
import dev.riexpiry.init.OrganizationFile;
import dev.riexpiry.init.Proposal;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.signin.Profiles;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class InitCommand implements Callable<Integer> {
  private static final String FROM_ORGANIZATION = "--from-organization";
  private static final String FROM_PROFILES = "--from-profiles";
  private static final String ONE_BY_ONE = "--one-by-one";
  private static final String REMOTE_ROLE = "--remote-role";
  private static final String EXTERNAL_ID = "--external-id";
  private static final String FORCE = "--force";

  private final Surroundings surroundings;
  private final Terminal terminal;
  private final CommandSpec spec =
      Syntax.command(
          "init",
          "Writes the file that --accounts names, out of the organization or of your AWS profiles.",
          this);
  private final SourceOptions source = new SourceOptions(spec);

  InitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    flag("Read all accounts of the organization, whichever it has on the day.", FROM_ORGANIZATION);
    flag("List them one by one, as they are now; needs the right to list them.", ONE_BY_ONE);
    spec.addOption(
        Syntax.text(
                REMOTE_ROLE,
                "ROLE",
                "With --from-organization: the role to assume in each. Default: ${DEFAULT-VALUE}")
            .defaultValue(FromProfiles.READER)
            .build());
    spec.addOption(
        Syntax.text(EXTERNAL_ID, "ID", "With --from-organization: what the roles' owners ask for.")
            .build());
    flag(
        "List each account in which a profile of your AWS configuration assumes a role.",
        FROM_PROFILES);
    flag("Replace a file that is there.", FORCE);
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("0", "the file was written");
    statuses.put("1", "the organization could not be listed, and nothing was written");
    statuses.put(
        "2", "an option, the profile or the sign-in is wrong, or the file is there already");
    Syntax.addExitStatuses(spec, statuses);
  }

  private void flag(String description, String name) {
    spec.addOption(Syntax.flag(description, name).build());
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Access access = source.access(faults);
    SettingParser parser =
        new SettingParser(
            name -> Optional.ofNullable(spec.findOption(name).<String>getValue()), faults);
    Optional<RemoteRole> role = parser.optional(REMOTE_ROLE, InitCommand::role);
    Optional<ExternalId> externalId = parser.optional(EXTERNAL_ID, InitCommand::externalId);
    if (is(FROM_ORGANIZATION) == is(FROM_PROFILES)) {
      faults.add(
          new Fault(
              FROM_ORGANIZATION + ", " + FROM_PROFILES,
              is(FROM_PROFILES) ? "both are there" : "neither is there",
              "name one of them"));
    }
    if (is(FROM_PROFILES) && is(ONE_BY_ONE)) {
      faults.add(
          new Fault(
              ONE_BY_ONE, "is about the organization", "leave it out, profiles are listed so"));
    }
    Syntax.refuse(faults);
    NewAccountsFile target = new NewAccountsFile(source.file(), is(FORCE));
    target.requireRoom();
    if (is(FROM_PROFILES)) {
      return fromProfiles(target);
    }
    OrganizationFile organization = OrganizationFile.of(role.orElseThrow(), externalId);
    return is(ONE_BY_ONE)
        ? oneByOne(target, organization, access)
        : written(target, target.write(organization));
  }

  private int fromProfiles(NewAccountsFile target) {
    Proposal proposal = FromProfiles.of(AwsClients.profiles());
    proposal.notes().forEach(note -> terminal.err().println("Note: " + PlainText.of(note)));
    if (proposal.accounts().isEmpty()) {
      throw new InvalidInputException(
          Profiles.CONFIGURATION,
          List.of(
              new Fault(
                  "its profiles",
                  "none has the role_arn of another account",
                  "add such profiles, or write the accounts file by hand; the README shows one")));
    }
    return written(
        target,
        target.write(
            AccountsDocument.of(
                proposal.accounts(),
                Optional.empty(),
                IgnoreRules.NONE,
                OwnerTags.DEFAULT,
                List.of())));
  }

  /// Lists the accounts of the organization. A part of them would pass for all later, so that
  /// nothing is written then.
  private int oneByOne(NewAccountsFile target, OrganizationFile organization, Access access) {
    Roster roster = surroundings.roster(access, new NamedAccounts.Known(organization.parsed()));
    if (!roster.unlisted().isEmpty()) {
      terminal.err().print(UnreadText.of(roster.unlisted(), new AccountLabels(Map.of())));
      terminal.err().println("Nothing was written: some accounts would be missing.");
      return ExitStatus.FAILED.code();
    }
    terminal.err().print(UnreadText.closed(roster.closed()));
    return written(
        target,
        target.write(
            AccountsDocument.of(
                roster.accounts(),
                Optional.empty(),
                IgnoreRules.NONE,
                OwnerTags.DEFAULT,
                List.of())));
  }

  private int written(NewAccountsFile target, AccountsFile file) {
    if (!source.quiet()) {
      terminal
          .err()
          .printf(
              "Wrote %s: %s. Next: verify --accounts %s%n",
              target.path(),
              file.organization().isPresent()
                  ? "all accounts of the organization"
                  : ProgressLine.accounts(file.accounts().size()),
              target.path());
    }
    return ExitStatus.ALL_READ.code();
  }

  private boolean is(String flag) {
    return spec.findOption(flag).<Boolean>getValue();
  }

  private static RemoteRole role(String text) {
    return RemoteRole.parse(text)
        .filter(role -> role.accountId().isEmpty())
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not the name of a role",
                "write a name that all accounts have, such as " + FromProfiles.READER));
  }

  /// The text of it is in no message.
  private static ExternalId externalId(String text) {
    if (!ExternalId.isValid(text)) {
      throw new InvalidValueException(
          "is none that AWS takes", "write 2 to 1224 letters, digits and any of _+=,.@:/-");
    }
    return new ExternalId(text);
  }
}

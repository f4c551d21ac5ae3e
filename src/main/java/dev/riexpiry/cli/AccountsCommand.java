package dev.riexpiry.cli;



import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.alert.Json;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.OrganizationDirectory;
import dev.riexpiry.check.IgnoresJson;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class AccountsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<Optional<String>, AwsClients> clients;
  private final CommandSpec spec =
      Syntax.command(
          "accounts",
          "Lists the accounts that would be read, and as whom. Reads no commitments.",
          this);
  private final SourceOptions source = new SourceOptions(spec);
  private final OptionSpec output =
      Syntax.text(
              "--output",
              "FORMAT",
              "table, or json: an accounts file of its own. Default: ${DEFAULT-VALUE}")
          .type(AccountsFormat.class)
          .converters(new AccountsFormat.Converter())
          .defaultValue("table")
          .build();

  AccountsCommand(Terminal terminal, Function<Optional<String>, AwsClients> clients) {
    this.terminal = terminal;
    this.clients = clients;
    spec.addOption(output);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    AccountsFile file = source.accounts();
    Roster roster;
    try (AwsClients aws = clients.apply(source.profile())) {
      roster = Roster.of(file, new OrganizationDirectory(aws), Stop.onRequest());
    }
    switch (output.<AccountsFormat>getValue()) {
      case TABLE -> terminal.out().print(table(roster));
      case JSON -> terminal.out().println(json(roster));
    }
    terminal.err().print(TableOutput.unreadable(roster.unlisted()));
    return (roster.unlisted().isEmpty() ? ExitStatus.ALL_READ : ExitStatus.INCOMPLETE).code();
  }

  private static String table(Roster roster) {
    TextTable table = new TextTable("ACCOUNT", "NAME", "UNIT", "READ AS", "REGIONS");
    for (Account account : roster.accounts()) {
      table.add(
          Urgency.NONE,
          account.id().value(),
          account.name(),
          account.organizationalUnit().filter(unit -> !unit.isEmpty()).orElse("—"),
          account.role().map(RemoteRole::pathAndName).orElse("the caller"),
          switch (account.regions()) {
            case RegionChoice.AllEnabled() -> "all enabled";
            case RegionChoice.Listed(List<String> names) -> String.join(", ", names);
          });
    }
    return table.render(false);
  }

  private static String json(Roster roster) {
    return Json.indented(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("accounts");
      for (Account account : roster.accounts()) {
        json.writeStartObject();
        json.writeStringField("accountName", account.name());
        json.writeStringField("accountId", account.id().value());
        if (account.role().isPresent()) {
          json.writeStringField("remoteRole", account.role().get().pathAndName());
        }
        if (account.externalId().isPresent()) {
          json.writeStringField(
              "externalId", account.externalId().map(ExternalId::value).orElseThrow());
        }
        if (account.regions() instanceof RegionChoice.Listed(List<String> names)) {
          json.writeArrayFieldStart("regions");
          for (String name : names) {
            json.writeString(name);
          }
          json.writeEndArray();
        }
        if (!account.services().equals(Service.ALL)) {
          json.writeArrayFieldStart("services");
          for (Service service : account.services()) {
            json.writeString(service.id());
          }
          json.writeEndArray();
        }
        if (account.topicArn().isPresent()) {
          json.writeStringField("topicArn", account.topicArn().get().value());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      IgnoresJson.write(json, roster.ignores());
      json.writeEndObject();
    });
  }
}

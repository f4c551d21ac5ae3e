package dev.riexpiry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.TopicArn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTest {
  @TempDir private Path directory;

  private List<Account> accounts(String json) throws IOException {
    return AccountsFile.read(Files.writeString(directory.resolve("accounts.json"), json))
        .accounts();
  }

  @Test
  void readsEveryKey() throws IOException {
    assertThat(
            accounts(
                """
                {
                  "$schema": "./accounts.schema.json",
                  "regions": ["us-east-1", "ap-northeast-1"],
                  "accounts": [
                    { "accountName": "tools", "accountId": "111122223333" },
                    { "accountName": "data – prod", "accountId": "333344445555",
                      "remoteRole": "ri-expiry-reader", "externalId": "fake-external-id",
                      "regions": ["eu-west-1"] }
                  ]
                }
                """))
        .containsExactly(
            new Account(
                "tools",
                Sample.TOOLS,
                Optional.empty(),
                Optional.empty(),
                new RegionChoice.Listed(List.of("us-east-1", "ap-northeast-1")),
                Optional.empty()),
            new Account(
                "data – prod",
                Sample.DATA,
                RemoteRole.parse("ri-expiry-reader"),
                Optional.of(new ExternalId("fake-external-id")),
                new RegionChoice.Listed(List.of("eu-west-1")),
                Optional.empty()));
  }

  @Test
  void readsEveryEnabledRegionWhereNoneIsNamed() throws IOException {
    assertThat(accounts("{\"accounts\":[{\"accountName\":\"a\",\"accountId\":\"111122223333\"}]}"))
        .containsExactly(Sample.own("a", Sample.TOOLS));
  }

  @Test
  void lettingAnAccountSayAllOverridesTheFilesList() throws IOException {
    assertThat(
            accounts(
                """
                {
                  "regions": ["us-east-1"],
                  "accounts": [
                    { "accountName": "a", "accountId": "111122223333", "regions": "all" },
                    { "accountName": "b", "accountId": "222233334444" }
                  ]
                }
                """))
        .extracting(Account::regions)
        .containsExactly(
            new RegionChoice.AllEnabled(), new RegionChoice.Listed(List.of("us-east-1")));
  }

  @Test
  void readsEveryServiceWhereNoneIsNamedAndOtherwiseTheNearestList() throws IOException {
    assertThat(
            accounts(
                """
                {
                  "services": ["rds", "ec2"],
                  "accounts": [
                    { "accountName": "a", "accountId": "111122223333" },
                    { "accountName": "b", "accountId": "222233334444", "services": ["rds"] },
                    { "accountName": "c", "accountId": "333344445555", "services": "all" }
                  ]
                }
                """))
        .extracting(Account::services)
        .containsExactly(
            List.of(Service.EC2, Service.RDS), List.of(Service.RDS), List.of(Service.values()));
    assertThat(accounts("{\"accounts\":[{\"accountName\":\"a\",\"accountId\":\"111122223333\"}]}"))
        .extracting(Account::services)
        .containsExactly(List.of(Service.values()));
  }

  @Test
  void readsWhereTheAlertsOfAnAccountGo() throws IOException {
    assertThat(
            accounts(
                """
                {
                  "accounts": [
                    { "accountName": "a", "accountId": "111122223333" },
                    { "accountName": "b", "accountId": "222233334444",
                      "topicArn": "arn:aws:sns:eu-west-1:222233334444:web-team" }
                  ]
                }
                """))
        .extracting(Account::topicArn)
        .containsExactly(
            Optional.empty(), TopicArn.parse("arn:aws:sns:eu-west-1:222233334444:web-team"));
  }

  @Test
  void theOneAtTheTopIsRight() {
    assertThat(AccountsFile.read(Path.of("accounts.json")).accounts())
        .extracting(Account::name)
        .containsExactly("tools", "web-prod", "data-prod");
  }

  @Test
  void saysThatAFileIsMissing() {
    Path path = directory.resolve("none.json");

    assertThatThrownBy(() -> AccountsFile.read(path))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            path
                + " has one fault:\n"
                + "  the path: there is no such file; write one, or name another");
  }

  @Test
  void saysThatADirectoryIsNoFile() {
    assertThatThrownBy(() -> AccountsFile.read(directory))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            directory
                + " has one fault:\n"
                + "  the path: it is a directory; name a regular file, or write it to one first");
  }
}

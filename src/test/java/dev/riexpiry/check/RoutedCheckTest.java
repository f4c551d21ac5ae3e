package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.account.Route;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.Routes;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Directory;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A check of an organization, some of which is told elsewhere: by tag, by unit, by account.
class RoutedCheckTest {
  private static final String ABOVE = "ou-ab12-above000";
  private static final String BELOW = "ou-ab12-below000";
  private static final TopicArn STANDARD = topic("all");
  private static final TopicArn DATA_TEAM = topic("data-team");
  private static final TopicArn UNIT_TEAM = topic("unit-team");
  private static final TopicArn OWN = topic("own");
  private static final TopicArn CHAT = topic("chat");
  private static final TopicArn UNIT_CHAT = topic("unit-chat");

  private static final Route OF_DATA =
      new Route(new Route.Tags(Map.of("Owner", "data")), DATA_TEAM, Optional.empty());
  private static final Route OF_UNIT =
      new Route(new Route.Unit(ABOVE), UNIT_TEAM, Optional.of(UNIT_CHAT));

  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<String> mail = new ArrayList<>();
  private int runs;

  private static TopicArn topic(String name) {
    return new TopicArn("arn:aws:sns:us-east-1:111122223333:" + name);
  }

  @BeforeEach
  void threeCommitmentsEnd() {
    aws.answers(
        Sample.TOOLS,
        "us-east-1",
        Service.EC2,
        new Reading(
            List.of(
                Sample.ec2(Sample.TOOLS, "plain", "2026-05-11T03:59:59Z"),
                Sample.tagged(
                    Sample.ec2(Sample.TOOLS, "tagged", "2026-05-11T03:59:59Z"),
                    Map.of("owner", "data"))),
            List.of(),
            false));
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(
            List.of(Sample.ec2(Sample.WEB, "below", "2026-05-11T03:59:59Z")), List.of(), false));
    aws.answers(Sample.WEB, "us-east-1", Service.RDS, Reading.failed(Sample.denied("rds:X")));
  }

  private static Listing.Member member(Account account, String... units) {
    return new Listing.Member(account.id(), account.name(), "", List.of(units), Optional.empty());
  }

  private static Roster roster(List<Route> routes, Optional<TopicArn> ofWeb) {
    Account tools = Sample.account("tools", Sample.TOOLS, "us-east-1");
    Account web =
        ofWeb
            .map(topic -> Sample.account("web", Sample.WEB, topic, "us-east-1"))
            .orElse(Sample.account("web", Sample.WEB, "us-east-1"));
    Listing listing = new Listing(List.of(member(tools), member(web, ABOVE, BELOW)), List.of());
    return Roster.of(
        new AccountsFile(
            List.of(tools, web),
            Optional.of(
                new OrganizationScope(
                    RemoteRole.parse("r").orElseThrow(),
                    Optional.empty(),
                    new RegionChoice.AllEnabled(),
                    List.of(),
                    Set.of())),
            Optional.empty(),
            IgnoreRules.NONE,
            OwnerTags.DEFAULT,
            routes),
        new Organized(listing),
        Stop.onRequest());
  }

  private CheckReport run(String date, Roster roster, Optional<TopicArn> chat) {
    return CheckFixture.check(
            aws,
            new Publishers(
                (topic, alert) -> {
                  alerts.add(alert);
                  told(topic, alert.findings(), mail);
                  return new Receipt.Result.Sent("m");
                },
                (_, _) -> new Receipt.Result.Sent("m"),
                (_, _) -> {
                  throw new AssertionError("no bus is named");
                }),
            CheckFixture.keeping(ledger, runs++))
        .run(
            CheckFixture.request(
                date,
                roster,
                Grouping.DIGEST,
                new DeliveryMode.Publish(STANDARD, new ChannelTargets(chat, Optional.empty()))),
            Stop.onRequest());
  }

  private static void told(TopicArn topic, List<Finding> findings, List<String> told) {
    for (Finding finding : findings) {
      told.add(
          "%s: %s"
              .formatted(
                  topic.value().replaceFirst(".*:", ""),
                  finding instanceof Finding.OfCommitment of
                      ? of.commitment().id()
                      : finding.place().key()));
    }
  }

  private static List<String> chats(CheckReport report) {
    List<String> told = new ArrayList<>();
    for (ChatReceipt receipt : report.chat()) {
      told(receipt.topic(), receipt.findings(), told);
    }
    return told;
  }

  private CheckReport run(Roster roster) {
    return run("2026-05-04", roster, Optional.empty());
  }

  @Test
  void aTagAndAUnitLeadElsewhereAndTheDigestCountsThem() {
    CheckReport report = run(roster(List.of(OF_DATA, OF_UNIT), Optional.empty()));

    assertThat(mail)
        .containsExactlyInAnyOrder(
            "all: plain",
            "data-team: tagged",
            "unit-team: below",
            "unit-team: 222233334444/us-east-1/rds");
    assertThat(alerts.getFirst().mail())
        .contains(
            "tools: 1 ends in 7 days; to " + DATA_TEAM,
            "web: 1 ends in 7 days; INCOMPLETE, 1 target not read; to " + UNIT_TEAM);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("routes of the accounts file name topics of chats");
  }

  @Test
  void theFirstThatMatchesCounts() {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(
            List.of(
                Sample.tagged(
                    Sample.ec2(Sample.WEB, "below", "2026-05-11T03:59:59Z"),
                    Map.of("Owner", "data"))),
            List.of(),
            false));

    run(roster(List.of(OF_UNIT, OF_DATA), Optional.empty()));

    assertThat(mail)
        .containsExactlyInAnyOrder(
            "all: plain",
            "data-team: tagged",
            "unit-team: below",
            "unit-team: 222233334444/us-east-1/rds");
  }

  @Test
  void theTopicOfAnAccountGoesBeforeAllRoutes() {
    run(roster(List.of(OF_UNIT), Optional.of(OWN)));

    assertThat(mail)
        .contains("own: below", "own: 222233334444/us-east-1/rds")
        .noneMatch(line -> line.startsWith("unit-team"));
  }

  @Test
  void anAccountWhoseOwnTopicIsTheDefaultOneStaysThere() {
    run(roster(List.of(OF_UNIT), Optional.of(STANDARD)));

    assertThat(mail).contains("all: below").noneMatch(line -> line.startsWith("unit-team"));
  }

  @Test
  void aRouteMayLeadToAChatOfItsOwnAndEachIsToldOnce() {
    Roster roster = roster(List.of(OF_DATA, OF_UNIT), Optional.empty());

    CheckReport first = run("2026-05-04", roster, Optional.of(CHAT));
    CheckReport second = run("2026-05-05", roster, Optional.of(CHAT));

    assertThat(chats(first))
        .containsExactlyInAnyOrder(
            "chat: plain",
            "chat: tagged",
            "unit-chat: below",
            "unit-chat: 222233334444/us-east-1/rds");
    assertThat(first.warnings()).isEmpty();
    assertThat(second.sendings().all()).isEmpty();
  }

  @Test
  void aUnitWithoutAccountsIsWarnedOf() {
    assertThat(
            run(roster(
                    List.of(
                        new Route(new Route.Unit("ou-ab12-nobody00"), UNIT_TEAM, Optional.empty())),
                    Optional.empty()))
                .warnings())
        .containsExactly(
            "the accounts file has a route for organizational unit ou-ab12-nobody00, and no account that is read is in it; correct the id, or remove the route");
  }

  @Test
  void aUnitBelowOneThatStandsBeforeItIsWarnedOf() {
    Route above = new Route(new Route.Unit(ABOVE), UNIT_TEAM, Optional.empty());
    Route below = new Route(new Route.Unit(BELOW), DATA_TEAM, Optional.empty());

    assertThat(run(roster(List.of(above, below), Optional.empty())).warnings())
        .containsExactly(
            "the route of the accounts file for organizational unit ou-ab12-below000 never counts: that for organizational unit ou-ab12-above000, which is above, stands before it; put it first, or remove it");
    assertThat(run(roster(List.of(below, above), Optional.empty())).warnings()).isEmpty();
  }

  @Test
  void theStepsOfASpreadCheckHandItOn() {
    Roster roster = roster(List.of(OF_DATA, OF_UNIT), Optional.empty());

    assertThat(StoredRoster.read(StoredRoster.write(roster)).routing()).isEqualTo(roster.routing());
  }

  @Test
  void allTopicsOfARunAreKnownBeforeIt() {
    Roster roster = roster(List.of(OF_DATA, OF_UNIT), Optional.of(OWN));
    Routes routes = Routes.of(roster.accounts(), roster.routing());

    assertThat(routes.topics(Optional.of(STANDARD), Optional.of(CHAT)))
        .containsExactly(STANDARD, CHAT, OWN, DATA_TEAM, UNIT_TEAM, UNIT_CHAT);
    assertThat(routes.topics(Optional.of(STANDARD), Optional.empty()))
        .doesNotContain(UNIT_CHAT, CHAT);
  }

  private record Organized(Listing listing) implements Directory {
    @Override
    public Outcome<Identity> caller() {
      return new Outcome.Found<>(Sample.CALLER);
    }

    @Override
    public Listing list(List<String> organizationalUnits, Stop stop) {
      return listing;
    }
  }
}

package dev.riexpiry.model;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.alert.Event;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.page.Calendar;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One history of runs over what a payer lists, and what each channel has told in it.
final class AgreeingHistory {
  private static final int DAYS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TopicArn CHAT = new TopicArn("arn:aws:sns:us-east-1:111122223333:chat");
  private static final EventBus BUS = new EventBus("commitments");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");
  private static final PayerScope PAYER =
      new PayerScope(Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of());
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Tokyo"), ZoneId.of("America/Los_Angeles"));

  /// What differs between channels on purpose: each has a history of its own.
  private static final Set<String> OF_THE_CHANNEL = Set.of("due", "firstTold");

  private static final Pattern SAVING =
      Pattern.compile("(saves|saved|loses|lost) [0-9.,]+ USD a month");
  private static final Pattern CALENDAR_EVENT =
      Pattern.compile(
          "UID:(\\S+/([^/\\s]+)/([^/\\s]+)@\\S+).*?DTSTART[^:]*:(\\S+)", Pattern.DOTALL);
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Random random;
  private final Seen seen;
  private final ZoneId zone;
  private final FakeLedger ledger = new FakeLedger();
  private final List<Owned> owned = new ArrayList<>();
  private final Map<String, Set<String>> told = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Map<String, String> threads = new HashMap<>();
  private final Map<String, String> uids = new HashMap<>();
  private LocalDate date = LocalDate.parse("2026-05-04");
  private int runs;

  /// A reservation as the payer lists it.
  private record Owned(AccountId owner, String id, Instant end, String utilization, String saved) {}

  /// Counts what was compared, in all histories.
  static final class Seen {
    private int mails;
    private int chats;
    private int events;
    private int amounts;
    private int days;

    int mails() {
      return mails;
    }

    int chats() {
      return chats;
    }

    int events() {
      return events;
    }

    int amounts() {
      return amounts;
    }

    int days() {
      return days;
    }
  }

  AgreeingHistory(long seed, Seen seen) {
    this.random = new Random(seed);
    this.seen = seen;
    this.zone = ZONES.get(random.nextInt(ZONES.size()));
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      owned.add(
          new Owned(
              random.nextBoolean() ? Sample.WEB : Sample.DATA,
              "r-" + i,
              date.atStartOfDay(zone)
                  .toInstant()
                  .plus(Duration.ofDays(random.nextInt(50)))
                  .plusSeconds(random.nextInt(86_400)),
              String.valueOf(random.nextInt(101)),
              String.valueOf(random.nextInt(400) - 50)));
    }
  }

  void simulate() {
    for (int day = 0; day < DAYS; day++) {
      int today = odds(6) ? 0 : odds(4) ? 2 : 1;
      for (int i = 0; i < today; i++) {
        new Run().run();
      }
      date = date.plusDays(1);
    }
  }

  private boolean odds(int of) {
    return random.nextInt(of) == 0;
  }

  private FakeCostExplorer payer() {
    FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
    for (Owned one : owned) {
      explorer.lists(
          Service.EC2,
          reservation(
              one.owner(),
              one.id(),
              one.end().minus(Duration.ofDays(365)).plusSeconds(1).toString(),
              one.end().toString(),
              "UtilizationPercentage",
              one.utilization(),
              "NetRISavings",
              one.saved()));
    }
    if (odds(8)) {
      explorer.fails(Service.RDS, Sample.denied("ce:GetReservationUtilization"));
    }
    return explorer;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One run, in which each channel may refuse.
  private final class Run {
    private final boolean mailRefuses = odds(8);
    private final boolean chatRefuses = odds(8);
    private final boolean busRefuses = odds(8);
    private final List<Alert> alerts = new ArrayList<>();
    private final List<ChatMessage> chats = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    void run() {
      Instant now = date.atTime(LocalTime.NOON).atZone(zone).toInstant();
      CheckReport report =
          CheckFixture.check(
                  new FakeAws(),
                  new Publishers(
                      (_, alert) -> attempt("mail", mailRefuses, alert.findings(), alerts, alert),
                      (_, chat) -> attempt("chat", chatRefuses, chat.findings(), chats, chat),
                      (_, some) -> some.stream().map(this::put).toList()),
                  Optional.of(CheckFixture.keeping(ledger, "run-" + runs++, () -> now, _ -> true)),
                  new PayerInquiry(payer(), () -> now))
              .run(
                  CheckFixture.request(
                      new CheckDate(date, zone),
                      Milestones.DEFAULT,
                      new Roster(
                          List.of(),
                          List.of(),
                          true,
                          IgnoreRules.NONE,
                          List.of(),
                          Optional.empty(),
                          Optional.of(PAYER),
                          OwnerTags.DEFAULT),
                      Grouping.DIGEST,
                      new DeliveryMode.Publish(
                          CheckFixture.TOPIC,
                          new ChannelTargets(Optional.of(CHAT), Optional.of(BUS)))),
                  Stop.onRequest());
      compare(report, now);
    }

    private Receipt.Result.Attempt put(Event event) {
      String id = json(event.detail()).path("findingId").asText();
      String key = event.finding().orElseThrow().announcement().key();
      assertThat(ids.computeIfAbsent(key, _ -> id)).as("id of " + key).isEqualTo(id);
      return attempt(
          "events", busRefuses && odds(2), event.finding().stream().toList(), events, event);
    }

    private <M> Receipt.Result.Attempt attempt(
        String channel, boolean refuses, List<Finding> findings, List<M> heard, M message) {
      if (refuses) {
        return new Receipt.Result.Refused(REFUSED);
      }
      for (Finding finding : findings) {
        String key = finding.announcement().key();
        assertThat(told.computeIfAbsent(channel, _ -> new HashSet<>()).add(key))
            .as("%s is told once by %s", key, channel)
            .isTrue();
      }
      heard.add(message);
      return new Receipt.Result.Sent("m");
    }

    private void compare(CheckReport report, Instant now) {
      JsonNode document = json(ReportDocument.of(report).compact());
      Map<String, JsonNode> known = new HashMap<>();
      for (String list : List.of("expiring", "lapsed")) {
        document.path(list).forEach(item -> known.put(item.path("commitmentId").asText(), item));
      }
      alerts.forEach(alert -> compareMail(alert, known));
      chats.forEach(chat -> compareChat(chat, known));
      events.forEach(event -> compareEvent(event, known));
      compareCalendar(Calendar.of(report, now), known);
    }

    private void compareMail(Alert alert, Map<String, JsonNode> known) {
      seen.mails++;
      JsonNode document = json(alert.json());
      Stream.of("expiring", "renewed", "lapsed")
          .forEach(list ->
              document
                  .path(list)
                  .forEach(
                      item -> sameFields(item, known.get(item.path("commitmentId").asText()))));
    }

    private static void sameFields(JsonNode shown, JsonNode reported) {
      reported
          .properties()
          .forEach(member -> {
            if (!OF_THE_CHANNEL.contains(member.getKey())) {
              assertThat(shown.get(member.getKey()))
                  .as(member.getKey())
                  .isEqualTo(member.getValue());
            }
          });
    }

    /// The entry of a commitment in the mail and in the chat: when it ends, and what it saves.
    private void compareChat(ChatMessage message, Map<String, JsonNode> known) {
      seen.chats++;
      JsonNode chat = json(message.json());
      Set<String> accounts =
          message.findings().stream()
              .map(finding -> finding.place().owner().map(AccountId::value).orElse(""))
              .collect(Collectors.toSet());
      String of = accounts.size() == 1 ? accounts.toString() : YearMonth.from(date).toString();
      String thread = chat.path("metadata").path("threadId").asText();
      assertThat(threads.computeIfAbsent(of, _ -> thread)).as("thread of " + of).isEqualTo(thread);
      for (Finding.OfCommitment finding :
          Finding.only(Finding.OfCommitment.class, message.findings())) {
        String id = finding.commitment().id();
        String inChat = line(chat.path("content").path("description").asText(), "  `" + id + "`, ");
        Matcher saving = SAVING.matcher(inChat);
        JsonNode stake = known.get(id).path("money").path("monthlyAtStake");
        assertThat(saving.find()).as(inChat).isEqualTo(!stake.isMissingNode());
        for (Alert alert : alerts) {
          if (alert.mail().contains("\n  " + id + ", ")) {
            String inMail = line(alert.mail(), "  " + id + ", ");
            assertThat(inChat).startsWith(inMail);
            if (!stake.isMissingNode()) {
              seen.amounts++;
              assertThat(alert.mail()).contains(saving.group());
            }
          }
        }
      }
    }

    /// The rest of the line that begins with something.
    private static String line(String text, String beginning) {
      int at = text.indexOf(beginning);
      assertThat(at).as(beginning).isNotNegative();
      int end = text.indexOf('\n', at);
      return text.substring(at + beginning.length(), end < 0 ? text.length() : end);
    }

    private void compareEvent(Event event, Map<String, JsonNode> known) {
      seen.events++;
      JsonNode detail = json(event.detail());
      assertThat(eventIds.add(detail.path("findingId").asText())).as("an id of its own").isTrue();
      if (detail.has("commitmentId")) {
        sameFields(detail, known.get(detail.path("commitmentId").asText()));
      }
    }

    private void compareCalendar(String calendar, Map<String, JsonNode> known) {
      String unfolded = calendar.replace("\r\n ", "");
      for (String event : unfolded.split("BEGIN:VEVENT", -1)) {
        Matcher matcher = CALENDAR_EVENT.matcher(event);
        if (matcher.find()) {
          seen.days++;
          String of = matcher.group(2) + " " + matcher.group(3);
          assertThat(uids.computeIfAbsent(of, _ -> matcher.group(1)))
              .as("UID of " + of)
              .isEqualTo(matcher.group(1));
          JsonNode item = known.get(matcher.group(2));
          assertThat(matcher.group(4)).isEqualTo(start(item, matcher.group(3)));
        }
      }
    }

    private String start(JsonNode item, String milestone) {
      return milestone.equals("end")
          ? INSTANT.format(Instant.parse(item.path("end").asText()))
          : date.plusDays(item.path("daysLeft").asLong() - Long.parseLong(milestone))
              .format(DateTimeFormatter.BASIC_ISO_DATE);
    }
  }
}

package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riexpiry.Sample;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.ledger.LedgerEntries;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Answers to `BatchGetItem` that DynamoDB may give, or somebody in its place: what was asked for
/// counts, and what was left is asked for again.
class LedgerBatchesTest {
  private static final Announcement FIRST = announcement("r-1");
  private static final Announcement SECOND = announcement("r-2");
  private static final LedgerEntry TOLD =
      new LedgerEntry(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-04-11"));

  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private AwsClients clients;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    clients =
        AwsClients.rehearsing(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
  }

  private static Announcement announcement(String id) {
    return Sample.expiring(Sample.ec2(Sample.WEB, id, "2026-05-11T03:59:59Z"), 7, 7).announcement();
  }

  /// Gives the answers one after the other, and the last one for ever.
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
      asked.add(
          Set.copyOf(
              request.path("RequestItems").path("ledger").path("Keys").findValuesAsText("S")));
      String answer = answers.size() > 1 ? answers.remove() : answers.element();
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Outcome<LedgerEntries> entries() {
    return new DynamoLedger(clients, "ledger", InstantSource.system())
        .entries(List.of(FIRST, SECOND));
  }

  private static String told(String key) {
    return "{\"entry\": {\"S\": \"%s\"}, \"toldOn\": {\"S\": \"2026-05-04\"}, \"firstToldOn\": {\"S\": \"2026-04-11\"}}"
        .formatted(key);
  }

  private static String found(String... items) {
    return answer(String.join(",", items), "{}");
  }

  private static String answer(String items, String left) {
    return "{\"Responses\": {\"ledger\": [%s]}, \"UnprocessedKeys\": %s}".formatted(items, left);
  }

  private static String left(String... keys) {
    return "{\"ledger\": {\"Keys\": [%s]}}"
        .formatted(
            String.join(
                ",",
                List.of(keys).stream().map("{\"entry\": {\"S\": \"%s\"}}"::formatted).toList()));
  }

  private static Outcome<LedgerEntries> toldAre(Announcement... announcements) {
    Map<Announcement, LedgerEntry> entries = new HashMap<>();
    List.of(announcements).forEach(announcement -> entries.put(announcement, TOLD));
    return new Outcome.Found<>(new LedgerEntries(entries, Set.of()));
  }

  @Test
  void asksAgainForTheKeysThatAreLeftAndForNoOther() {
    answers.add(answer(told(FIRST.key()), left(SECOND.key(), SECOND.key())));
    answers.add(found(told(SECOND.key())));

    assertThat(entries()).isEqualTo(toldAre(FIRST, SECOND));
    assertThat(asked).containsExactly(Set.of(FIRST.key(), SECOND.key()), Set.of(SECOND.key()));
  }

  @Test
  void asksForFewerAtOnceAfterKeysWereLeft() {
    answers.add(answer(told(FIRST.key()), left(SECOND.key())));
    answers.add(found(told(SECOND.key())));
    LedgerCalls calls = new LedgerCalls(System::nanoTime);
    DynamoDbClient client =
        clients.client(DynamoDbClient.class, clients.home(), DynamoDbClient::builder);

    Outcome<Integer> read =
        new LedgerBatches(client, "ledger", calls)
            .get(List.of(FIRST.key(), SECOND.key()), Map::size);

    assertThat(read).isEqualTo(new Outcome.Found<>(2));
    assertThat(calls.atOnce()).as("one, and one more for the second call").isEqualTo(2);
  }

  @Test
  void asksNeverForAKeyThatIsLeftThoughItWasNotAskedFor() {
    answers.add(answer(told(FIRST.key()), left("commitment#of#another")));

    assertThat(entries()).isEqualTo(toldAre(FIRST));
    assertThat(asked).hasSize(1);
  }

  @Test
  void leavesOutWhatIsLeftOfAnotherTable() {
    answers.add(answer(told(FIRST.key()), left(SECOND.key()).replace("\"ledger\"", "\"another\"")));

    assertThat(entries()).isEqualTo(toldAre(FIRST));
    assertThat(asked).hasSize(1);
  }

  @Test
  void failsWhereKeysAreLeftThroughAllAttempts() {
    answers.add(answer(told(FIRST.key()), left(SECOND.key())));

    assertThat(entries().failure().map(Failure::code)).contains("UnprocessedKeys");
    assertThat(asked).hasSize(6);
  }

  @Test
  void leavesOutItemsThatWereNotAskedFor() {
    answers.add(
        found(
            told(FIRST.key()),
            told("commitment#of#another"),
            "{}",
            "{\"entry\": {\"N\": \"1\"}, \"toldOn\": {\"S\": \"2026-05-04\"}}",
            "{\"entry\": {\"S\": \"gaps#222233334444\"}, \"version\": {\"N\": \"1\"}}"));

    assertThat(entries()).isEqualTo(toldAre(FIRST));
  }

  @Test
  void asksForAtMostAHundredKeysAtOnce() {
    answers.add(found());
    List<Announcement> many =
        IntStream.range(0, 250).mapToObj(i -> announcement("r-" + i)).toList();

    assertThat(new DynamoLedger(clients, "ledger", InstantSource.system()).entries(many))
        .isEqualTo(toldAre());
    assertThat(asked).extracting(Set::size).containsExactlyInAnyOrder(100, 100, 50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"accounts\": {\"S\": \"111122223333 tools\"}"})
  void failsWhereSomebodyHasWrittenTheAccountsOfATopicByHand(String accounts) {
    answers.add(found("{\"entry\": {\"S\": \"accounts#topic\"}%s}".formatted(accounts)));

    assertThat(
            new DynamoLedger(clients, "ledger", InstantSource.system())
                .knownAccounts("topic")
                .failure()
                .map(Failure::message))
        .hasValueSatisfying(
            message -> assertThat(message).startsWith("what the ledger holds makes no sense: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"S\": \"yesterday\"}",
        "{\"S\": \"\"}",
        "{\"S\": \"2026-13-41\"}",
        "{\"S\": \"2026-05-04T00:00:00Z\"}"
      })
  void failsWhereTheDayOfAnEntryIsNone(String day) {
    answers.add(
        found(
            told(SECOND.key()),
            "{\"entry\": {\"S\": \"%s\"}, \"toldOn\": %s}".formatted(FIRST.key(), day)));

    assertThat(entries().failure().map(Failure::message))
        .hasValueSatisfying(
            message -> assertThat(message).startsWith("what the ledger holds makes no sense: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Responses\": {\"ledger\": null}, \"UnprocessedKeys\": {\"ledger\": {\"Keys\": [null]}}}",
        "{\"Responses\": {\"ledger\": [null]}}",
        "{\"Responses\": {\"ledger\": [{\"entry\": null}]}}",
        "{\"Responses\": {\"ledger\": {\"entry\": 1}}}",
        "{\"UnprocessedKeys\": {\"ledger\": {\"Keys\": {}}}}",
        "[]",
        "null"
      })
  void throwsNothingWhateverTheAnswerIs(String answer) {
    answers.add(answer);

    assertThat(entries().failure().map(Failure::action).orElse("dynamodb:BatchGetItem"))
        .isEqualTo("dynamodb:BatchGetItem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"M\": {\"somewhere\": {\"M\": {\"since\": {\"S\": \"2026-05-04\"}}}}}",
        "{\"M\": {\"222233334444\": {\"M\": {\"since\": {\"S\": \"long ago\"}}}}}",
        "{\"M\": {\"222233334444\": {\"S\": \"no map\"}}}"
      })
  void failsWhereOutagesMakeNoSense(String places) {
    answers.add(
        found(
            "{\"entry\": {\"S\": \"gaps#222233334444\"}, \"version\": {\"N\": \"1\"}, \"places\": "
                + places
                + "}"));

    assertThat(
            new DynamoLedger(clients, "ledger", InstantSource.system())
                .outages(List.of(new Place.Account(Sample.WEB)))
                .failure()
                .map(Failure::code))
        .contains("UnusableAnswer");
  }
}

package dev.riexpiry.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.riexpiry.alert.Event;
import dev.riexpiry.delivery.Receipt.Result;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.EventBus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// Events on the wire: what is put, and what is put again.
@Timeout(120)
class EventBridgePublishingTest {
  @RegisterExtension
  static final WireMockExtension BRIDGE =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private static final EventBus BUS = new EventBus("commitments");
  private static final EventBus OF_ANOTHER =
      new EventBus("arn:aws:events:eu-west-1:222233334444:event-bus/shared");
  private static final String DENIED =
      "{\"ErrorCode\":\"AccessDeniedException\",\"ErrorMessage\":\"not authorized to perform:"
          + " events:PutEvents\"}";

  private static List<Result.Attempt> put(EventBus bus, Event... events) {
    try (AwsClients clients =
        new AwsClients(
            Region.US_EAST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret")),
            new Timing(
                Timing.DEFAULT.connect(),
                Timing.DEFAULT.attempt(),
                Timing.DEFAULT.call(),
                Timing.DEFAULT.last(),
                Timing.DEFAULT.attempts(),
                Duration.ofMillis(1),
                Duration.ofMillis(1)),
            Optional.of(URI.create("http://127.0.0.1:" + BRIDGE.getPort())))) {
      return new EventBridgePublisher(clients, Duration.ofMillis(1)).put(bus, List.of(events));
    }
  }

  private static Event event(String message) {
    return Event.test(message);
  }

  /// Answers calls one after the other; the last answer is that of all further calls.
  private static void answers(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      String next = i + 1 < answers.length ? "call " + (i + 1) : "call " + i;
      BRIDGE.stubFor(
          post(urlEqualTo("/"))
              .inScenario("calls")
              .whenScenarioStateIs(i == 0 ? "Started" : "call " + i)
              .willSetStateTo(i == 0 && answers.length == 1 ? "Started" : next)
              .willReturn(answers[i]));
    }
  }

  private static ResponseDefinitionBuilder entries(String... entries) {
    return okJson(
        "{\"FailedEntryCount\":%d,\"Entries\":[%s]}"
            .formatted(
                Arrays.stream(entries).filter(entry -> entry.contains("ErrorCode")).count(),
                String.join(",", entries)));
  }

  private static String taken(int id) {
    return "{\"EventId\":\"e-%d\"}".formatted(id);
  }

  private static String failed(String code) {
    return "{\"ErrorCode\":\"%s\",\"ErrorMessage\":\"words\"}".formatted(code);
  }

  private static List<LoggedRequest> requests() {
    return BRIDGE.findAll(postRequestedFor(urlEqualTo("/")));
  }

  /// The messages of the events of each call.
  private static List<String> put() {
    return requests().stream()
        .map(request ->
            Stream.of(json(request.getBodyAsString()).path("Entries"))
                .flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::path))
                .map(entry -> json(entry.path("Detail").asText()).path("message").asText())
                .collect(Collectors.joining(" ")))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void putsWithSourceAndTypeOnTheBusThatIsNamed() {
    answers(entries(taken(1)));

    assertThat(put(BUS, event("a"))).containsExactly(new Result.Sent("e-1"));
    JsonNode entry = json(requests().getFirst().getBodyAsString()).path("Entries").path(0);
    assertThat(entry.path("EventBusName").asText()).isEqualTo("commitments");
    assertThat(entry.path("Source").asText()).isEqualTo("ri-expiry-notifier");
    assertThat(entry.path("DetailType").asText()).isEqualTo("Test");
    assertThat(requests().getFirst().getHeader("Authorization")).contains("/us-east-1/events/");
  }

  @Test
  void putsOnABusOfAnotherAccountInTheRegionOfThatBus() {
    answers(entries(taken(1)));

    put(OF_ANOTHER, event("a"));

    assertThat(requests().getFirst().getHeader("Authorization")).contains("/eu-west-1/events/");
    assertThat(requests().getFirst().getBodyAsString()).contains(OF_ANOTHER.value());
  }

  @Test
  void putsAgainByThemselvesTheEventsThatTheBusCouldNotTakeAtThatMoment() {
    answers(
        entries(taken(1), failed("ThrottlingException"), failed("InternalFailure")),
        entries(failed("ThrottlingException"), taken(3)),
        entries(taken(2)));

    assertThat(put(BUS, event("a"), event("b"), event("c")))
        .containsExactly(new Result.Sent("e-1"), new Result.Sent("e-2"), new Result.Sent("e-3"));
    assertThat(put()).containsExactly("a b c", "b c", "b");
  }

  @Test
  void refusesWhatIsNotTakenInFiveRoundsAndKeepsTheOthers() {
    answers(entries(taken(1), failed("InternalFailure")), entries(failed("InternalFailure")));

    List<Result.Attempt> results = put(BUS, event("a"), event("b"));

    assertThat(results.getFirst()).isEqualTo(new Result.Sent("e-1"));
    assertThat(results.getLast())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.failure().code()).isEqualTo("InternalFailure"));
    assertThat(put()).containsExactly("a b", "b", "b", "b", "b");
  }

  @Test
  void doesNotPutAgainWhatIsNotAllowedAndSaysWhichPolicyLacksIt() {
    answers(entries(taken(1), DENIED));

    assertThat(put(OF_ANOTHER, event("a"), event("b")).getLast())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.failure().remedy())
                    .contains("events:PutEvents", "if the bus is of another account"));
    assertThat(put()).containsExactly("a b");
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"})
  void putsOnceWhatMayHaveBeenTaken(Fault fault) {
    answers(aResponse().withFault(fault));

    assertThat(put(BUS, event("a"), event("b")))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result).isInstanceOf(Result.Unknown.class));
    assertThat(put()).containsExactly("a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e-1\"}]}",
        "{\"FailedEntryCount\":0,\"Entries\":[{},{}]}",
        "{}"
      })
  void doesNotTakeAnAnswerThatDoesNotTellOfEachEventForSuccess(String answer) {
    answers(okJson(answer));

    assertThat(put(BUS, event("a"), event("b")))
        .hasSize(2)
        .allSatisfy(result ->
            assertThat(result)
                .isInstanceOfSatisfying(
                    Result.Unknown.class,
                    unknown ->
                        assertThat(unknown.failure().code()).isEqualTo(Failure.UNUSABLE_ANSWER)));
  }

  @Test
  void triesAgainACallThatWasThrottledAsAWhole() {
    answers(
        aResponse()
            .withStatus(400)
            .withHeader("x-amzn-errortype", "ThrottlingException")
            .withBody("{\"__type\":\"ThrottlingException\",\"message\":\"slow\"}"),
        entries(taken(1)));

    assertThat(put(BUS, event("a"))).containsExactly(new Result.Sent("e-1"));
  }

  @Test
  void tellsOfEachEventWhyTheCallWasRefused() {
    answers(aResponse().withStatus(413).withBody(""));

    assertThat(put(BUS, event("a"), event("b")))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result).isInstanceOf(Result.Refused.class));
  }
}

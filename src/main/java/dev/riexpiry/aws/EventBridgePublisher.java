package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Event;
import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.delivery.EventPublisher;
import dev.riexpiry.delivery.Receipt.Result;
import dev.riexpiry.delivery.Receipt.Result.Attempt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.EventBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/// Puts events on a bus of EventBridge, in the bus's own region, with the caller's own credentials.
/// An answer of success may refuse some of its events; those that EventBridge could not take at
/// that moment are put again, by themselves. What it may have taken is not put again.
///
/// - rounds: 5 in all
/// - back-off before the second round: 200 milliseconds, doubled each time
final class EventBridgePublisher implements EventPublisher {
  static final String ACTION = "events:PutEvents";

  private static final int ROUNDS = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// The codes of an event that can be put again (Amazon EventBridge User Guide, "Handling failures
  /// with PutEvents").
  private static final Set<String> FOR_THE_MOMENT =
      Set.of("InternalFailure", "InternalException", "ServiceUnavailable", "ThrottlingException");

  private final AwsClients clients;
  private final Duration pause;

  /// @param clients the SDK clients
  EventBridgePublisher(AwsClients clients) {
    this(clients, PAUSE);
  }

  /// @param pause the back-off before the second round
  EventBridgePublisher(AwsClients clients, Duration pause) {
    this.clients = requireNonNull(clients, "clients is null");
    this.pause = requireNonNull(pause, "pause is null");
  }

  @Override
  public List<Attempt> put(EventBus bus, List<Event> events) {
    Map<Event, Attempt> results = new HashMap<>();
    List<Event> left = events;
    for (int round = 1; round <= ROUNDS && !left.isEmpty(); round++) {
      if (round > 1) {
        LockSupport.parkNanos(pause.multipliedBy(1L << (round - 2)).toNanos());
      }
      List<Attempt> answers = once(bus, left);
      List<Event> again = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        results.put(left.get(i), answers.get(i));
        if (canBePutAgain(answers.get(i))) {
          again.add(left.get(i));
        }
      }
      left = again;
    }
    return events.stream().map(event -> requireNonNull(results.get(event))).toList();
  }

  private static boolean canBePutAgain(Attempt attempt) {
    return attempt instanceof Result.Refused(Failure failure)
        && FOR_THE_MOMENT.contains(failure.code());
  }

  private List<Attempt> once(EventBus bus, List<Event> events) {
    Input input = new Input(bus.value(), clients.partition());
    return new AwsCall(ACTION, input)
        .<List<Attempt>>ask(
            () -> send(bus, events, input),
            (failure, thrown) ->
                events.stream()
                    .map(_ ->
                        Taken.isExcluded(thrown) || failure.refusesCaller()
                            ? new Result.Refused(failure)
                            : unknown(failure.code(), failure.message()))
                    .toList());
  }

  private List<Attempt> send(EventBus bus, List<Event> events, Input input) {
    List<PutEventsResultEntry> answers =
        clients
            .unrepeated(
                EventBridgeClient.class,
                bus.region().map(Region::of).orElse(clients.home()),
                EventBridgeClient::builder)
            .putEvents(request ->
                request.entries(events.stream().map(event -> entry(bus, event)).toList()))
            .entries();
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      attempts.add(
          answers.size() == events.size()
              ? attempt(answers.get(i), input)
              : unknown(Failure.UNUSABLE_ANSWER, "the answer does not tell of each event"));
    }
    return attempts;
  }

  private static PutEventsRequestEntry entry(EventBus bus, Event event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus.value())
        .source(Event.SOURCE)
        .detailType(event.type())
        .detail(event.detail())
        .resources(event.resources())
        .build();
  }

  private static Attempt attempt(PutEventsResultEntry answer, Input input) {
    String code = OptionalMembers.orEmpty(answer.errorCode());
    if (!code.isEmpty()) {
      return new Result.Refused(
          AwsFailures.ofPart(ACTION, input, code, OptionalMembers.orEmpty(answer.errorMessage())));
    }
    String id = OptionalMembers.orEmpty(answer.eventId());
    return id.isEmpty()
        ? unknown(Failure.UNUSABLE_ANSWER, "the answer holds neither an id nor an error of it")
        : new Result.Sent(id);
  }

  private static Attempt unknown(String code, String message) {
    return new Result.Unknown(
        new Failure(
            ACTION,
            code,
            message,
            "nothing, where a ledger is kept: the next run puts the event again, and its findingId"
                + " tells whoever got it twice"));
  }
}

package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The rules that every reader keeps, on the wire and through the real client.
interface ReadingContract {
  Service service();

  AwsService wire();

  /// An active one, as the service writes it.
  Reservation item(String id);

  /// The number of pages of a listing of five, two a page.
  default int pages() {
    return 3;
  }

  /// The member that holds the state.
  default String stateMember() {
    return "State";
  }

  /// The states that the service documents, and whether the commitment still counts.
  Map<String, Boolean> states();

  /// The members without any of which there is no end.
  List<String> endMembers();

  /// All members that an answer may lack, the state among them.
  List<String> optionalMembers();

  private Reading reading(Reservation... items) {
    return read(holding(items), service());
  }

  private Reading failing(Fault fault) {
    return read(holding(item("one")), service(), fault);
  }

  private Organization five() {
    return holding(
            IntStream.range(0, 5).mapToObj(i -> item("five-" + i)).toArray(Reservation[]::new))
        .withPageSize(2);
  }

  @Test
  default void readsEveryPage() {
    try (StandIn aws = StandIn.start(five());
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, Reads.account(CALLER)).read(REGION, service());

      assertThat(reading.failures()).isEmpty();
      assertThat(Reads.ids(reading.commitments()))
          .containsExactly("five-0", "five-1", "five-2", "five-3", "five-4");
      assertThat(aws.calls())
          .extracting(Call::action)
          .containsOnly(item("one").action())
          .hasSize(pages());
    }
  }

  @Test
  default void endsAtATokenThatIsEmpty() {
    Reading reading = read(five().withLastToken(""), service());

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.commitments()).hasSize(5);
  }

  @Test
  default void keepsThePagesBeforeTheOneThatFails() {
    Reading reading = read(five(), service(), Fault.of(Kind.DENIED, wire()).after(pages() - 1));

    assertThat(reading.commitments()).hasSize(2 * (pages() - 1));
    assertThat(reading.failures()).hasSize(1);
  }

  @Test
  default void tellsWhoseItIsAndWhere() {
    assertThat(reading(item("one")).commitments())
        .extracting(item -> item.accountId().value(), Commitment::region, Commitment::service)
        .containsExactly(tuple(CALLER, service().global() ? Service.GLOBAL : REGION, service()));
  }

  @Test
  default void knowsEveryDocumentedState() {
    states()
        .forEach((text, live) ->
            assertThat(reading(item("one").with(stateMember(), text)).commitments())
                .as(text)
                .extracting(
                    item -> item.state() instanceof CommitmentState.Known,
                    item -> item.state().live())
                .containsExactly(tuple(true, live)));
  }

  @Test
  default void takesAnUnknownStateForLiveAndShowsIt() {
    assertThat(reading(item("one").with(stateMember(), "being-mended")).commitments())
        .extracting(Commitment::state)
        .containsExactly(new CommitmentState.Unknown("being-mended"));
  }

  @Test
  default void readsWhatLacksAMember() {
    for (String member : optionalMembers()) {
      Reading reading = reading(item("one").without(member));

      assertThat(reading.failures()).as(member).isEmpty();
      assertThat(Reads.ids(reading.commitments())).as(member).containsExactly("one");
    }
  }

  @Test
  default void readsWhatLacksEverythingButItsIdAndItsEnd() {
    Reading reading = reading(item("one").without(optionalMembers().toArray(String[]::new)));

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.commitments())
        .extracting(Commitment::id, Commitment::state, Commitment::end)
        .containsExactly(
            tuple(
                "one",
                new CommitmentState.Unknown(""),
                reading(item("one")).commitments().getFirst().end()));
  }

  @Test
  default void namesWhatHasNoEndAndReadsItsNeighbours() {
    for (String member : endMembers()) {
      Reading reading = reading(item("before"), item("endless").without(member), item("later"));

      assertThat(Reads.ids(reading.commitments())).as(member).containsExactly("before", "later");
      assertThat(reading.failures())
          .extracting(Failure::action, Failure::code)
          .containsExactly(tuple(service().action(), "UnusableAnswer"));
      assertThat(reading.failures().getFirst().message()).startsWith("commitment endless has no ");
    }
  }

  @Test
  default void findsNothingWhereThereIsNothing() {
    assertThat(reading()).isEqualTo(new Reading(List.of(), List.of(), false));
  }

  @Test
  default void doesNotTakeAnEmptyBodyForNothing() {
    Reading reading = failing(Fault.of(Kind.EMPTY, wire()));

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.failures()).extracting(Failure::code).containsExactly("UnusableAnswer");
    assertThat(reading.failures().getFirst().message()).startsWith("the answer holds no list of ");
  }

  @Test
  default void namesAnAnswerThatIsCutOff() {
    Reading reading = failing(Fault.of(Kind.CUT_OFF, wire()));

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.failures()).extracting(Failure::code).containsExactly("UnreadableAnswer");
  }

  @Test
  default void triesAgainWhenItIsThrottledAndSaysSo() {
    Reading reading = failing(Fault.of(Kind.THROTTLED, wire()).times(2));

    assertThat(Reads.ids(reading.commitments())).containsExactly("one");
    assertThat(reading.complete()).isTrue();
    assertThat(reading.throttled()).isTrue();
  }

  @Test
  default void namesThrottlingThatDoesNotEnd() {
    assertThat(failing(Fault.of(Kind.THROTTLED, wire())).failures())
        .extracting(Failure::code)
        .containsExactly(wire().throttled().split(" ", 2)[1]);
  }

  @Test
  default void namesARefusalAndTheRightThatIsMissing() {
    assertThat(failing(Fault.of(Kind.DENIED, wire())).failures())
        .extracting(Failure::action, Failure::code, Failure::remedy)
        .containsExactly(
            tuple(
                service().action(),
                wire().denied().split(" ", 2)[1],
                "allow "
                    + service().action()
                    + " in the policy of the role that reads this account"));
  }
}

package dev.riexpiry.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An AWS that one organisation has to itself, on a free port of 127.0.0.1.
///
/// While it lives, the system properties of this process lead the SDK to it and to nothing else.
/// Another process gets there with [#environment].
public final class StandIn implements AutoCloseable {
  private final Organization organization;
  private List<Live> faults;
  private final List<Call> calls = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final WireMockServer server;
  private Optional<Front> front = Optional.empty();
  private final Map<String, Optional<String>> replaced = new LinkedHashMap<>();

  private StandIn(Organization organization, Fault... faults) {
    this.organization = organization;
    this.faults = live(faults);
    this.server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .jettyAcceptors(1)
                .disableRequestJournal()
                .extensions(new Responder()));
  }

  /// Starts one. Of the faults that hit a call, the first counts.
  public static StandIn start(Organization organization, Fault... faults) {
    return start(
        organization,
        List.of(faults).stream().anyMatch(fault -> fault.kind().isOnTheWire()),
        faults);
  }

  /// Starts one that [#restart] may give any fault.
  public static StandIn startBreakable(Organization organization) {
    return start(organization, true);
  }

  private static StandIn start(Organization organization, boolean breakable, Fault... faults) {
    StandIn standIn = new StandIn(organization, faults);
    standIn.server.stubFor(any(anyUrl()));
    standIn.server.start();
    if (breakable) {
      standIn.front = Optional.of(Front.start(standIn.server.port(), standIn::breakage));
    }
    standIn.setProperties();
    return standIn;
  }

  /// From now on these faults and no others, and nothing in the books of before.
  public synchronized void restart(Fault... others) {
    faults = live(others);
    calls.clear();
    messages.clear();
  }

  /// Empties a table of DynamoDB, which otherwise lives as long as the process.
  public static void emptyTable(String table) {
    DynamoDbWire.empty(table);
  }

  private static List<Live> live(Fault... faults) {
    return List.of(faults).stream().map(Live::new).toList();
  }

  public String url() {
    return "http://127.0.0.1:" + front.map(Front::port).orElseGet(server::port);
  }

  /// The variables that lead another process here.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", url(),
        "AWS_ACCESS_KEY_ID", Keys.accessKeyId(organization.caller()),
        "AWS_SECRET_ACCESS_KEY", Keys.secret(organization.caller()),
        "AWS_REGION", "us-east-1");
  }

  /// Every request so far, oldest first.
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /// The requests for one action, oldest first.
  public List<Call> calls(String action) {
    return calls().stream().filter(call -> call.action().equals(action)).toList();
  }

  /// The messages that SNS took, oldest first.
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    front.ifPresent(Front::close);
    server.stop();
    replaced.forEach((name, value) -> restore(name, value.orElse(null)));
  }

  static ResponseDefinitionBuilder respond(Answer answer) {
    return ResponseDefinitionBuilder.responseDefinition()
        .withStatus(answer.status())
        .withHeader("Content-Type", answer.contentType())
        .withBody(answer.body());
  }

  private synchronized ResponseDefinition respond(Request request) {
    Optional<Call> known = Call.of(count.incrementAndGet(), request);
    if (known.isEmpty()) {
      return respond(new Answer(403, "text/plain", "unsigned, or for another service")).build();
    }
    Call call = known.get();
    calls.add(call);
    Optional<Fault> fault = fault(call, false);
    if (fault.isPresent()) {
      return fault.get().kind().respond(call, organization).build();
    }
    Answer answer = call.service().answer(call, organization);
    if (call.service().equals(AwsService.SNS)
        && call.action().equals("Publish")
        && answer.status() == 200) {
      messages.add(Message.of(call));
    }
    return respond(answer).build();
  }

  /// What breaks on the wire of the answer to a request.
  private synchronized Optional<Front.Breakage> breakage(Front.Request request) {
    Optional<Call> known =
        Call.of(
            count.incrementAndGet(),
            request.method(),
            request.url(),
            name -> request.headers().getOrDefault(name, ""),
            new String(
                request.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    return known.flatMap(call ->
        fault(call, true)
            .map(fault -> {
              calls.add(call);
              return fault.kind().onTheWire(call, organization);
            }));
  }

  private Optional<Fault> fault(Call call, boolean onTheWire) {
    return faults.stream()
        .filter(live -> live.fault().kind().isOnTheWire() == onTheWire && live.strikes(call))
        .map(Live::fault)
        .findFirst();
  }

  private void setProperties() {
    Map<String, @Nullable String> properties = new LinkedHashMap<>();
    properties.put("aws.endpointUrl", url());
    properties.put("aws.accessKeyId", Keys.accessKeyId(organization.caller()));
    properties.put("aws.secretAccessKey", Keys.secret(organization.caller()));
    properties.put("aws.region", "us-east-1");
    properties.put("aws.sessionToken", null);
    properties.put("aws.configFile", "/nonexistent/config");
    properties.put("aws.sharedCredentialsFile", "/nonexistent/credentials");
    properties.forEach((name, value) -> {
      replaced.put(name, Optional.ofNullable(System.getProperty(name)));
      restore(name, value);
    });
  }

  private static void restore(String name, @Nullable String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  /// A fault and how often it was met.
  private static final class Live {
    private final Fault fault;
    private int met;

    Live(Fault fault) {
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }

    boolean strikes(Call call) {
      if (!fault.hits(call)) {
        return false;
      }
      met++;
      return met > fault.skip() && met - fault.skip() <= fault.times();
    }
  }

  private final class Responder implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return respond(event.getRequest());
    }

    @Override
    public String getName() {
      return "aws";
    }
  }
}

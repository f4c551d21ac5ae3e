package dev.riexpiry.standin;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/// Something that goes wrong with some calls. `*` stands for any service, action, account or
/// region.
///
/// @param kind what goes wrong
/// @param service the signing name of an [AwsService]
/// @param action such as `AssumeRole`
/// @param account the account of the credentials in use
/// @param region where
/// @param skip how many such calls go well before
/// @param times how many go wrong then
public record Fault(
    Kind kind, String service, String action, String account, String region, int skip, int times) {

  /// Every call of a service goes wrong.
  public static Fault of(Kind kind, AwsService service) {
    return new Fault(kind, service.signingName(), "*", "*", "*", 0, Integer.MAX_VALUE);
  }

  public Fault action(String name) {
    return new Fault(kind, service, name, account, region, skip, times);
  }

  public Fault account(String id) {
    return new Fault(kind, service, action, id, region, skip, times);
  }

  public Fault region(String name) {
    return new Fault(kind, service, action, account, name, skip, times);
  }

  public Fault after(int calls) {
    return new Fault(kind, service, action, account, region, calls, times);
  }

  public Fault times(int calls) {
    return new Fault(kind, service, action, account, region, skip, calls);
  }

  boolean hits(Call call) {
    return matches(service, call.service().signingName())
        && matches(action, call.action())
        && matches(account, call.account())
        && matches(region, call.region());
  }

  private static boolean matches(String pattern, String text) {
    return pattern.equals("*") || pattern.equals(text);
  }

  /// The kinds of faults.
  public enum Kind {
    THROTTLED,
    SERVER_ERROR,
    /// A load balancer's page instead of the service's answer.
    HTML_ERROR,
    DENIED,
    EXPIRED_TOKEN,
    /// AWS quotes the request it was sent, session token included.
    BAD_SIGNATURE,
    REGION_NOT_ENABLED,
    /// The service says that it has no such operation there.
    NOT_OFFERED,
    CUT_OFF,
    EMPTY,
    RESET,
    SILENCE,
    /// A part of the answer every half second, for longer than any test waits.
    DRIP,
    /// Silence for longer than the program itself waits.
    HANG,
    /// Each page of a listing is the first one, and names the same further page.
    REPEATED_TOKEN,
    /// The connection ends between the status line and the end of the headers.
    BROKEN_HEAD(true),
    /// The same by a reset.
    RESET_HEAD(true),
    /// The connection ends in the middle of the body.
    BROKEN_BODY(true),
    ENDLESS(true),
    /// An endless body that is packed, a thousandth of what it unpacks to.
    ENDLESS_PACKED(true),
    ENDLESS_REFUSAL(true),
    /// Throttling of which nothing but the head comes.
    LATE_REFUSAL(true),
    /// Throttling of which the head and half of the body come.
    CUT_REFUSAL(true),
    /// An answer of 300,000 elements in each other.
    NESTED(true);

    private static final int LONGER_THAN_ANY_TEST_WAITS_MILLIS = 8_000;
    private static final int DRIPS = 40;
    private static final int DRIP_MILLIS = 500;
    private static final int LONGER_THAN_THE_PROGRAM_WAITS_MILLIS = 15_000;

    private final boolean onTheWire;

    Kind() {
      this(false);
    }

    Kind(boolean onTheWire) {
      this.onTheWire = onTheWire;
    }

    /// Tells whether it is one that only a [Front] can do.
    public boolean isOnTheWire() {
      return onTheWire;
    }

    Front.Breakage onTheWire(Call call, Organization organization) {
      AwsService service = call.service();
      Answer throttled = service.refuse(call, service.throttled(), "Rate exceeded");
      Answer denied = service.refuse(call, service.denied(), "Denied");
      return switch (this) {
        case BROKEN_HEAD -> Breakages.inHead();
        case RESET_HEAD -> Breakages.inHeadByReset();
        case BROKEN_BODY -> Breakages.inBody(service.answer(call, organization));
        case ENDLESS -> Breakages.endless(new Answer(200, denied.contentType(), ""));
        case ENDLESS_PACKED -> Breakages.endlessPacked(new Answer(200, denied.contentType(), ""));
        case ENDLESS_REFUSAL -> Breakages.endless(denied);
        case LATE_REFUSAL -> Breakages.beforeBody(throttled);
        case CUT_REFUSAL -> Breakages.inBody(throttled);
        case NESTED -> Breakages.nested(new Answer(200, denied.contentType(), ""));
        default -> throw new IllegalStateException(this + " is not on the wire");
      };
    }

    ResponseDefinitionBuilder respond(Call call, Organization organization) {
      AwsService service = call.service();
      return switch (this) {
        case THROTTLED ->
            StandIn.respond(service.refuse(call, service.throttled(), "Rate exceeded"));
        case SERVER_ERROR ->
            StandIn.respond(
                service.refuse(call, service.internal(), "An internal error has occurred"));
        case HTML_ERROR ->
            StandIn.respond(
                new Answer(
                    500,
                    "text/html",
                    "<html><body><h1>500 Internal Server Error</h1></body></html>"));
        case DENIED ->
            StandIn.respond(
                service.refuse(
                    call,
                    service.denied(),
                    "User: arn:aws:sts::%s:assumed-role/reader is not authorized to perform: %s"
                        .formatted(call.account(), call.action())));
        case EXPIRED_TOKEN ->
            StandIn.respond(
                service.refuse(
                    call,
                    service.expired(),
                    "The security token included in the request is expired"));
        case BAD_SIGNATURE ->
            StandIn.respond(
                service.refuse(
                    call,
                    service.badSignature(),
                    """
                    The request signature we calculated does not match the signature you provided.

                    The Canonical String for this request should have been
                    'POST
                    /
                    x-amz-security-token:%s
                    Credential=%s'
                    """
                        .formatted(call.sessionToken(), call.accessKeyId())));
        case REGION_NOT_ENABLED ->
            StandIn.respond(
                service.refuse(call, service.unknownKey(), service.unknownKeyMessage()));
        case NOT_OFFERED -> StandIn.respond(service.wire().noSuchAction(call));
        case CUT_OFF -> {
          Answer whole = service.answer(call, organization);
          yield StandIn.respond(
              new Answer(
                  200, whole.contentType(), whole.body().substring(0, whole.body().length() / 2)));
        }
        case EMPTY -> StandIn.respond(new Answer(200, "text/xml;charset=UTF-8", ""));
        case RESET ->
            ResponseDefinitionBuilder.responseDefinition()
                .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
        case SILENCE ->
            StandIn.respond(service.answer(call, organization))
                .withFixedDelay(LONGER_THAN_ANY_TEST_WAITS_MILLIS);
        case DRIP ->
            StandIn.respond(service.answer(call, organization))
                .withChunkedDribbleDelay(DRIPS, DRIPS * DRIP_MILLIS);
        case HANG ->
            StandIn.respond(service.answer(call, organization))
                .withFixedDelay(LONGER_THAN_THE_PROGRAM_WAITS_MILLIS);
        case REPEATED_TOKEN ->
            StandIn.respond(
                service.answer(call.forFirstPage(), organization).withPageToken("again"));
        case BROKEN_HEAD,
            RESET_HEAD,
            BROKEN_BODY,
            ENDLESS,
            ENDLESS_PACKED,
            ENDLESS_REFUSAL,
            LATE_REFUSAL,
            CUT_REFUSAL,
            NESTED ->
            throw new IllegalStateException(this + " is on the wire");
      };
    }
  }
}

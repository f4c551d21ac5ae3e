package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The answers of [CannedAws] to each action: whole answers as bytes, in which only the account's
/// id is put in.
///
/// The access key that `AssumeRole` hands out is [#KEY_PREFIX] and the account's id, so that a
/// later call names its account by its signature. To add an action, add a line to [#ANSWERS].
final class CannedAnswers {
  static final String KEY_PREFIX = "BENCH";

  /// The number of live reservations in one region of one account.
  static final int ACTIVE_PER_REGION = 5;

  /// Every so many accounts, one region has a reservation that ends within a week.
  static final int ACCOUNTS_PER_EXPIRING = 50;

  /// The day the answers are written for.
  static final String CHECK_DATE = "2026-05-04";

  static final String FIRST_REGION = "us-east-1";

  private static final int ID_LENGTH = 12;
  private static final String ACCOUNT = "000000000000";
  private static final String ACTION = "Action=";
  private static final String CREDENTIAL = "Credential=";
  private static final Pattern KEY = Pattern.compile(KEY_PREFIX + "([0-9]{12})/");
  private static final Pattern TARGET =
      Pattern.compile("(?i)\r\nx-amz-target: *[a-z0-9_]+\\.([a-z]+)");
  private static final Pattern ROLE = Pattern.compile("RoleArn=arn%3Aaws%3Aiam%3A%3A([0-9]{12})");

  private static final Map<String, CannedAnswer> ANSWERS =
      Map.of(
          "GetCallerIdentity",
          CannedAnswer.ok(
              """
              <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                <GetCallerIdentityResult>
                  <Arn>arn:aws:sts::999999999999:assumed-role/ri-expiry-notifier/bench</Arn>
                  <UserId>BENCHROLE:bench</UserId>
                  <Account>999999999999</Account>
                </GetCallerIdentityResult>
                <ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata>
              </GetCallerIdentityResponse>
              """),
          "AssumeRole",
          CannedAnswer.ok(
              """
              <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                <AssumeRoleResult>
                  <AssumedRoleUser>
                    <AssumedRoleId>BENCHROLE:ri-expiry-notifier</AssumedRoleId>
                    <Arn>arn:aws:sts::%2$s:assumed-role/ri-expiry-reader/ri-expiry-notifier</Arn>
                  </AssumedRoleUser>
                  <Credentials>
                    <AccessKeyId>%1$s%2$s</AccessKeyId>
                    <SecretAccessKey>not-a-secret</SecretAccessKey>
                    <SessionToken>%3$s</SessionToken>
                    <Expiration>2036-05-04T12:00:00Z</Expiration>
                  </Credentials>
                </AssumeRoleResult>
                <ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata>
              </AssumeRoleResponse>
              """
                  .formatted(KEY_PREFIX, ACCOUNT, "not-a-token-".repeat(60))),
          "DescribeReservedInstances",
          CannedAnswer.ok(ec2("2027-02-10T09:15:59.000Z")),
          "DescribeReservedInstances expiring",
          CannedAnswer.ok(ec2("2026-05-11T03:59:59.000Z")),
          "DescribeReservedDBInstances",
          CannedAnswer.ok(rds()),
          "DescribeRegions",
          CannedAnswer.ok(
              """
              <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                <requestId>bench</requestId>
                <regionInfo>
                  <item>
                    <regionName>us-east-1</regionName>
                    <regionEndpoint>ec2.us-east-1.amazonaws.com</regionEndpoint>
                    <optInStatus>opt-in-not-required</optInStatus>
                  </item>
                </regionInfo>
              </DescribeRegionsResponse>
              """));

  private static final CannedAnswer THROTTLED_EC2 =
      CannedAnswer.of(
          "503 Service Unavailable",
          """
          <Response><Errors><Error><Code>RequestLimitExceeded</Code>\
          <Message>Request limit exceeded.</Message></Error></Errors>\
          <RequestID>bench</RequestID></Response>
          """);
  private static final CannedAnswer THROTTLED_QUERY =
      CannedAnswer.of(
          "400 Bad Request",
          """
          <ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>\
          <Message>Rate exceeded</Message></Error><RequestId>bench</RequestId></ErrorResponse>
          """);
  private static final CannedAnswer FAILED =
      CannedAnswer.of(
          "500 Internal Server Error",
          """
          <ErrorResponse><Error><Type>Receiver</Type><Code>InternalFailure</Code>\
          <Message>An internal error has occurred.</Message></Error></ErrorResponse>
          """);
  private static final CannedAnswer REFUSED =
      CannedAnswer.of(
          "403 Forbidden",
          """
          <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>\
          <Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>
          """);
  private static final CannedAnswer UNKNOWN =
      CannedAnswer.of(
          "400 Bad Request",
          """
          <ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code>\
          <Message>The stand-in has no answer for this.</Message></Error></ErrorResponse>
          """);

  private CannedAnswers() {}

  /// Of the services of which most accounts have bought nothing.
  private static final Map<String, CannedAnswer> EMPTY =
      Map.of(
          "ec2 DescribeReservedInstances",
          CannedAnswer.ok(
              """
              <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
              <requestId>bench</requestId><reservedInstancesSet/></DescribeReservedInstancesResponse>
              """),
          "rds",
          CannedAnswer.ok(
              """
              <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">\
              <DescribeReservedDBInstancesResult><ReservedDBInstances/>\
              </DescribeReservedDBInstancesResult></DescribeReservedDBInstancesResponse>
              """),
          "elasticache",
          CannedAnswer.ok(
              """
              <DescribeReservedCacheNodesResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">\
              <DescribeReservedCacheNodesResult><ReservedCacheNodes/></DescribeReservedCacheNodesResult>\
              </DescribeReservedCacheNodesResponse>
              """),
          "redshift",
          CannedAnswer.ok(
              """
              <DescribeReservedNodesResponse xmlns="http://redshift.amazonaws.com/doc/2012-12-01/">\
              <DescribeReservedNodesResult><ReservedNodes/></DescribeReservedNodesResult>\
              </DescribeReservedNodesResponse>
              """),
          "es",
          CannedAnswer.json("{\"ReservedInstances\":[]}"),
          "memorydb",
          CannedAnswer.json("{\"ReservedNodes\":[]}"),
          "redshift-serverless",
          CannedAnswer.json("{\"reservationsList\":[]}"),
          "savingsplans",
          CannedAnswer.json("{\"savingsPlans\":[]}"),
          "ec2 DescribeHostReservations",
          CannedAnswer.ok(
              """
              <DescribeHostReservationsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
              <requestId>bench</requestId><hostReservationSet/></DescribeHostReservationsResponse>
              """),
          "ec2 DescribeCapacityBlocks",
          CannedAnswer.ok(
              """
              <DescribeCapacityBlocksResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
              <requestId>bench</requestId><capacityBlockSet/></DescribeCapacityBlocksResponse>
              """));

  /// The answer to one call, complete with its head.
  static byte[] to(Request call) {
    return ANSWERS
        .getOrDefault(call.isExpiring() ? call.action + " expiring" : call.action, nothing(call))
        .to(call.account);
  }

  /// The answer of an account that has bought nothing.
  static byte[] empty(Request call) {
    return nothing(call).to(call.account);
  }

  private static CannedAnswer nothing(Request call) {
    return EMPTY.getOrDefault(
        call.service(), EMPTY.getOrDefault(call.service() + " " + call.action, UNKNOWN));
  }

  /// An answer in JSON, complete with its head.
  static byte[] json(String status, String body) {
    return CannedAnswer.of(status, "application/x-amz-json-1.1", body).to(ACCOUNT);
  }

  /// Says that this call came too fast, in the words of the service that was called.
  static byte[] throttled(Request call) {
    return (call.scope.contains("/ec2/") ? THROTTLED_EC2 : THROTTLED_QUERY).to(ACCOUNT);
  }

  /// Says that the service failed.
  static byte[] failed() {
    return FAILED.to(ACCOUNT);
  }

  /// Says that the role may not be assumed.
  static byte[] refused() {
    return REFUSED.to(ACCOUNT);
  }

  /// A request: its action, and the account it is about.
  ///
  /// @param action of the query protocol, or of the JSON protocol
  /// @param account twelve digits
  /// @param scope of the signature's credential
  /// @param body what is sent
  record Request(String action, String account, String scope, String body) {
    static Request of(String head, String body) {
      String scope = after(CREDENTIAL, head, ',');
      Matcher role = ROLE.matcher(body);
      Matcher target = TARGET.matcher(head);
      return new Request(
          target.find() ? target.group(1) : after(ACTION, body, '&'),
          role.find() ? role.group(1) : accountOf(scope),
          scope,
          body);
    }

    private static String accountOf(String scope) {
      Matcher key = KEY.matcher(scope);
      return key.lookingAt() ? key.group(1) : ACCOUNT;
    }

    /// As the signature names it.
    private String service() {
      String[] parts = scope.split("/", -1);
      return parts.length > 3 ? parts[3] : "";
    }

    /// Tells whether it lists reservations.
    boolean isReading() {
      return action.startsWith("DescribeReserved");
    }

    /// The number of the account in the accounts file, from 1; 0 for the caller's own.
    int accountNumber() {
      return Integer.parseInt(account.substring(6));
    }

    private boolean isExpiring() {
      return action.equals("DescribeReservedInstances")
          && accountNumber() % ACCOUNTS_PER_EXPIRING == 0
          && scope.contains("/" + FIRST_REGION + "/");
    }
  }

  private static String after(String mark, String text, char end) {
    int start = text.indexOf(mark);
    if (start < 0) {
      return "";
    }
    int stop = text.indexOf(end, start);
    return text.substring(start + mark.length(), stop < 0 ? text.length() : stop);
  }

  private static String ec2(String endOfTheFirst) {
    return """
    <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
      <requestId>bench</requestId>
      <reservedInstancesSet>
    %s%s%s  </reservedInstancesSet>
    </DescribeReservedInstancesResponse>
    """
        .formatted(
            ec2Item(1, "m5.large", endOfTheFirst),
            ec2Item(2, "c6g.xlarge", "2027-08-19T21:02:11.000Z"),
            ec2Item(3, "r7i.2xlarge", "2028-01-31T00:00:00.000Z"));
  }

  private static String ec2Item(int number, String type, String end) {
    return """
        <item>
          <reservedInstancesId>0b0e4c0%1$d-5813-4cc8-9ce3-%2$s</reservedInstancesId>
          <instanceType>%3$s</instanceType>
          <start>2025-02-10T09:16:00.340Z</start>
          <end>%4$s</end>
          <duration>31536000</duration>
          <usagePrice>0.0</usagePrice>
          <fixedPrice>0.0</fixedPrice>
          <instanceCount>4</instanceCount>
          <productDescription>Linux/UNIX</productDescription>
          <state>active</state>
          <instanceTenancy>default</instanceTenancy>
          <currencyCode>USD</currencyCode>
          <offeringType>No Upfront</offeringType>
          <recurringCharges>
            <item>
              <frequency>Hourly</frequency>
              <amount>0.062</amount>
            </item>
          </recurringCharges>
          <offeringClass>standard</offeringClass>
          <scope>Region</scope>
          <tagSet>
            <item>
              <key>owner</key>
              <value>team-%1$d</value>
            </item>
          </tagSet>
        </item>
    """
        .formatted(number, ACCOUNT, type, end);
  }

  private static String rds() {
    return """
    <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
      <DescribeReservedDBInstancesResult>
        <ReservedDBInstances>
    %s%s    </ReservedDBInstances>
      </DescribeReservedDBInstancesResult>
      <ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata>
    </DescribeReservedDBInstancesResponse>
    """
        .formatted(rdsItem(1), rdsItem(2));
  }

  private static String rdsItem(int number) {
    return """
          <ReservedDBInstance>
            <ReservedDBInstanceId>orders-%1$d</ReservedDBInstanceId>
            <ReservedDBInstancesOfferingId>12ab34cd-59af-4b2c-a660-%2$s</ReservedDBInstancesOfferingId>
            <DBInstanceClass>db.r6g.large</DBInstanceClass>
            <StartTime>2026-01-15T13:44:21.436Z</StartTime>
            <Duration>31536000</Duration>
            <FixedPrice>0.0</FixedPrice>
            <UsagePrice>0.0</UsagePrice>
            <CurrencyCode>USD</CurrencyCode>
            <DBInstanceCount>2</DBInstanceCount>
            <ProductDescription>postgresql</ProductDescription>
            <OfferingType>No Upfront</OfferingType>
            <MultiAZ>true</MultiAZ>
            <State>active</State>
            <RecurringCharges>
              <RecurringCharge>
                <RecurringChargeAmount>0.147</RecurringChargeAmount>
                <RecurringChargeFrequency>Hourly</RecurringChargeFrequency>
              </RecurringCharge>
            </RecurringCharges>
            <ReservedDBInstanceArn>arn:aws:rds:us-east-1:%2$s:ri:orders-%1$d</ReservedDBInstanceArn>
            <LeaseId>a1b2c3d4-6b69-4a59-be89-%2$s</LeaseId>
          </ReservedDBInstance>
    """
        .formatted(number, ACCOUNT);
  }

  /// Head and body as they go out, and the places in them where the account's id stands.
  private static final class CannedAnswer {
    private final byte[] bytes;
    private final int[] holes;

    private CannedAnswer(byte[] bytes, int[] holes) {
      this.bytes = bytes;
      this.holes = holes;
    }

    static CannedAnswer ok(String body) {
      return of("200 OK", body);
    }

    static CannedAnswer json(String body) {
      return of("200 OK", "application/json", body);
    }

    static CannedAnswer of(String status, String body) {
      return of(status, "text/xml;charset=UTF-8", body);
    }

    private static CannedAnswer of(String status, String type, String body) {
      String text =
          String.format(
              Locale.ROOT,
              "HTTP/1.1 %s\r\nContent-Type: %s\r\nx-amzn-RequestId: bench\r\n"
                  + "Content-Length: %d\r\n\r\n%s",
              status,
              type,
              body.length(),
              body);
      return new CannedAnswer(
          text.getBytes(ISO_8859_1),
          Pattern.compile(ACCOUNT)
              .matcher(text)
              .results()
              .mapToInt(found -> found.start())
              .toArray());
    }

    byte[] to(String account) {
      byte[] answer = bytes.clone();
      for (int hole : holes) {
        for (int i = 0; i < ID_LENGTH; i++) {
          answer[hole + i] = (byte) account.charAt(i);
        }
      }
      return answer;
    }
  }
}

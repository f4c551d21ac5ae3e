package dev.riexpiry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFaultsTest {
  private static final TopicArn TEAM = new TopicArn("arn:aws:sns:us-east-1:222233334444:t");
  private static final TopicArn CHAT = new TopicArn("arn:aws:sns:us-east-1:222233334444:c");

  private static AccountsFile.Parsed parsed(String file) {
    return AccountsFile.parse(
        file.replace("TOPIC", "\"topicArn\": \"" + TEAM + "\"")
            .replace("CHAT", "\"chatTopicArn\": \"" + CHAT + "\"")
            .getBytes(UTF_8));
  }

  private static String organization(String routes) {
    return "{\"organization\": {\"remoteRole\": \"r\"}, \"routes\": " + routes + "}";
  }

  private static String faults(String file) {
    return switch (parsed(file)) {
      case AccountsFile.Parsed.Valid(AccountsFile valid) -> throw new AssertionError(valid);
      case AccountsFile.Parsed.Invalid(List<Fault> faults) ->
          faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    };
  }

  @Test
  void theListKeepsItsOrder() {
    assertThat(
            parsed(
                organization(
                    "[{\"tag\": {\"Owner\": \"data\"}, TOPIC}, {\"organizationalUnit\":"
                        + " \"ou-ab12-cdef3456\", TOPIC, CHAT}]")))
        .isInstanceOfSatisfying(
            AccountsFile.Parsed.Valid.class,
            valid ->
                assertThat(valid.file().routes())
                    .containsExactly(
                        new Route(new Route.Tags(Map.of("Owner", "data")), TEAM, Optional.empty()),
                        new Route(new Route.Unit("ou-ab12-cdef3456"), TEAM, Optional.of(CHAT))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | routes: the list is empty; write a list of routes like {\"tag\": {\"Owner\": \"data-team\"}, \"topicArn\": …}, or remove it",
        "[1] | routes[0]: is a number; write an object with what it is for and a topicArn",
        "[{TOPIC}] | routes[0]: it says of nothing that it is for it; add a tag, or an organizationalUnit",
        "[{\"tag\": {\"a\": \"b\"}, \"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}] | routes[0]: it has both a tag and an organizationalUnit; make two routes of it",
        "[{\"tag\": {}, TOPIC}] | routes[0].tag: is empty; write tags like {\"Owner\": \"data-team\"}",
        "[{\"tag\": {\"a\": \"\"}, TOPIC}] | routes[0].tag.a: is blank; write the value of the tag",
        "[{\"tag\": {\"\": \"a\"}, TOPIC}] | routes[0].tag: \"\" is not the key of a tag; write one of 1 to 128 characters",
        "[{\"tag\": {\"a\": \"1\", \"A\": \"2\"}, TOPIC}] | routes[0].tag.A: the key is there twice; remove one of the two; tags are found in whatever letters",
        "[{\"organizationalUnit\": \"prod\", TOPIC}] | routes[0].organizationalUnit: \"prod\" is not the id of an organizational unit; write one like \"ou-ab12-cdef3456\"",
        "[{\"tag\": {\"a\": \"b\"}}] | routes[0].topicArn: it is missing; add the topic that its alerts go to",
        "[{\"tag\": {\"a\": \"b\"}, \"topicArn\": \"t.fifo\"}] | routes[0].topicArn: \"t.fifo\" is not the ARN of a standard SNS topic; write one like arn:aws:sns:us-east-1:111122223333:ri-expiry",
        "[{\"tag\": {\"a\": \"b\"}, TOPIC}, {\"tag\": {\"A\": \"b\", \"c\": \"d\"}, TOPIC}] | routes[1]: it never counts: all that it is for is for routes[0] already, which stands before it; remove one of the two, or put this one first",
        "[{\"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}, {\"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}] | routes[1]: it never counts: all that it is for is for routes[0] already, which stands before it; remove one of the two, or put this one first",
        "[{\"tag\": {\"a\": \"b\"}, TOPIC, \"chatTopicArn\": \"arn:aws:sns:us-east-1:222233334444:t\"}] | routes[0].chatTopicArn: it is a topic of alerts too, which a chat drops; name a topic of its own"
      })
  void oneFaultIsNamed(String routes, String fault) {
    assertThat(faults(organization(routes))).isEqualTo("line 1, " + fault);
  }

  @Test
  void theTopicOfAnAccountIsNoTopicOfAChat() {
    assertThat(
            faults(
                """
                {"accounts": [{"accountName": "a", "accountId": "222233334444", TOPIC}],
                 "routes": [{"tag": {"a": "b"}, "topicArn": "arn:aws:sns:us-east-1:222233334444:u",
                   "chatTopicArn": "arn:aws:sns:us-east-1:222233334444:t"}]}
                """))
        .isEqualTo(
            "line 2, routes[0].chatTopicArn: it is a topic of alerts too, which a chat drops; name a topic of its own");
  }

  @Test
  void aUnitNeedsTheOrganization() {
    assertThat(
            faults(
                "{\"payer\": {}, \"routes\": [{\"organizationalUnit\": \"ou-ab12-cdef3456\", TOPIC}]}"))
        .isEqualTo(
            "line 1, routes[0].organizationalUnit: the units of accounts are not known without an organization; add \"organization\", or give accounts a topicArn of their own");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThat(faults(organization("[{\"tags\": {}, CHAT}, {\"tag\": 1}]")).lines())
        .hasSize(5)
        .first()
        .isEqualTo("line 1, routes[0].tags: there is no such key; did you mean \"tag\"?");
  }

  @Test
  void moreThanFiveHundredAreRefused() {
    String many =
        IntStream.rangeClosed(0, 500)
            .mapToObj(i -> "{\"tag\": {\"a\": \"%d\"}, TOPIC}".formatted(i))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(faults(organization(many)))
        .isEqualTo(
            "line 1, routes: has 501 routes, more than 500; route by organizational unit, or give accounts a topicArn of their own");
  }
}

package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertDocumentTest {
  private static final Alert ALERT =
      AlertSample.only(
          AlertSample.compose(
              new AlertComposer(Grouping.DIGEST),
              AlertSample.summary(
                  List.of(
                      AlertSample.WEB_IN_7_DAYS,
                      Sample.unread(Sample.TOOLS, Sample.denied("sts:AssumeRole")),
                      Sample.unread(
                          Sample.DATA,
                          "eu-west-1",
                          Service.RDS,
                          Sample.denied("rds:DescribeReservedDBInstances"))),
                  Map.of(
                      Sample.WEB,
                      "web \"prod\"\n\u001B",
                      Sample.TOOLS,
                      "tools",
                      Sample.DATA,
                      "data-prod"))));

  @Test
  void holdsTheNamesOfTheContractInTheirOrder() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(ALERT.json()).toPrettyString())
        .isEqualTo(
            """
            {
              "checkDate" : "2026-05-04",
              "timeZone" : "UTC",
              "complete" : false,
              "part" : {
                "number" : 1,
                "of" : 1
              },
              "accounts" : {
                "configured" : 3,
                "read" : 3
              },
              "targets" : {
                "read" : 100,
                "unreadable" : 2
              },
              "commitments" : {
                "active" : 340,
                "expiring" : 1
              },
              "expiring" : [ {
                "accountId" : "222233334444",
                "accountName" : "web \\"prod\\"\\n\\u001B",
                "organizationalUnit" : null,
                "region" : "us-east-1",
                "service" : "ec2",
                "commitmentId" : "4357912c-0000-4000-8000-6d2f0e6f0001",
                "state" : "active",
                "resourceType" : "m5.large",
                "description" : "4 × m5.large, Linux/UNIX, No Upfront, standard",
                "quantity" : 4,
                "start" : "2025-05-11T04:00:00Z",
                "end" : "2026-05-11T03:59:59Z",
                "daysLeft" : 7,
                "milestone" : 7,
                "due" : true,
                "firstTold" : null,
                "renewal" : {
                  "state" : "none",
                  "by" : [ ],
                  "share" : 0,
                  "gapDays" : 0,
                  "gapHours" : 0
                },
                "commitmentType" : "Reserved Instance",
                "unit" : "Instances",
                "scope" : "region",
                "scopeName" : "us-east-1",
                "platform" : "Linux/UNIX",
                "tenancy" : "default",
                "offeringClass" : "standard",
                "paymentOption" : "No Upfront"
              } ],
              "troubles" : [ ],
              "unreadable" : [ {
                "accountId" : "111122223333",
                "accountName" : "tools",
                "organizationalUnit" : null,
                "region" : null,
                "service" : null,
                "action" : "sts:AssumeRole",
                "code" : "AccessDenied",
                "message" : "not authorized to perform sts:AssumeRole",
                "remedy" : "allow sts:AssumeRole in the policy of the role that reads this account",
                "since" : null,
                "due" : true
              }, {
                "accountId" : "333344445555",
                "accountName" : "data-prod",
                "organizationalUnit" : null,
                "region" : "eu-west-1",
                "service" : "rds",
                "action" : "rds:DescribeReservedDBInstances",
                "code" : "AccessDenied",
                "message" : "not authorized to perform rds:DescribeReservedDBInstances",
                "remedy" : "allow rds:DescribeReservedDBInstances in the policy of the role that reads this account",
                "since" : null,
                "due" : true
              } ],
              "recovered" : [ ],
              "renewed" : [ ]
            }\
            """);
  }

  @Test
  void goesToProgramsTheMailToPeopleAndTheSubjectToPhones() throws JsonProcessingException {
    JsonNode message = new ObjectMapper().readTree(ALERT.message());

    assertThat(message.propertyStream().map(Map.Entry::getKey))
        .containsExactly("default", "email", "sms");
    assertThat(message.get("default").asText()).isEqualTo(ALERT.json());
    assertThat(message.get("email").asText()).isEqualTo(ALERT.mail());
    assertThat(message.get("sms").asText()).isEqualTo(ALERT.subject());
  }
}

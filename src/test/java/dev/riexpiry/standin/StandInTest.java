package dev.riexpiry.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.Organization.Member;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The refusals of the stand-in, as another process sees them.
class StandInTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";

  @AutoClose
  private final StandIn aws =
      StandIn.start(Organization.of(Member.of("111122223333")).withTopics(TOPIC));

  @AutoClose private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "ec2, DescribeReservedInstances, 401, AuthFailure",
    "rds, DescribeReservedDBInstances, 403, InvalidClientTokenId",
    "sns, Publish, 403, InvalidClientTokenId",
    "sts, AssumeRole, 403, InvalidClientTokenId"
  })
  void refusesAKeyThatNobodyHas(String service, String action, int status, String code)
      throws Exception {
    HttpResponse<String> answer =
        ask(service, "us-east-1", Keys.accessKeyId("999988887777"), "Action=" + action);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void refusesATemporaryKeyWithoutItsToken() throws Exception {
    assertThat(
            ask(
                    "rds",
                    "us-east-1",
                    Keys.temporaryKeyId("111122223333"),
                    "Action=DescribeReservedDBInstances")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusesWhatIsNotSigned() throws Exception {
    HttpRequest unsigned =
        HttpRequest.newBuilder(URI.create(aws.url()))
            .POST(HttpRequest.BodyPublishers.ofString("Action=Publish"))
            .build();

    assertThat(http.send(unsigned, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "rds, us-east-1, Action=DescribeReservedDBInstances&MaxRecords=19, Must be between 20 and 100",
    "rds, us-east-1, Action=DescribeReservedDBInstances&MaxRecords=101, Must be between 20 and 100",
    "ec2, us-east-1, Action=DescribeReservedInstances&Filter.1.Name=colour, 'colour'",
    "ec2, us-east-1, Action=RunInstances, is not valid",
    "sts, us-east-1, Action=AssumeRole&RoleSessionName=a%20b, roleSessionName",
    "sns, us-east-1, Action=Publish&TopicArn=%s&Subject=a%%0Ab&Message=m, Subject",
    "sns, us-east-1, Action=Publish&TopicArn=%s&Message=m&MessageStructure=json, failed to parse",
    "sns, us-east-1, Action=Publish&TopicArn=%s&Message=%%7B%%7D&MessageStructure=json, No default",
    "sns, eu-west-1, Action=Publish&TopicArn=%s&Message=m, TopicArn"
  })
  void refusesWhatAwsRefuses(String service, String region, String form, String complaint)
      throws Exception {
    HttpResponse<String> answer =
        ask(
            service,
            region,
            Keys.accessKeyId("111122223333"),
            form.contains("%s") ? form.formatted(TOPIC) : form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(complaint);
    assertThat(aws.messages()).isEmpty();
  }

  @Test
  void tellsAnotherProcessHowToGetHere() {
    assertThat(aws.environment())
        .containsEntry("AWS_ENDPOINT_URL", aws.url())
        .containsEntry("AWS_ACCESS_KEY_ID", "AKIAFAKE111122223333")
        .containsKeys("AWS_SECRET_ACCESS_KEY", "AWS_REGION");
  }

  @Test
  void leadsTheSdkOfThisProcessHereOnlyWhileItLives() {
    assertThat(System.getProperty("aws.endpointUrl")).isEqualTo(aws.url());

    aws.close();

    assertThat(System.getProperty("aws.endpointUrl")).isNull();
    assertThat(System.getProperty("aws.accessKeyId")).isNull();
  }

  private HttpResponse<String> ask(String service, String region, String key, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(aws.url()))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20260504/%s/%s/aws4_request, SignedHeaders=host, Signature=00"
                    .formatted(key, region, service))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}

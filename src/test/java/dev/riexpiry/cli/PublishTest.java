package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTest {
  @TempDir private Path directory;

  @Test
  void sendsOneMailInTheTopicsRegionAndSaysSo() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = publish();

      assertThat(cli.status()).isEqualTo(0);
      assertThat(cli.err())
          .isEqualTo(
              """
              as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
              Reading 2 accounts as of 2026-05-04 (UTC)
              20 targets done
              Sent to arn:aws:sns:eu-west-1:111122223333:ri-expiry: 3 AWS reservations end, the first tomorrow: tools, web-prod (message 00000000-0000-4000-8000-000000000023)
              """);
      assertThat(aws.messages())
          .extracting(Message::region, Message::subject)
          .containsExactly(
              tuple("eu-west-1", "3 AWS reservations end, the first tomorrow: tools, web-prod"));
    }
  }

  @Test
  void sendsTheVeryMailThatRenderPrints() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      publish();
      Cli rendered = Cli.run("render", "--accounts", CommandSample.accounts(directory));

      Message sent = aws.messages().getFirst();
      assertThat(rendered.out()).isEqualTo("Subject: " + sent.subject() + "\n\n" + sent.mail());
    }
  }

  @Test
  void sendsNothingWhenNothingEndsAndSaysSo() {
    try (StandIn aws = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(publish().err())
          .endsWith("No alert: nothing is expiring, and everything was read.\n");
      assertThat(aws.messages()).isEmpty();
    }
  }

  @Test
  void isNotAskedOfSnsUnlessToldTo() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli.run(
          "check",
          "--accounts",
          CommandSample.accounts(directory),
          "--topic-arn",
          CommandSample.TOPIC);

      assertThat(aws.calls("Publish")).isEmpty();
    }
  }

  @Test
  void endsWithOneAndPrintsTheReportWhenSnsRefuses() {
    try (StandIn _ =
        StandIn.start(CommandSample.ORGANIZATION, Fault.of(Kind.DENIED, AwsService.SNS))) {
      Cli cli = publish();

      assertThat(cli.status()).isEqualTo(1);
      assertThat(cli.out()).contains("ec2-tools", "ec2-web", "orders-db");
      assertThat(cli.err())
          .isEqualTo(
              """
              as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
              Reading 2 accounts as of 2026-05-04 (UTC)
              20 targets done
              NOT SENT to arn:aws:sns:eu-west-1:111122223333:ri-expiry: 3 AWS reservations end, the first tomorrow: tools, web-prod
                sns:Publish: AuthorizationError, User: arn:aws:sts::111122223333:assumed-role/reader is not authorized to perform: Publish
                To mend it: allow sns:Publish on the topic in the policy of the notifier's role and, if the topic is encrypted, the use of its key
              """);
    }
  }

  @Test
  void goesOnToTheNextMailWhenOneIsRefused() {
    try (StandIn aws =
        StandIn.start(CommandSample.ORGANIZATION, Fault.of(Kind.DENIED, AwsService.SNS).times(1))) {
      Cli cli =
          Cli.run(
              "check",
              "--accounts",
              CommandSample.accounts(directory),
              "--publish",
              "--topic-arn",
              CommandSample.TOPIC,
              "--alert-grouping",
              "account");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(aws.messages())
          .extracting(Message::subject)
          .containsExactly("2 AWS reservations end, the first in 7 days: web-prod");
    }
  }

  private Cli publish() {
    return Cli.run(
        "check",
        "--accounts",
        CommandSample.accounts(directory),
        "--publish",
        "--topic-arn",
        CommandSample.TOPIC,
        "--concurrency",
        "1");
  }
}

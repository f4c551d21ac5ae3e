package dev.riexpiry.notifier;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/// A whole check against canned answers on loopback: it loads and warms every class that a real one
/// needs, and touches nothing outside the process. Run before the function's snapshot is taken, and
/// while the command line's start-up cache is made.
public final class Rehearsal {
  private static final AccountId ACCOUNT = new AccountId("000000000000");
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Rehearsal() {}

  /// Rehearses one check, and a request over TLS.
  ///
  /// @return its report: one expiring reservation of each service, and one alert that was sent
  /// @throws IOException if no port on loopback is free
  public static CheckReport run() throws IOException {
    CheckReport report = at(Rehearsal::check);
    speakTls();
    return report;
  }

  /// Answers every call of a check at an address on loopback while `use` runs.
  ///
  /// @throws IOException if no port on loopback is free
  public static <T> T at(Function<URI, T> use) throws IOException {
    return CannedAws.at(RehearsalAnswer::to, use);
  }

  /// Loads the classes that every connection to AWS needs, and the trust store first of all, from
  /// which the first message of a handshake is thrown away with its keys; the others are exchanged
  /// with a server within the process.
  ///
  /// @throws IOException if this Java cannot speak TLS, or no port on loopback is free
  public static void speakTls() throws IOException {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine("rehearsal", 443);
      engine.setUseClientMode(true);
      engine.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no TLS", e);
    }
    TlsRehearsal.run();
  }

  private static CheckReport check(URI endpoint) {
    try (AwsClients clients = AwsClients.rehearsing(endpoint)) {
      return new Notifier(clients, () -> Instant.EPOCH)
          .check(
              1,
              Progress.NONE,
              Optional.of(new Notifier.Records("rehearsal", "rehearsal", _ -> false)))
          .run(request(), Stop.after(LONGEST));
    }
  }

  private static CheckRequest request() {
    return new CheckRequest(
        new Roster(
            List.of(
                new Account(
                    "rehearsal",
                    ACCOUNT,
                    RemoteRole.parse("rehearsal"),
                    Optional.empty(),
                    new RegionChoice.Listed(List.of("us-east-1")),
                    Optional.empty())),
            List.of()),
        new CheckDate(LocalDate.EPOCH, ZoneOffset.UTC),
        Milestones.DEFAULT,
        Grouping.DIGEST,
        new DeliveryMode.Publish(new TopicArn("arn:aws:sns:us-east-1:000000000000:rehearsal")));
  }
}

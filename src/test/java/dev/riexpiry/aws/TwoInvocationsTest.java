package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The same check started twice at the same moment, over and over, against the real engine.
@Tag("dynamodb-local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInvocationsTest {
  private static final int TIMES = 200;
  private static final int COMMITMENTS = 5;

  private final List<Alert> sent = Collections.synchronizedList(new ArrayList<>());
  private LocalDynamo dynamo;

  @BeforeAll
  void start() {
    dynamo = LocalDynamo.start();
  }

  @AfterAll
  void stop() {
    dynamo.close();
  }

  @Test
  void sendOneMailEachTime() throws Exception {
    String table = dynamo.newTable();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int time = 0; time < TIMES; time++) {
        sent.clear();
        FakeAws aws = account(time);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<CheckReport>> runs =
            Stream.of("a", "b")
                .map(name -> name + time(table))
                .map(owner ->
                    threads.submit(() -> {
                      together.await();
                      return run(aws, table, owner);
                    }))
                .toList();
        for (Future<CheckReport> run : runs) {
          assertThat(run.get().warnings()).isEmpty();
          assertThat(run.get().findings(Expiring.class)).hasSize(COMMITMENTS);
        }
        assertThat(sent).as("time %d", time).hasSize(1);
        assertThat(sent.getFirst().findings(Expiring.class)).hasSize(COMMITMENTS);
      }
    }
  }

  private static String time(String table) {
    return "-" + table + "-" + System.nanoTime();
  }

  /// Commitments of other ids each time, and a target that cannot be read.
  private static FakeAws account(int time) {
    return new FakeAws()
        .answers(
            Sample.WEB,
            "us-east-1",
            Service.EC2,
            new Reading(
                IntStream.range(0, COMMITMENTS)
                    .<Commitment>mapToObj(
                        i -> Sample.ec2(Sample.WEB, "r-" + time + "-" + i, "2026-05-11T03:59:59Z"))
                    .toList(),
                List.of(),
                false))
        .answers(
            Sample.WEB, "us-east-1", Service.RDS, Reading.failed(Sample.denied("rds:Describe")));
  }

  private CheckReport run(FakeAws aws, String table, String owner) {
    return CheckFixture.check(
            aws,
            (_, alert) -> {
              sent.add(alert);
              return new Receipt.Result.Sent("m-" + sent.size());
            },
            CheckFixture.keeping(
                new DynamoLedger(dynamo.clients(), table, InstantSource.system()),
                owner,
                InstantSource.system(),
                _ -> briefly()))
        .run(
            CheckFixture.request(
                "2026-05-04",
                CheckFixture.everybody(Sample.account("web", Sample.WEB, "us-east-1"))),
            Stop.onRequest());
  }

  private static boolean briefly() {
    try {
      Thread.sleep(5);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

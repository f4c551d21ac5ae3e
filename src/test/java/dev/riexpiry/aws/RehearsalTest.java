package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Delivered;
import dev.riexpiry.check.LedgerUse;
import dev.riexpiry.commitment.Service;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void findsOneReservationOfEachServiceAndSendsOneAlert() throws IOException {
    CheckReport report = Rehearsal.run();

    assertThat(report.unreadable()).isEmpty();
    assertThat(report.expiring())
        .extracting(item -> item.commitment().service())
        .containsExactlyInAnyOrder(Service.values());
    assertThat(report.alerts())
        .extracting(Delivered::result)
        .containsExactly(new Delivered.Result.Sent("rehearsal"));
    assertThat(report.ledger().state()).isEqualTo(LedgerUse.State.WRITTEN);
  }

  @Test
  void answersOnlyWhileItIsUsed() throws IOException {
    URI address = Rehearsal.at(uri -> uri);

    assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }
}

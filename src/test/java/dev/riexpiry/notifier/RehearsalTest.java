package dev.riexpiry.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Unread;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void findsOneReservationOfEachServiceAndSendsOneAlert() throws IOException {
    CheckReport report = Rehearsal.run();

    assertThat(report.findings(Unread.class)).isEmpty();
    assertThat(report.reach().caller()).isPresent();
    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().service())
        .containsExactlyInAnyOrder(Service.values());
    assertThat(report.receipts())
        .extracting(Receipt::result)
        .containsExactly(new Receipt.Result.Sent("rehearsal"));
    assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.WRITTEN);
  }

  @Test
  void answersOnlyWhileItIsUsed() throws IOException {
    URI address = Rehearsal.at(uri -> uri);

    assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }
}

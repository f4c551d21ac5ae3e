package dev.riexpiry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.ReportReceipt.Result;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.S3Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDeliveryTest {
  private static final S3Location LOCATION = new S3Location("bucket", "reports/");
  private static final S3Location DAY = new S3Location("bucket", "reports/2026/05/04/");
  private static final ReportPlace PLACE =
      new ReportPlace(LOCATION, Optional.empty(), Optional.empty());
  private static final Failure REFUSED =
      new Failure("s3:PutObject", "AccessDenied", "Access Denied", "allow it");
  private static final List<ReportFile> FILES =
      List.of(
          new ReportFile("report.json", "application/json", "{}"),
          new ReportFile("index.html", "text/html", "<p>"));

  private final List<String> written = new ArrayList<>();

  private ReportReceipt deliver(
      Outcome<String> signIn, String refused, Supplier<List<ReportFile>> files) {
    return new ReportDelivery(_ -> signIn.map(_ -> new FakeShelf(refused)), PLACE)
        .deliver(files, LocalDate.parse("2026-05-04"));
  }

  private ReportReceipt deliver(String refused) {
    return deliver(new Outcome.Found<>("signed in"), refused, () -> FILES);
  }

  @Test
  void writesTheDayFirstAndTheLatestPageLastOfAll() {
    assertThat(deliver("none"))
        .isEqualTo(new ReportReceipt(LOCATION, new Result.Written(DAY, LOCATION.in("latest/"), 2)));
    assertThat(written)
        .containsExactly(
            "s3://bucket/reports/2026/05/04/report.json",
            "s3://bucket/reports/2026/05/04/index.html",
            "s3://bucket/reports/latest/report.json",
            "s3://bucket/reports/latest/index.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://bucket/reports/2026/05/04/report.json",
        "s3://bucket/reports/2026/05/04/index.html"
      })
  void leavesTheLatestAsItWasWhereTheDayIsNotWhole(String refused) {
    assertThat(deliver(refused).result())
        .isEqualTo(new Result.Failed(Optional.of(refused), REFUSED));
    assertThat(written).noneMatch(object -> object.contains("latest"));
  }

  @Test
  void leavesTheLatestPageAsItWasWhereAFileBesideItIsMissing() {
    deliver("s3://bucket/reports/latest/report.json");
    assertThat(written)
        .containsExactly(
            "s3://bucket/reports/2026/05/04/report.json",
            "s3://bucket/reports/2026/05/04/index.html");
  }

  @Test
  void writesNothingWithoutASignInAndSaysWhy() {
    assertThat(deliver(new Outcome.Failed<>(REFUSED), "none", () -> FILES).failure())
        .contains(REFUSED);
    assertThat(written).isEmpty();
  }

  @Test
  void whatGoesWrongInTheMakingOfTheFilesEndsNoRun() {
    assertThat(
            making(() -> {
              throw new IllegalStateException("a defect");
            }))
        .hasValueSatisfying(message -> assertThat(message).contains("a defect"));
    assertThat(
            making(() -> {
              throw new NoClassDefFoundError("a class");
            }))
        .hasValueSatisfying(message -> assertThat(message).contains("a class"));
    assertThat(written).isEmpty();
  }

  private Optional<String> making(Supplier<List<ReportFile>> files) {
    return deliver(new Outcome.Found<>("signed in"), "none", files).failure().map(Failure::message);
  }

  private final class FakeShelf implements ReportStore.Shelf {
    private final String refused;

    FakeShelf(String refused) {
      this.refused = refused;
    }

    @Override
    public AccountId owner() {
      return new AccountId("111122223333");
    }

    @Override
    public Optional<Failure> put(S3Location folder, ReportFile file) {
      String object = folder + file.name();
      if (object.equals(refused)) {
        return Optional.of(REFUSED);
      }
      written.add(object);
      return Optional.empty();
    }
  }
}

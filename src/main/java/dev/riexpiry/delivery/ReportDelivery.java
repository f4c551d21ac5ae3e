package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.delivery.ReportReceipt.Result;
import dev.riexpiry.delivery.ReportStore.Shelf;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.S3Location;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes the files of a report into the folder of their day, and after all of these into
/// `latest/`: who looks there sees the report of before until the new one is whole elsewhere.
///
/// @param store writes
/// @param place where to
public record ReportDelivery(ReportStore store, ReportPlace place) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/", Locale.ROOT);
  private static final String LATEST = "latest/";

  public ReportDelivery {
    requireNonNull(store, "store is null");
    requireNonNull(place, "place is null");
  }

  /// The folder of a day, such as `s3://bucket/reports/2026/05/04/`.
  public static S3Location folder(S3Location location, LocalDate day) {
    return location.in(DAY.format(day));
  }

  /// Writes files, and none after one that cannot be written.
  ///
  /// @param files makes them, in the order of writing; what goes wrong there is a failure like any
  ///   other
  /// @param day the day that they are about
  public ReportReceipt deliver(Supplier<List<ReportFile>> files, LocalDate day) {
    S3Location folder = folder(place.location(), day);
    Outcome<Result> result =
        store.open(place).flatMap(shelf -> made(files).map(all -> write(shelf, folder, all)));
    return new ReportReceipt(
        place.location(),
        switch (result) {
          case Outcome.Found<Result>(Result known) -> known;
          case Outcome.Failed<Result>(Failure failure) ->
              new Result.Failed(Optional.empty(), failure);
        });
  }

  private static Outcome<List<ReportFile>> made(Supplier<List<ReportFile>> files) {
    try {
      return new Outcome.Found<>(files.get());
    } catch (RuntimeException | Error e) {
      return new Outcome.Failed<>(Failure.defect("the making of the report's files", e.toString()));
    }
  }

  private Result write(Shelf shelf, S3Location folder, List<ReportFile> files) {
    Result.Written written = new Result.Written(folder, place.location().in(LATEST), files.size());
    for (S3Location to : written.folders()) {
      for (ReportFile file : files) {
        Optional<Failure> failure = shelf.put(to, file);
        if (failure.isPresent()) {
          return new Result.Failed(Optional.of(to + file.name()), failure.get());
        }
      }
    }
    return written;
  }
}

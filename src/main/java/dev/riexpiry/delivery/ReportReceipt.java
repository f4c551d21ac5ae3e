package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.S3Location;
import java.util.List;
import java.util.Optional;

/// What became of the files of a report.
///
/// @param location where they were to go
/// @param result what became of them
public record ReportReceipt(S3Location location, Result result) {
  /// The name of the file that people open.
  private static final String PAGE = "index.html";

  public ReportReceipt {
    requireNonNull(location, "location is null");
    requireNonNull(result, "result is null");
  }

  /// Why they were not all written; empty if they were, or were not to be.
  public Optional<Failure> failure() {
    return switch (result) {
      case Result.Failed failed -> Optional.of(failed.failure());
      case Result.Written _, Result.Skipped _ -> Optional.empty();
    };
  }

  /// What became of files.
  public sealed interface Result {
    /// All of them are there, twice: in the folder of their day, and as the latest.
    ///
    /// @param folder that of the day
    /// @param latest that of the latest
    /// @param files how many there are in each
    record Written(S3Location folder, S3Location latest, int files) implements Result {
      public Written {
        requireNonNull(folder, "folder is null");
        requireNonNull(latest, "latest is null");
      }

      /// Both folders, in the order of writing.
      public List<S3Location> folders() {
        return List.of(folder, latest);
      }

      /// The page of the day, as `s3://bucket/key`.
      public String page() {
        return folder + PAGE;
      }
    }

    /// One could not be written, and after it none was tried.
    ///
    /// @param object the first that is missing or old, as `s3://bucket/key`; empty if there was no
    ///   way to any
    record Failed(Optional<String> object, Failure failure) implements Result {
      public Failed {
        requireNonNull(object, "object is null");
        requireNonNull(failure, "failure is null");
      }
    }

    /// They were not to be written: the run was a dry one, or about a part of the accounts.
    record Skipped() implements Result {}
  }
}

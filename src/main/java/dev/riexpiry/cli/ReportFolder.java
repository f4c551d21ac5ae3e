package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.delivery.ReportFile;
import dev.riexpiry.input.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The folder that the files of a report are written to. Each file is whole or is the one that was
/// there before.
///
/// @param path where; need not be there yet
record ReportFolder(Path path) {
  static final String OPTION = "--to";

  ReportFolder {
    requireNonNull(path, "path is null");
  }

  /// Reads the option, and makes sure that the folder could be written to, before anything else is
  /// done for it.
  ///
  /// @param text what was given; empty if nothing was
  /// @param faults takes what is wrong with it
  static Optional<ReportFolder> read(Optional<String> text, List<Fault> faults) {
    if (text.isEmpty() || text.get().isBlank()) {
      faults.add(
          new Fault(
              OPTION,
              "there is no folder to write to",
              "add --to FOLDER, or --to s3://BUCKET/FOLDER/"));
      return Optional.empty();
    }
    String place = OPTION + " " + text.get();
    try {
      ReportFolder folder = new ReportFolder(Path.of(text.get()));
      folder.problem().ifPresent(problem -> faults.add(folder.fault(problem)));
      return Optional.of(folder);
    } catch (InvalidPathException e) {
      faults.add(new Fault(place, "it is not a path", "name a folder"));
      return Optional.empty();
    }
  }

  private Optional<String> problem() {
    Path there = path.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return !Files.isDirectory(there)
        ? Optional.of(there.equals(path.toAbsolutePath()) ? "it is a file" : there + " is a file")
        : Files.isWritable(there)
            ? Optional.empty()
            : Optional.of("this user may not write to " + there);
  }

  private Fault fault(String problem) {
    return new Fault(OPTION + " " + path, problem, "name a folder that this user may write to");
  }

  /// Removes a file, if it is there.
  ///
  /// @throws IOException if it cannot be removed
  void remove(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }

  /// Writes one file.
  ///
  /// @return where it is
  /// @throws IOException if it cannot be written; what was there before is there still
  Path write(ReportFile file) throws IOException {
    Files.createDirectories(path);
    Path target = path.resolve(file.name());
    Path beside = path.resolve("." + file.name() + "." + UUID.randomUUID());
    try {
      Files.writeString(
          beside,
          file.text(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return target;
  }
}

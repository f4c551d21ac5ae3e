package dev.riexpiry.init;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/// A place for a new accounts file. Either the whole file is there afterwards, or nothing has
/// changed.
///
/// @param path where
/// @param force whether it may take the place of another
public record NewAccountsFile(Path path, boolean force) {
  public NewAccountsFile {
    requireNonNull(path, "path is null");
  }

  /// Makes sure that it could be written, before anything else is done for it.
  ///
  /// @throws InvalidInputException if another is there that it may not replace
  public void requireRoom() {
    if (Files.isDirectory(path)) {
      throw fault("it is a directory", "name a file in it");
    }
    if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw taken();
    }
  }

  /// Writes it, if a check would take it.
  ///
  /// @param document what it holds
  /// @throws InvalidInputException if a check would refuse it, naming every fault, or it cannot be
  ///   written
  public AccountsFile write(Object document) {
    byte[] bytes = (Json.indented(document) + "\n").getBytes(StandardCharsets.UTF_8);
    AccountsFile file =
        switch (AccountsFile.parse(bytes)) {
          case AccountsFile.Parsed.Valid(AccountsFile valid) -> valid;
          case AccountsFile.Parsed.Invalid(List<Fault> faults) ->
              throw new InvalidInputException("the file that would be written", faults);
        };
    requireRoom();
    try {
      put(bytes);
    } catch (FileAlreadyExistsException e) {
      throw taken();
    } catch (IOException | SecurityException e) {
      throw fault(
          "it cannot be written (%s)".formatted(e.getClass().getSimpleName()),
          "name a file in a directory that is there, and that this user may write to");
    }
    return file;
  }

  private void put(byte[] bytes) throws IOException {
    Path target = force && Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (force) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(beside, target);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private InvalidInputException taken() {
    return fault("it is there already", "name another with --accounts, or replace it with --force");
  }

  private InvalidInputException fault(String problem, String remedy) {
    return new InvalidInputException(
        "the command line", List.of(new Fault("--accounts " + path, problem, remedy)));
  }
}

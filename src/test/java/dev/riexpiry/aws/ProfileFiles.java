package dev.riexpiry.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A home folder with an AWS configuration, to which the system properties of this process lead
/// while it lives, and no keys in the environment.
public final class ProfileFiles implements AutoCloseable {
  private final Path home;
  private final Map<String, Optional<String>> replaced = new LinkedHashMap<>();

  private ProfileFiles(Path home) {
    this.home = home;
  }

  /// @param config the text of `~/.aws/config`
  /// @param credentials the text of `~/.aws/credentials`
  public static ProfileFiles in(Path home, String config, String credentials) {
    ProfileFiles files = new ProfileFiles(home);
    files.write("config", config);
    files.write("credentials", credentials);
    files.set("aws.configFile", home.resolve(".aws/config").toString());
    files.set("aws.sharedCredentialsFile", home.resolve(".aws/credentials").toString());
    files.set("aws.accessKeyId", "");
    files.set("aws.secretAccessKey", "");
    files.set("aws.region", "");
    return files;
  }

  /// Replaces `~/.aws/config`.
  public void config(String text) {
    write("config", text);
  }

  /// Where sessions are kept.
  public Path cache() {
    return home.resolve(".aws/cli/cache");
  }

  /// Sets a property until it is closed; an empty one is taken away.
  public void set(String name, String value) {
    replaced.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(home.resolve(".aws"));
      Files.writeString(home.resolve(".aws").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    replaced.forEach((name, value) -> set(name, value.orElse("")));
  }
}

package dev.riexpiry;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A class that is only named in a text cannot be followed when a jar is shrunk: the SDK makes so
/// what signs in, and says that a module is missing where its class is.
class ShrunkJarsIT {
  @ParameterizedTest
  @CsvSource({
    // Signs streams of events, of which nothing here has any.
    "ri-expiry-notifier.jar, command-line-whole.jar,"
        + " software.amazon.awssdk.http.auth.aws.eventstream.HttpAuthAwsEventStream",
    // The same; a function signs in with the keys that Lambda gives it, and with no profile.
    "function.jar, function-whole.jar,"
        + " software.amazon.awssdk.http.auth.aws.eventstream.HttpAuthAwsEventStream"
        + " software.amazon.awssdk.services.sts.internal.StsProfileCredentialsProviderFactory"
        + " software.amazon.awssdk.services.sts.internal.StsWebIdentityCredentialsProviderFactory"
  })
  void whatAClassNamesInATextIsThereUnlessItIsKnownToBeOfNoUse(
      String shrunk, String whole, String useless) throws IOException {
    try (ZipFile part = new ZipFile("target/" + shrunk);
        ZipFile all = new ZipFile("target/" + whole)) {
      Set<String> cutAway = classes(all).collect(toSet());
      cutAway.removeAll(classes(part).collect(toSet()));

      Set<String> named =
          part.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .flatMap(entry -> texts(part, entry))
              .filter(cutAway::contains)
              .collect(toSet());

      assertThat(new TreeSet<>(named)).containsExactlyInAnyOrder(useless.split(" "));
    }
  }

  @ParameterizedTest
  @CsvSource({"ri-expiry-notifier.jar, 36", "function.jar, 36"})
  void aJarIsHalfAsLargeAsAllItsLibraries(String jar, int megabytes) throws IOException {
    assertThat(Files.size(Path.of("target", jar))).isLessThan(megabytes * 1024L * 1024);
  }

  private static Stream<String> classes(ZipFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'));
  }

  private static Stream<String> texts(ZipFile jar, ZipEntry entry) {
    try {
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      return StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(text -> ((StringEntry) text).stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

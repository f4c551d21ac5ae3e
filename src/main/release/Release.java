import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes target/release of what is built: everything that is published of a version, the same bytes
/// each time.
///
/// Called with the target folder, the version, and the time of every file in an archive.
void main(String[] args) throws Exception {
  Path target = Path.of(args[0]);
  String version = args[1];
  Instant time = Instant.parse(args[2]);
  Path release = fresh(target.resolve("release"));
  Path work = fresh(target.resolve("release-work"));
  Path jar = target.resolve("ri-expiry-notifier.jar");
  Path function = target.resolve("function.jar");
  String name = "ri-expiry-notifier-" + version;

  Bom bom = Bom.read(target.resolve("sbom/bom.json"));
  List<Bom.Library> ofCommandLine = bom.shippedIn(jar);
  List<Bom.Library> ofFunction = bom.shippedIn(function);
  Bom.Library java = Runtime.make(work.resolve("runtime"), jar);
  Path thirdParty = ThirdParty.write(release.resolve("THIRD-PARTY.txt"), ofCommandLine, ofFunction, java);

  Map<String, Path> files = new LinkedHashMap<>();
  files.put("ri-expiry-notifier", target.resolve("ri-expiry-notifier"));
  files.put("ri-expiry-notifier.cmd", target.resolve("ri-expiry-notifier.cmd"));
  files.put("ri-expiry-notifier.jar", jar);
  files.put("LICENSE", Path.of("LICENSE"));
  files.put("THIRD-PARTY.txt", thirdParty);
  files.put("completion/ri-expiry-notifier.bash", Runtime.print(work, jar, "completion", "bash"));
  files.put("completion/_ri-expiry-notifier", Runtime.print(work, jar, "completion", "zsh"));
  files.put("man/man1/ri-expiry-notifier.1", Runtime.print(work, jar, "manual"));
  Archive.zip(release.resolve(name + ".zip"), name, files, time);

  files.remove("ri-expiry-notifier.cmd");
  Archive.addFolder(files, "runtime", work.resolve("runtime"));
  Archive.tar(release.resolve(name + "-linux-x64.tar.gz"), name, files, time);

  Files.copy(function, release.resolve("function-" + version + ".zip"));
  Files.writeString(
      release.resolve("template-" + version + ".yaml"),
      Template.released(
          Files.readString(Path.of("sam-template.yaml")),
          Files.readString(Path.of("statemachine/spread-check.asl.json"))));
  for (String role : List.of("member-role", "payer-role", "bucket-role")) {
    Files.copy(Path.of(role + ".yaml"), release.resolve(role + "-" + version + ".yaml"));
  }
  bom.write(release.resolve(name + ".zip.cdx.json"), ofCommandLine);
  bom.write(
      release.resolve(name + "-linux-x64.tar.gz.cdx.json"),
      Stream.concat(ofCommandLine.stream(), Stream.of(java)).toList());
  bom.write(release.resolve("function-" + version + ".zip.cdx.json"), ofFunction);
  Sums.write(release);
}

Path fresh(Path folder) throws IOException {
  if (Files.exists(folder)) {
    try (Stream<Path> there = Files.walk(folder)) {
      for (Path path : there.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
  return Files.createDirectories(folder);
}

package dev.riexpiry.cli;

import dev.riexpiry.aws.ProfileFiles;
import java.util.List;
import java.util.Map;

/// The same ways by the jar, in which the SDK has to find by name what signs in.
class SignInWaysIT extends SignInWaysTest {
  @Override
  Cli run(ProfileFiles leading, String... words) {
    List<String> properties =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("aws."))
            .map(name -> "-D" + name + "=" + System.getProperty(name))
            .toList();
    return CommandLineJar.run(Map.of(), properties, words);
  }

  @Override
  List<String> program() {
    return List.of("-jar", CommandLineJar.PATH.toString());
  }
}

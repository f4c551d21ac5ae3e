package dev.riexpiry.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a process may find around it to assume a role with: the values of `credential_source`.
public enum MachineSource {
  ENVIRONMENT("Environment"),
  INSTANCE("Ec2InstanceMetadata"),
  CONTAINER("EcsContainer");

  private final String word;

  MachineSource(String word) {
    this.word = word;
  }

  /// The source with this word, in any case, as the AWS CLI takes it.
  static Optional<MachineSource> of(String word) {
    return Stream.of(values()).filter(source -> source.word.equalsIgnoreCase(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(MachineSource::word).toList();
  }

  /// Its word in the AWS configuration.
  public String word() {
    return word;
  }
}

package dev.riexpiry.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a process may find around it to assume a role with: the values of `credential_source`.
public enum MachineSource {
  ENVIRONMENT("Environment", Way.ENVIRONMENT),
  INSTANCE("Ec2InstanceMetadata", Way.INSTANCE),
  CONTAINER("EcsContainer", Way.CONTAINER);

  private final String word;
  private final Way way;

  MachineSource(String word, Way way) {
    this.word = word;
    this.way = way;
  }

  /// The source with this word, in any case, as the AWS CLI takes it.
  static Optional<MachineSource> of(String word) {
    return Stream.of(values()).filter(source -> source.word.equalsIgnoreCase(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(MachineSource::word).toList();
  }

  /// The way to its credentials.
  public Way way() {
    return way;
  }

  /// Its word in the AWS configuration.
  public String word() {
    return word;
  }
}

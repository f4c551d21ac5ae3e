package dev.riexpiry.aws;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;

/// Lists the commitments of one service: its paging, its states, its own idea of an end.
interface ServiceReader {
  /// Asks for everything, page after page, and hands each item on as it comes, so that what came
  /// before a failure is kept.
  ///
  /// An answer of success without a list is unusable and not empty: in the SDK an empty body reads
  /// as "no reservations".
  ///
  /// @throws software.amazon.awssdk.core.exception.SdkException as the SDK does
  void read(Place place, Sink sink);

  /// Takes what a reader finds.
  interface Sink {
    /// A reservation was read.
    void found(Commitment commitment);

    /// An answer, or one reservation in it, cannot be understood.
    void unusable(String message);
  }

  /// The reader of a service.
  static ServiceReader of(Service service) {
    return switch (service) {
      case EC2 -> new Ec2Reader();
      case RDS -> new RdsReader();
    };
  }
}

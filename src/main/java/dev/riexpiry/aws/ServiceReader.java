package dev.riexpiry.aws;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import software.amazon.awssdk.regions.ServiceMetadata;

/// Lists the commitments of one service: its paging, its states, its own idea of an end.
interface ServiceReader {
  /// Requests page after page and hands each item on as it comes, so that a partial failure keeps
  /// what came before it.
  ///
  /// An answer of success without a list is unusable and not empty: in the SDK an empty body reads
  /// as "no reservations".
  ///
  /// @throws software.amazon.awssdk.core.exception.SdkException as the SDK does
  void read(RegionalAccount at, Sink sink);

  /// The regions in which the SDK in use knows the service.
  ServiceMetadata metadata();

  /// Takes the commitments that a reader finds, and the answers that it cannot use.
  interface Sink {
    /// Takes a commitment that was read.
    void found(Commitment commitment);

    /// Takes the reason why an answer, or one reservation in it, cannot be understood.
    void unusable(String message);
  }

  /// The reader of a service.
  static ServiceReader of(Service service) {
    return switch (service) {
      case EC2 -> new Ec2Reader();
      case RDS -> new RdsReader();
      case ELASTICACHE -> new ElastiCacheReader();
      case OPENSEARCH -> new OpenSearchReader();
      case REDSHIFT -> new RedshiftReader();
      case REDSHIFT_SERVERLESS -> new RedshiftServerlessReader();
      case MEMORYDB -> new MemoryDbReader();
      case EC2_HOST -> new HostReader();
      case EC2_CAPACITY_BLOCK -> new CapacityBlockReader();
      case SAVINGS_PLANS -> new SavingsPlansReader();
    };
  }
}

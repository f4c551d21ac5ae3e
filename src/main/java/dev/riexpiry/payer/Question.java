package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.stream.Stream;

/// One listing of Cost Explorer. It takes one name of a service at a time, and two services have
/// two: OpenSearch had another name before, and of MemoryDB public programs know both. A name that
/// it does not know gives an empty listing.
///
/// @param service the service whose commitments are listed
/// @param name the service as Cost Explorer names it
public record Question(Service service, String name) {
  public static final String RESERVATIONS = "ce:GetReservationUtilization";
  public static final String PLANS = "ce:GetSavingsPlansUtilizationDetails";

  public Question {
    requireNonNull(service, "service is null");
    requireNonNull(name, "name is null");
  }

  /// The questions that list all commitments of a service; none for one that Cost Explorer does not
  /// list.
  public static List<Question> about(Service service) {
    return names(service).map(name -> new Question(service, name)).toList();
  }

  private static Stream<String> names(Service service) {
    return switch (service) {
      case EC2 -> Stream.of("Amazon Elastic Compute Cloud - Compute");
      case RDS -> Stream.of("Amazon Relational Database Service");
      case ELASTICACHE -> Stream.of("Amazon ElastiCache");
      case OPENSEARCH -> Stream.of("Amazon OpenSearch Service", "Amazon Elasticsearch Service");
      case REDSHIFT -> Stream.of("Amazon Redshift");
      case MEMORYDB -> Stream.of("Amazon MemoryDB", "Amazon MemoryDB Service");
      case SAVINGS_PLANS -> Stream.of("Savings Plans");
      case REDSHIFT_SERVERLESS, EC2_HOST, EC2_CAPACITY_BLOCK -> Stream.of();
    };
  }

  /// Tells whether it lists Savings Plans, which have an operation of their own.
  public boolean isAboutPlans() {
    return service == Service.SAVINGS_PLANS;
  }

  /// The IAM action that answers it.
  public String action() {
    return isAboutPlans() ? PLANS : RESERVATIONS;
  }
}

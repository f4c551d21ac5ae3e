package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer.Page;
import dev.riexpiry.payer.CostExplorer.Session;
import dev.riexpiry.payer.Question;
import dev.riexpiry.payer.Row;
import dev.riexpiry.payer.Window;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationDetailsResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.ReservationUtilizationGroup;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationDetail;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;

/// Asks the Cost Explorer of one account, which has one endpoint for all regions of a partition.
///
/// @param account the account
/// @param caller whose the run's own credentials are, if that was asked
/// @param clients the SDK clients
/// @param credentials the account's own
/// @param patience how long an answer may take
record CostExplorerSession(
    AccountId account,
    Optional<Identity> caller,
    AwsClients clients,
    AwsCredentialsProvider credentials,
    Patience patience)
    implements Session {
  private static final String ORGANIZATION = "organizations:DescribeOrganization";
  private static final String GROUP_BY = "SUBSCRIPTION_ID";

  /// The most plans a page may have; without it a page has 20.
  private static final int PLANS_PER_PAGE = 100;

  CostExplorerSession {
    requireNonNull(account, "account is null");
    requireNonNull(caller, "caller is null");
    requireNonNull(clients, "clients is null");
    requireNonNull(credentials, "credentials is null");
    requireNonNull(patience, "patience is null");
  }

  @Override
  public CostExplorerSession patient() {
    return new CostExplorerSession(account, caller, clients, credentials, Patience.LAST);
  }

  @Override
  public String currency() {
    return clients.partition().equals("aws-cn") ? "CNY" : "USD";
  }

  @Override
  public Outcome<Optional<AccountId>> managementAccount() {
    return new AwsCall(ORGANIZATION)
        .ask(() -> {
          try {
            String id =
                Optional.ofNullable(
                        clients
                            .client(
                                OrganizationsClient.class,
                                clients.home(),
                                OrganizationsClient::builder)
                            .describeOrganization(
                                request -> request.overrideConfiguration(home()::sign))
                            .organization())
                    .map(found -> OptionalMembers.orEmpty(found.masterAccountId()))
                    .orElse("");
            return AccountId.isValid(id)
                ? new Outcome.Found<>(Optional.of(new AccountId(id)))
                : new Outcome.Failed<>(
                    AwsFailures.unusable(
                        ORGANIZATION, "the answer does not name the management account"));
          } catch (AwsOrganizationsNotInUseException _) {
            return new Outcome.Found<>(Optional.empty());
          }
        });
  }

  @Override
  public Outcome<Page> page(Question question, Window window, Optional<String> token) {
    return new AwsCall(question.action())
        .ask(() ->
            question.isAboutPlans()
                ? plans(question, window, token.orElse(null))
                : reservations(question, window, token.orElse(null)));
  }

  private Outcome<Page> reservations(Question question, Window window, @Nullable String token) {
    GetReservationUtilizationResponse answer =
        client()
            .getReservationUtilization(request ->
                request
                    .timePeriod(period(window))
                    .groupBy(
                        GroupDefinition.builder()
                            .type(GroupDefinitionType.DIMENSION)
                            .key(GROUP_BY)
                            .build())
                    .filter(filter ->
                        filter.dimensions(by -> by.key(Dimension.SERVICE).values(question.name())))
                    .nextPageToken(token)
                    .overrideConfiguration(global()::sign));
    return answer.hasUtilizationsByTime()
        ? page(
            answer.utilizationsByTime().stream()
                .flatMap(time -> time.groups().stream())
                .map(CostExplorerSession::row)
                .toList(),
            answer.nextPageToken())
        : unusable(question, "reservations");
  }

  private static Row row(ReservationUtilizationGroup group) {
    Map<String, String> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    group.attributes().forEach((name, value) -> put(members, name, value));
    members.putIfAbsent("subscriptionId", OptionalMembers.orEmpty(group.value()));
    members.computeIfPresent("region", (_, region) -> RegionNames.code(region));
    figures(group.utilization(), members);
    return Row.of(members);
  }

  private Outcome<Page> plans(Question question, Window window, @Nullable String token) {
    GetSavingsPlansUtilizationDetailsResponse answer =
        client()
            .getSavingsPlansUtilizationDetails(request ->
                request
                    .timePeriod(period(window))
                    .maxResults(PLANS_PER_PAGE)
                    .nextToken(token)
                    .overrideConfiguration(global()::sign));
    return answer.hasSavingsPlansUtilizationDetails()
        ? page(
            answer.savingsPlansUtilizationDetails().stream().map(CostExplorerSession::row).toList(),
            answer.nextToken())
        : unusable(question, "Savings Plans");
  }

  private static Row row(SavingsPlansUtilizationDetail detail) {
    Map<String, String> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    detail.attributes().forEach((name, value) -> put(members, name, value));
    members.putIfAbsent("SavingsPlanARN", OptionalMembers.orEmpty(detail.savingsPlanArn()));
    members.computeIfPresent("region", (_, region) -> RegionNames.code(region));
    figures(detail.utilization(), members);
    figures(detail.savings(), members);
    figures(detail.amortizedCommitment(), members);
    return Row.of(members);
  }

  private static Outcome<Page> page(List<Row> rows, @Nullable String next) {
    return new Outcome.Found<>(new Page(rows, OptionalMembers.text(next)));
  }

  private static Outcome<Page> unusable(Question question, String what) {
    return new Outcome.Failed<>(
        AwsFailures.unusable(question.action(), "the answer holds no list of " + what));
  }

  /// Takes all members of a part of an answer, which are texts.
  private static void figures(@Nullable SdkPojo part, Map<String, String> members) {
    if (part != null) {
      part.sdkFields()
          .forEach(field -> put(members, field.memberName(), field.getValueOrDefault(part)));
    }
  }

  /// Takes a member that has a value: AWS's samples have some that are null.
  private static void put(Map<String, String> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value.toString());
    }
  }

  private static DateInterval period(Window window) {
    return DateInterval.builder()
        .start(window.from().toString())
        .end(window.after().toString())
        .build();
  }

  CostExplorerClient client() {
    return global().client(CostExplorerClient.class, CostExplorerClient::builder);
  }

  /// The account where its Cost Explorer is.
  RegionalAccount global() {
    return new RegionalAccount(account, clients.globalRegion(), clients, credentials, patience);
  }

  private RegionalAccount home() {
    return new RegionalAccount(account, clients.home(), clients, credentials, patience);
  }

  /// Names neither clients nor credentials.
  @Override
  public String toString() {
    return "Cost Explorer of " + account;
  }
}

package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Template;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.cost.CostQuestion;
import dev.riexpiry.delivery.Topics;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.payer.Question;
import dev.riexpiry.sweep.Identity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final Template FUNCTION = Template.read("sam-template.yaml");
  private static final Template PAYER = Template.read("payer-role.yaml");
  private static final List<String> PAYER_ACTIONS =
      List.of(Question.RESERVATIONS, Question.PLANS, "organizations:DescribeOrganization");

  /// What is asked for the costs of all accounts, beside what is asked of any payer.
  private static final List<String> COST_ACTIONS =
      List.of(
          CostQuestion.ACTION,
          "organizations:ListAccountsForParent",
          "organizations:ListOrganizationalUnitsForParent",
          "organizations:ListRoots");

  private static final Template BUCKET = Template.read("bucket-role.yaml");
  private static final Template MEMBER = Template.read("member-role.yaml");

  @Test
  void theMemberRoleMayDoWhatTheReadersDoAndReadCostsWhereThatIsChosenAndNothingElse() {
    Collection<String> expected = new TreeSet<>(readActions());
    expected.add(CostQuestion.ACTION);
    assertThat(allowed(MEMBER.statements("ReaderRole"))).isEqualTo(expected);
    assertThat(MEMBER.condition("ReaderRole", CostQuestion.ACTION)).isEqualTo("ReadsCosts");
    assertThat(MEMBER.at("Parameters", "ReadCosts", "Default")).isEqualTo("no");
  }

  @Test
  void thePayerRoleMayAskCostExplorerAndWhoPaysAndForNamesAndUnitsAndNothingElse() {
    Collection<String> expected = new TreeSet<>(PAYER_ACTIONS);
    expected.addAll(COST_ACTIONS);
    assertThat(allowed(PAYER.statements("PayerRole"))).isEqualTo(expected);
  }

  @Test
  void theFunctionMayAskThePayerOnlyWhereThatIsSwitchedOnAndThenNeedsNothingOfItsAccount() {
    for (String action : PAYER_ACTIONS) {
      assertThat(FUNCTION.condition("FunctionRole", action)).isEqualTo("AsksPayer");
    }
    for (Service service : Service.values()) {
      assertThat(FUNCTION.condition("FunctionRole", service.action())).isEqualTo("ReadsAccounts");
    }
    assertThat(
            FUNCTION.at(
                "Resources",
                "CheckFunction",
                "Properties",
                "Environment",
                "Variables",
                "ACCOUNTS_FILE"))
        .isEqualTo(
            List.of(
                "IsPayerOnly",
                "/var/task/payer.json",
                List.of("HasAccountsLocation", "AccountsLocation", "AWS::NoValue")));
  }

  @Test
  void theBucketRoleMayPutObjectsIntoItsFolderAndEncryptThemAndNothingElse() {
    assertThat(allowed(BUCKET.statements("ReportRole")))
        .containsExactly("kms:GenerateDataKey", S3Shelf.ACTION);
    assertThat(BUCKET.condition("ReportRole", "kms:GenerateDataKey")).isEqualTo("HasKey");
    assertThat(BUCKET.statements("ReportRole").getFirst().get("Resource"))
        .isEqualTo("arn:${AWS::Partition}:s3:::${BucketName}/${Prefix}*");
    assertThat((String) BUCKET.at("Parameters", "Prefix", "AllowedPattern"))
        .satisfies(pattern -> {
          assertThat("").matches(pattern);
          assertThat("finops/reports/").matches(pattern);
          assertThat("reports").doesNotMatch(pattern);
          assertThat("*/").doesNotMatch(pattern);
        });
  }

  @Test
  void theFunctionMayWriteReportsByTheRoleThatIsNamedOrIntoTheFolderThatIsNamed() {
    assertThat(FUNCTION.statementsOfPolicy("ReportAccess"))
        .extracting(statement -> List.of(Template.actions(statement), statement.get("Resource")))
        .containsExactly(
            List.of(List.of(StsSignIn.ACTION), "ReportRoleArn"),
            List.of(
                List.of(S3Shelf.ACTION),
                List.of(
                    "arn:${AWS::Partition}:s3:::${Folder}*",
                    Map.of("Folder", List.of(1, List.of("s3://", "ReportLocation"))))),
            List.of(List.of("kms:GenerateDataKey"), "ReportKmsKeyArn"));
    assertThat((String) FUNCTION.at("Parameters", "ReportLocation", "AllowedPattern"))
        .satisfies(pattern -> {
          assertThat("").matches(pattern);
          assertThat("s3://my-bucket/").matches(pattern);
          assertThat("s3://my-bucket/reports/").matches(pattern);
          assertThat("s3://my-bucket/reports").doesNotMatch(pattern);
          assertThat("s3://*/").doesNotMatch(pattern);
          assertThat("s3://my-bucket/${aws:username}/").doesNotMatch(pattern);
        });
    assertThat((String) FUNCTION.at("Parameters", "ReportRoleArn", "AllowedPattern"))
        .satisfies(pattern -> {
          assertThat("arn:aws:iam::222233334444:role/finops/writer").matches(pattern);
          assertThat("arn:aws:iam::222233334444:role/*").doesNotMatch(pattern);
          assertThat("arn:aws:iam::222233334444:role/OrganizationAccountAccessRole")
              .doesNotMatch(pattern);
        });
  }

  @Test
  void theFunctionMayReadTheOneAccountsFileThatIsNamedInItsOwnAccountAndDecryptIt() {
    assertThat(FUNCTION.at("Resources", "AccountsAccess", "Condition"))
        .isEqualTo("HasAccountsLocation");
    List<Map<?, ?>> statements = FUNCTION.statementsOfPolicy("AccountsAccess");
    assertThat(statements)
        .extracting(statement -> List.of(Template.actions(statement), statement.get("Resource")))
        .containsExactly(
            List.of(
                List.of(S3AccountsFile.ACTION),
                List.of(
                    "arn:${AWS::Partition}:s3:::${Object}",
                    Map.of("Object", List.of(1, List.of("s3://", "AccountsLocation"))))),
            List.of(List.of("kms:Decrypt"), "AccountsKmsKeyArn"));
    assertThat(statements.getFirst().get("Condition"))
        .isEqualTo(Map.of("StringEquals", Map.of("aws:ResourceAccount", "AWS::AccountId")));
    assertThat((String) FUNCTION.at("Parameters", "AccountsLocation", "AllowedPattern"))
        .satisfies(pattern -> {
          assertThat("").matches(pattern);
          assertThat("s3://my-bucket/accounts.json").matches(pattern);
          assertThat("s3://my-bucket/ri-expiry/accounts.json").matches(pattern);
          assertThat("s3://my-bucket/").doesNotMatch(pattern);
          assertThat("s3://my-bucket/ri-expiry/").doesNotMatch(pattern);
          assertThat("s3://my-bucket/*").doesNotMatch(pattern);
          assertThat("s3://my-bucket/${aws:username}").doesNotMatch(pattern);
        });
  }

  @Test
  void theFunctionMayReadItsOwnAccountAssumePublishAndKeepItsLog() {
    Collection<String> expected = new TreeSet<>(readActions());
    expected.addAll(
        List.of(
            CostQuestion.ACTION,
            "ce:GetReservationUtilization",
            "ce:GetSavingsPlansUtilizationDetails",
            "organizations:DescribeOrganization",
            "sts:AssumeRole",
            Topics.ATTRIBUTES_ACTION,
            Topics.SUBSCRIPTIONS_ACTION,
            "sns:Publish",
            "dynamodb:BatchGetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "kms:Decrypt",
            "kms:GenerateDataKey*",
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
            "sqs:SendMessage",
            "organizations:DescribeOrganizationalUnit",
            "organizations:ListAccountsForParent",
            "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListParents",
            "organizations:ListRoots",
            "s3:GetObject",
            "s3:ListBucket",
            "s3:PutObject",
            "logs:CreateLogStream",
            "logs:PutLogEvents"));
    assertThat(allowed(FUNCTION.statements("FunctionRole"))).isEqualTo(expected);
  }

  @Test
  void theFunctionMayReadCostsOnlyWhereItWritesReportsOfThem() {
    assertThat(FUNCTION.condition("FunctionRole", CostQuestion.ACTION)).isEqualTo("ReportsCosts");
    assertThat(FUNCTION.at("Parameters", "CostMetric", "Default")).isEqualTo("");
  }

  /// AWS answers `GetCallerIdentity` to everybody, even against an explicit denial (STS API
  /// Reference).
  @Test
  void theQuestionWhoCallsIsNotAmongThePermissions() {
    assertThat(allowed(FUNCTION.statements("FunctionRole"))).doesNotContain(Identity.ACTION);
    assertThat(allowed(MEMBER.statements("ReaderRole"))).doesNotContain(Identity.ACTION);
  }

  @Test
  void theFunctionMayAssumeOnlyTheRolesOfItsParameter() {
    assertThat(resource("sts:AssumeRole")).isEqualTo("MemberRoleArns");
  }

  @Test
  void theFunctionMayPublishToAndLookAtOnlyItsTopicAndThoseOfItsParameter() {
    assertThat(
            resources(Topics.ATTRIBUTES_ACTION, Topics.SUBSCRIPTIONS_ACTION, SnsPublisher.ACTION))
        .containsExactly(
            List.of("CreateTopic", "AlertTopic", "ExistingTopicArn"), "AccountTopicArns");
    assertThat(FUNCTION.at("Parameters", "AccountTopicArns", "Default")).isEqualTo("");
    assertThat((String) FUNCTION.at("Parameters", "AccountTopicArns", "AllowedPattern"))
        .satisfies(pattern -> {
          assertThat("").matches(pattern);
          assertThat("arn:aws:sns:us-east-1:222233334444:web-team").matches(pattern);
          assertThat("arn:aws:sns:us-east-1:222233334444:*").doesNotMatch(pattern);
          assertThat("*").doesNotMatch(pattern);
        });
  }

  @Test
  void theFunctionMayTellTheTopicOfAChatChannelAndABusOnlyWhereTheyAreNamed() {
    assertThat(FUNCTION.at("Resources", "ChannelAccess", "Condition")).isEqualTo("HasChannels");
    assertThat(FUNCTION.at("Resources", "ChannelAccess", "Properties", "Roles"))
        .isEqualTo(List.of("FunctionRole"));
    assertThat(FUNCTION.statementsOfPolicy("ChannelAccess"))
        .containsExactly(
            Map.of(
                "Sid",
                "PublishToChat",
                "Effect",
                "Allow",
                "Action",
                List.of(Topics.ATTRIBUTES_ACTION, Topics.SUBSCRIPTIONS_ACTION, SnsPublisher.ACTION),
                "Resource",
                List.of("NamesChatTopic", "ChatTopicArn", "ChatTopic")),
            Map.of(
                "Sid",
                "PutEvents",
                "Effect",
                "Allow",
                "Action",
                EventBridgePublisher.ACTION,
                "Resource",
                List.of(
                    "BusHasArn",
                    "EventBus",
                    "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBus}")));
    Object document =
        FUNCTION.at("Resources", "ChannelAccess", "Properties", "PolicyDocument", "Statement");
    assertThat(((List<?>) document).stream().<Object>map(choice -> ((List<?>) choice).getFirst()))
        .containsExactly("HasChat", "PutsEvents");
    String names = (String) FUNCTION.at("Parameters", "EventBus", "AllowedPattern");
    assertThat(Stream.of("", "commitments", "arn:aws:events:eu-west-1:222233334444:event-bus/x"))
        .allMatch(
            name -> name.matches(names) && (name.isEmpty() || EventBus.parse(name).isPresent()));
    assertThat(Stream.of("*", "arn:aws:events:eu-west-1:222233334444:event-bus/*", "a b", "${x}"))
        .noneMatch(name -> name.matches(names) || EventBus.parse(name).isPresent());
  }

  @Test
  void theFunctionMayReadAndWriteItemsOfTheLedgerOnly() {
    assertThat(
            FUNCTION.statements("FunctionRole").stream()
                .filter(statement ->
                    Template.actions(statement).stream()
                        .anyMatch(action -> action.startsWith("dynamodb:"))))
        .singleElement()
        .satisfies(statement -> {
          assertThat(Template.actions(statement))
              .containsExactly("dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
          assertThat(statement.get("Resource"))
              .isEqualTo(
                  List.of(
                      "CreateLedger",
                      "Ledger.Arn",
                      "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}"
                          + ":table/${ExistingLedgerTable}"));
        });
  }

  @Test
  void whoeverMayAcknowledgeMayChangeNothingElseInTheLedgerAndIsNotTheFunction() {
    List<String> ledger =
        List.of(
            "CreateLedger",
            "Ledger.Arn",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}"
                + ":table/${ExistingLedgerTable}");

    assertThat(FUNCTION.at("Resources", "AckPolicy", "Properties").toString())
        .doesNotContain("Roles=")
        .doesNotContain("Groups=")
        .doesNotContain("Users=");
    assertThat(FUNCTION.statementsOfPolicy("AckPolicy"))
        .containsExactly(
            Map.of(
                "Sid",
                "LookUpAnnouncements",
                "Effect",
                "Allow",
                "Action",
                DynamoAcknowledgements.SCAN,
                "Resource",
                ledger),
            Map.of(
                "Sid",
                "Acknowledge",
                "Effect",
                "Allow",
                "Action",
                List.of(DynamoAcknowledgements.DELETE, DynamoAcknowledgements.PUT),
                "Resource",
                ledger,
                "Condition",
                Map.of(
                    "ForAllValues:StringLike",
                    Map.of("dynamodb:LeadingKeys", AcknowledgementItem.PREFIX + "*"),
                    "Null",
                    Map.of("dynamodb:LeadingKeys", false))));
  }

  @Test
  void theInvokerMayInvokeTheAliasAndNothingElse() {
    assertThat(FUNCTION.statements("InvokerRole"))
        .singleElement()
        .isEqualTo(
            Map.of(
                "Sid", "InvokeTheAlias",
                "Effect", "Allow",
                "Action", "lambda:InvokeFunction",
                "Resource", "CheckFunction.Alias"));
  }

  @Test
  void onlyActionsWithoutResourcePermissionsAreAllowedOnEverything() {
    assertThat(onEverything(MEMBER.statements("ReaderRole")))
        .containsExactly(
            "ce:GetCostAndUsage",
            "ec2:DescribeCapacityBlocks",
            "ec2:DescribeHostReservations",
            "ec2:DescribeRegions",
            "ec2:DescribeReservedInstances",
            "es:DescribeReservedInstances",
            "memorydb:DescribeReservedNodes",
            "redshift-serverless:ListReservations",
            "redshift:DescribeReservedNodes",
            "savingsplans:DescribeSavingsPlans");
    assertThat(onEverything(FUNCTION.statements("FunctionRole")))
        .containsExactly(
            "ce:GetCostAndUsage",
            "ce:GetReservationUtilization",
            "ce:GetSavingsPlansUtilizationDetails",
            "ec2:DescribeCapacityBlocks",
            "ec2:DescribeHostReservations",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeRegions",
            "ec2:DescribeReservedInstances",
            "ec2:DescribeSubnets",
            "es:DescribeReservedInstances",
            "memorydb:DescribeReservedNodes",
            "organizations:DescribeOrganization",
            "organizations:DescribeOrganizationalUnit",
            "organizations:ListAccountsForParent",
            "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListParents",
            "organizations:ListRoots",
            "redshift-serverless:ListReservations",
            "redshift:DescribeReservedNodes",
            "savingsplans:DescribeSavingsPlans");
  }

  @Test
  void theOrganizationAndTheRunsBucketAreAllowedOnlyWhereTheyAreSwitchedOn() {
    assertThat(FUNCTION.conditions("FunctionRole", "organizations:ListParents"))
        .containsExactly("ListsOrganization");
    assertThat(FUNCTION.conditions("FunctionRole", "organizations:ListRoots"))
        .containsExactly("ReportsCostsOfOrganization", "ListsOrganization");
    assertThat(FUNCTION.condition("FunctionRole", "s3:PutObject")).isEqualTo("Spread");
    assertThat(FUNCTION.condition("FunctionRole", "s3:ListBucket")).isEqualTo("Spread");
  }

  @Test
  void networkInterfacesAndKeysOfAccountTopicsAreAllowedOnlyWhereTheyAreNeeded() {
    assertThat(FUNCTION.condition("FunctionRole", "ec2:CreateNetworkInterface")).isEqualTo("InVpc");
    assertThat(FUNCTION.condition("FunctionRole", "ec2:DescribeSubnets")).isEqualTo("InVpc");
    assertThat(
            FUNCTION.statements("FunctionRole").stream()
                .filter(statement -> "EncryptAlertsOfAccounts".equals(statement.get("Sid"))))
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.get("Resource")).isEqualTo("AccountTopicKeyArns");
          assertThat(String.valueOf(statement.get("Condition")))
              .contains("kms:EncryptionContext:aws:sns:topicArn=AccountTopicArns");
        });
  }

  private static Collection<String> onEverything(List<Map<?, ?>> statements) {
    return allowed(
        statements.stream().filter(statement -> "*".equals(statement.get("Resource"))).toList());
  }

  private static Object resource(String action) {
    return resources(action).getFirst();
  }

  /// The resources of the statements that allow these actions and no others.
  private static List<Object> resources(String... actions) {
    return FUNCTION.statements("FunctionRole").stream()
        .filter(statement -> Template.actions(statement).equals(List.of(actions)))
        .<Object>map(statement -> statement.get("Resource"))
        .toList();
  }

  private static Collection<String> readActions() {
    return new TreeSet<>(
        Stream.concat(
                Arrays.stream(Service.values()).map(Service::action),
                Stream.of(SdkAccountSession.REGIONS_ACTION))
            .toList());
  }

  private static Collection<String> allowed(List<Map<?, ?>> statements) {
    return new TreeSet<>(
        statements.stream().flatMap(statement -> Template.actions(statement).stream()).toList());
  }
}

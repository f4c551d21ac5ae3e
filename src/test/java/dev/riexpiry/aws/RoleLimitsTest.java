package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Template;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the roles of both templates to whom they trust, and to what they may never do.
class RoleLimitsTest {
  private static final Template FUNCTION = Template.read("sam-template.yaml");
  private static final Template MEMBER = Template.read("member-role.yaml");

  /// What Lambda does as this role without naming a function, and what SNS asks of KMS for it.
  private static final Predicate<String> BY_OTHERS =
      action ->
          action.startsWith("logs:")
              || action.startsWith("kms:")
              || action.equals("sqs:SendMessage")
              || action.endsWith("NetworkInterface")
              || action.endsWith("NetworkInterfaces")
              || action.endsWith("PrivateIpAddresses")
              || action.equals("ec2:DescribeSubnets");

  @Test
  void whatTheFunctionMayItMayOnlyFromItsOwnCode() {
    Map<?, ?> limit = limit("OnlyFromTheFunction");
    assertThat(limit.get("Condition"))
        .isEqualTo(Map.of("ArnNotEquals", Map.of("lambda:SourceFunctionArn", "CheckFunction.Arn")));

    List<String> denied = Template.actions(limit);
    assertThat(
            Stream.concat(
                    FUNCTION.statements("FunctionRole").stream(),
                    FUNCTION
                        .policiesOf("FunctionRole")
                        .filter(policy -> !policy.equals("FunctionLimits"))
                        .flatMap(policy -> FUNCTION.statementsOfPolicy(policy).stream()))
                .flatMap(statement -> Template.actions(statement).stream())
                .filter(BY_OTHERS.negate()))
        .contains("dynamodb:PutItem", "s3:PutObject", "s3:GetObject", "events:PutEvents")
        .allSatisfy(action ->
            assertThat(denied)
                .containsAnyOf(action, action.substring(0, action.indexOf(':')) + ":*"));
    assertThat(denied).noneMatch(BY_OTHERS);
  }

  @Test
  void networkInterfacesAreMadeByLambdaAndNotByTheCode() {
    Map<?, ?> limit = limit("NoNetworkInterfacesByCode");
    assertThat(limit.get("Condition"))
        .isEqualTo(Map.of("ArnEquals", Map.of("lambda:SourceFunctionArn", "CheckFunction.Arn")));
    assertThat(Template.actions(limit))
        .containsExactlyInAnyOrderElementsOf(
            FUNCTION.statements("FunctionRole").stream()
                .filter(statement -> String.valueOf(statement.get("Sid")).endsWith("Interfaces"))
                .flatMap(statement -> Template.actions(statement).stream())
                .toList());
  }

  @Test
  void rolesOfAdministratorsAreDeniedWhateverTheParameterFits() {
    Map<?, ?> limit = limit("NeverAdministrators");
    assertThat(limit.containsKey("Condition")).isFalse();
    assertThat((List<?>) limit.get("Resource"))
        .map(String::valueOf)
        .contains("arn:${AWS::Partition}:iam::*:role/OrganizationAccountAccessRole");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::*:role/OrganizationAccountAccessRole",
        "arn:aws:iam::222233334444:role/OrganizationAccountAccessRole",
        "arn:*:iam::*:role/O*",
        "arn:*:iam::*:role/Organization*",
        "arn:*:iam::*:role/OrganizationAccountAccessRol?",
        "arn:*:iam::*:role/OrganizationAccountAccessRole*",
        "arn:*:iam::*:role/O?ganizationAccountAccessRole",
        "arn:*:iam::*:role/team/OrganizationAccountAccessRole",
        "arn:*:iam::*:role/*",
        "arn:*:iam::*:role/?rganizationAccountAccessRole",
        "arn:*:iam::*:*"
      })
  void noPatternReachesTheRoleThatTrustsTheManagementAccount(String pattern) {
    assertThat(pattern).doesNotMatch(pattern("MemberRoleArns"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:*:iam::*:role/ri-expiry-reader",
        "arn:aws:iam::222233334444:role/platform/ri-*",
        "arn:aws-us-gov:iam::*:role/Ops-reader",
        "arn:aws:iam::*:role/OrganizationAccountAccessRole-reader"
      })
  void patternsOfReadersAreTaken(String pattern) {
    assertThat(pattern).matches(pattern("MemberRoleArns"));
  }

  @Test
  void rolesOfStrangersAreOutOfReachWhereTheOrganizationIsNamed() {
    assertThat(FUNCTION.statements("FunctionRole").getFirst())
        .isEqualTo(
            Map.of(
                "Sid",
                "AssumeMemberRoles",
                "Effect",
                "Allow",
                "Action",
                "sts:AssumeRole",
                "Resource",
                "MemberRoleArns",
                "Condition",
                List.of(
                    "InOneOrganization",
                    Map.of("StringEquals", Map.of("aws:ResourceOrgID", "OrganizationId")),
                    "AWS::NoValue")));
  }

  @Test
  void theStateMachinesRoleIsTakenForThisAccountOnly() {
    Map<?, ?> account = Map.of("StringEquals", Map.of("aws:SourceAccount", "AWS::AccountId"));
    assertThat(((Map<?, ?>) trust(FUNCTION, "SpreadCheckRole")).get("Condition"))
        .isEqualTo(account);
    assertThat(((Map<?, ?>) trust(FUNCTION, "FunctionRole")).get("Condition"))
        .isEqualTo(List.of("TrustNamesAccount", account, "AWS::NoValue"));
    assertThat(FUNCTION.at("Parameters", "TrustSourceAccount", "Default")).isEqualTo("off");
  }

  @Test
  void theInvokerIsOnePrincipalThatSomebodyNames() {
    assertThat(trust(FUNCTION, "InvokerRole"))
        .isEqualTo(
            Map.of(
                "Effect", "Allow",
                "Principal", Map.of("AWS", "InvokerPrincipalArn"),
                "Action", "sts:AssumeRole"));
    assertThat(FUNCTION.at("Resources", "InvokerRole", "Condition")).isEqualTo("HasInvoker");
    assertThat(FUNCTION.at("Outputs", "InvokerRoleArn", "Condition")).isEqualTo("HasInvoker");
    assertThat(FUNCTION.at("Parameters", "InvokerPrincipalArn", "Default")).isEqualTo("");
    String pattern = pattern("InvokerPrincipalArn");
    assertThat("").matches(pattern);
    assertThat("arn:aws:iam::222233334444:role/platform/releases").matches(pattern);
    assertThat("arn:aws:iam::222233334444:user/ops@example.com").matches(pattern);
    assertThat("arn:aws:iam::222233334444:root").doesNotMatch(pattern);
    assertThat("arn:aws:iam::222233334444:role/*").doesNotMatch(pattern);
    assertThat("arn:aws:iam::*:role/releases").doesNotMatch(pattern);
    assertThat("222233334444").doesNotMatch(pattern);
    assertThat("*").doesNotMatch(pattern);
  }

  @Test
  void theMemberRoleTrustsOneRoleByItsIdOrByItsArnWithinTheOrganization() {
    List<?> choice = (List<?>) trust(MEMBER, "ReaderRole");
    assertThat(choice.get(0)).isEqualTo("TrustsByOrganization");
    assertThat(((Map<?, ?>) choice.get(1)).get("Principal"))
        .isEqualTo(
            Map.of(
                "AWS",
                List.of(
                    "arn:${AWS::Partition}:iam::${Account}:root",
                    Map.of("Account", List.of(4, List.of(":", "NotifierRoleArn"))))));
    assertThat(((Map<?, ?>) choice.get(1)).get("Condition"))
        .isEqualTo(
            Map.of(
                "ArnLike", Map.of("aws:PrincipalArn", "NotifierRoleArn"),
                "StringEquals",
                    Map.of(
                        "aws:PrincipalOrgID",
                        "OrganizationId",
                        "sts:ExternalId",
                        List.of("HasExternalId", "ExternalId", "AWS::NoValue"))));
    assertThat(choice.get(2))
        .isEqualTo(
            Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("AWS", "NotifierRoleArn"),
                "Action",
                "sts:AssumeRole",
                "Condition",
                List.of(
                    "HasExternalId",
                    Map.of("StringEquals", Map.of("sts:ExternalId", "ExternalId")),
                    "AWS::NoValue")));
  }

  @Test
  void theTrustedRoleIsOfOneAccountAndItsNameBeginsWithSomething() {
    String pattern = String.valueOf(MEMBER.at("Parameters", "NotifierRoleArn", "AllowedPattern"));
    assertThat("arn:aws:iam::111122223333:role/notifier-FunctionRole-1A2B").matches(pattern);
    assertThat("arn:aws:iam::111122223333:role/notifier-FunctionRole-*").matches(pattern);
    assertThat("arn:aws:iam::111122223333:role/*").doesNotMatch(pattern);
    assertThat("arn:aws:iam::*:role/notifier-FunctionRole-*").doesNotMatch(pattern);
    assertThat("arn:aws:iam::111122223333:root").doesNotMatch(pattern);
  }

  private static String pattern(String parameter) {
    return String.valueOf(FUNCTION.at("Parameters", parameter, "AllowedPattern"));
  }

  private static Object trust(Template template, String role) {
    return template.at("Resources", role, "Properties", "AssumeRolePolicyDocument", "Statement", 0);
  }

  private static Map<?, ?> limit(String sid) {
    List<?> statements =
        (List<?>)
            FUNCTION.at("Resources", "FunctionLimits", "Properties", "PolicyDocument", "Statement");
    for (Object statement : statements) {
      Map<?, ?> limit =
          (Map<?, ?>) (statement instanceof List<?> choice ? choice.get(1) : statement);
      if (sid.equals(limit.get("Sid"))) {
        assertThat(limit.get("Effect")).isEqualTo("Deny");
        return limit;
      }
    }
    throw new IllegalArgumentException("no such limit: " + sid);
  }
}

package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Template;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final Template FUNCTION = Template.read("sam-template.yaml");
  private static final Template MEMBER = Template.read("member-role.yaml");

  @Test
  void theMemberRoleMayDoWhatTheReadersDoAndNothingElse() {
    assertThat(allowed(MEMBER.statements("ReaderRole"))).isEqualTo(readActions());
  }

  @Test
  void theFunctionMayReadItsOwnAccountAssumePublishAndKeepItsLog() {
    Collection<String> expected = new TreeSet<>(readActions());
    expected.addAll(
        List.of(
            "sts:AssumeRole",
            "sns:Publish",
            "kms:Decrypt",
            "kms:GenerateDataKey*",
            "sqs:SendMessage",
            "logs:CreateLogStream",
            "logs:PutLogEvents"));
    assertThat(allowed(FUNCTION.statements("FunctionRole"))).isEqualTo(expected);
  }

  @Test
  void theFunctionMayAssumeOnlyTheRolesOfItsParameter() {
    assertThat(resource("sts:AssumeRole")).isEqualTo("MemberRoleArns");
  }

  @Test
  void theFunctionMayPublishOnlyToItsTopic() {
    assertThat(resource("sns:Publish"))
        .isEqualTo(List.of("CreateTopic", "AlertTopic", "ExistingTopicArn"));
  }

  @Test
  void onlyActionsWithoutResourcePermissionsAreAllowedOnEverything() {
    for (List<Map<?, ?>> statements :
        List.of(FUNCTION.statements("FunctionRole"), MEMBER.statements("ReaderRole"))) {
      assertThat(allowed(statements.stream().filter(s -> "*".equals(s.get("Resource"))).toList()))
          .containsExactly("ec2:DescribeRegions", "ec2:DescribeReservedInstances");
    }
  }

  @Test
  void theMemberRoleTrustsOneRoleAndAsksForTheExternalIdWhereThereIsOne() {
    Object statement =
        MEMBER.at(
            "Resources", "ReaderRole", "Properties", "AssumeRolePolicyDocument", "Statement", 0);
    assertThat(statement)
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

  private static Object resource(String action) {
    return FUNCTION.statements("FunctionRole").stream()
        .filter(statement -> Template.actions(statement).equals(List.of(action)))
        .map(statement -> (Object) statement.get("Resource"))
        .findFirst()
        .orElseThrow();
  }

  private static Collection<String> readActions() {
    return new TreeSet<>(
        Stream.concat(
                ServiceReader.all().stream().map(ServiceReader::action),
                Stream.of(SdkAccountSession.REGIONS_ACTION))
            .toList());
  }

  private static Collection<String> allowed(List<Map<?, ?>> statements) {
    return new TreeSet<>(
        statements.stream().flatMap(statement -> Template.actions(statement).stream()).toList());
  }
}

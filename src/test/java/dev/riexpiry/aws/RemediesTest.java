package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.aws.Refusal.Input;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The texts are those that AWS documents: the IAM User Guide ("Troubleshoot access denied error
/// messages"), the common errors of EC2, SNS, STS, S3, KMS and Organizations.
class RemediesTest {
  private static final String USER = "User: arn:aws:iam::777788889999:user/J is not authorized to";

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // policies
        "ec2:DescribeHosts | UnauthorizedOperation | You are not authorized to perform this operation. USER perform: ec2:DescribeHosts with an explicit deny in a service control policy | let it except the role",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX because no service control policy allows the rds:DescribeX action | often for a whole region",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX with an explicit deny in a resource control policy | a resource control policy",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX with an explicit deny in a permissions boundary | permissions boundary forbids rds:DescribeX",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX because no permissions boundary allows the rds:DescribeX action | allow it there too",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX with an explicit deny in a session policy | the policy of the session",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX because no session policy allows the rds:DescribeX action | sign in without it",
        "sts:AssumeRole | AccessDenied | USER perform: sts:AssumeRole with an explicit deny in a service control policy | service control policy",
        "sts:AssumeRole | AccessDenied | USER perform: sts:AssumeRole because no VPC endpoint policy allows the sts:AssumeRole action | VPC endpoint",
        "sts:AssumeRole | AccessDenied | USER perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x because no role trust policy allows the sts:AssumeRole action | trust policy of the role",
        "sts:AssumeRole | AccessDenied | USER perform: sts:AssumeRole because no identity-based policy allows the sts:AssumeRole action | the notifier's role may assume it",
        "sts:AssumeRole | AccessDenied | USER perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x | that the role exists there",
        "sts:GetCallerIdentity | AccessDenied | USER perform: sts:GetCallerIdentity with an explicit deny | needs no permission",
        "sts:GetCallerIdentity | AccessDenied | USER perform: sts:GetCallerIdentity because no VPC endpoint policy allows the sts:GetCallerIdentity action | VPC endpoint",
        "sts:AssumeRole | ValidationError | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | MaxSessionDuration",
        "sts:AssumeRole | AccessDenied | MultiFactorAuthentication failed with invalid MFA one time pass code. | MFA device",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX with an explicit deny in an identity-based policy | take the denial out",
        "rds:DescribeX | AccessDenied | USER perform: rds:DescribeX because no identity-based policy allows the rds:DescribeX action | allow rds:DescribeX in the policy of the role",
        "sns:Publish | AuthorizationError | USER perform: SNS:Publish on resource: arn because no resource-based policy allows the SNS:Publish action | in the policy of arn:aws:sns:eu-west-1:999988887777:t itself",
        "sns:Publish | AuthorizationError | USER perform: SNS:Publish on resource: arn with an explicit deny in a resource-based policy | of another account, or denies it",
        "sns:Publish | AuthorizationError | USER perform: SNS:Publish on resource: arn because no identity-based policy allows the SNS:Publish action | allow sns:Publish on the topic",
        // keys
        "sns:Publish | KMSDisabled | The request was rejected because the specified customer master key isn't enabled. | enable it in KMS",
        "sns:Publish | KMSDisabledException | arn:aws:kms:us-east-1:1:key/k is disabled. | enable it in KMS",
        "sns:Publish | KMSInvalidState | arn:aws:kms:us-east-1:1:key/k is pending deletion. | cancel its deletion",
        "sns:Publish | KMSNotFound | Invalid arn us-east-1 | the key is not there",
        "sns:Publish | KMSOptInRequired | The AWS access key ID needs a subscription for the service. | finish the sign-up",
        "sns:Publish | KMSAccessDenied | The ciphertext references a key that doesn't exist or that you don't have access to. | in the key's own policy",
        "s3:PutObject | AccessDenied | USER perform: kms:GenerateDataKey on resource: arn:aws:kms:us-east-1:1:key/k because no resource-based policy allows the kms:GenerateDataKey action | in the key's own policy",
        // the account
        "ec2:DescribeX | OptInRequired | You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe. | finish the sign-up",
        "redshift:DescribeX | OptInRequired | The AWS Access Key Id needs a subscription for the service | finish the sign-up",
        "es:DescribeX | SubscriptionRequiredException | The AWS Access Key Id needs a subscription for the service | finish the sign-up",
        "ec2:DescribeX | PendingVerification | Your account is currently being verified. | AWS Support",
        "ec2:DescribeX | Blocked | This account is currently blocked and not recognized as a valid account. | AWS Support",
        "ec2:DescribeX | AuthFailure | AWS was not able to validate the provided access credentials | the region is enabled in this account",
        "rds:DescribeX | InvalidClientTokenId | The security token included in the request is invalid | take it out of the accounts file",
        "sts:GetCallerIdentity | InvalidClientTokenId | The security token included in the request is invalid. | the caller's own credentials are not valid",
        "sts:AssumeRole | RegionDisabledException | STS is not activated in this region for account:1. | switch STS on",
        // signatures
        "rds:DescribeX | ExpiredToken | The security token included in the request is expired | sign in again",
        "rds:DescribeX | SignatureDoesNotMatch | Signature expired: 20260504T0600Z is now earlier than 20260504T0700Z | this machine's clock",
        "s3:PutObject | RequestTimeTooSkewed | The difference between the request time and the server's time is too large. | this machine's clock",
        "rds:DescribeX | SignatureDoesNotMatch | The request signature we calculated does not match the signature you provided. | the secret access key",
        // names
        "sns:Publish | NotFound | Topic does not exist | check the topic's ARN",
        "dynamodb:PutItem | ResourceNotFoundException | Requested resource not found | name of the ledger's table",
        "dynamodb:PutItem | AccessDeniedException | USER perform: dynamodb:PutItem on resource: arn because no identity-based policy allows the dynamodb:PutItem action | on the ledger's table",
        "dynamodb:BatchGetItem | ValidationException | The provided key element does not match the schema | its partition key is the string entry",
        "sns:ListSubscriptionsByTopic | AuthorizationError | USER perform: SNS:ListSubscriptionsByTopic on resource: arn because no identity-based policy allows the SNS:ListSubscriptionsByTopic action | allow sns:ListSubscriptionsByTopic on the topic",
        "s3:GetObject | NoSuchBucket | The specified bucket does not exist | name of the bucket",
        "s3:GetObject | PermanentRedirect | The bucket you are attempting to access must be addressed using the specified endpoint. | another region",
        "s3:GetObject | AccessDenied | Access Denied | whether the object is there",
        "organizations:ListRoots | AWSOrganizationsNotInUseException | Your account is not a member of an organization. | an account of the organization",
        "organizations:ListRoots | AccessDeniedException | You don't have permissions to access this resource. | management account or a delegated administrator",
        "rds:DescribeX | SomethingNew | Words. | see the message"
      })
  void choosesTheRemedyByCodeWordsAndInput(
      String action, String code, String words, String remedy) {
    assertThat(
            Remedies.of(
                new Refusal(
                    action,
                    new Input("arn:aws:sns:eu-west-1:999988887777:t", "aws"),
                    code,
                    words.replace("USER", USER),
                    400,
                    false)))
        .contains(remedy)
        .doesNotContain("\n", "..")
        .doesNotEndWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "sts:AssumeRole, AccessDenied, arn:aws-cn:iam::222233334444:role/reader",
    "sts:AssumeRole, InvalidClientTokenId, arn:aws-us-gov:iam::222233334444:role/reader",
    "sns:Publish, InvalidParameter, arn:aws-cn:sns:cn-north-1:222233334444:topic"
  })
  void saysThatNoCredentialsReachIntoAnotherPartition(String action, String code, String arn) {
    assertThat(Remedies.of(new Refusal(action, new Input(arn, "aws"), code, "no", 403, false)))
        .contains(arn + " is of another partition than the caller's credentials (aws)");
  }

  @ParameterizedTest
  @CsvSource({"true, 400, lower the concurrency", "false, 500, AWS Health Dashboard"})
  void knowsThrottlingAndFaultsOfAwsItself(boolean throttled, int status, String remedy) {
    assertThat(
            Remedies.of(new Refusal("rds:DescribeX", Input.NONE, "Odd", "odd", status, throttled)))
        .contains(remedy);
  }
}

package dev.riexpiry.aws;

import dev.riexpiry.cost.CostQuestion;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The remedies for the refusals of AWS, each in one sentence, in the order in which they are
/// tried: the words of AWS tell apart what its codes do not.
final class Remedies {
  private static final List<Remedy> TABLE =
      List.of(
          remedy(
              Refusal::throttled,
              "AWS was asked too fast and stayed so through all retries: lower the concurrency, or"
                  + " run the check at a quieter hour"),
          new Remedy(
              refusal -> refusal.input().isOfAnotherPartition(),
              refusal ->
                  "%s is of another partition than the caller's credentials (%s), and these never reach into it: run a check of its own with credentials of that partition"
                      .formatted(refusal.input().resource(), refusal.input().partition())),

          // The caller's or the account's credentials
          remedy(
              code(
                  "ExpiredToken",
                  "ExpiredTokenException",
                  "RequestExpired",
                  "TokenRefreshRequired"),
              "the credentials ran out: sign in again, and run the check once more"),
          remedy(
              refusal ->
                  refusal.hasCode("RequestTimeTooSkewed", "RequestInTheFuture")
                      || refusal.says("signature expired", "signature not yet current"),
              "set this machine's clock: AWS takes no request that is signed minutes off its own"
                  + " time"),
          remedy(
              code("SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature"),
              "check the secret access key and this machine's clock"),
          remedy(
              refusal -> refusal.says("multifactorauthentication failed"),
              "sign in with a new code of the MFA device of the caller's own user"),
          remedy(
              refusal -> isCaller(refusal) && invalidKey(refusal),
              "the caller's own credentials are not valid: sign in again"),
          remedy(
              code("RegionDisabledException"),
              "switch STS on for this region in the account settings of IAM"),

          // The account
          remedy(
              refusal ->
                  refusal.hasCode(
                          "OptInRequired",
                          "SubscriptionRequiredException",
                          "NotSignedUp",
                          "KMSOptInRequired")
                      || refusal.says("not subscribed", "needs a subscription", "not signed up"),
              "finish the sign-up of this account (its payment method and verification) in the AWS"
                  + " console, or enable the region there; if it is not used, take it out of the"
                  + " accounts file"),
          remedy(
              refusal ->
                  refusal.hasCode("PendingVerification", "Blocked", "AccountProblem")
                      || refusal.says("account is currently blocked", "being verified"),
              "AWS has blocked this account or still verifies it: sign in to it as its owner, and"
                  + " ask AWS Support"),
          remedy(
              Remedies::invalidKey,
              "check that the region is enabled in this account, or take it out of the accounts"
                  + " file; if every region says so, the credentials are not valid"),

          // The policies that decide, by AWS's own words
          denied(
              "service control policy",
              "a service control policy of the organization forbids %s there, often for a whole"
                  + " region: let it except the role, or take the region out of the accounts file;"
                  + " a right in the role's own policies does not help"),
          denied(
              "resource control policy",
              "a resource control policy of the organization forbids %s: let it except the role; a"
                  + " right in the role's own policies does not help"),
          denied(
              "permissions boundary",
              "the role's permissions boundary forbids %s: allow it there too"),
          denied(
              "session policy",
              "the policy of the session forbids %s: sign in without it, or allow it there too"),
          denied(
              "vpc endpoint policy",
              "the policy of the VPC endpoint that the request goes through forbids %s: allow it"
                  + " there"),
          new Remedy(
              refusal -> refusal.isDenial() && refusal.isBecauseOf("role trust policy"),
              _ -> "let the trust policy of the role name the notifier's role and the external id"),

          // Keys: SNS and S3 hand on what KMS says
          remedy(
              refusal ->
                  refusal.hasCode("KMSDisabled", "KMSDisabledException", "KMS.DisabledException")
                      || (isKms(refusal) && refusal.says("is disabled", "isn't enabled")),
              "the key is disabled: enable it in KMS, or encrypt with another one"),
          remedy(
              refusal ->
                  refusal.hasCode("KMSInvalidState", "KMSInvalidStateException")
                      || (isKms(refusal) && refusal.says("pending deletion")),
              "the key is about to be deleted, or not ready: cancel its deletion in KMS and enable"
                  + " it, or encrypt with another one"),
          remedy(
              refusal -> refusal.hasCode("KMSNotFound", "KMSNotFoundException"),
              "the key is not there, or not in this region: encrypt with another one"),
          remedy(
              refusal ->
                  refusal.hasCode("KMSAccessDenied", "KMSAccessDeniedException")
                      || (isKms(refusal) && refusal.isDenial())
                      || (refusal.isDenial() && refusal.says("kms:")),
              "allow kms:GenerateDataKey and kms:Decrypt on the key, both in the policy of the"
                  + " caller's role and in the key's own policy"),
          new Remedy(
              refusal -> refusal.isDenial() && refusal.isBecauseOf("resource-based policy"),
              refusal ->
                  "allow %s to the caller in the policy of %s itself: it is of another account, or denies it"
                      .formatted(refusal.action(), named(refusal))),
          new Remedy(
              refusal ->
                  refusal.isDenial() && refusal.says("explicit deny in an identity-based policy"),
              refusal ->
                  "a policy of the role itself denies %s: take the denial out; allowing it beside that does not help"
                      .formatted(refusal.action())),

          // What was named
          remedy(
              code("AWSOrganizationsNotInUseException"),
              "run the check in an account of the organization, or take \"organization\" out of the"
                  + " accounts file"),
          remedy(
              refusal ->
                  refusal.isAbout("organizations:DescribeOrganization") && refusal.isDenial(),
              "allow organizations:DescribeOrganization in the policy of the role that reads the"
                  + " payer: it proves that this is the management account"),
          remedy(
              refusal -> refusal.isAbout("organizations:") && refusal.isDenial(),
              "list the organization from its management account or a delegated administrator, with"
                  + " the organizations: actions allowed there"),
          remedy(
              refusal ->
                  refusal.isAbout("dynamodb:") && refusal.hasCode("ResourceNotFoundException"),
              "check the name of the ledger's table, and that it is in the caller's own region"),
          remedy(
              refusal -> refusal.isAbout("dynamodb:") && refusal.hasCode("ValidationException"),
              "see whether the table is made as a ledger: its partition key is the string entry, and it"
                  + " has no sort key"),
          remedy(
              refusal -> refusal.isAbout("s3:") && refusal.hasCode("NoSuchBucket"),
              "check the name of the bucket: there is none such"),
          remedy(
              refusal ->
                  refusal.isAbout("s3:")
                      && refusal.hasCode("PermanentRedirect", "AuthorizationHeaderMalformed"),
              "the bucket is in another region: run in its region, or name another bucket"),
          remedy(
              refusal -> refusal.isAbout("events:") && refusal.hasCode("ResourceNotFoundException"),
              "check the bus: its name, or the account, region and name in its ARN"),
          remedy(
              code("NotFound", "NotFoundException"),
              "check the topic's ARN: its account, its region and its name"),
          remedy(
              refusal ->
                  refusal.isAbout(StsSignIn.ACTION)
                      && refusal.says("maxsessionduration", "session limit", "durationseconds"),
              "let the role's sessions last an hour (its MaxSessionDuration)"),

          // Cost Explorer
          remedy(
              refusal -> isCostExplorer(refusal) && refusal.hasCode("LimitExceededException"),
              "Cost Explorer was asked too fast and stayed so through all retries: run the check at"
                  + " a quieter hour, and see what else asks it"),
          remedy(
              refusal ->
                  refusal.isAbout(CostQuestion.ACTION)
                      && refusal.hasCode("DataUnavailableException"),
              "Cost Explorer has no data of these days: it has some a day after it was switched on,"
                  + " and of a day one or two days after that; ask again then"),
          remedy(
              refusal -> refusal.isAbout(CostQuestion.ACTION) && refusal.says("14 months"),
              "ask for fewer days: Cost Explorer keeps single days for 14 months"),
          remedy(
              refusal ->
                  refusal.isAbout(CostQuestion.ACTION)
                      && refusal.isDenial()
                      && !refusal.says("cost explorer"),
              "allow ce:GetCostAndUsage in the policy of the role that reads this account: with"
                  + " ReadCosts = yes member-role.yaml has it, and payer-role.yaml always"),
          remedy(
              refusal -> isCostExplorer(refusal) && refusal.hasCode("DataUnavailableException"),
              "Cost Explorer has no data of these days: it has some a day after it was switched on,"
                  + " and none where there is no commitment; take what there is none of out of"
                  + " services in the accounts file"),
          remedy(
              refusal -> isCostExplorer(refusal) && refusal.says("not enabled for cost explorer"),
              "switch Cost Explorer on in the billing console of the management account; it has"
                  + " data a day later"),
          remedy(
              refusal -> isCostExplorer(refusal) && refusal.says("linked account"),
              "name the management account as payer, and a role to assume there: it keeps its"
                  + " members from Cost Explorer"),
          remedy(
              refusal ->
                  isCostExplorer(refusal)
                      && refusal.hasCode(
                          "RequestChangedException",
                          "InvalidNextTokenException",
                          "BillExpirationException"),
              "the data changed while it was listed: run the check again"),

          // A right that is missing
          remedy(
              refusal -> refusal.isAbout(Identity.ACTION) && refusal.isDenial(),
              "this question needs no permission: see whether a proxy, or the policy of a VPC"
                  + " endpoint, keeps it from AWS"),
          remedy(
              refusal -> refusal.isAbout(StsSignIn.ACTION) && refusal.isDenial(),
              "check that the account is open, that the role exists there, that it trusts the"
                  + " notifier's role, that the external id is the same on both sides, and that the"
                  + " notifier's role may assume it"),
          remedy(
              refusal -> refusal.isAbout(SnsPublisher.ACTION) && refusal.isDenial(),
              "allow sns:Publish on the topic in the policy of the notifier's role and, if the topic"
                  + " is encrypted, the use of its key"),
          new Remedy(
              refusal -> refusal.isAbout("sns:") && refusal.isDenial(),
              refusal ->
                  "allow %s on the topic in the policy of the notifier's role and, if the topic is of another account, in the topic's own"
                      .formatted(refusal.action())),
          remedy(
              refusal -> refusal.isAbout(EventBridgePublisher.ACTION) && refusal.isDenial(),
              "allow events:PutEvents on the bus in the policy of the notifier's role and, if the bus"
                  + " is of another account, in the bus's own"),
          new Remedy(
              refusal -> refusal.isAbout("dynamodb:") && refusal.isDenial(),
              refusal ->
                  "allow %s on the ledger's table in the policy of the notifier's role"
                      .formatted(refusal.action())),
          new Remedy(
              refusal -> refusal.isAbout("s3:") && refusal.isDenial(),
              refusal ->
                  "allow %s on the bucket in the policy of the notifier's role, or see whether the object is there"
                      .formatted(refusal.action())),
          new Remedy(
              Refusal::isDenial,
              refusal ->
                  "allow %s in the policy of the role that reads this account"
                      .formatted(refusal.action())),
          remedy(
              refusal -> refusal.status() >= 500,
              "AWS failed through all retries: run the check again later, and see the AWS Health"
                  + " Dashboard if it repeats"));

  private Remedies() {}

  static String of(Refusal refusal) {
    return TABLE.stream()
        .filter(remedy -> remedy.fits().test(refusal))
        .map(remedy -> remedy.words().apply(refusal))
        .findFirst()
        .orElse("see the message; if it repeats, ask AWS Support with it");
  }

  /// Tells whether a call is made with the caller's own credentials, whatever account it is about.
  private static boolean isCaller(Refusal refusal) {
    return refusal.isAbout("sts:")
        || refusal.isAbout("sns:")
        || refusal.isAbout("organizations:")
        || refusal.isAbout("dynamodb:")
        || refusal.isAbout("s3:");
  }

  /// Tells whether AWS does not know the access key: in a region that an account has not enabled it
  /// knows none of the account's.
  private static boolean invalidKey(Refusal refusal) {
    return refusal.hasCode(
        "AuthFailure",
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "InvalidAccessKeyId",
        "InvalidToken");
  }

  private static boolean isCostExplorer(Refusal refusal) {
    return refusal.isAbout("ce:");
  }

  private static boolean isKms(Refusal refusal) {
    return refusal.code().startsWith("KMS") || refusal.says("aws_kms", "kms key", "kms master key");
  }

  private static String named(Refusal refusal) {
    return refusal.input().resource().isEmpty() ? "the resource" : refusal.input().resource();
  }

  private static Predicate<Refusal> code(String... codes) {
    return refusal -> refusal.hasCode(codes);
  }

  private static Remedy remedy(Predicate<Refusal> fits, String words) {
    return new Remedy(fits, _ -> words);
  }

  /// The remedy for a kind of policy, with the action in its words.
  private static Remedy denied(String policy, String words) {
    return new Remedy(
        refusal -> refusal.isDenial() && refusal.isBecauseOf(policy),
        refusal -> words.formatted(refusal.action()));
  }

  /// @param fits the refusals it is for
  /// @param words what a person can do about one
  private record Remedy(Predicate<Refusal> fits, Function<Refusal, String> words) {}
}

package dev.riexpiry.aws;

import java.util.OptionalInt;

/// Signs in as the variables of its process say, and prints why that failed, or nothing.
final class ProfileSignIn {
  private ProfileSignIn() {}

  public static void main(String[] args) {
    try (AwsClients clients = AwsClients.create()) {
      boolean _ = clients.caller().resolveCredentials().accessKeyId().isEmpty();
    } catch (RuntimeException e) {
      System.out.println(
          AwsFailures.of("sts:AssumeRole", Refusal.Input.NONE, e, OptionalInt.empty()).sentence());
    }
  }
}

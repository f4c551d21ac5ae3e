package dev.riexpiry.signin;

/// A way to credentials that the SDK goes by itself.
public enum Way {
  /// Keys that stand in a profile.
  KEYS,
  /// A session of IAM Identity Center (`aws sso login`).
  SSO,
  /// A session of the console (`aws login`).
  LOGIN,
  /// A program of the profile (`credential_process`).
  PROCESS,
  /// A role for whoever holds a token, such as a pod of EKS.
  WEB_IDENTITY,
  /// A profile that says nothing of credentials.
  NONE,
  /// Keys in the environment.
  ENVIRONMENT,
  /// The role of a container.
  CONTAINER,
  /// The role of an instance.
  INSTANCE
}

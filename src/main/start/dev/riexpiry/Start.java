package dev.riexpiry;

/**
 * Starts the command line, or says in one sentence that this Java is too old for it. Compiled for
 * Java 8, so that older ones can run it: they would say UnsupportedClassVersionError of all others.
 */
public final class Start {
  private static final int MINIMUM = 25;

  private Start() {}

  /** Runs one command, unless this Java is too old. */
  public static void main(String[] args) throws Exception {
    String version = System.getProperty("java.specification.version");
    if (version.startsWith("1.") || Integer.parseInt(version) < MINIMUM) {
      System.err.println(
          "ri-expiry-notifier needs Java "
              + MINIMUM
              + " or newer, and this is Java "
              + System.getProperty("java.version")
              + ": run the script ri-expiry-notifier beside the jar, which looks for a newer one,"
              + " or start the jar with one.");
      System.exit(1);
    }
    Class.forName("dev.riexpiry.cli.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }
}

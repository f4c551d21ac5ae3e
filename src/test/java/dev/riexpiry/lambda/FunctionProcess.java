package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The function's artifact in a process of its own, behind the real runtime interface client, with
/// the handler that the template names, or the same one in May.
public final class FunctionProcess implements AutoCloseable {
  private static final String CLIENT = AWSLambda.class.getName();
  private static final List<String> CLIENT_JARS =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-serialization",
          "aws-lambda-java-core");

  /// Lambda's Java compiles with one tier, and where memory is as small as the function's the JVM
  /// collects garbage with one thread.
  private static final List<String> LIKE_LAMBDA =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /// The property that names the client's native library.
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;

  /// @param artifact what Lambda would unpack
  /// @param handler as the template says, or [FunctionInMay#HANDLER]
  /// @param environment besides what Lambda sets itself
  FunctionProcess(Path artifact, String handler, Map<String, String> environment)
      throws IOException {
    this(artifact, handler, environment, Launch.with(List.of()));
  }

  /// @param launch how Java is started
  public FunctionProcess(
      Path artifact, String handler, Map<String, String> environment, Launch launch)
      throws IOException {
    api = new RuntimeApi(launch.patience());
    Path task = Files.createTempDirectory("function");
    log = task.resolve("log.txt");
    unpackAccounts(artifact, task);
    List<String> command = new ArrayList<>(launch.before());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(LIKE_LAMBDA);
    command.addAll(launch.options());
    command.add("-D" + NATIVE_LIBRARY + "=" + unpackNativeLibrary(task));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator, clientJars(), artifact.toAbsolutePath().toString(), ownClasses()));
    command.add(CLIENT);
    command.add(handler);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(lambda(task));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    process = builder.start();
    CompletableFuture<Void> _ = process.onExit().thenRun(api::functionEnded);
  }

  /// Unpacks the native library of the runtime interface client. The client itself would write it
  /// to one place in the file system, where a second function that starts at the same time would
  /// overwrite what the first one has just mapped, and end it.
  private static Path unpackNativeLibrary(Path task) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    Path musl = Path.of("/lib/ld-musl-%s.so.1".formatted(arm ? "aarch64" : "x86_64"));
    String resource =
        "/jni/libaws-lambda-jni.%s-%s.so"
            .formatted(Files.exists(musl) ? "linux_musl" : "linux", arm ? "aarch_64" : "x86_64");
    Path library = task.resolve("libaws-lambda-jni.so");
    try (InputStream packed =
        requireNonNull(AWSLambda.class.getResourceAsStream(resource), resource)) {
      Files.copy(packed, library);
    }
    return library;
  }

  private Map<String, String> lambda(Path task) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API", api.address(),
        "AWS_LAMBDA_FUNCTION_NAME", "ri-expiry-check",
        "AWS_LAMBDA_FUNCTION_VERSION", "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
        "AWS_LAMBDA_LOG_FORMAT", "JSON",
        "AWS_LAMBDA_LOG_LEVEL", "INFO",
        "LAMBDA_TASK_ROOT", task.toString());
  }

  private static void unpackAccounts(Path artifact, Path task) throws IOException {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(artifact.toFile())) {
      Files.write(
          task.resolve("accounts.json"),
          zip.getInputStream(zip.getEntry("accounts.json")).readAllBytes());
    }
  }

  private static String clientJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> CLIENT_JARS.stream().anyMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Where [FunctionInMay] is, behind what Lambda would have.
  private static String ownClasses() {
    return Path.of(
            URI.create(
                FunctionProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
        .toString();
  }

  /// Waits until the handler is made, and the client asks for the first event.
  public void awaitInit() throws InterruptedException {
    api.awaitInit();
  }

  /// Sends one event and waits for its answer.
  public RuntimeApi.InvocationResult invoke(byte[] event) throws InterruptedException {
    return api.invoke(event);
  }

  /// @param time after which Lambda would end the function
  RuntimeApi.InvocationResult invoke(byte[] event, Duration time) throws InterruptedException {
    return api.invoke(event, time);
  }

  /// Everything the function wrote so far.
  public String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
    api.close();
  }

  /// How Java is started.
  ///
  /// @param before words before the command, such as those that put it into a control group
  /// @param options besides those that Lambda's Java has
  /// @param patience until the handler is made, and until each answer
  public record Launch(List<String> before, List<String> options, Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /// Copies the lists.
    public Launch {
      before = List.copyOf(before);
      options = List.copyOf(options);
      requireNonNull(patience, "patience is null");
    }

    static Launch with(List<String> options) {
      return new Launch(List.of(), options, USUAL_PATIENCE);
    }
  }
}

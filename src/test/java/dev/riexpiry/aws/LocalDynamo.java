package dev.riexpiry.aws;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// DynamoDB Local: the real engine, in this process and in memory, asked over HTTP.
///
/// It brings an SDK and a Jackson of its own. The build puts its jars after all others on the class
/// path of this group of tests; a class loader of its own reads that path from the end, so that the
/// engine finds its jars first and no test ever sees them.
final class LocalDynamo implements AutoCloseable {
  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  /// The engine's first call takes seconds, and many on a busy machine. A second attempt at making
  /// a table finds the one that the first has made.
  private static final Timing PATIENT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          1,
          Duration.ofMillis(1),
          Duration.ofMillis(1));

  private static final AtomicInteger TABLES = new AtomicInteger();

  private final Object server;
  private final AwsClients clients;

  private LocalDynamo(Object server, int port) {
    this.server = server;
    this.clients =
        new AwsClients(
            Region.US_EAST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
            PATIENT,
            Optional.of(URI.create("http://127.0.0.1:" + port)));
  }

  static LocalDynamo start() {
    int port = freePort();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      ClassLoader engine = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
      Thread.currentThread().setContextClassLoader(engine);
      Object server =
          engine
              .loadClass(RUNNER)
              .getMethod("createServerFromCommandLineArgs", String[].class)
              .invoke(
                  null,
                  (Object)
                      new String[] {
                        "-inMemory", "-disableTelemetry", "-port", String.valueOf(port)
                      });
      server.getClass().getMethod("start").invoke(server);
      return new LocalDynamo(server, port);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] jars() {
    List<String> path =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    return path.reversed().stream().map(LocalDynamo::url).toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(entry, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  AwsClients clients() {
    return clients;
  }

  /// An empty table with the key that the template gives it.
  String newTable() {
    String name = "ledger-" + TABLES.incrementAndGet();
    client()
        .createTable(request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("entry").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("entry")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    return name;
  }

  DynamoLedger newLedger() {
    return new DynamoLedger(clients, newTable(), InstantSource.system());
  }

  DynamoDbClient client() {
    return clients.client(DynamoDbClient.class, Region.US_EAST_1, DynamoDbClient::builder);
  }

  @Override
  public void close() {
    clients.close();
    try {
      server.getClass().getMethod("stop").invoke(server);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }
}

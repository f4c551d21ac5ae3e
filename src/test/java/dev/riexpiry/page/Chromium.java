package dev.riexpiry.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A Chromium without a window, with one tab, told what to do by its DevTools protocol.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String LISTENING = "DevTools listening on ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private final String session;
  private int last;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket =
        client.newWebSocketBuilder().buildAsync(address, new Answers(asked, events)).join();
    String target =
        ask("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    this.session =
        ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    Stream.of("Page", "Runtime", "Log", "Network").forEach(domain -> ask(domain + ".enable"));
  }

  /// Finds the one that is installed: `CHROMIUM` in the environment, or the first of its names on
  /// the PATH.
  static Optional<Path> installed() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream(),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name))))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it.
  ///
  /// @param profile an empty folder, for what it writes
  static Chromium start(Path program, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                // As root, and in containers, it has no sandbox to go into.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BlockingQueue<String> address = new LinkedBlockingQueue<>();
    Thread.ofVirtual().start(() -> read(process, address));
    String found = address.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (found == null || found.isEmpty()) {
      process.destroyForcibly();
      throw new IOException(program + " does not say where it listens");
    }
    return new Chromium(process, URI.create(found));
  }

  /// Reads all that it prints, so that it never waits for a reader.
  private static void read(Process process, BlockingQueue<String> address) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines
          .lines()
          .filter(line -> line.startsWith(LISTENING))
          .forEach(line -> address.add(line.substring(LISTENING.length())));
    } catch (UncheckedIOException | IOException e) {
      // It has gone.
    }
    address.add("");
  }

  /// Asks for something in the tab.
  JsonNode ask(String method, Map<String, ?> parameters) {
    return ask(session, method, parameters);
  }

  JsonNode ask(String method) {
    return ask(method, Map.of());
  }

  private JsonNode ask(String where, String method, Map<String, ?> parameters) {
    int id = ++last;
    ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
    question.set("params", JSON.valueToTree(parameters));
    if (!where.isEmpty()) {
      question.put("sessionId", where);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    socket.sendText(question.toString(), true).join();
    try {
      JsonNode got = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new AssertionError(method + ": " + got.get("error"));
      }
      return got.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " is not answered", e);
    }
  }

  /// Opens an address and waits until all of it is there.
  void open(String address) throws InterruptedException {
    long before = loads();
    ask("Page.navigate", Map.of("url", address));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (loads() == before) {
      if (System.nanoTime() > end) {
        throw new AssertionError(address + " is not loaded");
      }
      Thread.sleep(5);
    }
  }

  private long loads() {
    return events("Page.loadEventFired").count();
  }

  /// What has happened since the start.
  Stream<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.path("params"));
  }

  /// Runs a script in the page.
  ///
  /// @param expression its value must be JSON
  JsonNode evaluate(String expression) {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(result.get("exceptionDetails").toString());
    }
    return result.path("result").path("value");
  }

  /// Makes the window so wide, and lets the reader prefer a theme.
  ///
  /// @param media `screen` or `print`
  void look(int width, int height, String theme, String media) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /// Presses a key.
  ///
  /// @param text what it types; empty if nothing
  void press(String key, int code, String text) {
    for (String type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key,
              "windowsVirtualKeyCode",
              code,
              "text",
              type.equals("keyDown") ? text : ""));
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Puts the pieces of each message together, and gives each answer to who asked.
  private record Answers(
      StringBuilder pieces, Map<Integer, CompletableFuture<JsonNode>> asked, List<JsonNode> events)
      implements WebSocket.Listener {
    Answers(Map<Integer, CompletableFuture<JsonNode>> asked, List<JsonNode> events) {
      this(new StringBuilder(), asked, events);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean whole) {
      pieces.append(piece);
      if (whole) {
        take(pieces.toString());
        pieces.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void take(String message) {
      try {
        JsonNode read = JSON.readTree(message);
        if (read.has("id")) {
          Optional.ofNullable(asked.remove(read.get("id").asInt()))
              .ifPresent(answer -> answer.complete(read));
        } else {
          events.add(read);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.riexpiry.page;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.htmlunit.BrowserVersion;
import org.htmlunit.MockWebConnection;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;

/// Opens a page as a browser does, its script included or not. A script that fails fails the test.
final class Browser implements AutoCloseable {
  private static final String ADDRESS = "http://page.invalid/index.html";

  private final WebClient client = new WebClient(BrowserVersion.CHROME);
  private final List<String> requests = new ArrayList<>();
  private final HtmlPage page;

  Browser(String html, boolean script) throws IOException {
    MockWebConnection connection =
        new MockWebConnection() {
          @Override
          public WebResponse getResponse(WebRequest request) throws IOException {
            requests.add(request.getUrl().toString());
            return super.getResponse(request);
          }
        };
    connection.setDefaultResponse("", 404, "Not Found", "text/plain");
    connection.setResponse(
        URI.create(ADDRESS).toURL(), html, "text/html; charset=utf-8", StandardCharsets.UTF_8);
    client.setWebConnection(connection);
    client.getOptions().setJavaScriptEnabled(script);
    client.getOptions().setThrowExceptionOnScriptError(true);
    client.getOptions().setCssEnabled(true);
    page = client.getPage(ADDRESS);
  }

  HtmlPage page() {
    return page;
  }

  /// What was asked for beside the page itself.
  List<String> otherRequests() {
    return requests.stream().filter(address -> !address.equals(ADDRESS)).toList();
  }

  /// The cells of one column in the rows that are shown.
  ///
  /// @param key the name by which the script knows the column
  List<String> shown(String key) {
    int column =
        page.<DomElement>getByXPath("//table[@id='commitments']/thead/tr/th").stream()
            .map(head -> head.getAttribute("data-key"))
            .toList()
            .indexOf(key);
    return page.<DomElement>getByXPath("//table[@id='commitments']/tbody/tr").stream()
        .filter(row -> !row.hasAttribute("hidden"))
        .map(row -> StreamSupport.stream(row.getChildElements().spliterator(), false).toList())
        .map(cells -> cells.get(column).getTextContent().strip())
        .collect(Collectors.toList());
  }

  /// The ids of the commitments in the rows that are shown.
  List<String> shownIds() {
    return page
        .<DomElement>getByXPath("//table[@id='commitments']/tbody/tr[not(@hidden)]/td[5]/small[1]")
        .stream()
        .map(id -> id.getTextContent().strip().replaceFirst("\\s.*", ""))
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}

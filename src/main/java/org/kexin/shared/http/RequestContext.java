package org.kexin.shared.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.kexin.shared.Ids;

/** What is known of the present request before anybody looks at who makes it. */
@RequestScoped
public class RequestContext {

  private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final Ids ids;
  private String requestId = "";
  private Locale language = Locale.ENGLISH;

  RequestContext(Ids ids) {
    this.ids = ids;
  }

  /** Finds this request in logs and audit; the caller's own when it sent a sane one. */
  public String requestId() {
    if (requestId.isEmpty()) {
      requestId = ids.next().toString();
    }
    return requestId;
  }

  /** The language for titles and labels: English or simplified Chinese. */
  public Locale language() {
    return language;
  }

  void begin(String requestId, String acceptLanguage) {
    this.requestId = requestId;
    this.language = preferred(acceptLanguage);
  }

  private static Locale preferred(String acceptLanguage) {
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
      if (best != null) {
        return best;
      }
      boolean chinese =
          Locale.LanguageRange.parse(acceptLanguage).stream()
              .anyMatch(range -> range.getRange().startsWith("zh"));
      return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    } catch (IllegalArgumentException e) {
      // A malformed Accept-Language is no reason to refuse a request: RFC 9110, section 12.5.4.
      return Locale.ENGLISH;
    }
  }

  static String header(jakarta.ws.rs.container.ContainerRequestContext request, String name) {
    String value = request.getHeaderString(name);
    return value == null ? "" : value;
  }

  static String language(jakarta.ws.rs.container.ContainerRequestContext request) {
    String value = header(request, HttpHeaders.ACCEPT_LANGUAGE);
    return value.isBlank() ? "en" : value;
  }
}

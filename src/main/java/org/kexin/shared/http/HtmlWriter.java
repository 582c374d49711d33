package org.kexin.shared.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes answers as pages. */
@Provider
@Produces(Printed.HTML)
public class HtmlWriter implements MessageBodyWriter<Printed> {

  /**
   * As everywhere, but for the style that the page brings along: a script that got in stays dead.
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final RequestContext context;

  HtmlWriter(RequestContext context) {
    this.context = context;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return Printed.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Printed answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    headers.putSingle("Content-Security-Policy", POLICY);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, context.language().toLanguageTag());
    out.write(answer.html(context.language()).getBytes(StandardCharsets.UTF_8));
  }
}

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

/** Writes answers as charts. */
@Provider
@Produces(Drawn.SVG)
public class SvgWriter implements MessageBodyWriter<Drawn> {

  /** As everywhere, but for the style that the document brings along. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private final RequestContext context;

  SvgWriter(RequestContext context) {
    this.context = context;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return Drawn.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Drawn answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    headers.putSingle("Content-Security-Policy", POLICY);
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, context.language().toLanguageTag());
    out.write(answer.svg(context.language()).getBytes(StandardCharsets.UTF_8));
  }
}

package org.kexin.shared.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Demands a body of well-formed UTF-8 (RFC 8259, section 8.1) that is neither empty nor the JSON
 * value {@code null}. The framework would hand the latter to a resource as a null reference, and
 * its JSON reader takes over-long sequences for the characters they spell.
 */
@Provider
public class BodyDemand implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType())) {
      return context.proceed();
    }
    byte[] bytes = context.getInputStream().readAllBytes();
    demandUtf8(bytes);
    context.setInputStream(new ByteArrayInputStream(bytes));
    Object body = context.proceed();
    if (body == null) {
      throw new ProblemException(
          ProblemCode.BODY_MALFORMED, "Send a body; the contract says what stands in it.");
    }
    return body;
  }

  /** Files are not JSON even where their lines are: they are streamed and judged line by line. */
  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }

  private static void demandUtf8(byte[] bytes) {
    try {
      CharBuffer _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new ProblemException(ProblemCode.BODY_MALFORMED, "JSON is written in UTF-8.");
    }
  }
}

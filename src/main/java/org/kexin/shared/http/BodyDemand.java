package org.kexin.shared.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Refuses a body that is empty or the JSON value {@code null}, which the framework would hand to a
 * resource as a null reference.
 */
@Provider
public class BodyDemand implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      throw new ProblemException(
          ProblemCode.BODY_MALFORMED, "Send a body; the contract says what stands in it.");
    }
    return body;
  }
}

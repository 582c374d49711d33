package org.kexin.shared.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The status codes of an operation that do not follow from its form. A 2xx here takes the place of
 * the usual 200 or 204; name both where both happen. The contract adds the rest: 400, 401, 403, 429
 * and 503 always, 404 with a path parameter, 304, 412 and 428 with a precondition header, 409 and
 * 422 with Idempotency-Key, 413 and 415 with a body.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StatusCodes {

  /** HTTP status codes, {@code 200..599}. */
  int[] value();
}

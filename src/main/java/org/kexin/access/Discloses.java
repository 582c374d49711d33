package org.kexin.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer of this operation can hold personal data: the caller must state a purpose, and every
 * answer waits for its access record. Becomes {@code x-data-class} in the contract.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Discloses {

  /** The classes of attributes the answer can hold, masked or not. */
  AttributeClass[] value();
}

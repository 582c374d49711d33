package org.kexin.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is about one customer, and a caller who is bound to another department may reach
 * them by saying why in the header {@value #HEADER}. Everywhere else, in lists above all, the
 * header is ignored.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayBreakGlass {

  /** The request header: the reason, percent-encoded UTF-8 where it is not plain ASCII. */
  String HEADER = "Break-Glass-Reason";
}

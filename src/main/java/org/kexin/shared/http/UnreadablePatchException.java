package org.kexin.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A merge patch whose result is not a document of the patched type. */
public final class UnreadablePatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient JsonProcessingException unreadable;

  UnreadablePatchException(JsonProcessingException unreadable) {
    super(null, null, false, false);
    this.unreadable = unreadable;
  }

  JsonProcessingException unreadable() {
    return unreadable;
  }
}

package org.kexin.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that writes.
 *
 * @param method POST or PUT
 * @param role of the caller
 * @param path {@value #MADE} in it stands for the id that a call before it in its chain was given
 * @param key its Idempotency-Key
 * @param body the document, as the contract says
 */
record SampleCall(String method, String role, String path, String key, Map<String, Object> body) {

  /** The id of what was made last in the chain. */
  static final String MADE = "{made}";

  /** Keeps the order of the members, so the same call is the same bytes. */
  SampleCall {
    body = new LinkedHashMap<>(body);
  }

  /**
   * A call whose key follows from what it is about.
   *
   * @param name says what this call is, and no other call
   */
  static SampleCall post(String role, String path, String name, Map<String, Object> body) {
    return new SampleCall("POST", role, path, Seeded.key(path + " of " + name), body);
  }

  /** A call whose path says all that it is about. */
  static SampleCall put(String role, String path, Map<String, Object> body) {
    return new SampleCall("PUT", role, path, Seeded.key(path), body);
  }

  /**
   * A document of these members.
   *
   * @param members names and values in turn
   */
  static Map<String, Object> document(Object... members) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      document.put((String) members[i], members[i + 1]);
    }
    return document;
  }
}

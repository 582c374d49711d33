package org.kexin.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * What a caller says who proves to hold the key of a token (RFC 9449, section 4.2). It is read
 * before the signature is checked, so nothing here is true until Quarkus has done that.
 *
 * <p>Quarkus compares method and address too, but repeats in the log what unverified proofs say of
 * them; it does not look at the age.
 *
 * @param key SHA-256 of the public key, as RFC 7638 counts it
 * @param id claim {@code jti}, not empty; a client gives each proof another
 * @param issuedAt claim {@code iat}, in seconds since 1970
 * @param method claim {@code htm}
 * @param address claim {@code htu}: the address of the request without query
 */
record Proof(String key, String id, long issuedAt, String method, String address) {

  /** Long enough for slow networks; a client makes a proof when it sends a request. */
  static final Duration MAX_AGE = Duration.ofSeconds(60);

  /** By how much the clock of a client may be fast. */
  static final Duration MAX_AHEAD = Duration.ofSeconds(10);

  private static final String TYPE = "dpop+jwt";

  /** Why a proof is not taken. No word of it comes from the caller, so it may be logged. */
  enum Fault {
    NOT_ONE("there is not exactly one proof, or it cannot be read"),
    OTHER_METHOD("it is for another method"),
    OTHER_ADDRESS("it is for another address, or the ingress changes scheme or host"),
    NOT_FRESH("it is too old, or the clock of the client is fast"),
    USED("it was used before");

    private final String reason;

    Fault(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * The proof in a header DPoP, or nothing when it has not the form of one. It is taken apart with
   * the parser that Quarkus uses, so that both see the same.
   */
  static Optional<Proof> read(String header) {
    String[] parts = header.split("\\.", -1);
    // The third is not looked at here, but where it is missing Quarkus takes the whole for null.
    if (parts.length != 3 || parts[2].isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonObject head = json(parts[0]);
      JsonObject claims = json(parts[1]);
      if (!TYPE.equals(head.getValue("typ"))
          || !(head.getValue("jwk") instanceof JsonObject jwk)
          || !(claims.getValue("jti") instanceof String id)
          || id.isEmpty()
          || !(claims.getValue("iat") instanceof Number issuedAt)
          || !(claims.getValue("htm") instanceof String method)
          || !(claims.getValue("htu") instanceof String address)) {
        return Optional.empty();
      }
      String key =
          PublicJsonWebKey.Factory.newPublicJwk(jwk.getMap())
              .calculateBase64urlEncodedThumbprint("SHA-256");
      return Optional.of(new Proof(key, id, issuedAt.longValue(), method, address));
    } catch (JoseException
        | DecodeException
        | ClassCastException
        // Of Base64, and of keys with an empty number.
        | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Why this proof is not one for the request, if so.
   *
   * @param uri the whole address of the request, with scheme and host, with or without query
   */
  Optional<Fault> fault(String requestMethod, String uri, Instant now) {
    if (!method.equals(requestMethod)) {
      return Optional.of(Fault.OTHER_METHOD);
    }
    int query = uri.indexOf('?');
    if (!address.equals(query < 0 ? uri : uri.substring(0, query))) {
      return Optional.of(Fault.OTHER_ADDRESS);
    }
    long seconds = now.getEpochSecond();
    return issuedAt < seconds - MAX_AGE.toSeconds() || issuedAt > seconds + MAX_AHEAD.toSeconds()
        ? Optional.of(Fault.NOT_FRESH)
        : Optional.empty();
  }

  private static JsonObject json(String part) {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    return Json.decodeValue(text) instanceof JsonObject json ? json : new JsonObject();
  }
}

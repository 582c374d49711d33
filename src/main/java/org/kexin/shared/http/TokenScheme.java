package org.kexin.shared.http;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How callers present their access tokens: as bearer tokens (RFC 6750), of use to whoever has them,
 * or bound to a key (DPoP, RFC 9449), of no use without it. A deployment takes one kind and not
 * both, since a thief would choose the weaker.
 */
@Startup
@Singleton
public class TokenScheme {

  private static final String BEARER = "Bearer";
  private static final String DPOP = "DPoP";

  /** What Quarkus accepts of a proof; symmetric ones are none (RFC 9449, section 4.2). */
  private static final String ALGORITHMS =
      "ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA";

  private final boolean bound;

  /**
   * Made at the start of the service, so that a word that is neither is noticed then.
   *
   * @throws IllegalArgumentException when the name is neither {@code Bearer} nor {@code DPoP},
   *     written so: the claim {@code typ} of a token is compared with it letter by letter
   */
  public TokenScheme(@ConfigProperty(name = "kexin.oidc.token-scheme") String name) {
    if (!name.equals(BEARER) && !name.equals(DPOP)) {
      throw new IllegalArgumentException(
          "kexin.oidc.token-scheme must be " + BEARER + " or " + DPOP + ".");
    }
    bound = name.equals(DPOP);
  }

  /** Whether only tokens bound to a key are taken. */
  public boolean isBound() {
    return bound;
  }

  /** For WWW-Authenticate; says no more than what to bring (RFC 6750, section 3). */
  String challenge() {
    return bound ? DPOP + " algs=\"" + ALGORITHMS + "\"" : BEARER;
  }

  /** What a person whose token was refused can do. */
  String advice() {
    return bound
        ? "Send Authorization: DPoP with an access token of this service's realm that is bound to"
            + " your key and, in the header DPoP, a fresh proof for this request (RFC 9449)."
        : "Send Authorization: Bearer with an access token of this service's realm.";
  }
}

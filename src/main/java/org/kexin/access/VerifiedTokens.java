package org.kexin.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Hashes;
import org.kexin.shared.http.TokenScheme;

/**
 * Remembers tokens that were verified a moment ago: checking the signature of the same token again
 * costs about half a database query.
 *
 * <p>A token is remembered by its hash, never itself, until it expires and for {@value
 * #MEMORY_SECONDS} seconds at most, so that a signing key which the identity provider withdraws is
 * out of use just as soon. Refused tokens are not remembered: nobody can fill the memory with
 * rubbish.
 *
 * <p>Where tokens are bound to a key, none is remembered: {@link BoundTokens} has every request
 * prove its own.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

  private static final int MEMORY_SECONDS = 60;
  private static final int MAX_TOKENS = 10_000;
  private static final String BEARER = "Bearer ";

  /** RFC 7800: whoever presents this token must prove to hold the key that the claim names. */
  private static final String CONFIRMATION = "cnf";

  private final OidcAuthenticationMechanism oidc;
  private final TokenScheme scheme;
  private final BoundTokens boundTokens;
  private final Clock clock;
  private final Cache<ByteBuffer, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(MAX_TOKENS)
          .expireAfterWrite(Duration.ofSeconds(MEMORY_SECONDS))
          .build();

  VerifiedTokens(
      OidcAuthenticationMechanism oidc, TokenScheme scheme, BoundTokens boundTokens, Clock clock) {
    this.oidc = oidc;
    this.scheme = scheme;
    this.boundTokens = boundTokens;
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    if (scheme.isBound()) {
      return boundTokens.authenticate(
          context.request(), () -> oidc.authenticate(context, providers));
    }
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      return oidc.authenticate(context, providers).invoke(VerifiedTokens::refuseBound);
    }
    ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(header));
    Verified known = verified.getIfPresent(hash);
    if (known != null && known.expiresAt().isAfter(clock.now())) {
      return Uni.createFrom().item(known.identity());
    }
    return oidc.authenticate(context, providers)
        .invoke(VerifiedTokens::refuseBound)
        .invoke(identity -> remember(hash, identity));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return oidc.getChallenge(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  /**
   * RFC 9449, section 7.2: were a bound token taken without a proof, binding it would be in vain.
   * So with a certificate (RFC 8705), which no request here proves to hold.
   */
  private static void refuseBound(@Nullable SecurityIdentity identity) {
    if (identity != null
        && identity.getPrincipal() instanceof JsonWebToken token
        && token.containsClaim(CONFIRMATION)) {
      throw new AuthenticationFailedException();
    }
  }

  private void remember(ByteBuffer hash, @Nullable SecurityIdentity identity) {
    if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
      verified.put(hash, new Verified(identity, Instant.ofEpochSecond(token.getExpirationTime())));
    }
  }

  private record Verified(SecurityIdentity identity, Instant expiresAt) {}
}

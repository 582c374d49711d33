package org.kexin.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.kexin.shared.Clock;
import org.kexin.shared.Hashes;

/**
 * Takes tokens that are bound to a key (DPoP, RFC 9449), each request with a proof of its own.
 *
 * <p>Quarkus checks the signature of the proof, that its key is the one of the token and that it is
 * for this token. What it leaves out is done here: the age of the proof, and that it is used once
 * (section 11.1). Used proofs are remembered by hash, by this pod alone, for as long as they could
 * come again; only those that were found good, so that nobody without a token can fill the memory.
 * Beyond {@value #MAX_USED} at a time, some are forgotten early.
 */
@ApplicationScoped
class BoundTokens {

  private static final Logger LOG = Logger.getLogger(BoundTokens.class);
  private static final String SCHEME = "DPoP";

  /** About 200 bytes each. */
  private static final int MAX_USED = 200_000;

  private final Clock clock;
  private final Cache<ByteBuffer, Boolean> used =
      Caffeine.newBuilder()
          .maximumSize(MAX_USED)
          .expireAfterWrite(Proof.MAX_AGE.plus(Proof.MAX_AHEAD))
          .build();

  BoundTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * Who calls; nobody when the request has no token of this scheme.
   *
   * @param verification checks the token, and the proof against it
   */
  Uni<SecurityIdentity> authenticate(
      HttpServerRequest request, Supplier<Uni<SecurityIdentity>> verification) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
      return Uni.createFrom().nullItem();
    }
    List<String> proofs = request.headers().getAll(SCHEME);
    Optional<Proof> proof = proofs.size() == 1 ? Proof.read(proofs.getFirst()) : Optional.empty();
    if (proof.isEmpty()) {
      return Uni.createFrom().failure(refused(Proof.Fault.NOT_ONE));
    }
    Optional<Proof.Fault> fault =
        proof.get().fault(request.method().name(), request.absoluteURI(), clock.now());
    return fault.isPresent()
        ? Uni.createFrom().failure(refused(fault.get()))
        : verification.get().onItem().ifNotNull().invoke(identity -> use(proof.get()));
  }

  /**
   * Remembers the proof.
   *
   * @throws AuthenticationFailedException when its key has signed a proof of this id that may still
   *     be remembered
   */
  void use(Proof proof) {
    // The length of the first is fixed, so no two pairs give the same text.
    ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(proof.key() + proof.id()));
    if (used.asMap().putIfAbsent(hash, true) != null) {
      throw refused(Proof.Fault.USED);
    }
  }

  private static AuthenticationFailedException refused(Proof.Fault fault) {
    LOG.warnf("Proof of possession refused: %s", fault.reason());
    return new AuthenticationFailedException();
  }
}

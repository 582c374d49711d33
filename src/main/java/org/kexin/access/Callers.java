package org.kexin.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads callers from verified tokens. */
@ApplicationScoped
class Callers {

  Caller of(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return new Caller("anonymous", "unknown", null, new TreeSet<>(), null);
    }
    return new Caller(
        Objects.requireNonNullElse(token.getSubject(), token.getName()),
        claim(token, "azp").orElse("unknown"),
        claim(token, "department").orElse(null),
        new TreeSet<>(identity.getRoles()),
        claim(token, "customer_id").map(Callers::uuid).orElse(null));
  }

  private static Optional<String> claim(JsonWebToken token, String name) {
    Object value = token.getClaim(name);
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

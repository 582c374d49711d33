package org.kexin.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.Bucket;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kexin.testing.Tokens;

/**
 * Takes quotas away from the caller of a role for the length of a test. The quotas of the tests are
 * too large to be used up by asking.
 */
public final class Spending implements AutoCloseable {

  /** Further into debt than comes back while a test runs. */
  private static final long DEBT = 1_000_000_000L;

  private final Allowance allowance;

  private Spending(Allowance allowance) {
    this.allowance = allowance;
  }

  /** No request is left. */
  public static Spending allRequestsOf(String role) {
    Spending spending = new Spending(allowance(role));
    spending.requests().consumeIgnoringRateLimits(DEBT);
    return spending;
  }

  /** So many persons are left for the rest of the day. */
  static Spending allPersonsOf(String role, int left) {
    Spending spending = new Spending(allowance(role));
    Bucket day = spending.allowance.meters().getLast().bucket();
    day.tryConsumeAsMuchAsPossible(day.getAvailableTokens() - left);
    return spending;
  }

  /** How many persons the caller may still be shown today. */
  long personsLeft() {
    return allowance.meters().getLast().bucket().getAvailableTokens();
  }

  /** Gives everything back. */
  @Override
  public void close() {
    allowance.meters().forEach(meter -> meter.bucket().reset());
  }

  private Bucket requests() {
    return allowance.meters().getFirst().bucket();
  }

  private static Allowance allowance(String role) {
    return Arc.container().instance(Quotas.class).get().of(caller(Tokens.of(role)));
  }

  private static Caller caller(String token) {
    try {
      JsonNode claims =
          new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
      SortedSet<String> roles = new TreeSet<>();
      claims.path("realm_access").path("roles").forEach(role -> roles.add(role.asText()));
      return new Caller(
          claims.path("sub").asText(), claims.path("azp").asText(), null, roles, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

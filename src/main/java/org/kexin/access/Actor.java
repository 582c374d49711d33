package org.kexin.access;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is changed, as the record of the change names them. Outlives the
 * request: work that goes on after the answer is still that of who asked for it.
 *
 * @param userId subject of the token
 * @param clientId application that called
 * @param roles realm roles at the time
 * @param purpose as stated, null if none was
 * @param operation name of the operation in the contract
 * @param address network address of the caller
 */
public record Actor(
    String userId,
    String clientId,
    @Nullable String department,
    SortedSet<String> roles,
    @Nullable String purpose,
    String operation,
    String requestId,
    String address) {

  private static final String UNKNOWN = "unknown";

  /** Keeps the roles sorted and fixed. */
  public Actor {
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /** Somebody of whom only the id was kept. */
  public static Actor knownOnlyAs(String userId, String operation, String requestId) {
    return new Actor(
        userId, UNKNOWN, null, Collections.emptySortedSet(), null, operation, requestId, UNKNOWN);
  }
}

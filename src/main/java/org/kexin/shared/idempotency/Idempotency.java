package org.kexin.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Makes a request that is sent twice take effect once
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>Key and effect commit in one transaction: were the key written before, a crash between would
 * leave a key that promises an effect nobody made; after, a crash would make the effect twice. Two
 * requests with one key at once are told apart by the locked, uncommitted claim of the first: the
 * second is refused, not queued.
 */
@ApplicationScoped
public class Idempotency {

  /** How long an answer is remembered. */
  public static final Duration REMEMBERED = Duration.ofDays(2);

  private static final int MAX_KEY_CHARS = 255;
  private static final int FORGET_BATCH = 1_000;

  private final IdempotencyKeys keys;
  private final ObjectMapper mapper;
  private final SecurityIdentity identity;
  private final Ids ids;
  private final Clock clock;

  Idempotency(
      IdempotencyKeys keys, ObjectMapper mapper, SecurityIdentity identity, Ids ids, Clock clock) {
    this.keys = keys;
    this.mapper = mapper;
    this.identity = identity;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Runs {@code effect} unless this caller already had it run under {@code key}, then gives the
   * remembered answer.
   *
   * @param operation what is asked for; the same key may be used for different operations
   * @param request the body, compared by its canonical JSON
   * @throws ProblemException {@code idempotency-key-required} if {@code key} is null or blank,
   *     {@code idempotency-key-reused} if it was used with another body, {@code
   *     idempotency-in-flight} if the first request with it has not ended
   */
  @Transactional
  public <T> T once(
      @Nullable String key, String operation, Object request, Class<T> type, Supplier<T> effect) {
    byte[] keyHash = Hashes.sha256(caller() + '\n' + operation + '\n' + checked(key));
    byte[] fingerprint = Hashes.sha256(json(request));
    Optional<RememberedAnswer> remembered = find(keyHash);
    if (remembered.isPresent()) {
      return replay(remembered.get(), fingerprint, type);
    }
    RememberedAnswer claim = new RememberedAnswer(ids.next(), keyHash, fingerprint, clock.now());
    try {
      keys.claim(claim);
    } catch (ConstraintViolationException raced) {
      throw inFlight();
    }
    T answer = effect.get();
    claim.keep(json(answer));
    return answer;
  }

  /** Forgets old answers, a batch at a time so that no pod holds many locks. */
  @Scheduled(every = "10m", delayed = "1m")
  @Transactional
  void forget() {
    keys.forgetBefore(clock.now().minus(REMEMBERED), FORGET_BATCH);
  }

  private Optional<RememberedAnswer> find(byte[] keyHash) {
    try {
      return keys.find(keyHash);
    } catch (LockTimeoutException | PessimisticLockException held) {
      throw inFlight();
    }
  }

  private <T> T replay(RememberedAnswer remembered, byte[] fingerprint, Class<T> type) {
    if (!remembered.isOf(fingerprint)) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "Make a new Idempotency-Key for a new request; this one belongs to another body.");
    }
    try {
      return mapper.readValue(remembered.answer(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A remembered answer cannot be read.", e);
    }
  }

  private String caller() {
    return identity.getPrincipal().getName();
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request or answer of ours cannot be written as JSON.", e);
    }
  }

  private static String checked(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > MAX_KEY_CHARS) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
          "Send a fresh Idempotency-Key header of 1 to 255 characters, such as a UUID.");
    }
    return key;
  }

  private static ProblemException inFlight() {
    return new ProblemException(
        ProblemCode.IDEMPOTENCY_IN_FLIGHT,
        "The first request with this Idempotency-Key has not ended; ask again in a second.");
  }
}

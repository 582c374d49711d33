package org.kexin.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted: the size, and the key of the last row already seen.
 *
 * <p>A page token holds that key and a fingerprint of the query, so a token of another query is
 * noticed instead of giving rows of neither. Keys are ids and codes, never personal data, because
 * tokens stand in URLs.
 */
public final class PageRequest {

  /** Rows of a page when the caller does not say. */
  public static final int DEFAULT_SIZE = 50;

  /** Rows of a page at most; larger wishes are capped, not refused. */
  public static final int MAX_SIZE = 200;

  private static final int FINGERPRINT_BYTES = 8;

  private final int size;
  private final byte[] fingerprint;
  private final @Nullable String after;

  private PageRequest(int size, byte[] fingerprint, @Nullable String after) {
    this.size = size;
    this.fingerprint = fingerprint;
    this.after = after;
  }

  /**
   * Reads what a caller asked for.
   *
   * @param query all that decides which rows come in which order: operation, filters, sort
   * @throws ProblemException {@code parameter-invalid} if {@code size} is below 1, {@code
   *     page-token-invalid} if the token is not one of this query
   */
  public static PageRequest of(
      @Nullable Integer size, @Nullable String token, @Nullable Object... query) {
    if (size != null && size < 1) {
      throw ProblemException.parameter("pageSize", "pageSize is at least 1.");
    }
    int capped = size == null ? DEFAULT_SIZE : Math.min(size, MAX_SIZE);
    byte[] fingerprint = fingerprint(query);
    return new PageRequest(capped, fingerprint, token == null ? null : keyOf(token, fingerprint));
  }

  /** Rows wanted, {@code 1..}{@value #MAX_SIZE}. */
  public int size() {
    return size;
  }

  /** Rows to read: one more than wanted tells whether there is a next page. */
  public int rowsToRead() {
    return size + 1;
  }

  /** The key of the last row already seen, null on the first page. */
  public @Nullable String after() {
    return after;
  }

  /**
   * The id of the last row already seen, null on the first page, for lists whose keys are ids.
   *
   * @throws ProblemException {@code page-token-invalid} if the key is no id: the token was made up
   */
  public @Nullable UUID afterId() {
    try {
      return after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw foreignToken();
    }
  }

  /**
   * The numbers, joined by dots, that are the key of the last row already seen; on the first page
   * each is {@code first}.
   *
   * @throws ProblemException {@code page-token-invalid} if the key is no such list of {@code count}
   *     numbers: the token was made up
   */
  public long[] afterNumbers(int count, long first) {
    if (after == null) {
      return LongStream.generate(() -> first).limit(count).toArray();
    }
    try {
      long[] numbers = Arrays.stream(after.split("\\.")).mapToLong(Long::parseLong).toArray();
      if (numbers.length == count) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw foreignToken();
  }

  String tokenAfter(String key) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] token = Arrays.copyOf(fingerprint, FINGERPRINT_BYTES + keyBytes.length);
    System.arraycopy(keyBytes, 0, token, FINGERPRINT_BYTES, keyBytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static String keyOf(String token, byte[] fingerprint) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreignToken();
    }
    if (bytes.length <= FINGERPRINT_BYTES
        || !Arrays.equals(fingerprint, Arrays.copyOf(bytes, FINGERPRINT_BYTES))) {
      throw foreignToken();
    }
    return new String(
        bytes, FINGERPRINT_BYTES, bytes.length - FINGERPRINT_BYTES, StandardCharsets.UTF_8);
  }

  private static ProblemException foreignToken() {
    return new ProblemException(
        ProblemCode.PAGE_TOKEN_INVALID,
        "Send the nextPageToken of the same query with the same filters and sort, or none.");
  }

  private static byte[] fingerprint(@Nullable Object... query) {
    MessageDigest digest = Hashes.sha256();
    for (@Nullable Object part : query) {
      digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Arrays.copyOf(digest.digest(), FINGERPRINT_BYTES);
  }
}

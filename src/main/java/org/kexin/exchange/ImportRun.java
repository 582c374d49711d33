package org.kexin.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;

/**
 * An import as its row says at one moment.
 *
 * @param submitter who sent the file, and for whom it changes what it changes
 * @param contentHash SHA-256 of the file as it was sent; null until it was received whole
 * @param problem why the file was not used, null unless failed
 * @param bytesTotal size of the expanded file; 0 until it was checked
 * @param linesTotal records of the file; null until it was checked
 * @param upload number of the upload whose chunks are the file
 * @param epoch number of the claim that may write
 * @param failures of the next batch so far
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals in isOf alone
record ImportRun(
    UUID id,
    String kind,
    @Nullable String name,
    ImportFormat format,
    Actor submitter,
    ImportState state,
    byte @Nullable [] contentHash,
    @Nullable FileProblem problem,
    long bytesTotal,
    long bytesDone,
    @Nullable Long linesTotal,
    long linesRead,
    long accepted,
    long unchanged,
    long refused,
    long upload,
    long epoch,
    int failures,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt) {

  /** Whether the file, or the rest of it, is still wanted. */
  boolean awaitsFile() {
    return contentHash == null && (state == ImportState.RECEIVING || state == ImportState.FAILED);
  }
}

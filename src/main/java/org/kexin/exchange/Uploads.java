package org.kexin.exchange;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Receives files: streams them into chunks, checks them, and hands them to the workers.
 *
 * <p>Not by {@link org.kexin.shared.idempotency.Idempotency}, which wants the body in memory and
 * key and effect in one transaction: the run itself remembers its key and the hash of its file. A
 * run whose upload was cut has no hash yet, so the next upload under its key takes its place.
 */
@ApplicationScoped
class Uploads {

  private static final int MAX_KEY_CHARS = 255;
  private static final int BUFFER_BYTES = 1 << 16;

  private final ImportRuns runs;
  private final ImportChunks chunks;
  private final FileCheck files;
  private final ImportWorker worker;
  private final ImportConfig config;
  private final SecurityIdentity identity;
  private final Changes changes;
  private final Ids ids;

  Uploads(
      ImportRuns runs,
      ImportChunks chunks,
      FileCheck files,
      ImportWorker worker,
      ImportConfig config,
      SecurityIdentity identity,
      Changes changes,
      Ids ids) {
    this.runs = runs;
    this.chunks = chunks;
    this.files = files;
    this.worker = worker;
    this.config = config;
    this.identity = identity;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * A file on its way in.
   *
   * @param gzipped whether the bytes are a gzip stream
   * @param length of the body as announced, null if it was not
   */
  record Upload(
      ImportKind kind,
      @Nullable String name,
      ImportFormat format,
      boolean gzipped,
      @Nullable Long length,
      InputStream bytes) {}

  /**
   * Makes a run of the file, or finds the one that its key already made.
   *
   * @throws ProblemException {@code idempotency-key-required}; {@code idempotency-key-reused} if
   *     the key made a run of another file; {@code idempotency-in-flight} if the same file is
   *     arriving a second time; {@code body-too-large}; {@code validation-failed} if the file as a
   *     whole cannot be used
   */
  ImportRun receive(@Nullable String idempotencyKey, Upload upload) throws IOException {
    byte[] key =
        Hashes.sha256(caller() + '\n' + upload.kind().name() + '\n' + checked(idempotencyKey));
    ImportRun run =
        runs.findOrAdd(
            key,
            new ImportRuns.NewRun(
                ids.next(), upload.kind().name(), upload.name(), upload.format(), changes.actor()));
    if (!run.awaitsFile()) {
      return repeated(run, upload);
    }
    return store(runs.beginUpload(run).orElseThrow(Uploads::inFlight), upload);
  }

  private ImportRun store(ImportRun run, Upload upload) throws IOException {
    chunks.deleteEarlier(run);
    MessageDigest digest = digest(upload);
    try {
      long sent;
      try (OutputStream chunk = chunks.writer(run);
          OutputStream packed = upload.gzipped() ? chunk : new FastGzip(chunk)) {
        sent = copy(upload, digest, packed);
      }
      byte[] hash = digest.digest();
      return queue(run, upload, sent, hash);
    } catch (UnusableFileException tooLarge) {
      return refuse(run, null, tooLarge.problem());
    }
  }

  private ImportRun queue(ImportRun run, Upload upload, long sent, byte[] hash) {
    FileCheck.Sound sound;
    try {
      sound = files.check(run, upload.kind(), sent);
    } catch (UnusableFileException unusable) {
      return refuse(run, hash, unusable.problem());
    }
    if (!runs.queue(run, hash, sound)) {
      throw inFlight();
    }
    worker.wake();
    return runs.find(run.id()).orElseThrow(Uploads::inFlight);
  }

  /** What is wrong with the file is only known while the upload still has the run to itself. */
  private ImportRun refuse(ImportRun run, byte @Nullable [] hash, FileProblem problem) {
    if (!runs.refuse(run, hash, problem)) {
      throw inFlight();
    }
    chunks.deleteAll(run);
    throw refusal(problem);
  }

  /** The body is read once more, because only its hash tells whether it is the same. */
  private ImportRun repeated(ImportRun run, Upload upload) throws IOException {
    MessageDigest digest = digest(upload);
    copy(upload, digest, OutputStream.nullOutputStream());
    if (run.contentHash() != null && !Arrays.equals(run.contentHash(), digest.digest())) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "Make a new Idempotency-Key for a new file; this one belongs to another.");
    }
    FileProblem problem = run.problem();
    if (problem != null && run.linesRead() == 0 && run.epoch() == 0) {
      throw refusal(problem);
    }
    return run;
  }

  private long copy(Upload upload, MessageDigest digest, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long copied = 0;
    int read;
    while ((read = upload.bytes().read(buffer)) >= 0) {
      copied += read;
      if (copied > config.maxBytes()) {
        throw new UnusableFileException(
            FileProblem.tooLarge(
                "A file has at most " + config.maxBytes() + " bytes; send it in parts."));
      }
      digest.update(buffer, 0, read);
      to.write(buffer, 0, read);
    }
    if (upload.length() != null && copied != upload.length()) {
      throw new IOException("The body ended before its announced length.");
    }
    return copied;
  }

  /**
   * Format and encoding are part of what was sent: the same bytes read otherwise are another file.
   */
  private static MessageDigest digest(Upload upload) {
    MessageDigest digest = Hashes.sha256();
    digest.update(
        (upload.format().name() + '\n' + upload.gzipped() + '\n').getBytes(StandardCharsets.UTF_8));
    return digest;
  }

  private String caller() {
    return identity.getPrincipal().getName();
  }

  private static String checked(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > MAX_KEY_CHARS) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
          "Send an Idempotency-Key header of 1 to 255 characters, such as a hash of the file.");
    }
    return Objects.requireNonNull(key);
  }

  private static ProblemException refusal(FileProblem problem) {
    return problem.code().equals(FileProblem.TOO_LARGE)
        ? new ProblemException(ProblemCode.BODY_TOO_LARGE, problem.detail())
        : ProblemException.invalid("", problem.code(), problem.detail());
  }

  /** Another upload under the same key has taken over. */
  static ProblemException inFlight() {
    return new ProblemException(
        ProblemCode.IDEMPOTENCY_IN_FLIGHT,
        "The same file is arriving by another request; ask again in a second.");
  }
}

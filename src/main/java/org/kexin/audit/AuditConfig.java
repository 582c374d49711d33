package org.kexin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How access records are written. */
@ConfigMapping(prefix = "kexin.audit")
interface AuditConfig {

  /** Records that may wait; beyond it answers are refused at once instead of piling up. */
  @WithDefault("4096")
  int queue();

  /** Records of one commit at most. */
  @WithDefault("256")
  int batch();

  /**
   * The 32 bytes of the Ed25519 private key that signs checkpoints, in Base64. It has no default: a
   * start without a key of your own fails.
   */
  String signingKey();

  /** A checkpoint is made after so many records ... */
  @WithDefault("1000")
  int checkpointRecords();

  /** ... or after so long, even when nothing happened. */
  @WithDefault("60s")
  Duration checkpointEvery();

  /**
   * File to which checkpoints are appended, on a disk that the database cannot reach; they are
   * logged in any case.
   */
  Optional<Path> checkpointFile();

  /**
   * Where each newest checkpoint is posted, so that somebody else knows it; https in production. No
   * witness where it is absent.
   */
  Optional<URI> witnessUrl();

  /** How long an answer waits for its record before it becomes a 503, to the second. */
  @WithDefault("5s")
  Duration patience();
}

package org.kexin.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits and rhythm of imports. */
@ConfigMapping(prefix = "kexin.import")
interface ImportConfig {

  /** Bytes of a file as it is sent, at most. */
  @WithDefault("1073741824")
  long maxBytes();

  /** Bytes of a file once expanded, at most. */
  @WithDefault("8589934592")
  long maxExpandedBytes();

  /**
   * How many times larger than sent a file may become. Tables of text shrink to a fifth or a
   * twentieth; a file that shrinks a thousandfold was made to fill memory or time.
   */
  @WithDefault("200")
  int maxExpansion();

  /** How long a worker that says nothing keeps a run; every batch renews it. */
  @WithDefault("10s")
  Duration lease();

  /** Failures of one batch in a row after which a run is given up. */
  @WithDefault("5")
  int maxFailures();

  /** How long the rest of an upload that was cut is waited for. */
  @WithDefault("1d")
  Duration unfinishedUploadsKept();

  /**
   * How long the raw file and the refused lines of an import are kept after its end; then their key
   * is destroyed. In whole days.
   */
  @WithDefault("30d")
  Duration rawFilesKept();
}

package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kexin.shared.LimitSource;
import org.kexin.shared.PublishedLimit;

/** What one file may hold. */
@ApplicationScoped
class ImportLimits implements LimitSource {

  private final ImportConfig config;

  ImportLimits(ImportConfig config) {
    this.config = config;
  }

  @Override
  public List<PublishedLimit> limits() {
    return List.of(
        new PublishedLimit("import.max-size", config.maxBytes(), "bytes", "A file as it is sent."),
        new PublishedLimit(
            "import.max-expanded-size", config.maxExpandedBytes(), "bytes", "A file expanded."),
        new PublishedLimit(
            "import.max-expansion",
            config.maxExpansion(),
            "times",
            "How much larger than sent a file of more than 64 MiB may become."));
  }
}

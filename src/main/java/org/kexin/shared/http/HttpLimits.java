package org.kexin.shared.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kexin.shared.LimitSource;
import org.kexin.shared.PageRequest;
import org.kexin.shared.PublishedLimit;

/** What the HTTP border accepts. */
@ApplicationScoped
class HttpLimits implements LimitSource {

  private final long maxBodyBytes;
  private final long maxHeaderBytes;
  private final long maxRequestLineBytes;

  HttpLimits(
      @ConfigProperty(name = "kexin.http.max-body-bytes") long maxBodyBytes,
      @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize maxHeaderSize,
      @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length")
          int maxRequestLineBytes) {
    this.maxBodyBytes = maxBodyBytes;
    this.maxHeaderBytes = maxHeaderSize.asLongValue();
    this.maxRequestLineBytes = maxRequestLineBytes;
  }

  @Override
  public List<PublishedLimit> limits() {
    return List.of(
        new PublishedLimit("body.max-size", maxBodyBytes, "bytes", "A body other than a file."),
        new PublishedLimit("header.max-size", maxHeaderBytes, "bytes", "All headers together."),
        new PublishedLimit(
            "request-line.max-size", maxRequestLineBytes, "bytes", "Method, URL and version."),
        new PublishedLimit(
            "json.max-depth", JsonSettings.MAX_DEPTH, "levels", "Objects and arrays in another."),
        new PublishedLimit(
            "json.max-text", JsonSettings.MAX_STRING_CHARS, "characters", "One text in JSON."),
        new PublishedLimit(
            "json.max-name", JsonSettings.MAX_NAME_CHARS, "characters", "One member's name."),
        new PublishedLimit(
            "json.max-number", JsonSettings.MAX_NUMBER_CHARS, "characters", "One number in JSON."),
        new PublishedLimit(
            "json.max-tokens",
            JsonSettings.MAX_TOKENS,
            "tokens",
            "Names, values and brackets of one document."),
        new PublishedLimit(
            "page.max-size", PageRequest.MAX_SIZE, "records", "A page; larger wishes are capped."));
  }
}

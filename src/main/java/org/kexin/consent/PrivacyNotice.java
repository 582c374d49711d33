package org.kexin.consent;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Hashes;

/** A text that persons are shown before they decide. Invariant: it never changes. */
@Entity
@Immutable
@Table(name = "privacy_notice")
class PrivacyNotice {

  @Id private UUID id;

  @Column(name = "code")
  private String code;

  @Column(name = "version")
  private int version;

  @Column(name = "language")
  private String language;

  // Read when asked for: a list of notices shows no texts.
  @Basic(fetch = FetchType.LAZY)
  @Column(name = "content")
  private @Nullable String text;

  @Column(name = "url")
  private @Nullable String url;

  @Column(name = "text_sha256")
  private byte[] textSha256;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PrivacyNotice() {}

  /**
   * @throws NullPointerException if the document has neither text nor hash
   */
  PrivacyNotice(UUID id, NewPrivacyNotice document, Instant at, String by) {
    this.id = id;
    this.code = document.code();
    this.version = document.version();
    this.language = document.language();
    this.text = document.text();
    this.url = document.url();
    this.textSha256 =
        document.text() == null
            ? HexFormat.of().parseHex(Objects.requireNonNull(document.textSha256()))
            : Hashes.sha256(document.text());
    this.publishedAt = at;
    this.publishedBy = by;
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  int version() {
    return version;
  }

  String language() {
    return language;
  }

  @Nullable String text() {
    return text;
  }

  @Nullable String url() {
    return url;
  }

  String textSha256() {
    return HexFormat.of().formatHex(textSha256);
  }

  Instant publishedAt() {
    return publishedAt;
  }
}

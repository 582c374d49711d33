package org.kexin.consent;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice. */
@Schema(name = "PrivacyNotice", description = "What persons are told before they decide (隐私告知).")
record PrivacyNoticeView(
    UUID id,
    @Schema(examples = "marketing", maxLength = 64) String code,
    @Schema(examples = "1", minimum = "1") int version,
    @Schema(description = "Language tag (BCP 47).", examples = "zh-CN", maxLength = 35)
        String language,
    @Schema(
            description = "Absent in lists, and where it only stands elsewhere.",
            examples = "我们希望通过电话、短信或邮件向您介绍新产品。您可以随时撤回同意。",
            maxLength = 50_000)
        @Nullable String text,
    @Schema(examples = "https://kexin.example/privacy/marketing/1", maxLength = 500)
        @Nullable String url,
    @Schema(
            description = "SHA-256 of the text in UTF-8.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            maxLength = 64)
        String textSha256,
    Instant publishedAt) {

  static PrivacyNoticeView of(PrivacyNotice notice) {
    return of(notice, notice.text());
  }

  /** As in a list: two hundred whole texts would be ten megabytes. */
  static PrivacyNoticeView withoutText(PrivacyNotice notice) {
    return of(notice, null);
  }

  private static PrivacyNoticeView of(PrivacyNotice notice, @Nullable String text) {
    return new PrivacyNoticeView(
        notice.id(),
        notice.code(),
        notice.version(),
        notice.language(),
        text,
        notice.url(),
        notice.textSha256(),
        notice.publishedAt());
  }
}

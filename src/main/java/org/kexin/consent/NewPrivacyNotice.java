package org.kexin.consent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice to be published: its text, or where it stands and its hash. */
@Schema(
    description =
        "A notice to be published. Give the text, or the address where it stands and the hash of"
            + " it.")
record NewPrivacyNotice(
    @Schema(description = "What it is about, kebab-case.", examples = "marketing")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$", message = "is kebab-case such as marketing")
        String code,
    @Schema(description = "Rises with every change of the text.", examples = "1")
        @Min(1)
        @Max(1_000_000)
        int version,
    @Schema(description = "Language tag (BCP 47).", examples = "zh-CN")
        @NotNull
        @Size(min = 2, max = 35)
        @Pattern(
            regexp = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
            message = "is a language tag such as zh-CN")
        String language,
    @Schema(examples = "我们希望通过电话、短信或邮件向您介绍新产品。您可以随时撤回同意。") @Size(min = 1, max = 50_000)
        @Nullable String text,
    @Schema(
            description = "Where the text is published.",
            examples = "https://kexin.example/privacy/marketing/1")
        @Size(max = 500)
        @Pattern(regexp = "^https://[!-~]+$", message = "is an address that begins with https://")
        @Nullable String url,
    @Schema(
            description = "SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Size(min = 64, max = 64)
        @Pattern(regexp = "^[0-9a-f]{64}$", message = "is 64 lower-case hexadecimal digits")
        @Nullable String textSha256) {}

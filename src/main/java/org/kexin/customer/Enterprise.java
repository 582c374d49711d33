package org.kexin.customer;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Basic facts of an enterprise (企业客户的基本信息). */
@Schema(description = "Basic facts of an enterprise (企业客户的基本信息).")
public record Enterprise(
    @Schema(
            description = "Unified social credit code (统一社会信用代码), GB 32100-2015.",
            examples = "91350100M000100Y43",
            maxLength = 18)
        @Nullable String creditCode,
    @Nullable EnterpriseSize size,
    @Schema(examples = "retail") @Nullable @Size(min = 1, max = 100) String industry,
    @Schema(description = "Legal representative (法定代表人).", examples = "王芳")
        @Nullable
        @Size(min = 1, max = 200)
        String legalRepresentative) {

  /** Size class of an enterprise (中小企业划型标准). */
  @Schema(description = "Size class of an enterprise (中小企业划型标准).")
  public enum EnterpriseSize {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
  }
}

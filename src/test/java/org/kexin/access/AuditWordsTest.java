package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.AccessReports.FoundReading;
import org.kexin.audit.Justification;
import org.kexin.audit.Outcome;
import org.kexin.audit.UnusualReading;

/** Records in the words of those whom they concern. */
class AuditWordsTest {

  private static final UUID ID = new UUID(0x7000L, 1);
  private static final Instant AT = Instant.parse("2026-03-04T02:00:00Z");

  @Test
  void aChangeIsToldWithWhoAndWhatAndWhy() {
    MyAccessView view =
        AuditWords.in(Locale.ENGLISH)
            .of(record(Outcome.CHANGED, "quality", "head-office", null, "data-steward", "sales"));

    assertThat(view.who()).isEqualTo("Data steward, Sales (head-office)");
    assertThat(view.what()).isEqualTo("Changed your data");
    assertThat(view.why()).isEqualTo("to keep data right");
    assertThat(view.changed()).containsExactly("phone numbers", "shoeSize");
    assertThat(view.justification()).isNull();
    assertThat(view.beyond()).isNull();
  }

  @Test
  void whoeverWentBeyondTheirRoleIsToldInChinese() {
    MyAccessView view =
        AuditWords.in(Locale.SIMPLIFIED_CHINESE)
            .of(record(Outcome.DENIED, null, null, Justification.Kind.BREAK_GLASS, "partner"));

    assertThat(view.who()).isEqualTo("合作伙伴");
    assertThat(view.what()).isEqualTo("请求查看，已被拒绝");
    assertThat(view.why()).isNull();
    assertThat(view.justification()).isEqualTo(Justification.Kind.BREAK_GLASS);
    assertThat(view.beyond()).isEqualTo("不负责您的业务，但说明了理由，理由须经复核");
  }

  @Test
  void whoeverAnalysedUnderAPseudonymIsToldSo() {
    AccessRecord analysed =
        new AccessRecord(
            ID,
            AT,
            "user",
            "kexin-cli",
            null,
            new TreeSet<>(List.of("analyst")),
            "analysis",
            "listPseudonymousRfmScores",
            Outcome.DISCLOSED,
            200,
            List.of(ID),
            Collections.emptySortedSet(),
            new TreeSet<>(List.of("rfm")),
            Collections.emptySortedSet(),
            null,
            "request",
            "192.0.2.7");

    MyAccessView english = AuditWords.in(Locale.ENGLISH).of(analysed);
    assertThat(english.who()).isEqualTo("Analyst");
    assertThat(english.what()).isEqualTo("Looked at your data under a pseudonym");
    assertThat(english.masked()).containsExactly("scores of what you bought");
    assertThat(english.shown()).isEmpty();
    assertThat(english.why()).isEqualTo("statistics");
    MyAccessView chinese = AuditWords.in(Locale.SIMPLIFIED_CHINESE).of(analysed);
    assertThat(chinese.who()).isEqualTo("数据分析人员");
    assertThat(chinese.what()).isEqualTo("以假名查看了您的信息（未显示您的身份）");
    assertThat(chinese.masked()).containsExactly("购买行为评分");
    assertThat(chinese.why()).isEqualTo("统计分析");
  }

  @Test
  void whoeverHasNoRoleIsTheServiceItself() {
    assertThat(AuditWords.in(Locale.ENGLISH).of(record(Outcome.CHANGED, null, null, null)).who())
        .isEqualTo("The service itself");
  }

  @ParameterizedTest
  @EnumSource(UnusualReading.Kind.class)
  void everyReasonNamesItsFigures(UnusualReading.Kind kind) {
    boolean compared = kind.name().startsWith("ABOVE");
    FoundReading found =
        new FoundReading(ID, AT, "user", kind, 471, compared ? Long.valueOf(12) : null, 33);

    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      String reason = AuditWords.in(language).of(found).reason();
      assertThat(reason).contains("471", "33").doesNotContain("%");
      assertThat(reason.contains("12")).isEqualTo(compared);
    }
  }

  private static AccessRecord record(
      Outcome outcome,
      @Nullable String purpose,
      @Nullable String department,
      Justification.@Nullable Kind why,
      String... roles) {
    return new AccessRecord(
        ID,
        AT,
        "user",
        "kexin-cli",
        department,
        new TreeSet<>(List.of(roles)),
        purpose,
        "patchCustomer",
        outcome,
        200,
        List.of(ID),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        new TreeSet<>(List.of("phones", "shoeSize")),
        why == null ? null : new Justification(why, "The call-back was promised."),
        "request",
        "192.0.2.7");
  }
}

package org.kexin.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.AccessReports.FoundReading;
import org.kexin.audit.Justification;

/** What access records say, in the words of people who never saw the contract. Pure. */
final class AuditWords {

  private static final int ENGLISH = 0;
  private static final int CHINESE = 1;

  private static final Map<String, List<String>> ROLES =
      Map.of(
          Roles.SERVICE_AGENT, List.of("Customer service", "客服人员"),
          Roles.SALES, List.of("Sales", "销售人员"),
          Roles.MARKETING, List.of("Marketing", "市场人员"),
          Roles.ANALYST, List.of("Analyst", "数据分析人员"),
          Roles.DATA_STEWARD, List.of("Data steward", "数据管理员"),
          Roles.PRIVACY_OFFICER, List.of("Privacy officer", "隐私专员"),
          Roles.ADMIN, List.of("Administrator", "系统管理员"),
          Roles.PARTNER, List.of("Partner company", "合作伙伴"),
          Roles.CUSTOMER, List.of("Yourself", "您本人"));

  private static final Map<String, List<String>> PURPOSES =
      Map.of(
          "service", List.of("to serve you", "为您提供服务"),
          "sales", List.of("to sell to you", "销售"),
          "marketing", List.of("marketing", "市场营销"),
          "analysis", List.of("statistics", "统计分析"),
          "quality", List.of("to keep data right", "维护数据质量"),
          "compliance", List.of("to check that rules are kept", "合规检查"),
          "self", List.of("at your own request", "您本人查看"));

  private static final Map<String, List<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("accesses", List.of("who looked at the data", "访问记录")),
          Map.entry("addresses", List.of("postal addresses", "通讯地址")),
          Map.entry("bankAccounts", List.of("bank accounts", "银行账户")),
          Map.entry("creditLimit", List.of("credit limit", "信用额度")),
          Map.entry("consents", List.of("consents", "同意与授权")),
          Map.entry("complaintLessons", List.of("complaints to learn from", "投诉案例")),
          Map.entry("complaints", List.of("complaints", "投诉")),
          Map.entry("contactPersons", List.of("contact persons", "联系人")),
          Map.entry("deletedAt", List.of("deletion of the record", "客户记录的删除")),
          Map.entry("emails", List.of("e-mail addresses", "电子邮箱")),
          Map.entry("enterprise.creditCode", List.of("social credit code", "统一社会信用代码")),
          Map.entry("enterprise.industry", List.of("industry", "所属行业")),
          Map.entry("enterprise.legalRepresentative", List.of("legal representative", "法定代表人")),
          Map.entry("enterprise.size", List.of("size of the enterprise", "企业规模")),
          Map.entry("erasure", List.of("erasure of all data", "个人信息的彻底删除")),
          Map.entry("everythingHeld", List.of("all that is held on you", "持有的全部个人信息")),
          Map.entry("externalIds", List.of("customer numbers elsewhere", "其他系统中的客户编号")),
          Map.entry("gradeAppeals", List.of("appeals against the grade", "等级申诉")),
          Map.entry("identityDocument", List.of("identity document", "身份证件")),
          Map.entry("individual.birthDate", List.of("birth date", "出生日期")),
          Map.entry("individual.gender", List.of("gender", "性别")),
          Map.entry("individual.householdMembers", List.of("household members", "家庭成员")),
          Map.entry("individual.incomeBand", List.of("income band", "收入水平")),
          Map.entry("individual.maritalStatus", List.of("marital status", "婚姻状况")),
          Map.entry("individual.occupation", List.of("occupation", "职业")),
          Map.entry("kind", List.of("kind of customer", "客户类型")),
          Map.entry("legalHolds", List.of("duties to keep data", "法律保留")),
          Map.entry("name", List.of("name", "姓名")),
          Map.entry("objections", List.of("objections", "反对意见")),
          Map.entry("phones", List.of("phone numbers", "电话号码")),
          Map.entry("privacyRequests", List.of("requests by right", "权利请求")),
          Map.entry("restriction", List.of("restriction of use", "限制处理")),
          Map.entry("rfm", List.of("scores of what you bought", "购买行为评分")),
          Map.entry("source", List.of("where the data came from", "信息来源")),
          Map.entry("surveyInvitations", List.of("invitations to surveys", "问卷邀请")),
          Map.entry("surveyResponses", List.of("answers to surveys", "问卷答案")),
          Map.entry("transactions", List.of("orders and returns", "订单与退货")));

  private final int language;

  private AuditWords(int language) {
    this.language = language;
  }

  /** In that language: Chinese, or else English. */
  static AuditWords in(Locale locale) {
    return new AuditWords(locale.getLanguage().equals("zh") ? CHINESE : ENGLISH);
  }

  MyAccessView of(AccessRecord access) {
    Justification why = access.justification();
    return new MyAccessView(
        access.id(),
        access.at(),
        who(access.roles(), access.department()),
        access.outcome(),
        outcome(access),
        attributes(access.disclosed()),
        attributes(access.masked()),
        attributes(access.changed()),
        access.purpose() == null ? null : word(PURPOSES.get(access.purpose()), access.purpose()),
        why == null ? null : why.kind(),
        why == null ? null : beyond(why.kind()));
  }

  AuditFindingView of(FoundReading found) {
    return new AuditFindingView(
        found.id(),
        found.hour(),
        found.userId(),
        found.kind(),
        reason(found),
        found.observed(),
        found.usual(),
        found.threshold());
  }

  private String reason(FoundReading found) {
    String form =
        switch (found.kind()) {
          case ABOVE_OWN_HISTORY ->
              say(
                  "Saw %d persons in the hour; in the user's hours before, %d are usual and more"
                      + " than %d unusual.",
                  "该小时查阅 %d 人次；该用户以往每小时通常为 %d，超过 %d 为异常。");
          case ABOVE_PEERS ->
              say(
                  "Saw %d persons in the hour; for others with the same roles, %d are usual and"
                      + " more than %d unusual.",
                  "该小时查阅 %d 人次；相同角色的其他用户通常为 %d，超过 %d 为异常。");
          case OFF_HOURS ->
              say(
                  "Saw %d persons outside of office hours; from %3$d on that is unusual.",
                  "非工作时间查阅 %d 人次；达到 %3$d 为异常。");
          case MANY_PERSONS ->
              say(
                  "Saw %d different persons in the hour; from %3$d on that is unusual.",
                  "该小时查阅 %d 名不同客户；达到 %3$d 为异常。");
          case IN_ORDER_OF_IDS ->
              say(
                  "Looked at %d persons one after the other in the order of their ids; from %3$d on"
                      + " that is unusual.",
                  "按编号顺序逐一查阅 %d 名客户；达到 %3$d 为异常。");
          case BULK ->
              say(
                  "Saw %d persons in lists in the hour; from %3$d on that is unusual.",
                  "该小时在列表中查阅 %d 人次；达到 %3$d 为异常。");
          case DOWNLOADS ->
              say(
                  "Took %d files with personal data in the hour; from %3$d on that is unusual.",
                  "该小时下载 %d 个含个人信息的文件；达到 %3$d 为异常。");
        };
    return form.formatted(
        found.observed(), found.usual() == null ? 0 : found.usual(), found.threshold());
  }

  private String who(SortedSet<String> roles, @Nullable String department) {
    String names =
        roles.stream()
            .filter(ROLES::containsKey)
            .map(role -> word(ROLES.get(role), role))
            .collect(Collectors.joining(say(", ", "、")));
    String who = names.isEmpty() ? say("The service itself", "本系统") : names;
    return department == null ? who : who + say(" (", "（") + department + say(")", "）");
  }

  private String outcome(AccessRecord access) {
    return switch (access.outcome()) {
      case DISCLOSED ->
          Purpose.ANALYSIS.text().equals(access.purpose())
              // The policy shows no person by name for this purpose, whoever asks.
              ? say("Looked at your data under a pseudonym", "以假名查看了您的信息（未显示您的身份）")
              : say("Looked at your data", "查看了您的信息");
      case CHANGED -> say("Changed your data", "更改了您的信息");
      case NOTHING_SHOWN -> say("Asked, and was shown nothing", "请求查看，但未显示任何信息");
      case DENIED -> say("Asked, and was refused", "请求查看，已被拒绝");
    };
  }

  private String beyond(Justification.Kind kind) {
    return switch (kind) {
      case UNMASKING ->
          say(
              "Asked to see masked values, and gave a reason that is reviewed",
              "申请查看已遮盖的内容，并说明了理由，理由须经复核");
      case BREAK_GLASS ->
          say(
              "Is not in charge of you, and gave a reason that is reviewed",
              "不负责您的业务，但说明了理由，理由须经复核");
    };
  }

  private List<String> attributes(Collection<String> names) {
    return names.stream().map(name -> word(ATTRIBUTES.get(name), name)).toList();
  }

  /** A name that a later feature brought and nobody has put into words yet is better than none. */
  private String word(@Nullable List<String> words, String name) {
    return words == null ? name : words.get(language);
  }

  private String say(String english, String chinese) {
    return language == CHINESE ? chinese : english;
  }
}

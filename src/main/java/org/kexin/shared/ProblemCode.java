package org.kexin.shared;

import java.util.Locale;

/**
 * The registry of everything that can go wrong for a caller. Codes are stable: they are part of the
 * contract, clients branch on them, titles may be reworded.
 */
public enum ProblemCode {
  BODY_MALFORMED(400, "The body cannot be read", "请求正文无法读取"),
  VALIDATION_FAILED(400, "Some values are not acceptable", "部分内容不符合要求"),
  PARAMETER_INVALID(400, "A parameter is not acceptable", "参数不符合要求"),
  PAGE_TOKEN_INVALID(400, "The page token does not belong to this query", "分页令牌与查询不符"),
  PURPOSE_REQUIRED(400, "State the purpose of use", "请注明使用目的"),
  IDEMPOTENCY_KEY_REQUIRED(400, "An Idempotency-Key is needed", "缺少幂等键"),
  ANSWER_OUT_OF_SCALE(400, "An answer is not on the scale of its question", "答案超出题目的评分范围"),
  ANSWER_UNKNOWN(400, "The survey has no such question or option", "问卷中没有该题目或选项"),
  ANSWER_UNFIT(400, "An answer does not fit its question", "答案与题目不符"),
  CHOICES_EXCEEDED(400, "Too many options are picked", "所选选项过多"),
  ANSWER_REQUIRED(400, "A required question is not answered", "必答题未作答"),
  UNAUTHENTICATED(401, "A valid access token is needed", "需要有效的访问令牌"),
  FORBIDDEN(403, "Not allowed", "无权执行此操作"),
  NOT_YOUR_CUSTOMER(403, "Another department is responsible for this customer", "该客户由其他部门负责"),
  FOUR_EYES_REQUIRED(403, "Somebody else has to decide this", "须由他人裁决"),
  NOT_FOUND(404, "Not found", "未找到"),
  METHOD_NOT_ALLOWED(405, "This method is not offered here", "不支持此方法"),
  NOT_ACCEPTABLE(406, "No offered representation is acceptable", "没有可接受的表示形式"),
  POSSIBLE_DUPLICATE(409, "The customer may already be known", "客户可能已存在"),
  ALREADY_EXISTS(409, "This already exists", "已存在"),
  IDEMPOTENCY_IN_FLIGHT(409, "The same request is still being worked on", "相同请求正在处理"),
  RETURN_EXCEEDS_PURCHASE(409, "More is returned than was bought", "退货数量超过购买数量"),
  IDENTITY_CHECK_REQUIRED(409, "Check first who is asking", "请先核验身份"),
  LEGAL_HOLD(409, "It must not be erased for now", "处于法律保留期，暂不能删除"),
  CONSENT_MISSING(409, "The person did not agree to this", "尚未取得当事人同意"),
  HANDLING_REFUSED(409, "There is nothing to handle, or it was handled", "无需处理或已处理"),
  CURRENCY_MISMATCH(409, "The amounts are of different currencies", "币种不一致"),
  NOT_AN_ENTERPRISE(409, "Only enterprises have financial statements", "仅企业客户有财务报表"),
  STATEMENTS_EXCEEDED(409, "The customer has as many statements as are kept", "该客户的财务报表已达上限"),
  PAYMENT_EXCEEDS_TOTAL(409, "More would be paid than is due", "付款金额超过应付金额"),
  TRANSITION_REFUSED(409, "It cannot go from its state to that one", "当前状态不能转为该状态"),
  ALREADY_RATED(409, "It was rated already", "已评价"),
  COMPLAINT_TRANSITION_REFUSED(409, "The complaint's state does not allow this", "投诉当前状态不允许此操作"),
  POINTS_INSUFFICIENT(409, "Fewer points are available", "可用积分不足"),
  MEMBERSHIP_CLOSED(409, "The membership has ended", "会员资格已终止"),
  SPENDING_ROLLED_BACK(409, "The points were given back already", "积分已退回"),
  REWARD_OUT_OF_TIME(409, "The reward cannot be had now", "奖励不在有效期内"),
  REWARD_OUT_OF_STOCK(409, "No such reward is left", "奖励已兑完"),
  CLAIM_CANCELLED(409, "The claim was cancelled already", "兑换已取消"),
  REFERRAL_OF_ONESELF(409, "Nobody brings themselves", "不能推荐本人"),
  ALREADY_REFERRED(409, "Somebody else brought this person before", "该客户已被推荐"),
  PROMOTION_NOT_DRAFT(409, "The promotion is no draft any more", "促销活动已不是草稿"),
  PROMOTION_NOT_RUNNING(409, "The promotion is not running", "促销活动未在进行"),
  PROMOTION_CLOSED(409, "The promotion is closed", "促销活动已结束"),
  NOT_A_TARGET(409, "The promotion is not for this customer", "该客户不在促销目标之列"),
  UNFAIR_DIFFERENCE(409, "Loyal customers would pay unreasonably more", "老客户价格不合理地偏高"),
  BUDGET_EXCEEDED(409, "The budget does not allow it", "超出预算"),
  VOUCHER_OUT_OF_TIME(409, "The voucher is not valid at this time", "优惠券不在有效期内"),
  VOUCHER_USED_UP(409, "The voucher is used up", "优惠券已被用完"),
  VOUCHER_CUSTOMER_LIMIT(409, "The customer used the voucher as often as allowed", "已达每位客户使用次数上限"),
  VOUCHER_NOT_FOR_CUSTOMER(409, "The voucher is not for this customer", "优惠券不适用于该客户"),
  VOUCHER_NOT_FOR_PRODUCTS(409, "The voucher is for other products", "优惠券不适用于这些产品"),
  ORDER_BELOW_MINIMUM(409, "The order is below the minimum", "订单未达最低金额"),
  ORDER_ALREADY_DISCOUNTED(409, "The order has a voucher already", "该订单已使用优惠券"),
  REDEMPTION_ROLLED_BACK(409, "The redemption was rolled back already", "该核销已撤销"),
  SURVEY_CLOSED(409, "The survey takes no answers", "问卷不接受作答"),
  ALREADY_INVITED(409, "The person was asked already", "已邀请过该对象"),
  INVITATION_USED(409, "The invitation was answered already", "该邀请已作答"),
  INVITATION_CANCELLED(409, "The invitation was taken back", "该邀请已撤回"),
  INVITATION_EXPIRED(409, "The time of the invitation is over", "该邀请已过期"),
  RESPONSE_SUBMITTED(409, "Other answers were submitted before", "此前已提交其他答案"),
  NO_GRADE(409, "There is no grade to contest", "没有可申诉的等级"),
  APPEAL_OPEN(409, "An appeal is open already", "已有待裁决的申诉"),
  NOT_READY(409, "Not in a state that allows this", "当前状态不允许此操作"),
  PRECONDITION_FAILED(412, "It has changed since it was read", "内容已被他人更新"),
  BODY_TOO_LARGE(413, "The body is too large", "请求正文过大"),
  MEDIA_TYPE_UNSUPPORTED(415, "This media type is not read here", "不支持的媒体类型"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request", "幂等键已用于其他请求"),
  PRECONDITION_REQUIRED(428, "If-Match is needed", "缺少 If-Match"),
  REQUESTS_EXCEEDED(429, "Too many requests in a short time", "请求过于频繁"),
  PERSONS_EXCEEDED(429, "Too many persons in a short time", "短时间内查阅的人数过多"),
  INTERNAL_ERROR(500, "Something failed on our side", "服务内部错误"),
  AUDIT_UNAVAILABLE(503, "Access cannot be recorded, so nothing is shown", "无法记录访问，暂不提供数据"),
  UNAVAILABLE(503, "Temporarily unavailable", "服务暂时不可用");

  private final int status;
  private final String title;
  private final String chineseTitle;

  ProblemCode(int status, String title, String chineseTitle) {
    this.status = status;
    this.title = title;
    this.chineseTitle = chineseTitle;
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }

  /** The stable code as written in answers, e.g. {@code page-token-invalid}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem type, a stable URI reference (RFC 9457, section 3.1.1). */
  public String type() {
    return "/problems/" + code();
  }

  /** The short summary in English or Chinese. */
  public String title(Locale language) {
    return language.getLanguage().equals("zh") ? chineseTitle : title;
  }
}

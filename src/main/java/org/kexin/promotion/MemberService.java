package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.AttributeClass;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;

/** Reading whom a promotion was started for. */
@ApplicationScoped
class MemberService {

  private final PromotionMembers members;
  private final Promotions promotions;
  private final Audiences audiences;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  MemberService(
      PromotionMembers members,
      Promotions promotions,
      Audiences audiences,
      CustomerDirectory customers,
      Viewing viewing) {
    this.members = members;
    this.promotions = promotions;
    this.audiences = audiences;
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * A page of members, without those out of reach. To be in an audience that was picked by
   * behaviour tells that behaviour: whoever may not see it is not told of the member.
   */
  Page<MemberView> list(UUID promotionId, PageRequest page) {
    Promotion promotion =
        promotions.findByIdOptional(promotionId).orElseThrow(ProblemException::notFound);
    UUID audience = promotion.audienceId();
    boolean telling = audience != null && audiences.findById(audience).criteria().profiles();
    Page<PromotionMembers.Member> cut =
        Page.of(members.list(promotionId, page), page, last -> last.customerId().toString());
    Set<UUID> open =
        customers.withinReach(
            cut.items().stream().map(PromotionMembers.Member::customerId).toList());
    viewing.expect(open);
    return cut.filter(
            member ->
                open.contains(member.customerId())
                    && (!telling || viewing.sees(AttributeClass.BEHAVIOUR, member.customerId())))
        .map(member -> MemberView.of(member, viewing.at(member.customerId(), Set.of())));
  }
}

package org.kexin.promotion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Period;

/** Terms of promotions, and the rhythm of what goes on by itself. */
@ConfigMapping(prefix = "kexin.promotion")
interface PromotionConfig {

  /** How often waiting audiences are looked for; each is then frozen to its end. */
  @WithDefault("1s")
  String freezeEvery();

  /** How often promotions whose time is over are closed. */
  @WithDefault("1m")
  String closeEvery();

  /** Customers read in one transaction while an audience is frozen, at most. */
  @WithDefault("2000")
  int freezeChunk();

  /** How long after the end of a promotion responses to it are taken. */
  @WithDefault("P14D")
  Period responseGrace();

  /** Who ordered nothing for so long is a new customer. */
  @WithDefault("P24M")
  Period newAfter();

  /** The time in which a loyal customer ordered often. */
  @WithDefault("P12M")
  Period loyalWithin();

  /** Orders within that time that make a customer loyal. */
  @WithDefault("3")
  int loyalOrders();

  /**
   * By how many percent more than a new customer a loyal one may pay for the same product without
   * somebody answering for it.
   */
  @WithDefault("5")
  BigDecimal unfairAbovePercent();

  /** Who is new and who is loyal. */
  default BuyerTerms buyers() {
    return new BuyerTerms(newAfter(), loyalWithin(), loyalOrders());
  }
}

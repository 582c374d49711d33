package org.kexin.promotion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kexin.shared.Columns;

/**
 * Draws the control group. The first eight bytes of HMAC-SHA-256 (RFC 2104) of a customer's id
 * under the seed are a uniform number from 0 to 2^64 - 1; below the threshold it is the control
 * group. The same seed and customers give the same groups, whatever the order and number of draws.
 */
final class ControlDraw {

  private static final BigDecimal RANGE = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec seed;
  private final long threshold;

  /**
   * @param seed 32 bytes
   * @param share percent of the control group, 0 to 50
   */
  ControlDraw(byte[] seed, BigDecimal share) {
    this.seed = new SecretKeySpec(seed, ALGORITHM);
    this.threshold =
        share.multiply(RANGE).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN).longValue();
  }

  /** The group of a customer. */
  MemberGroup group(UUID customer) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(seed);
      long drawn = ByteBuffer.wrap(mac.doFinal(Columns.bytes(customer))).getLong();
      return Long.compareUnsigned(drawn, threshold) < 0 ? MemberGroup.CONTROL : MemberGroup.TARGET;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks HMAC-SHA-256.", e);
    }
  }
}

package org.kexin.analysis.algorithm.lifetime;

/**
 * The models of repeat buying to choose from. {@link #MBG_NBD} is the default: it is as cheap as
 * BG/NBD and can tell that a customer with one purchase may have left.
 */
public enum ModelKind {
  /**
   * Beta-geometric / NBD: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way,
   * Marketing Science 24(2). A customer can leave only right after a repeat purchase, so P(alive)
   * is 1 for everyone without one.
   */
  BG_NBD("BG/NBD (Fader, Hardie and Lee 2005)"),
  /**
   * Modified beta-geometric / NBD: Batislam, Denizel and Filiztekin (2007), International Journal
   * of Research in Marketing 24. As BG/NBD, but a customer can leave after the first purchase too.
   */
  MBG_NBD("MBG/NBD (Batislam, Denizel and Filiztekin 2007)"),
  /**
   * Pareto / NBD: Schmittlein, Morrison and Colombo (1987), Counting Your Customers, Management
   * Science 33(1). A customer can leave at any moment.
   */
  PARETO_NBD("Pareto/NBD (Schmittlein, Morrison and Colombo 1987)");

  private final String method;

  ModelKind(String method) {
    this.method = method;
  }

  /** Name and source, for the envelope of an answer. */
  public String method() {
    return method;
  }
}

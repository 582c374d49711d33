package org.kexin.analysis.algorithm.grading;

/** Grades of customers (客户分级), the lowest first. */
public enum Grade {
  /** Everybody else (普通). */
  ORDINARY("普通"),
  /** 高级. */
  ADVANCED("高级"),
  /** VIP. */
  VIP("VIP"),
  /** 至尊. */
  SUPREME("至尊");

  private final String chinese;

  Grade(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}

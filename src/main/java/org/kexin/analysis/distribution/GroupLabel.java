package org.kexin.analysis.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.analysis.SmallGroups;

/**
 * What a group of customers has in common.
 *
 * @param value a value of the attribute, or what {@code meaning} says
 */
@Schema(name = "CustomerGroup", description = "What a group of customers has in common.")
record GroupLabel(
    @Schema(
            description = "A value of the attribute, or the word of meaning.",
            examples = "25-34",
            maxLength = 100)
        String value,
    Meaning meaning) {

  static final GroupLabel MISSING = new GroupLabel("MISSING", Meaning.MISSING);
  static final GroupLabel OTHERS = new GroupLabel("OTHERS", Meaning.OTHERS);

  /** What stands behind a label. */
  @Schema(
      name = "CustomerGroupMeaning",
      description =
          "VALUE is a value of the attribute; MISSING are those of whom it is not known; OTHERS"
              + " are groups too small to be shown alone, with the smallest other one.")
  enum Meaning {
    VALUE,
    MISSING,
    OTHERS
  }

  static GroupLabel of(String value) {
    return new GroupLabel(value, Meaning.VALUE);
  }

  /**
   * Which group each of these is shown in: itself, or the others where it is too small. Even the
   * name of a group of few can tell who is in it, so that is not shown either.
   */
  static Map<GroupLabel, GroupLabel> folded(Map<GroupLabel, Long> customers, SmallGroups groups) {
    List<Map.Entry<GroupLabel, Long>> all =
        customers.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_NAME)).toList();
    List<Boolean> shown = groups.shown(all, Map.Entry::getValue);
    Map<GroupLabel, GroupLabel> folded = new TreeMap<>(BY_NAME);
    for (int i = 0; i < all.size(); i++) {
      GroupLabel label = all.get(i).getKey();
      folded.put(label, shown.get(i) ? label : OTHERS);
    }
    return folded;
  }

  /** Those with most customers first, or in the order of the attribute; the others at the end. */
  static List<GroupLabel> inOrder(Map<GroupLabel, Long> customers, Attribute attribute) {
    List<String> order = attribute.inOrder();
    List<GroupLabel> labels = new ArrayList<>(customers.keySet());
    Comparator<GroupLabel> byPlace =
        Comparator.comparingInt(label -> order.isEmpty() ? 0 : order.indexOf(label.value()));
    labels.sort(
        Comparator.comparing(GroupLabel::meaning)
            .thenComparing(byPlace)
            .thenComparing(label -> -customers.getOrDefault(label, 0L))
            .thenComparing(GroupLabel::value));
    return labels;
  }

  /** So that groups stand in a stated order wherever they are gathered. */
  static final Comparator<GroupLabel> BY_NAME =
      Comparator.comparing(GroupLabel::meaning).thenComparing(GroupLabel::value);
}

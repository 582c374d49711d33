package org.kexin.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.sample.SampleCustomer.Address;
import org.kexin.sample.SampleCustomer.Gender;
import org.kexin.sample.SampleCustomer.HouseholdMember;
import org.kexin.sample.SampleCustomer.IdentityDocument;
import org.kexin.sample.SampleCustomer.Individual;
import org.kexin.sample.SampleCustomer.Phone;

/**
 * Invents individuals. Some facts are left out at random, because a sample in which everything is
 * known would show nothing of completeness.
 */
final class Individuals {

  /** The last month of the Online Retail set; ages are reckoned to its end. */
  static final LocalDate AS_OF = LocalDate.of(2011, 12, 31);

  static final int YOUNGEST = 18;
  static final int OLDEST = 90;

  private static final int PENSION_AGE = 65;
  private static final int PARENT_AGE = 28;
  private static final int BRITISH_NUMBERS_PER_CITY = 1000;

  private static final List<String> INCOME_BANDS =
      List.of("MIDDLE", "LOWER_MIDDLE", "UPPER_MIDDLE", "LOW", "HIGH");

  private static final List<String> CHINESE_OCCUPATIONS =
      List.of(
          "教师", "工程师", "会计", "医生", "护士", "公务员", "个体经营者", "销售", "司机", "设计师", "律师", "厨师", "程序员",
          "农艺师");

  private static final List<String> LATIN_OCCUPATIONS =
      List.of(
          "Teacher",
          "Engineer",
          "Accountant",
          "Nurse",
          "Shop owner",
          "Florist",
          "Librarian",
          "Designer",
          "Solicitor",
          "Chef",
          "Software developer",
          "Gardener");

  private Individuals() {}

  static SampleCustomer chinese(Draw draw) {
    Gender gender = gender(draw);
    PersonName name = PersonName.chinese(draw, gender);
    LocalDate birthDate = birthDate(draw);
    Individual individual = individual(draw, name, gender, birthDate, "退休", CHINESE_OCCUPATIONS);
    List<Phone> phones = new ArrayList<>();
    phones.add(new Phone(ReservedNumbers.chineseMobile(draw), "MOBILE"));
    if (draw.chance(12)) {
      phones.add(new Phone(ReservedNumbers.chineseMobile(draw), "WORK"));
    }
    Address home = Places.home(draw, Places.chineseCity(draw));
    IdentityDocument document =
        draw.chance(80)
            ? new IdentityDocument(
                "RESIDENT_ID", ReservedNumbers.residentId(draw, birthDate, gender))
            : null;
    return customer(draw, name, individual, phones, home, document);
  }

  static SampleCustomer latin(Draw draw) {
    Gender gender = gender(draw);
    PersonName name = PersonName.latin(draw, gender);
    Individual individual =
        individual(draw, name, gender, birthDate(draw), "Retired", LATIN_OCCUPATIONS);
    int slot = britishSlot(draw);
    Places.BritishCity city = Places.BRITISH_CITIES.get(slot / BRITISH_NUMBERS_PER_CITY);
    String number = ReservedNumbers.british(city, slot % BRITISH_NUMBERS_PER_CITY);
    return customer(
        draw, name, individual, List.of(new Phone(number, "HOME")), Places.home(draw, city), null);
  }

  /**
   * Which of the fourteen thousand drama numbers. Drawn, about a hundred would be given twice; the
   * ids of the Online Retail set lie within six thousand, so taking the id itself gives none twice.
   * The city changes with every id.
   */
  private static int britishSlot(Draw draw) {
    int cities = Places.BRITISH_CITIES.size();
    int slots = cities * BRITISH_NUMBERS_PER_CITY;
    String id = draw.externalId();
    int slot = id.matches("[0-9]{1,9}") ? Integer.parseInt(id) % slots : draw.below(slots);
    return slot % cities * BRITISH_NUMBERS_PER_CITY + slot / cities;
  }

  private static SampleCustomer customer(
      Draw draw,
      PersonName name,
      Individual individual,
      List<Phone> phones,
      Address home,
      @Nullable IdentityDocument document) {
    return new SampleCustomer(
        "INDIVIDUAL",
        name.full(),
        SamplePeople.externalIds(draw),
        SamplePeople.SOURCE,
        individual,
        null,
        phones,
        draw.chance(85) ? List.of(ExampleMail.personal(draw, name)) : List.of(),
        draw.chance(90) ? List.of(home) : List.of(),
        List.of(),
        document);
  }

  private static Individual individual(
      Draw draw,
      PersonName name,
      Gender gender,
      LocalDate birthDate,
      String retired,
      List<String> occupations) {
    long age = ChronoUnit.YEARS.between(birthDate, AS_OF);
    String occupation = age >= PENSION_AGE ? retired : draw.oneOf(occupations);
    String maritalStatus = maritalStatus(draw, age);
    return new Individual(
        gender,
        birthDate,
        draw.chance(85) ? occupation : null,
        draw.chance(80) ? draw.common(INCOME_BANDS) : null,
        maritalStatus,
        household(draw, name, gender, maritalStatus, age));
  }

  private static List<HouseholdMember> household(
      Draw draw, PersonName name, Gender gender, String maritalStatus, long age) {
    List<HouseholdMember> members = new ArrayList<>();
    if (maritalStatus.equals("MARRIED") && draw.chance(80)) {
      Gender other = gender == Gender.FEMALE ? Gender.MALE : Gender.FEMALE;
      members.add(new HouseholdMember(name.stranger(draw, other).full(), "SPOUSE"));
    }
    boolean mayHaveChildrenAtHome = age >= PARENT_AGE && age < PENSION_AGE;
    if (mayHaveChildrenAtHome && !maritalStatus.equals("SINGLE")) {
      for (int children = draw.below(3); children > 0; children--) {
        members.add(new HouseholdMember(name.relative(draw, gender(draw)).full(), "CHILD"));
      }
    }
    return members;
  }

  private static String maritalStatus(Draw draw, long age) {
    if (draw.chance(age < PARENT_AGE ? 75 : 12)) {
      return "SINGLE";
    }
    if (draw.chance(10)) {
      return "DIVORCED";
    }
    return age >= PENSION_AGE && draw.chance(35) ? "WIDOWED" : "MARRIED";
  }

  private static Gender gender(Draw draw) {
    return draw.chance(50) ? Gender.FEMALE : Gender.MALE;
  }

  private static LocalDate birthDate(Draw draw) {
    LocalDate earliest = AS_OF.minusYears(OLDEST);
    long days = ChronoUnit.DAYS.between(earliest, AS_OF.minusYears(YOUNGEST));
    return earliest.plusDays(draw.below(Math.toIntExact(days) + 1));
  }
}

package org.kexin.sample;

import java.util.ArrayList;
import java.util.List;
import org.kexin.sample.SampleCustomer.ContactPerson;
import org.kexin.sample.SampleCustomer.Email;
import org.kexin.sample.SampleCustomer.Enterprise;
import org.kexin.sample.SampleCustomer.Gender;
import org.kexin.sample.SampleCustomer.Phone;

/** Invents enterprises, all of them Chinese: only those have a unified social credit code. */
final class Enterprises {

  private record Brand(String hanzi, String pinyin) {}

  /** The word in the company's name and the industry it belongs to (GB/T 4754). */
  private record Trade(String word, String industry) {}

  private static final List<Brand> BRANDS =
      List.of(
          new Brand("华瑞", "huarui"),
          new Brand("恒达", "hengda"),
          new Brand("鑫源", "xinyuan"),
          new Brand("瑞丰", "ruifeng"),
          new Brand("嘉禾", "jiahe"),
          new Brand("明远", "mingyuan"),
          new Brand("天成", "tiancheng"),
          new Brand("博雅", "boya"),
          new Brand("青禾", "qinghe"),
          new Brand("万和", "wanhe"),
          new Brand("云帆", "yunfan"),
          new Brand("德信", "dexin"),
          new Brand("盛世", "shengshi"),
          new Brand("东来", "donglai"),
          new Brand("启航", "qihang"),
          new Brand("安泰", "antai"),
          new Brand("百川", "baichuan"),
          new Brand("凌云", "lingyun"));

  private static final List<Trade> TRADES =
      List.of(
          new Trade("贸易", "批发业"),
          new Trade("商贸", "零售业"),
          new Trade("礼品", "批发业"),
          new Trade("家居", "家具制造业"),
          new Trade("文化创意", "文化艺术业"),
          new Trade("食品", "食品制造业"),
          new Trade("物流", "道路运输业"),
          new Trade("酒店管理", "住宿业"),
          new Trade("网络科技", "软件和信息技术服务业"));

  private static final List<String> SIZES = List.of("SMALL", "MICRO", "MEDIUM", "LARGE");
  private static final List<String> POSITIONS = List.of("采购经理", "总经理", "财务主管", "行政主管", "销售经理");
  private static final int MOST_CONTACT_PERSONS = 3;

  private Enterprises() {}

  static SampleCustomer chinese(Draw draw) {
    Places.ChineseCity city = Places.chineseCity(draw);
    Brand brand = draw.oneOf(BRANDS);
    Trade trade = draw.oneOf(TRADES);
    String host = ExampleMail.host(draw, brand.pinyin());
    Enterprise enterprise =
        new Enterprise(
            ReservedNumbers.creditCode(draw),
            draw.common(SIZES),
            trade.industry(),
            someone(draw).full());
    return new SampleCustomer(
        "ENTERPRISE",
        city.shortName() + brand.hanzi() + trade.word() + "有限公司",
        SamplePeople.externalIds(draw),
        SamplePeople.SOURCE,
        null,
        enterprise,
        List.of(new Phone(ReservedNumbers.chineseMobile(draw), "WORK")),
        List.of(new Email(ExampleMail.address("info@" + host))),
        List.of(Places.office(draw, city)),
        contactPersons(draw, host),
        null);
  }

  private static List<ContactPerson> contactPersons(Draw draw, String host) {
    List<ContactPerson> persons = new ArrayList<>();
    int first = draw.below(POSITIONS.size());
    int count = 1 + draw.below(MOST_CONTACT_PERSONS);
    for (int i = 0; i < count; i++) {
      PersonName name = someone(draw);
      persons.add(
          new ContactPerson(
              name.full(),
              POSITIONS.get((first + i) % POSITIONS.size()),
              new Phone(ReservedNumbers.chineseMobile(draw), "MOBILE"),
              new Email(ExampleMail.address(name.latin() + '@' + host))));
    }
    return persons;
  }

  private static PersonName someone(Draw draw) {
    return PersonName.chinese(draw, draw.chance(50) ? Gender.FEMALE : Gender.MALE);
  }
}

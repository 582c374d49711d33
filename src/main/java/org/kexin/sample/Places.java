package org.kexin.sample;

import java.util.List;
import org.kexin.sample.SampleCustomer.Address;

/**
 * Real cities with common street names, house numbers drawn at random: addresses that look right
 * and mean no house.
 */
final class Places {

  /**
   * @param shortName as it stands at the head of a company's name
   * @param postalPrefix the first four of the six digits of its postal codes
   */
  record ChineseCity(String region, String name, String shortName, String postalPrefix) {}

  /**
   * @param outwardCode the first half of a postcode there
   * @param dramaPrefix national number, without its last three digits, of Ofcom's drama range there
   */
  record BritishCity(String region, String name, String outwardCode, String dramaPrefix) {}

  private static final List<ChineseCity> CHINESE_CITIES =
      List.of(
          new ChineseCity("北京市", "北京市", "北京", "1000"),
          new ChineseCity("上海市", "上海市", "上海", "2000"),
          new ChineseCity("天津市", "天津市", "天津", "3000"),
          new ChineseCity("重庆市", "重庆市", "重庆", "4000"),
          new ChineseCity("广东省", "广州市", "广州", "5100"),
          new ChineseCity("广东省", "深圳市", "深圳", "5180"),
          new ChineseCity("浙江省", "杭州市", "杭州", "3100"),
          new ChineseCity("浙江省", "宁波市", "宁波", "3150"),
          new ChineseCity("江苏省", "南京市", "南京", "2100"),
          new ChineseCity("江苏省", "苏州市", "苏州", "2150"),
          new ChineseCity("四川省", "成都市", "成都", "6100"),
          new ChineseCity("湖北省", "武汉市", "武汉", "4300"),
          new ChineseCity("湖南省", "长沙市", "长沙", "4100"),
          new ChineseCity("陕西省", "西安市", "西安", "7100"),
          new ChineseCity("山东省", "青岛市", "青岛", "2660"),
          new ChineseCity("福建省", "厦门市", "厦门", "3610"),
          new ChineseCity("辽宁省", "沈阳市", "沈阳", "1100"));

  static final List<BritishCity> BRITISH_CITIES =
      List.of(
          new BritishCity("England", "London", "N1", "2079460"),
          new BritishCity("England", "Leeds", "LS1", "1134960"),
          new BritishCity("England", "Sheffield", "S1", "1144960"),
          new BritishCity("England", "Leicester", "LE1", "1164960"),
          new BritishCity("England", "Bristol", "BS1", "1174960"),
          new BritishCity("England", "Reading", "RG1", "1184960"),
          new BritishCity("England", "Birmingham", "B1", "1214960"),
          new BritishCity("Scotland", "Edinburgh", "EH1", "1314960"),
          new BritishCity("Scotland", "Glasgow", "G1", "1414960"),
          new BritishCity("England", "Liverpool", "L1", "1514960"),
          new BritishCity("England", "Manchester", "M1", "1614960"),
          new BritishCity("England", "Newcastle upon Tyne", "NE1", "1914980"),
          new BritishCity("Northern Ireland", "Belfast", "BT1", "2896496"),
          new BritishCity("Wales", "Cardiff", "CF10", "2920180"));

  private static final List<String> CHINESE_STREETS =
      List.of("人民路", "中山路", "解放路", "建设路", "文化路", "和平路", "新华路", "长江路", "学院路", "东风路", "光明街", "青年路");

  private static final List<String> BRITISH_STREETS =
      List.of(
          "High Street",
          "Station Road",
          "Church Lane",
          "Victoria Road",
          "Park Avenue",
          "Mill Lane",
          "Queen Street",
          "The Crescent",
          "Orchard Way",
          "Albert Terrace");

  /** The second half of a British postcode never has C, I, K, M, O or V. */
  private static final String INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  private Places() {}

  static ChineseCity chineseCity(Draw draw) {
    return draw.oneOf(CHINESE_CITIES);
  }

  static Address home(Draw draw, ChineseCity city) {
    String flat =
        (1 + draw.below(30)) + "号楼" + (1 + draw.below(28)) + "0" + (1 + draw.below(4)) + "室";
    return address(draw, city, flat, "HOME");
  }

  static Address office(Draw draw, ChineseCity city) {
    return address(draw, city, (1 + draw.below(30)) + "层", "WORK");
  }

  static Address home(Draw draw, BritishCity city) {
    String street = (1 + draw.below(180)) + " " + draw.oneOf(BRITISH_STREETS);
    String postcode =
        city.outwardCode() + ' ' + draw.digits(1) + draw.characters(INWARD_LETTERS, 2);
    return new Address("GB", city.region(), city.name(), street, postcode, "HOME");
  }

  private static Address address(Draw draw, ChineseCity city, String inside, String label) {
    String street = draw.oneOf(CHINESE_STREETS) + (1 + draw.below(600)) + "号" + inside;
    return new Address(
        "CN", city.region(), city.name(), street, city.postalPrefix() + draw.digits(2), label);
  }
}

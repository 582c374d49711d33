package org.kexin.sample;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kexin.sample.SampleCustomer.Gender;

/**
 * An invented name and how its bearer writes it in an e-mail address.
 *
 * @param full the name as it is written, Chinese surname first
 * @param surname the part that children share
 * @param latin given name and surname in lower-case ASCII letters, joined by a dot
 */
record PersonName(String full, String surname, String latin) {

  /** A word in Chinese characters and its pinyin without tones. */
  private record Word(String hanzi, String pinyin) {}

  private static final List<Word> SURNAMES =
      words(
          """
          王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he
          林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao
          田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lyu 丁ding 任ren 卢lu
          姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 贾jia 夏xia 方fang 邹zou
          熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 阎yan 段duan 雷lei 龙long 黎li 史shi 陶tao
          欧阳ouyang 上官shangguan 司马sima 诸葛zhuge
          """);

  private static final List<Word> FEMALE_WORDS =
      words(
          """
          芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 秀xiu 兰lan 玲ling 燕yan 红hong 梅mei 莉li 婷ting 雪xue
          慧hui 颖ying 琳lin 洁jie 萍ping 倩qian 蕾lei 薇wei 怡yi 欣xin 佳jia 雨yu 梦meng 思si 雅ya 文wen 晓xiao 月yue
          """);

  private static final List<Word> MALE_WORDS =
      words(
          """
          伟wei 强qiang 磊lei 军jun 洋yang 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 华hua 飞fei
          鑫xin 波bo 斌bin 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 毅yi 志zhi 建jian 国guo 文wen 晨chen 翔xiang 峰feng 林lin
          """);

  private static final List<String> LATIN_SURNAMES =
      list(
          """
          Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts
          Green Hall Wood Jackson Clarke Martin Müller Schmidt Fischer Weber Dubois Moreau Laurent García Fernández López
          Rossi Ferrari Bianchi Silva Santos Jansen Bakker Nielsen Hansen Lindqvist Virtanen Nowak Wójcik O'Brien Murphy
          Papadopoulos Novák Horváth Popescu
          """);

  private static final List<String> LATIN_FEMALE =
      list(
          """
          Alice Emma Olivia Sophie Grace Hannah Charlotte Lucy Julia Clara Anna Marie Camille Zoé Elena Lucía Carmen
          Giulia Chiara Beatriz Inês Ingrid Astrid Aino Ewa Agnieszka Siobhán Eleni Tereza Ildikó Ioana Margaret Ruth Joan
          """);

  private static final List<String> LATIN_MALE =
      list(
          """
          Oliver Jack Harry George Thomas William James Henry Lukas Felix Jonas Paul Louis Hugo René José Diego Álvaro
          Luca Marco Matteo João Tiago Lars Søren Björn Mikko Piotr Tomasz Cormac Nikos Jakub Gábor Andrei Peter Alan
          """);

  static PersonName chinese(Draw draw, Gender gender) {
    return chinese(draw, gender, draw.common(SURNAMES));
  }

  static PersonName latin(Draw draw, Gender gender) {
    return latin(draw, gender, draw.common(LATIN_SURNAMES));
  }

  /** Another person with the surname of this one, named in the same language. */
  PersonName relative(Draw draw, Gender gender) {
    return chineseSurname()
        .map(word -> chinese(draw, gender, word))
        .orElseGet(() -> latin(draw, gender, surname));
  }

  /** Another person with a surname of their own, named in the same language. */
  PersonName stranger(Draw draw, Gender gender) {
    return chineseSurname().isPresent() ? chinese(draw, gender) : latin(draw, gender);
  }

  private Optional<Word> chineseSurname() {
    return SURNAMES.stream().filter(word -> word.hanzi().equals(surname)).findFirst();
  }

  private static PersonName chinese(Draw draw, Gender gender, Word surname) {
    List<Word> givenWords = gender == Gender.FEMALE ? FEMALE_WORDS : MALE_WORDS;
    Word first = draw.common(givenWords);
    // A repeated character makes a child's name (丽丽) that few grown men bear.
    Word second = draw.oneOf(givenWords);
    boolean two = draw.chance(65) && !second.equals(first);
    return new PersonName(
        surname.hanzi() + first.hanzi() + (two ? second.hanzi() : ""),
        surname.hanzi(),
        first.pinyin() + (two ? second.pinyin() : "") + '.' + surname.pinyin());
  }

  private static PersonName latin(Draw draw, Gender gender, String surname) {
    String given = draw.oneOf(gender == Gender.FEMALE ? LATIN_FEMALE : LATIN_MALE);
    return new PersonName(
        given + ' ' + surname, surname, asciiLetters(given) + '.' + asciiLetters(surname));
  }

  private static String asciiLetters(String word) {
    return Normalizer.normalize(word.replace("ø", "o").replace("ß", "ss"), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }

  private static List<Word> words(String text) {
    return list(text).stream()
        .map(
            word -> {
              String pinyin = word.replaceAll("[^a-z]", "");
              return new Word(word.substring(0, word.length() - pinyin.length()), pinyin);
            })
        .toList();
  }

  private static List<String> list(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}

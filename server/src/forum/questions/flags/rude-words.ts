/** Rude words: a desk looks at what has them, nothing is refused for it. The list is the forum's to edit. */
import { asSpelled } from '../words/matchable';
import { NUMERAL_CHARACTER, numeralsAsDigits } from '../words/numerals';

export const DEFAULT_RUDE_WORDS: readonly string[] = [
  ...'蠢货 蠢猪 笨蛋 白痴 弱智 傻逼 傻瓜 傻子 傻x 煞笔 沙比 二货 二百五 脑残 脑子有病 脑子进水 有病吧 神经病 猪脑子 猪头'.split(
    ' ',
  ),
  ...'混蛋 混账 王八蛋 王八 龟孙 狗东西 狗日 狗官 狗屁 狗腿 走狗 畜生 禽兽 人渣 败类 贱人 婊子 杂种 杂碎 孙子养的'.split(
    ' ',
  ),
  ...'不要脸 臭不要脸 没良心 缺德 缺德鬼 没教养 丧尽天良 黑心肝 吃干饭 饭桶 酒囊饭袋 废物 垃圾部门 垃圾单位 垃圾人 窝囊废 寄生虫 蛀虫 吸血鬼'.split(
    ' ',
  ),
  ...'去死 去你妈 他妈的 他娘的 妈的 操你 操蛋 草泥马 尼玛 滚蛋 滚出去 放屁 屁话 扯淡 妈蛋 老子 死全家 断子绝孙 不得好死 生儿子没 打死你 弄死'.split(
    ' ',
  ),
  ...'扑街 仆街 冚家铲 屌 丢你 死八婆 八婆 衰仔 瓜娃子 哈皮 龟儿子 憨批 鳖孙 瘪三 十三点 小赤佬'.split(
    ' ',
  ),
  ...'idiot stupid moron bastard asshole bullshit shit fuck damn scumbag'.split(' '),
  ...'骗子一帮 一群骗子 都是骗子 强盗 土匪 流氓政府 一帮废物 贪官污吏'.split(' '),
];

/** A text, and the same with no spaces between Chinese characters: in 傻 逼 they hide nothing. */
interface Form {
  readonly words: string;
  readonly closed: string;
}
const formOf = (words: string): Form => ({
  words,
  closed: words.replace(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, ''),
});
type IsIn = (matchable: Form, spelled: Form) => boolean;

/** Finds the words of `list` that a text has, in the order of the list. */
export function rudeWordFinder(list: readonly string[]): (text: string) => readonly string[] {
  const finders = list.flatMap((word) => {
    const wanted = asSpelled(word);
    return wanted === '' ? [] : [{ word, isIn: finderOf(wanted) }];
  });
  return (text) => {
    const spelled = formOf(asSpelled(text));
    const words = numeralsAsDigits(spelled.words);
    const matchable = words === spelled.words ? spelled : formOf(words);
    return finders.filter(({ isIn }) => isIn(matchable, spelled)).map(({ word }) => word);
  };
}

function finderOf(spelled: string): IsIn {
  const wanted = numeralsAsDigits(spelled);
  if (wanted !== spelled && /^\d|\d$/.test(wanted)) return numeralFinderOf(spelled, wanted);
  if (/^[a-z]/.test(wanted)) {
    const word = new RegExp(`\\b${wanted}`);
    return ({ words }) => word.test(words);
  }
  return wanted.length < 3
    ? ({ words }) => words.includes(wanted)
    : ({ closed }) => closed.includes(wanted);
}

/**
 * A numeral at the edge of a word is no part of a longer one: 二百五 is not said of 二百五十, nor 王八 of 八十. One with
 * a unit is meant as it is written, as 205 and 13点 are no abuse; others may be written as digits: 2货.
 */
function numeralFinderOf(spelled: string, digits: string): IsIn {
  const isSpelled = /[十百千]/.test(spelled);
  const [wanted, numeral] = isSpelled ? [spelled, NUMERAL_CHARACTER] : [digits, '\\d'];
  const start = new RegExp(`^${numeral}`).test(wanted) ? `(?<!${numeral})` : '';
  const end = new RegExp(`${numeral}$`).test(wanted) ? `(?!${numeral})` : '';
  const word = new RegExp(`${start}${wanted}${end}`);
  const part = wanted.length < 3 ? 'words' : 'closed';
  return (matchable, as) => word.test((isSpelled ? as : matchable)[part]);
}

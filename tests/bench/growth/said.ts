/** What people say in a forum of the benchmarks: of the length and the kind that slips have. */
import type { Dice } from '../../support/dice';

const WHERE = ['和平里小区三号楼', '解放路与中山街路口', '城南菜市场', '实验小学门口', '河东新村'];
const WHAT = [
  '电梯停用已久，住户多是老人，上下楼很不方便',
  '路灯坏了几盏，夜里孩子放学回家看不清路',
  '夜间施工噪音很大，报过几次没有人来管',
  '自来水发黄，放很久也不见清，不知道能不能喝',
  '公交末班车太早，下夜班的人回不了家',
];
const WANTED = [
  '请问什么时候能解决，由谁负责？',
  '希望能给一个明确的答复。',
  '请有关部门到现场看一看。',
];

/** A question of about 50 characters. */
export const questionWords = (dice: Dice, number: number): string =>
  `${number}号提问：${dice.pick(WHERE)}${dice.pick(WHAT)}。${dice.pick(WANTED)}`;

/** A statement of about 30 characters. */
export const statementWords = (dice: Dice, number: number): string =>
  `${number}：${dice.pick(WHERE)}${dice.pick(WHAT)}。`;

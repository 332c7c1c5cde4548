/**
 * Suspects that a text is no question to the departments of this place: advertisements, world politics, stars and
 * sport, what only the family can settle, other places, mere scolding. A suspicion: people decide.
 */
import type { OffTopicReason } from '@wenzheng/shared/forum/desk';
import { fieldsOf } from '../routing/fields-of';
import { toMatchable } from '../words/matchable';

const SIGNS: readonly (readonly [OffTopicReason, RegExp])[] = [
  [
    'advertisement',
    /扫码.{0,6}(?:领|加|进)|免费领|试用装|私聊|详谈|加我了解|(?:加|找)(?:我)?(?:v|薇|威|微)信?.{0,6}(?:详|聊|咨询|领)|秒到账|极速到账|当天放款|无视征信|黑户|低息|祖传|专治|根治|包治|月入|日赚|刷单.{0,6}(?:赚|轻松)|轻松赚|稳赚|名额有限|限时优惠|代开发票|办证刻章|兼职日结|招代理|高回报|投资理财|内部消息|包过|click here|earn money/,
  ],
  [
    'world',
    /国际上|联合国|外国|关税|美国|日本|俄罗斯|乌克兰|以色列|战争|打仗|大国|台海|南海|总统|反制|核武器|国足|世界杯|奥运会|world cup|united nations/,
  ],
  [
    'entertainment',
    /大明星|明星|演唱会|偶像|追星|球队|教练|电视剧|综艺|抽奖|发不发|送不送|发鸡蛋|有没有礼品|领礼品|礼品|网红|彩票|中奖|开奖|算命|celebrity|concert|lottery/,
  ],
  [
    'family',
    /(?:儿媳|媳妇|婆婆|老公|老婆|丈夫|妻子|女婿|亲家|小姑子|前夫|前妻|男朋友|女朋友|我儿子|我女儿).{0,14}(?:不让|吵架|吵|骂我|不理|出轨|离家|不孝|不养|不回家|不给我|打麻将|彩礼|工资都)|评评理|日子过不下去|给劝劝|介绍对象|找对象|彩礼|恋爱|分手|相亲|婆媳/,
  ],
  [
    'elsewhere',
    /(?:隔壁|外|邻|别的|其他)(?:省|市|县)(?:的|那边|里)?.{0,14}(?:那边|房子|老家|工地|烂尾|买的|你们(?:这里|这儿)?能)|老家在.{0,6}(?:省|外地).{0,20}(?:那边|你们这里)|不是(?:本市|我们市|咱们市|你们市)的/,
  ],
];
/** Words of departments that also stand in gossip or scolding. */
const ENOUGH = 2.2;

/** Why `text` looks off topic; null if it does not. */
export function offTopicReason(text: string): OffTopicReason | null {
  const words = toMatchable(text);
  const sign = SIGNS.find(([kind, pattern]) => pattern.test(words) && !isReported(kind, words));
  const evidence = fieldsOf(text)[0]?.score ?? 0;
  if (!sign) return evidence === 0 && words.length > 0 ? 'no_matter' : null;
  const [reason] = sign;
  return evidence > LIMITS[reason] ? null : reason;
}

/** Who tells of an advertisement does not advertise. */
const isReported = (reason: OffTopicReason, words: string): boolean =>
  reason === 'advertisement' && /举报|投诉|反映|有人|骗|没人管|管不管|小广告/.test(words);

/** Up to how much that speaks for a department a sign of this kind is believed. */
const LIMITS: Readonly<Record<OffTopicReason, number>> = {
  advertisement: 4,
  world: 2 * ENOUGH,
  entertainment: 3.5,
  family: 3.5,
  elsewhere: 9,
  no_matter: 0,
};

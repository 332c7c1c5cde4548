/**
 * Places, institutions and numbers that a text names. What kind of place a name is shows in its last characters
 * (路, 小区, 医院); of what stands before these the last two characters are taken for the name, since Chinese marks
 * no beginning of words and two characters nearly always tell names apart.
 */
import { soundKey, soundsOf } from './pinyin';

export type MentionKind =
  | 'road'
  | 'estate'
  | 'village'
  | 'school'
  | 'hospital'
  | 'business'
  | 'open_air'
  | 'station'
  | 'bus_line'
  | 'building';

export interface Mention {
  readonly kind: MentionKind;
  /** Two characters of a name, or a number. */
  readonly name: string;
  /** Index range, in the matchable text, of the words that tell the kind. */
  readonly start: number;
  readonly end: number;
}

const SUFFIXES: readonly (readonly [MentionKind, string])[] = [
  ['school', '幼儿园|小学|中学|初中|高中|大学|学校|职高'],
  ['hospital', '社区卫生服务中心|卫生服务中心|中医院|医院|卫生院|保健院|卫生室|诊所'],
  [
    'business',
    '健身房|健身会所|健身|美容院|美发店|美容|超市|商场|酒店|饭店|菜馆|餐馆|面馆|奶茶|早教|培训机构|培训|游泳馆|养老院|敬老院|护理院|药店|药房|工地|旅行社|驾校|影城|影院|公司|酒楼|公寓酒店|浴室|网吧|[塑化电造砖印水纸料工药钢家]{1,2}厂|养[猪鸡牛羊鸭]场|养殖场|搅拌站|加油站|洗车店|宠物店|琴行|舞蹈',
  ],
  ['station', '客运[东西南北]?站|火车站|高铁站|汽车站|地铁站|车站'],
  [
    'estate',
    '小区|花园|家园|嘉园|佳园|雅苑|公寓|新村|新城|华府|名城|大厦|壹号|府邸|豪庭|名苑|苑|庭院|园(?!区|林)',
  ],
  ['open_air', '公园|水库|广场|湿地|河|湖|渠|江|菜市场|菜场|市场|体育馆|体育场|图书馆'],
  ['road', '大道|大街|胡同|路|街|巷|弄'],
  ['village', '村|屯|寨|庄|沟|镇|乡'],
];
const PLACE = new RegExp(SUFFIXES.map(([kind, suffix]) => `(?<${kind}>${suffix})`).join('|'), 'g');

/** No name has these characters: they are words of the sentence around it. */
const NOT_OF_NAMES = new Set(
  '的了在到去从跟与是我你他她它们这那个有没不就也都还又很吗呢啊吧把被给让叫请问某各每哪什么几该全往要能以及或而但因为所于条座间家栋层边段楼住走找',
);
const NOT_NAMES = new Set(
  '社区 公办 民办 公立 私立 乡镇 农村 城区 县城 普通 定点 综合 专科 相关 指定 附属 大型 附近 隔壁 对面 旁边 门口 村口 路口 巷口 街口 农贸 校外 课外 商业 步行 行政 文明 美丽 居民 封闭 物业 开发 客运 网络 连锁 外卖 食品 保险 快递 公交 燃气 热力 供水 移动 自来 黑臭 污染 技能 职业 免费 体育 共享 建筑 预付 全民 小孩 孩子 子上 老年 老旧 新建 回来 过来 出来 进来'.split(
    ' ',
  ),
);
/** 马路 is no road called 马, nor is 农村 a village. */
const NOT_PLACES =
  /(?:马|公|道|走|铁|线|水|半|出|让|过|修|赶|问|带|网|电|思|套|上|一|顺|绕|堵|逛|大|整|农|乡|全|本|邻|我|山|排|水|暗|城|进|办|上|子)$/;

/** 一路 is mostly no line. */
const BUS_LINE =
  /(?<!\d)(?:(1)\s?路(?=公交|车|线|末班|改|停|$)|(?!1\s?路)(\d{1,4})\s?路(?!口|段))|(?:bus|line)\s(?:no\s|number\s)?(\d{1,4})|no\s(\d{1,4})\sbus/g;
const BUILDING = /(\p{Script=Han}{2})?(\d{1,3})\s?(?:号楼|栋|幢|号院|座)/gu;

export function mentionsIn(text: string): readonly Mention[] {
  return [...busLines(text), ...places(text), ...buildings(text)];
}

function* busLines(text: string): Generator<Mention> {
  for (const match of text.matchAll(BUS_LINE)) {
    const number = match.slice(1).find((group) => group !== undefined);
    if (number !== undefined) yield mention('bus_line', number, match.index, match[0].length);
  }
}

function* places(text: string): Generator<Mention> {
  for (const match of text.matchAll(PLACE)) {
    const found = SUFFIXES.find(([kind]) => match.groups?.[kind] !== undefined);
    // 桂花园 is no 花园 called 桂.
    const inside = match[0] === '花园' ? nameBefore(text, match.index + 1) : null;
    const name = nameBefore(text, match.index) ?? inside;
    if (!found || name === null) continue;
    if (match[0].length === 1 && NOT_PLACES.test(name)) continue;
    yield mention(found[0], name, match.index, match[0].length);
  }
}

function nameBefore(text: string, end: number): string | null {
  const name = text.slice(Math.max(0, end - 2), end);
  if (!/^[\p{Script=Han}\d]\p{Script=Han}$/u.test(name) || NOT_NAMES.has(name)) return null;
  if (isPlaceWord(name)) return null;
  return [...name].some((char) => NOT_OF_NAMES.has(char)) ? null : name;
}

function* buildings(text: string): Generator<Mention> {
  for (const match of text.matchAll(BUILDING)) {
    const [whole, before, number = ''] = match;
    yield mention('building', number, match.index, whole.length);
    const name = before === undefined ? null : nameBefore(text, match.index + 2);
    // 望云4号楼: an estate named without saying that it is one.
    if (name !== null) yield mention('estate', name, match.index, 2);
  }
}
const PLACE_WORD = new RegExp(`^(?:${SUFFIXES.map(([, each]) => each).join('|')})$|[路街巷弄村]$`);
const isPlaceWord = (name: string): boolean => PLACE_WORD.test(name);

const mention = (kind: MentionKind, name: string, start: number, length: number): Mention => ({
  kind,
  name,
  start,
  end: start + length,
});

const LATIN_NAME = /\b([A-Z][a-z]{3,})(?=\s)/g;
/** How names sound that stand in latin letters before a word such as Hospital or Avenue. */
export const latinNames = (original: string): readonly string[] =>
  [...original.matchAll(LATIN_NAME)].flatMap(([, name]) =>
    name === undefined ? [] : [soundKey(name.toLowerCase())],
  );

/** How `name` sounds, and with one or two of the characters before it. */
export function soundsOfName(text: string, { start, name }: Mention): readonly string[] {
  return [2, 3, 4].flatMap((length) => {
    const longer = text.slice(Math.max(0, start - length), start);
    const sounds = longer.endsWith(name) ? soundsOf(longer) : null;
    return sounds === null ? [] : [sounds];
  });
}

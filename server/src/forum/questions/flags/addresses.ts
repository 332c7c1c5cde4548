/** Addresses down to a household. A building alone is no person's: half the questions name one. */
import { spansOf, type Detector, type PersonalDataSpan } from './spans';

const PLACE =
  '(?:[\\p{Script=Han}\\dA-Za-z]{1,12}?(?:小区|花园|家园|苑|里|村|路|街|巷|弄|大道|胡同|公寓|新村|城|府|园|庭|湾|组|队)[\\s,，]?)?';
const BUILDING =
  '(?:\\d{1,4}|[甲乙丙丁A-Za-z东西南北])(?:号楼|號樓|号院|號院|栋|棟|幢|座|弄|巷|号|號|期)[\\s,，-]?';
const UNIT =
  '(?:(?:\\d{1,2}|[甲乙丙丁A-Za-z东西南北])(?:单元|單元|门|門|梯|号楼|號樓|号|號|栋|幢)[\\s,，-]?)';
const FLOOR = '(?:\\d{1,2}(?:楼|樓|层|層)[\\s,，-]?)';
const ROOM =
  '(?:[东西南北中左右][户戶边邊间間]?[户戶]|\\d{1,4}(?:室|户(?!人|居|[\\p{Script=Han}]*家)|戶|房(?!间))|(?<=单元|單元|门|幢|栋|号楼|梯|-|[\\s,，])\\d{3,4}(?![\\d年月元块万多平米户个人分路次天]))';

const HOME = new RegExp(`${PLACE}${BUILDING}(?:${UNIT}){0,2}${FLOOR}?${ROOM}`, 'gu');
const DASHED =
  /\p{Script=Han}{2,8}?(?:小区|花园|家园|苑|里|新村|城|府|园|庭)?[\s]?\d{1,3}(?:号楼|栋|幢)?-\d{1,2}-\d{3,4}(?!\d)/gu;
/** 路88号 after words that say that somebody lives there. */
const LIVES =
  /(?:家住|住在|住址|我家在|我住|家庭住址|地址|他住|她住|本人住)[是:： ]{0,2}(?<what>\p{Script=Han}{2,10}?(?:路|街|巷|弄|大道|胡同|村|组|队|庄|屯)\d{1,4}(?:号|號)(?!楼|樓|院|线|车|口|公交))/gu;

export const addresses: Detector = function* ({ plain, spelled }) {
  for (const text of new Set([plain, spelled])) {
    for (const found of [...spansOf('address', text, HOME), ...spansOf('address', text, DASHED)])
      yield withoutLead(text, found);
    yield* spansOf('address', text, LIVES);
  }
};

const LEAD =
  /^.*?(?:我家住在|我家住|家住在|家住|我住在|我住|住在|我家在|我家是|我们是|我是|家在|地址是?|他住|她住|老人住|住|我在|我们|我家)[是:： ]?/;
/** The words before the name of the place are the sentence's. */
function withoutLead(text: string, span: PersonalDataSpan): PersonalDataSpan {
  const lead = LEAD.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { ...span, start: span.start + lead };
}

/** Number plates of vehicles (GA 36): province, letter of the city, five places, six for new-energy vehicles. */
import { spansOf, type Detector } from './spans';

/** 某 stands for the province in what is written for others to read. */
const PROVINCES =
  '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼某遼滬魯蘇贛雲陝閩貴粵寧瓊';
const PLATE = new RegExp(
  `[${PROVINCES}][ .-]?[A-HJ-NP-Z][ .-]{0,2}(?:[A-HJ-NP-Z0-9][ .-]?){4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])`,
  'gi',
);
const SO_CALLED =
  /(?:车牌|車牌|牌照|车号|plate)(?:号码|號碼|号|號|是|number)?[^A-Za-z\d\n，。；]{0,5}(?<what>\p{Script=Han}?[ .-]?[A-Z][ .-]{0,2}(?:[A-Z0-9][ .-]?){4,5}[A-Z0-9])(?![A-Za-z0-9])/giu;

/** A plate has at least two digits: 云CLASSIC is none. */
const hasDigits = (found: string): boolean => (found.match(/\d/g)?.length ?? 0) >= 2;

export const plates: Detector = function* ({ plain, spelled }) {
  for (const text of [plain, spelled]) {
    yield* spansOf('plate', text, PLATE, hasDigits);
    yield* spansOf('plate', text, SO_CALLED, hasDigits);
  }
};

/** Identity numbers (GB 11643), bank cards and what else stands on a person's papers. */
import { isLuhn } from './digits';
import { spansOf, type Detector } from './spans';

/** Eighteen places with a birthday among them; the last is not held to its check, for people mistype. */
const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[ -]?[\dXx×*](?![\dA-Za-z])/g;
/** Grouped in any way, if the check digit is right. */
const EIGHTEEN = /(?<![\dA-Za-z])\d(?:[ .-]{0,2}\d){16}[ .-]{0,2}[\dXx](?![\dA-Za-z])/g;
const SO_CALLED =
  /(?:身份证|身份證|身分证|身分證|证件|證件|identity card|id card|id number|ID)(?:号码|號碼|号|號|num)?[^\d\n，。；]{0,6}(?<what>\d(?:[ .-]{0,2}[\dXx*×]){13,19})(?![\dA-Za-z])/gi;

export const identityNumbers: Detector = function* ({ plain, spelled }) {
  for (const text of new Set([plain, spelled])) {
    yield* spansOf('identity_number', text, IDENTITY, notAnOrder);
    yield* spansOf('identity_number', text, EIGHTEEN, hasCheckDigit);
    yield* spansOf('identity_number', text, SO_CALLED);
  }
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643-1999, ISO 7064 MOD 11-2. */
export function hasCheckDigit(grouped: string): boolean {
  const id = grouped.replace(/[^\dXx]/g, '').toUpperCase();
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return id.length === 18 && '10X98765432'[sum % 11] === id[17];
}

const ORDER =
  /(?:订单|單號|单号|编号|編號|工单|运单|合同|文号|流水|条码|快递|受理|案号|统一社会信用代码|信用代码|许可证|发票)[号码號碼是为:： ]*$/;
const notAnOrder = (_: string, before: string): boolean => !ORDER.test(before);

/** Cards have 15 to 19 digits; one who mistypes has some more. */
const CARD = /(?<![\dA-Za-z])\d(?:[ -]{0,2}\d){14,22}(?![\dA-Za-z])/g;
const CARD_WORD =
  /卡号|卡號|账号|帳號|账户|银行卡|銀行卡|储蓄卡|信用卡|存折|尾号|工行|农行|建行|中行|邮储|card|account/i;
const CARD_SO_CALLED =
  /(?:卡号|卡號|账号|帳號|账户|银行卡|銀行卡|储蓄卡|信用卡)[^\d\n，。；]{0,8}(?<what>\d(?:[ -]{0,2}\d){11,20})(?!\d)/g;
const IN_FOURS = /^\d{4}[ -]+\d{4}[ -]+\d{4}[ -]+\d{3,4}/;

export const bankCards: Detector = function* ({ plain, spelled }) {
  for (const text of new Set([plain, spelled])) {
    yield* spansOf('bank_card', text, CARD, isCard);
    yield* spansOf('bank_card', text, CARD_SO_CALLED);
  }
};

function isCard(found: string, before: string, after: string): boolean {
  if (!notAnOrder(found, before)) return false;
  const digits = found.replace(/\D/g, '');
  return (
    CARD_WORD.test(before) ||
    CARD_WORD.test(after) ||
    IN_FOURS.test(found) ||
    (/^[3-6]/.test(digits) && isLuhn(digits))
  );
}

const PASSPORT =
  /(?:护照|護照|通行证|passport)[^A-Za-z\d\n，。；]{0,6}(?:no\.? ?)?(?<what>[A-Z]{1,2}\d{7,8})/gi;
const OTHER =
  /(?:社保卡号?|医保卡号?|社保号|医保号|残疾证号?|学籍号|病历号|住院号|门诊号|准考证号?|驾驶证号?|户号|就诊卡号?)[^\dA-Za-z\n，。；]{0,4}(?<what>[A-Z]?\d{6,20}[A-Z]?)/g;

export const otherNumbers: Detector = function* ({ plain }) {
  yield* spansOf('document_number', plain, PASSPORT);
  yield* spansOf('document_number', plain, OTHER);
};

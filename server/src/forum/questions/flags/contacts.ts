/** Telephone numbers, and names of accounts in other media. */
import { spansOf, type Detector } from './spans';

const MOBILE = /(?<!\d)(?:\+?86[ -.]?)?1[ .-]?[3-9](?:[ .-]{0,2}\d){9}(?!\d)/g;
/** A digit too many or too few, after a word that says what it is. */
const SO_CALLED =
  /(?:手机|电话|電話|手機|号码|号碼|联系方式|联系我|call me at|phone)[^\d\n，。；]{0,8}(?<what>1[3-9](?:[ .-]{0,2}\d){7,10})(?!\d)/gi;
/** 卡号 and the like before the digits: then they are no telephone number. */
const OTHER_NUMBER = /(?:订单|单号|编号|工单|运单|合同|文号|流水|条码|快递)[号码是:： ]*$/;

export const mobiles: Detector = function* ({ plain, spelled }) {
  const isOne = (_: string, before: string): boolean => !OTHER_NUMBER.test(before);
  yield* spansOf('mobile', plain, MOBILE, isOne);
  yield* spansOf('mobile', spelled, MOBILE, isOne);
  yield* spansOf('mobile', spelled, SO_CALLED);
};

const AREA = /(?<![\d.-])\(?0\d{2,3}\)?[ -]?[2-8]\d{6,7}(?:(?:转|-)\d{1,5})?(?!\d)/g;
const LOCAL =
  /(?:电话|電話|座机|家里打|固话|拨打|打我|致电|联系我|phone|call me at)[^\d\n，。；]{0,6}(?<what>[2-8]\d{2,3}[ -]?\d{4})(?!\d)/gi;
const OFFICE =
  /热线|熱線|客服|服务电话|举报电话|投诉电话|办公室?电话|值班电话|咨询电话|监督电话|公开电话|窗口电话|前台电话|总机|(?:局|所|委|中心|大厅|公司|医院|学校|派出所|物业|社区|窗口|办公室|居委会|村委会|超市|门店|前台)(?:的|那边的?)?(?:电话|電話)?(?:号码|是|为|:|：| )*$|hotline|office/i;
/** The caller's own, though an office is named before it. */
const OWN = /我的?(?:手机|电话|家)|本人|联系我|家长|户主|家里/;

export const landlines: Detector = function* ({ plain, spelled }) {
  const isOwn = (_: string, before: string): boolean => OWN.test(before) || !OFFICE.test(before);
  yield* spansOf('landline', plain, AREA, isOwn);
  yield* spansOf('landline', spelled, AREA, isOwn);
  yield* spansOf('landline', plain, LOCAL, (_, before) => isOwn(_, before));
};

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WECHAT =
  /(?:微信|薇信|威信|微 信|加v|加V|vx|VX|wx|WX|wechat|WeChat|Wechat)(?:号|號|id|ID|同号|账号)?[ :：是为,，(]{0,3}(?<what>[A-Za-z][\w-]{4,19}|\d{6,12})/g;
const QQ = /(?:QQ|qq|扣扣|企鹅)(?:号|號|群)?[ :：是为,，]{0,3}(?<what>[1-9]\d{4,10})(?!\d)/g;

export const accounts: Detector = function* ({ plain, spelled }) {
  yield* spansOf('account', plain, EMAIL);
  yield* spansOf('account', plain, WECHAT);
  yield* spansOf('account', spelled, QQ);
};

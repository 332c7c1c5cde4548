/** Persons, numbers and places are invented. */
import {
  findPersonalData,
  maskPersonalData,
} from '@wenzheng/server/src/forum/questions/flags/personal-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('is found', () => {
  test.each([
    ['电话13800000000，谢谢', 'mobile', '13800000000'],
    ['打138-0000-1111', 'mobile', '138-0000-1111'],
    ['１３８００００００００', 'mobile', '１３８００００００００'],
    ['手机一三八零零零零零零零零', 'mobile', '一三八零零零零零零零零'],
    ['幺三八 零零零零 零零零零', 'mobile', '幺三八 零零零零 零零零零'],
    ['+86 138 0000 0000', 'mobile', '+86 138 0000 0000'],
    ['我手机1380000000', 'mobile', '1380000000'],
    ['我家里电话0990-5550123', 'landline', '0990-5550123'],
    ['身份证990101195304120014', 'identity_number', '990101195304120014'],
    ['990101 19530412 0014', 'identity_number', '990101 19530412 0014'],
    ['身份证号码是99010119530412001', 'identity_number', '99010119530412001'],
    ['卡号6200 0000 0000 0000 001', 'bank_card', '6200 0000 0000 0000 001'],
    ['6222 0211 0001 1234 5678', 'bank_card', '6222 0211 0001 1234 5678'],
    ['银行卡是6200123456789012345', 'bank_card', '6200123456789012345'],
    ['住翠屏小区9号楼3单元502', 'address', '翠屏小区9号楼3单元502'],
    ['我家在望云小区三栋二单元五零一室', 'address', '望云小区三栋二单元五零一室'],
    ['金穗大道66弄8号203室', 'address', '金穗大道66弄8号203室'],
    ['石榴巷24号院2楼东户', 'address', '石榴巷24号院2楼东户'],
    ['车牌某A·D00000', 'plate', '某A·D00000'],
    ['京A12345乱停', 'plate', '京A12345'],
    ['粤B 12345D', 'plate', '粤B 12345D'],
    ['微信abc_123456', 'account', 'abc_123456'],
    ['QQ：123456789', 'account', '123456789'],
    ['写到 someone@example.com', 'account', 'someone@example.com'],
    ['护照号E12345678', 'document_number', 'E12345678'],
    ['我叫孙桂兰，今年71岁', 'name', '孙桂兰'],
  ])('%s', (text, kind, what) => {
    expect(found(text)).toContainEqual([kind, what]);
  });
});

describe('is nobody’s own', () => {
  test.each([
    '打12345没人接，12315也一样，110来了又走',
    '打热线0990-1234567一直占线',
    '拨打办公电话 0990-7654321',
    '客服400-800-1234不理人',
    '2023年花了38000元，今年2024年',
    '18路、33路和102路公交',
    '文号 国发〔2023〕12号第3条',
    '订单号20230101123456789012',
    '云栖苑5号楼六楼水压小',
    '北岭街12号楼下，明湖路88号对面',
    '望云小区4号楼加装电梯，一楼住户不同意',
    '二百六十户人家，一共4栋',
    '上午9点到11点半，共120分钟',
    '十一月十二号下午三点二十',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('what is masked keeps its length and the words around it', () => {
  expect(maskPersonalData('我叫孙桂兰，电话138-0000-0000，路灯坏了')).toBe(
    '我叫＊＊＊，电话＊＊＊-＊＊＊＊-＊＊＊＊，路灯坏了',
  );
  expect(maskPersonalData('路灯坏了😀')).toBe('路灯坏了😀');
});

const secret = fc.constantFrom(
  '13812345678',
  '１３８－１２３４－５６７８',
  '一三八一二三四五六七八',
  '990101195304120014',
  '6222 0211 0001 1234 5678',
  '某A·D12345',
  '望云小区3栋2单元501室',
);
const around = fc.constantFrom('，请联系我。', '路灯坏了', '😀', '\n', ' 希望答复 ', '');

test('spans lie inside the text and apart; nothing of them is left when masked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(around, secret)), around, (parts, end) => {
      const text = parts.map(([words, hidden]) => `${words}，${hidden}，`).join('') + end;
      const spans = findPersonalData(text);
      let from = 0;
      for (const { start, end: to } of spans) {
        expect(start >= from && to > start && to <= text.length).toBe(true);
        from = to;
      }
      const masked = maskPersonalData(text);
      for (const [, hidden] of parts) expect(masked).not.toContain(hidden);
      expect(masked).not.toMatch(/[0-9０-９]/);
    }),
  );
});

const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

test('any text can be searched', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(maskPersonalData(text)).toHaveLength(text.length);
    }),
  );
});

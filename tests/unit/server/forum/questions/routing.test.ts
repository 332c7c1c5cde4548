import { chinese } from '@wenzheng/server/src/forum/agenda/built-in-texts.zh-cn';
import { english } from '@wenzheng/server/src/forum/agenda/built-in-texts.en';
import { departmentsFor, fieldOf } from '@wenzheng/server/src/forum/questions/routing/departments';
import { fieldsOf } from '@wenzheng/server/src/forum/questions/routing/fields-of';
import { describe, expect, test } from 'vitest';

test.each([
  ['18路公交不到安和医院了', 'transport'],
  ['安和医院的专家号抢不到', 'health'],
  ['電梯壞咗三日，物業唔理', 'housing'],
  ['停水從來不通知', 'water'],
  ['老板拖欠工资半年', 'hr_social'],
  ['异地就医怎么备案报销', 'medical_ins'],
  ['晨光中学门口的共享单车把盲道占了', 'urban_mgmt'],
  ['低保怎么申请', 'civil_affairs'],
  ['The bus never stops here any more', 'transport'],
])('%s is the work of %s', (text, field) => {
  expect(fieldsOf(text)[0]?.field).toBe(field);
});
test('nothing is said of what nothing speaks for', () => {
  expect(fieldsOf('你好')).toEqual([]);
});

test.each([
  ['in Chinese', chinese],
  ['in English', english],
])('the departments of the built-in forum are known by their names %s', (_, { departments }) => {
  for (const department of departments) expect(fieldOf(department)).toBe(department.id);
});

describe('a forum with departments of its own', () => {
  const departments = [
    { id: 'a', name: '供水集团', keywords: ['清洗水箱'] },
    { id: 'b', name: '交通运输局', keywords: [] },
    { id: 'c', name: '大桥指挥部', keywords: ['跨江大桥', '收费亭'] },
  ];
  test.each([
    ['自来水是黄的', 'a'],
    ['公交末班车太早', 'b'],
    ['跨江大桥的收费亭怎么还在', 'c'],
    ['你好', undefined],
  ])('%s', (text, id) => {
    expect(departmentsFor(text, departments)[0]?.id).toBe(id);
  });
  test('ranks all that something speaks for', () => {
    const ids = departmentsFor('公交站旁边停水了', departments).map(({ id }) => id);
    expect(ids.sort()).toEqual(['a', 'b']);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CloudRooms,
  letterSize,
  type Area,
  type Room,
} from '../../../display/src/screens/polls/cloud-rooms';

const AREA: Area = { width: 1_600, height: 450, least: 26 };
const PORTRAIT: Area = { width: 990, height: 760, least: 28 };
const measure = (text: string): number => [...text].length;
const cloud = (area: Area = AREA) => new CloudRooms(area, measure);

const overlap = (a: Room, b: Room): boolean =>
  Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) > 0.01 &&
  Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 0.01;

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const words = fc.uniqueArray(word, { maxLength: 40 });
const areas = fc.constantFrom(AREA, PORTRAIT);

test('no word touches another, juts out, or outgrows its room, whatever comes and goes', () => {
  fc.assert(
    fc.property(areas, fc.array(words, { minLength: 1, maxLength: 6 }), (area, pictures) => {
      const rooms = cloud(area);
      for (const texts of pictures) {
        const placed = [...rooms.place(texts)];
        placed.forEach(([text, room], index) => {
          expect(room.left).toBeGreaterThanOrEqual(-0.01);
          expect(room.top).toBeGreaterThanOrEqual(-0.01);
          expect(room.left + room.width).toBeLessThanOrEqual(area.width + 0.01);
          expect(room.top + room.height).toBeLessThanOrEqual(area.height + 0.01);
          expect(room.size).toBeGreaterThanOrEqual(area.least);
          expect(room.size * measure(text)).toBeLessThan(room.width);
          for (const [, other] of placed.slice(index + 1)) expect(overlap(room, other)).toBe(false);
        });
      }
    }),
  );
});

test('a word keeps its place while others come, go and change their order', () => {
  const rooms = cloud();
  const before = rooms.place(['停车', '电梯', '医疗']);
  const after = rooms.place(['公交', '医疗', '噪音', '停车']);
  expect(after.get('停车')).toEqual(before.get('停车'));
  expect(after.get('医疗')).toEqual(before.get('医疗'));
  expect(after.has('电梯')).toBe(false);
});

test('what a word leaves is given to the next that fits', () => {
  const rooms = cloud();
  const left = rooms.place(['停车', '电梯']).get('停车');
  expect(rooms.place(['电梯', '公交']).get('公交')).toMatchObject({
    left: left?.left,
    top: left?.top,
  });
});

test('the same words come to the same places; the first to the largest', () => {
  const texts = ['停车', '电梯', '医疗', '公交', '噪音', '学位'];
  expect([...cloud().place(texts)]).toEqual([...cloud().place(texts)]);
  const sizes = [...cloud().place(texts).values()].map(({ size }) => size);
  expect(Math.max(...sizes)).toBe(sizes[0]);
});

test('forty words as people write them all find room', () => {
  const texts = Array.from({ length: 40 }, (_, index) =>
    `词${index}`.padEnd(2 + (index % 3), '长'),
  );
  expect(cloud().place(texts).size).toBe(40);
});

test('letters grow in a few steps, from the smallest to what the room holds', () => {
  const room: Room = { left: 0, top: 0, width: 300, height: 80, size: 64 };
  const sizes = Array.from({ length: 101 }, (_, count) => letterSize(room, 26, count, 100));
  expect(sizes.at(-1)).toBe(64);
  expect(new Set(sizes).size).toBeLessThanOrEqual(5);
  expect(sizes.every((size, index) => index === 0 || size >= (sizes[index - 1] ?? 0))).toBe(true);
});

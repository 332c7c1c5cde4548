/** Items of lists that were found the same before. Rows and views are replaced whole, and most of their items stay. */
export type KnownSame = Map<unknown, unknown>;

/**
 * Are two JSON values the same, whatever the order of their fields? Many times faster than a general comparison; with
 * `known`, items that were found the same are not looked at again.
 */
export function sameJson(a: unknown, b: unknown, known?: KnownSame): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, known);
  return !Array.isArray(b) && sameFields(a as Fields, b as Fields, known);
}

function sameItems(a: readonly unknown[], b: readonly unknown[], known?: KnownSame): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === right || (known?.has(left) && known.get(left) === right)) continue;
    if (!sameJson(left, right, known)) return false;
    known?.set(left, right);
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;
function sameFields(a: Fields, b: Fields, known?: KnownSame): boolean {
  let fields = 0;
  for (const name in a) {
    if (!(name in b) || !sameJson(a[name], b[name], known)) return false;
    fields += 1;
  }
  for (const _ in b) fields -= 1;
  return fields === 0;
}

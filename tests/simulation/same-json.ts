/** Are two JSON values the same, whatever the order of their fields? Many times faster than a general comparison. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, index) => sameJson(each, b[index]))
    );
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let fields = 0;
  for (const name in left) {
    if (!(name in right) || !sameJson(left[name], right[name])) return false;
    fields += 1;
  }
  for (const _ in right) fields -= 1;
  return fields === 0;
}

/** The serial number after `serial`: its last run of digits counted on, as wide as before; '' if it has none. */
export function nextSerial(serial: string): string {
  const [, before, digits, after] = /^(.*?)(\d+)(\D*)$/.exec(serial.trim()) ?? [];
  if (before === undefined || digits === undefined) return '';
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}${after ?? ''}`;
}

/** Copies what stands in a field. On a venue's LAN pages have no clipboard API, so that the old way has to do. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.select();
  const clipboard: Clipboard | undefined = globalThis.isSecureContext
    ? navigator.clipboard
    : undefined;
  if (!clipboard) return document.execCommand('copy');
  return clipboard.writeText(field.value).then(
    () => true,
    () => document.execCommand('copy'),
  );
}

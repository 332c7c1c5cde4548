/** Where a phone reads how a question stands: the page of the forum, with the code filled in. */
export function statusUrl(joinUrl: string, tracking: string): string {
  const url = new URL(joinUrl);
  url.searchParams.set('code', tracking);
  url.hash = 'mine';
  return url.href;
}

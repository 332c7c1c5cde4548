import { CODE_PARAMETER } from '@wenzheng/shared/forum/admission-codes';

/** The code in the address, which is taken out of it: whoever is sent the address has not seen the big screen. */
export function takeCode(page: Pick<Window, 'location' | 'history'>): string | null {
  const url = new URL(page.location.href);
  const code = url.searchParams.get(CODE_PARAMETER);
  if (code === null) return null;
  url.searchParams.delete(CODE_PARAMETER);
  page.history.replaceState(page.history.state, '', url);
  return code;
}

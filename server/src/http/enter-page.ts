/** The two pages of a sign-in link, in both languages and without any script. */
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { chinese, english } from '../terminal/bilingual';
import { aboutRole } from '../terminal/role-names';

const STYLE = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #faf7f2; color: #14181f;
    font: 18px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; }
  main { box-sizing: border-box; width: min(30rem, 100%); padding: 32px 24px; text-align: center; }
  h1 { margin: 0 0 24px; font-size: 28px; line-height: 1.3; text-wrap: balance; }
  p { margin: 4px 0; text-wrap: balance; }
  [lang='en'] { color: #5a554c; font-size: 16px; }
  h1 [lang='en'] { display: block; margin-top: 4px; font-size: 18px; font-weight: 500; }
  button, a { box-sizing: border-box; display: block; width: 100%; margin-top: 32px; padding: 14px 20px; border: 0;
    border-radius: 10px; background: #b8232a; color: #fff; font: inherit; font-weight: 600; line-height: 1.4;
    text-decoration: none; cursor: pointer; }
  button [lang='en'], a [lang='en'] { display: block; color: #fff; font-size: 15px; font-weight: 400; }
  :focus-visible { outline: 3px solid #14181f; outline-offset: 3px; }
`;

/** Asks to press a button, because merely opening the page must not use the link up. */
export function enterPage(role: SignInRole): string {
  const button = both(...aboutRole(m.hub_enter_button, role));
  const kiosk = role === 'kiosk';
  return page(
    kiosk ? m.hub_enter_kiosk_title : m.hub_enter_title,
    kiosk ? m.hub_enter_kiosk_text : m.hub_enter_text,
    `<form method="post"><button type="submit">${button}</button></form>`,
  );
}

export const invalidLinkPage = (): string =>
  page(
    m.hub_enter_invalid_title,
    m.hub_enter_invalid_text,
    `<a href="/console">${both(chinese(m.hub_enter_console, {}), english(m.hub_enter_console, {}))}</a>`,
  );

type Text = typeof m.hub_enter_title;

const page = (title: Text, text: Text, action: string): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${chinese(title, {})}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${both(chinese(title, {}), english(title, {}))}</h1>
      <p>${chinese(text, {})}</p>
      <p lang="en">${english(text, {})}</p>
      ${action}
    </main>
  </body>
</html>
`;

const both = (first: string, second: string): string => `${first} <span lang="en">${second}</span>`;

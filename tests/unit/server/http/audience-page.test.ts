import { gunzipSync } from 'node:zlib';
import { AudiencePages, escapeJson } from '@wenzheng/server/src/http/audience-page';
import { describe, expect, test } from 'vitest';

const TEMPLATE = '<html><!--view--><script src="/x.js"></script></html>';

describe('the phone’s page', () => {
  test('carries the view where the marker was', () => {
    const { html } = new AudiencePages(TEMPLATE).render('a', '{"revision":1}');
    expect(html.toString()).toBe(
      '<html><script type="application/json" id="view">{"revision":1}</script><script src="/x.js"></script></html>',
    );
  });

  test('keeps words of people from becoming markup, and their meaning', () => {
    const words = '</script><!--<script>alert(1)//$& \u2028 \u2029';
    const escaped = escapeJson(JSON.stringify({ words }));
    expect(escaped).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(escaped)).toEqual({ words });
    const { html } = new AudiencePages(TEMPLATE).render('a', JSON.stringify({ words }));
    expect(html.toString().match(/<script/g)).toHaveLength(2);
  });

  test('is made and compressed once per view', () => {
    const pages = new AudiencePages(TEMPLATE);
    const first = pages.render('a', '{"revision":1}');
    expect(pages.render('a', '{"revision":1}')).toBe(first);
    expect(pages.render('b', '{"revision":1}')).not.toBe(first);
    const second = pages.render('a', '{"revision":2}');
    expect(gunzipSync(second.gzip).toString()).toContain('{"revision":2}');
  });

  test('needs the marker', () => {
    expect(() => new AudiencePages('<html></html>')).toThrow('<!--view-->');
  });
});

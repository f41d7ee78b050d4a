import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageHtml } from '../../client/src/page-view/html.ts';

const dist = (name: string): string => readFileSync(join(import.meta.dirname, '../../dist', name), 'utf8');

/** The directives of the page's policy (CSP 3, 2.2). */
function policyOf(html: string): Map<string, string> {
  const [, content = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return new Map(content.split('; ').map((d) => [d.split(' ')[0] ?? '', d.split(' ').slice(1).join(' ')]));
}

test('the page view may load nothing but its own script and style', () => {
  const policy = policyOf(pageHtml('', ''));
  const nonce = /^'nonce-[\w+/=]{24}'$/;
  expect(policy.get('default-src')).toBe("'none'");
  for (const [name, value] of policy) {
    if (name === 'script-src' || name === 'style-src') expect(value, name).toMatch(nonce);
    else expect(value, name).toBe("'none'");
  }
  expect(policy.get('script-src')).not.toBe(policyOf(pageHtml('', '')).get('script-src'));
});

test('and asks for nothing', () => {
  const page = pageHtml(dist('page-view.js'), dist('page-view-style.css'));
  // The name of SVG's namespace is no address that anything is loaded from.
  const addresses = page
    .replaceAll('http://www.w3.org/2000/svg', '')
    .match(/(?:https?:|wss?:)?\/\/[a-z][\w.-]+\.\w+/gi);
  expect(addresses ?? []).toEqual([]);
  expect(page).not.toMatch(
    /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b|@import|url\(/,
  );
});

test('a script cannot end its element early', () => {
  expect(pageHtml('"</script><img>"', '</style>').match(/<\/(?:script|style)>/g)).toHaveLength(2);
});

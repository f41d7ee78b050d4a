import { randomBytes } from 'node:crypto';

/**
 * The page of the view. It may run its own script and style, both given here, and reach nothing else: no
 * network, no files, no frames, no images.
 */
export function pageHtml(script: string, style: string): string {
  const nonce = randomBytes(18).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pages</title>
<style nonce="${nonce}">${inElement(style, 'style')}</style>
</head>
<body>
<header role="toolbar" aria-label="Page view">
<button id="out" type="button" aria-label="Zoom out" title="Zoom out (-)">&#8722;</button>
<button id="size" type="button" aria-label="Fit to width" title="Fit to width (0)">Fit</button>
<button id="in" type="button" aria-label="Zoom in" title="Zoom in (+)">+</button>
<span id="count" role="status" aria-live="polite"></span>
<button id="picture" type="button" aria-pressed="false" title="Demands and offers over time">Negotiation</button>
</header>
<p id="problem" role="alert" hidden></p>
<section id="chart" aria-label="Demands and offers over time" hidden></section>
<main id="pages" tabindex="-1" aria-label="Pages"></main>
<script nonce="${nonce}">${inElement(script, 'script')}</script>
</body>
</html>`;
}

/** The only text that would end an element of script or style is its end tag. */
const inElement = (text: string, element: string): string =>
  text.replaceAll(new RegExp(`</(?=${element})`, 'gi'), '<\\/');

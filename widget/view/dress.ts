import { element } from './element.ts';

/** A constructed sheet is allowed where the page's CSP forbids inline styles; older browsers know only the element. */
export function dress(root: ShadowRoot, css: string): void {
  if (!('adoptedStyleSheets' in root)) return void (root as ShadowRoot).append(element('style', {}, css));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

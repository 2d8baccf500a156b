/** Tab goes round inside the chat while it is open; Escape leaves it. */
export function keepFocus(root: ShadowRoot, panel: HTMLElement): void {
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const stops = [...panel.querySelectorAll<HTMLElement>('button, a[href], textarea, input, [tabindex]')];
    const shown = stops.filter((one) => one.offsetParent !== null);
    const [from, to] = event.shiftKey ? [shown[0], shown.at(-1)] : [shown.at(-1), shown[0]];
    if (root.activeElement !== from) return;
    event.preventDefault();
    to?.focus();
  });
}

/** Presses what the page marks as this command, and answers whether it has it now. */
export function press(command: string): boolean {
  const button = document.querySelector<HTMLElement>(`[data-command="${command}"]`);
  if (!button) return false;
  button.focus();
  button.click();
  return true;
}

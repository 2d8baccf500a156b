/** Whether it went into the clipboard; on plain http and in strict browsers it doesn't. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

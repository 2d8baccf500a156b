/** Asked only because somebody pressed for it; the answer is said in words. */
import type { Lang } from '../../../core/standard/facts.ts';
import { keysWords } from '../keys/words.ts';

export async function askToNotify(lang: Lang): Promise<{ allowed: boolean; words: string }> {
  const say = keysWords[lang];
  if (!('Notification' in window)) return { allowed: false, words: say('notify.unsupported') };
  const allowed = (await Notification.requestPermission()) === 'granted';
  return { allowed, words: say(allowed ? 'notify.on' : 'notify.denied') };
}

import { draw } from '../../live/picture.ts';
import { loadCard } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { button, element, icon } from './element.ts';
import type { Shown } from './lines.ts';

const sheet = 'M6 3h8l4 4v14H6V3Zm8 0v4h4';
const longestSide = 480;

export type FetchFile = (attachmentId: string) => Promise<Blob>;

/**
 * What a message carries. A picture is drawn, not linked: its address needs the visitor's token, and a strict page
 * would load neither that nor a copy. Anything else, and a picture that is pressed, is saved.
 */
export function carried(attachment: Shown, words: Words, settings: Settings, fetchFile: FetchFile): Node {
  const { attachmentId, kind, name, width, height, card } = attachment;
  if (name === null) return element('em', {}, words.erased);
  if (kind !== 'image' && kind !== 'file') {
    // Its words stand there until it is drawn, and where it can't be.
    const plain = element('span', {}, name);
    loadCard(settings)
      .then(({ drawCard }) => card && drawCard(settings.lang, name, card, plain))
      .catch(() => {});
    return plain;
  }
  const save = async () => {
    const href = URL.createObjectURL(await fetchFile(attachmentId));
    element('a', { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };
  const label = kind === 'image' ? words.picture(name) : words.file(name);
  const node = button({ class: kind, 'aria-label': label, title: label }, () => void save().catch(() => {}));
  if (kind === 'file') {
    node.append(icon(sheet), name);
    return node;
  }
  const scale = Math.min(1, longestSide / Math.max(width ?? 1, height ?? 1));
  const canvas = element('canvas', {
    width: String(Math.round((width ?? 1) * scale)),
    height: String(Math.round((height ?? 1) * scale)),
  });
  node.append(canvas);
  // Fetched when it is looked at.
  new IntersectionObserver(([seen], observer) => {
    if (!seen?.isIntersecting) return;
    observer.disconnect();
    fetchFile(attachmentId)
      .then(createImageBitmap)
      .then((picture) => draw(picture, longestSide, canvas))
      .catch(() => node.append(name));
  }).observe(node);
  return node;
}

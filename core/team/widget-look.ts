/** How a shop dresses the widget, and the colours that follow: readable whatever colour was chosen. */

export interface WidgetLook {
  /** `#rrggbb`, as the shop chose it. */
  colour: string;
  /** Shown in place of the shop's own name; null: that. */
  name: string | null;
  side: 'left' | 'right';
}

/** What the widget paints with. */
export interface WidgetColours {
  /** Buttons and the customer's own words, with white upon it; and words upon paper. */
  ink: string;
  /** A wash of it behind its words. */
  soft: string;
  /** Thin lines. */
  edge: string;
}

/** What the widget is told before anybody opens it: the same for every visitor. */
export type PublicLook = WidgetColours & Pick<WidgetLook, 'side'>;

export const ownLook: WidgetLook = { colour: '#17484d', name: null, side: 'right' };
export const colourForm = /^#[0-9a-f]{6}$/i;

/** WCAG 2 AA for text of normal size. */
export const readable = 4.5;
const white: Rgb = [255, 255, 255];
/** What the widget's words stand on. */
export const paper = '#fbf8f2';

/** The chosen colour where it is readable, otherwise darker by as little as needed. Its hue stays. */
export function coloursOf(colour: string): WidgetColours {
  const chosen = rgbOf(colour);
  let ink = chosen;
  for (let kept = 1; !isReadable(ink); kept -= 0.01) ink = mixed(chosen, [0, 0, 0], kept);
  return { ink: hexOf(ink), soft: hexOf(softOf(ink)), edge: hexOf(mixed(ink, white, 0.3)) };
}

/** Between 1 and 21. */
export function contrast(a: string, b: string): number {
  return contrastOf(rgbOf(a), rgbOf(b));
}

type Rgb = [number, number, number];

/** White is lighter than both: white words on ink are readable where ink upon paper is. */
const isReadable = (ink: Rgb) =>
  [softOf(ink), rgbOf(paper)].every((ground) => contrastOf(ink, ground) >= readable);
const softOf = (ink: Rgb) => mixed(ink, white, 0.12);

function contrastOf(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const mixed = (a: Rgb, b: Rgb, share: number) =>
  a.map((part, at) => Math.round(part * share + b[at]! * (1 - share))) as Rgb;

const rgbOf = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const hexOf = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

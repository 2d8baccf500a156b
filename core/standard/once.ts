import type { TextView } from './text.ts';

let places = 0;

/** Makes what is understood of a view once, and keeps it with the view. */
export function onceForView<Made extends object>(make: (view: TextView) => Made): (view: TextView) => Made {
  const place = places++;
  return (view) => (view.kept[place] ??= make(view)) as Made;
}

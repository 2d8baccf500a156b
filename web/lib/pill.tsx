import type { ComponentProps } from 'react';
import './pill.css';

/** Muted: at rest. Accent: under way. Green: kept. Amber: for somebody to look at. */
export type Tone = 'muted' | 'accent' | 'green' | 'amber';

/** How far something is, in a word or two. */
export function Pill({ tone, ...others }: ComponentProps<'span'> & { tone: Tone }) {
  return <span className="pill" data-tone={tone} {...others} />;
}

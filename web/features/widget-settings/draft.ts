/** The widget's settings while they are being changed. Pure. */
import { colourForm } from '../../../core/team/widget-look.ts';
import type { WidgetDraft } from '../../lib/widget-api.ts';

export type DraftProblem = 'colour' | 'greeting.zh' | 'greeting.en' | 'origins';

export function problemsOf({ look, greeting, origins }: WidgetDraft): Set<DraftProblem> {
  const problems = new Set<DraftProblem>();
  if (!colourForm.test(look.colour)) problems.add('colour');
  if (!greeting.zh.trim()) problems.add('greeting.zh');
  if (!greeting.en.trim()) problems.add('greeting.en');
  if (origins.some((one) => originOf(one) !== one)) problems.add('origins');
  return problems;
}

/** As a browser says it: `https://shop.example/a/b` becomes `https://shop.example`. null: it is no web address. */
export function originOf(address: string): string | null {
  const text = address.trim();
  const whole = /^[a-z]+:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, origin, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && /^[\w.-]+$|^\[/.test(hostname) ? origin : null;
}

/** Addresses as they are typed, each as its origin and once; what is no address stays, to be seen and mended. */
export function originsOf(typed: readonly string[]): string[] {
  return [...new Set(typed.map((one) => originOf(one) ?? one.trim()).filter(Boolean))];
}

/** As it is stored: what was left empty falls away. */
export function tidied(draft: WidgetDraft): WidgetDraft {
  const { look, greeting } = draft;
  const traditional = greeting['zh-TW']?.trim();
  return {
    ...draft,
    look: { ...look, colour: look.colour.toLowerCase(), name: look.name?.trim() || null },
    greeting: {
      zh: greeting.zh.trim(),
      en: greeting.en.trim(),
      ...(traditional && { 'zh-TW': traditional }),
    },
  };
}

export function isSame(a: WidgetDraft, b: WidgetDraft): boolean {
  const parts = ({ look, greeting, topics, origins }: WidgetDraft) =>
    JSON.stringify([
      look.colour,
      look.name,
      look.side,
      greeting.zh,
      greeting['zh-TW'],
      greeting.en,
      topics,
      origins,
    ]);
  return parts(tidied(a)) === parts(tidied(b));
}

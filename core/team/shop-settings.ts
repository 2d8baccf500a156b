/** What a shop decides for itself; stored as data, read by every module. */
import type { Lang } from '../standard/facts.ts';
import type { WaitThresholds } from '../standard/waiting.ts';
import type { Topic } from './routing.ts';
import type { WidgetLook } from './widget-look.ts';
import { addWorkingTime } from './working-hours.ts';
import type { WorkingHours } from './working-hours.ts';

export interface ShopSettings {
  lang: Lang;
  hours: WorkingHours | 'always';
  /** As the shop was set up; the versions of its standard go over them. */
  thresholds: WaitThresholds;
  /** null or absent: conversations stay open until somebody ends them. */
  autoClose?: AutoClose | null;
  /** How long a reply may be taken back before it leaves, 0 to 10; absent: 0. People may set their own. */
  undoSeconds?: number;
  /** The largest file that anybody may send; absent: the usual. */
  fileLimitBytes?: number;
  widget: WidgetSettings;
}

export interface WidgetSettings {
  /** Where Traditional Chinese has none of its own, it reads the Simplified one. */
  greeting: { zh: string; en: string; 'zh-TW'?: string };
  topics: Topic[];
  /** Pages that may embed the widget, as origins (`https://shop.example`). The desk's own is always allowed. */
  origins: string[];
  /** Absent: ours. */
  look?: WidgetLook;
}

/** When a conversation that nobody says anything in closes, in minutes of working time. */
export interface AutoClose {
  afterMinutes: number;
  /** So long before, its agent is told. */
  warnMinutes: number;
}

/** All thresholds of a wait, ascending, in seconds of working time. */
export function waitStages({ remindAgent, callSupervisor, finding }: WaitThresholds): number[] {
  return [...new Set([...remindAgent, callSupervisor, finding])].toSorted((a, b) => a - b);
}

/** The next threshold a wait will pass and when, by the shop's working hours; null: none is left. */
export function nextWaitStage(
  settings: Pick<ShopSettings, 'hours' | 'thresholds'>,
  wait: { since: number; passed: number },
): { stage: number; at: number } | null {
  const stage = waitStages(settings.thresholds).find((seconds) => seconds > wait.passed);
  if (stage === undefined) return null;
  return { stage, at: addWorkingTime(settings.hours, wait.since, stage * 1000) };
}

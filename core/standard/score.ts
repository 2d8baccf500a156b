import { engineVersion } from './engine-version.ts';
import type { Finding, NotJudged, Review, RuleId, Weight } from './finding.ts';

export { engineVersion };

/** What a shop may change. Points are integers, so that browser and server agree. */
export interface ScoreSettings {
  /** Taken off for one finding of each weight. */
  points: Record<Weight, number>;
  /** Other points for single rules; for a merit, what it adds. */
  rulePoints?: Partial<Record<RuleId, number>>;
  /** What a second and later finding of the same rule costs, in per cent of the first. */
  repeatPercent: number;
  /** The most that merits add. */
  meritLimit: number;
}

export const defaultSettings: ScoreSettings = {
  points: { block: 20, warn: 8, note: 3, alert: 0 },
  rulePoints: {
    'merit.greeting': 1,
    'merit.name': 1,
    'merit.ownership': 2,
    'merit.empathy': 2,
    'merit.thanks': 1,
    'merit.plans': 3,
    'merit.summary': 2,
    'merit.follow-up': 3,
    'merit.farewell': 1,
    'merit.recommend': 1,
  },
  repeatPercent: 50,
  meritLimit: 10,
};

/** What a person decided about one finding. */
export interface Verdict {
  rule: RuleId;
  turn: number;
  verdict: 'wrong' | 'risk-taken' | 'own-reason';
}

export interface ScoreLine {
  rule: RuleId;
  turn: number;
  weight: Weight;
  /** Negative; positive for a merit. */
  points: number;
  /** Left with this message, so the score is 0 once a person confirms it. */
  veto?: true;
  /** A supervisor let the message go: the points are theirs. */
  to?: 'supervisor';
}

export interface Score {
  /** 0 to 100, an integer. */
  points: number;
  /** One finding decides the whole; it becomes final only when a person confirms it. */
  veto: null | 'pending';
  lines: ScoreLine[];
  notJudged: NotJudged[];
  /** The engine that judged; the same engine gives the same score. */
  engine: string;
}

/** From 100 down, each line explained by its finding. */
export function score(
  review: Review,
  settings: ScoreSettings = defaultSettings,
  verdicts: readonly Verdict[] = [],
): Score {
  const lines = scoreLines(review.findings, settings, verdicts);
  const own = lines.filter((line) => line.to === undefined);
  const lost = sum(own.filter((line) => line.points < 0));
  const merits = Math.min(settings.meritLimit, sum(own.filter((line) => line.points > 0)));
  const veto = own.some((line) => line.veto) ? 'pending' : null;
  return {
    points: veto ? 0 : Math.max(0, Math.min(100, 100 + lost + merits)),
    veto,
    lines,
    notJudged: review.notJudged,
    engine: engineVersion,
  };
}

function scoreLines(findings: readonly Finding[], settings: ScoreSettings, verdicts: readonly Verdict[]) {
  const lines: ScoreLine[] = [];
  const counted = new Map<string, number>();
  const seen = new Set<string>();
  for (const finding of findings) {
    const { rule, turn, weight } = finding;
    const verdict = verdictOn(finding, verdicts);
    const place = `${turn} ${rule}`;
    if (finding.hint || verdict === 'wrong' || seen.has(place)) continue;
    seen.add(place);
    const whose = verdict === 'risk-taken' ? 'supervisor' : 'agent';
    const before = counted.get(`${whose} ${rule}`) ?? 0;
    counted.set(`${whose} ${rule}`, before + 1);
    const line: ScoreLine = { rule, turn, weight, points: pointsOf(finding, settings, before) };
    if (vetoes(finding)) line.veto = true;
    if (whose === 'supervisor') line.to = 'supervisor';
    lines.push(line);
  }
  return lines;
}

function pointsOf({ rule, weight }: Finding, settings: ScoreSettings, before: number): number {
  const full = settings.rulePoints?.[rule] ?? settings.points[weight];
  const points = before === 0 ? full : Math.round((full * settings.repeatPercent) / 100);
  return rule.startsWith('merit.') ? points : 0 - points;
}

function vetoes({ rule, weight }: Finding): boolean {
  const grave = rule.startsWith('redline.') || rule === 'attitude.insult' || rule === 'attitude.threat';
  return grave && weight === 'block';
}

const verdictOn = (place: { rule: RuleId; turn: number }, verdicts: readonly Verdict[]) =>
  verdicts.find(({ rule, turn }) => rule === place.rule && turn === place.turn)?.verdict;

const sum = (lines: readonly ScoreLine[]) => lines.reduce((total, { points }) => total + points, 0);

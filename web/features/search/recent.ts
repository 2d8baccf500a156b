/** What was searched for lately, each person's own, in this tab only: it may hold a customer's name. */
const most = 8;
const keyOf = (agentId: string) => `yinuo.searches.${agentId}`;

export function recentSearches(agentId: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(agentId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function keepSearch(agentId: string, words: string): void {
  const q = words.trim();
  if (q === '') return;
  keep(agentId, [q, ...recentSearches(agentId).filter((one) => one !== q)].slice(0, most));
}

export function forgetSearches(agentId: string): void {
  keep(agentId, []);
}

function keep(agentId: string, searches: string[]): void {
  try {
    sessionStorage.setItem(keyOf(agentId), JSON.stringify(searches));
  } catch {
    // A private window goes without.
  }
}

/** The page's language, by `?lang=`; Chinese unless English is asked for. */
export const lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';

/** An address inside the shop that stays in the language. */
export function address(page, parameters = {}) {
  const query = new URLSearchParams(lang === 'en' ? { ...parameters, lang } : parameters);
  return query.size > 0 ? `${page}?${query}` : page;
}

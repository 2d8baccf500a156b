import { CopyText } from './copy-text.tsx';
import { useWidgetWords } from './words.ts';

/** The one tag, and what a strict page must allow. */
export function Embed({ slug }: { slug: string }) {
  const t = useWidgetWords();
  const { origin } = location;
  const tag = `<script src="${origin}/widget/widget.js" data-shop="${slug}" async></script>`;
  const policy = `script-src ${origin}; connect-src ${origin} ${origin.replace(/^http/, 'ws')}`;
  return (
    <section aria-labelledby="widget-embed">
      <h2 id="widget-embed">{t('embed.title')}</h2>
      <p className="muted">{t('embed.what')}</p>
      <CopyText text={tag} label={t('embed.title')} testid="widget-tag" />
      <p className="muted">{t('embed.csp')}</p>
      <CopyText text={policy} label={t('embed.csp')} testid="widget-policy" />
    </section>
  );
}

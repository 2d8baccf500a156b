import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import type { RuleId } from '../../core/standard/finding.ts';
import { usePreferences } from '../app/preferences.tsx';
import { sentence } from './failure.ts';
import { rulePageBlocks, type Span } from './rule-page.ts';
import { ruleWords } from './rule-words.ts';
import { standardApi } from './standard-api.ts';
import './rule-drawer.css';

/** A rule's own page beside whatever somebody looks at. `rule` null: closed. */
export function RuleDrawer({ rule, onClose }: { rule: RuleId | null; onClose(): void }) {
  const { lang } = usePreferences();
  return (
    <Drawer
      open={rule !== null}
      onClose={onClose}
      size={440}
      destroyOnHidden
      title={rule && ruleWords(rule, lang).title}
    >
      {rule && <RulePage rule={rule} />}
    </Drawer>
  );
}

function RulePage({ rule }: { rule: RuleId }) {
  const { t, lang } = usePreferences();
  const { data, error, refetch } = useQuery({
    queryKey: ['rule-page', rule],
    queryFn: () => standardApi.rulePage(rule),
    staleTime: Infinity,
  });
  if (error) {
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <article className="rule-page" data-testid="rule-page">
      <code className="muted">{rule}</code>
      {rulePageBlocks(data, lang).map((block, at) => {
        if (block.kind === 'heading')
          return (
            <h3 key={at}>
              <Spans spans={block.spans} />
            </h3>
          );
        if (block.kind === 'paragraph')
          return (
            <p key={at}>
              <Spans spans={block.spans} />
            </p>
          );
        return (
          <ul key={at}>
            {block.items.map((spans, item) => (
              <li key={item}>
                <Spans spans={spans} />
              </li>
            ))}
          </ul>
        );
      })}
    </article>
  );
}

const Spans = ({ spans }: { spans: readonly Span[] }) =>
  spans.map(({ text, code }, at) => (code ? <code key={at}>{text}</code> : text));

import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { WidgetSettingsAnswer } from '../../../core/api.ts';
import { colourForm, coloursOf } from '../../../core/team/widget-look.ts';
import type { WidgetDraft } from '../../lib/widget-api.ts';
import { originOf, originsOf, type DraftProblem } from './draft.ts';
import { useWidgetWords } from './words.ts';

interface Props {
  draft: WidgetDraft;
  problems: ReadonlySet<DraftProblem>;
  shop: WidgetSettingsAnswer['shop'];
  onChange(draft: WidgetDraft): void;
}

const topics = ['goods', 'order', 'after-sale'] as const;
const greetings = ['zh', 'zh-TW', 'en'] as const;

export function SettingsForm({ draft, problems, shop, onChange }: Props) {
  const t = useWidgetWords();
  const { greeting, look, origins } = draft;
  const bad = origins.filter((one) => originOf(one) !== one);
  const dress = (part: Partial<WidgetDraft['look']>) => onChange({ ...draft, look: { ...look, ...part } });
  return (
    <>
      <section aria-labelledby="widget-look">
        <h2 id="widget-look">{t('look.title')}</h2>
        <Field id="widget-name" label={t('look.name')}>
          <Input
            id="widget-name"
            maxLength={40}
            value={look.name ?? ''}
            placeholder={t('look.name.hint', { name: shop.name })}
            onChange={({ target }) => dress({ name: target.value })}
          />
        </Field>
        <Field
          id="widget-colour"
          label={t('look.colour')}
          problem={problems.has('colour') && t('look.colour.malformed')}
        >
          <Colour colour={look.colour} onChange={(colour) => dress({ colour })} />
        </Field>
        <Field label={t('look.side')}>
          <Radio.Group
            aria-label={t('look.side')}
            value={look.side}
            options={[
              { value: 'right', label: t('look.side.right') },
              { value: 'left', label: t('look.side.left') },
            ]}
            onChange={({ target }) => dress({ side: target.value as 'left' | 'right' })}
          />
        </Field>
      </section>

      <section aria-labelledby="widget-greeting">
        <h2 id="widget-greeting">{t('greeting.title')}</h2>
        <p className="muted">{t('greeting.what')}</p>
        {greetings.map((lang) => (
          <Field
            key={lang}
            id={`widget-greeting-${lang}`}
            label={t(`greeting.${lang}`)}
            problem={lang !== 'zh-TW' && problems.has(`greeting.${lang}`) && t('greeting.missing')}
          >
            <Input.TextArea
              id={`widget-greeting-${lang}`}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={500}
              value={greeting[lang] ?? ''}
              placeholder={lang === 'zh-TW' ? t('greeting.zh-TW.hint') : undefined}
              onChange={({ target }) =>
                onChange({ ...draft, greeting: { ...greeting, [lang]: target.value } })
              }
            />
          </Field>
        ))}
      </section>

      <section aria-labelledby="widget-topics">
        <h2 id="widget-topics">{t('topics.title')}</h2>
        <p className="muted">{t('topics.what')}</p>
        <Checkbox.Group
          aria-label={t('topics.title')}
          value={draft.topics}
          options={topics.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
          onChange={(chosen) =>
            onChange({ ...draft, topics: topics.filter((topic) => chosen.includes(topic)) })
          }
        />
      </section>

      <section aria-labelledby="widget-origins">
        <h2 id="widget-origins">{t('origins.title')}</h2>
        <p className="muted">{t('origins.what')}</p>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          className="widget-origins"
          aria-label={t('origins.title')}
          data-testid="widget-origins"
          placeholder={t('origins.add')}
          status={bad.length > 0 ? 'error' : undefined}
          tokenSeparators={[' ', ',', '，', '\n']}
          value={origins}
          onChange={(typed: string[]) => onChange({ ...draft, origins: originsOf(typed) })}
        />
        {bad[0] !== undefined && <Problem>{t('origins.bad', { origin: bad[0] })}</Problem>}
      </section>
    </>
  );
}

function Colour({ colour, onChange }: { colour: string; onChange(colour: string): void }) {
  const t = useWidgetWords();
  const sound = colourForm.test(colour);
  const ink = sound ? coloursOf(colour).ink : colour;
  return (
    <div className="widget-colour">
      <input
        type="color"
        aria-label={t('look.colour')}
        value={sound ? colour : '#000000'}
        onChange={({ target }) => onChange(target.value)}
      />
      <Input
        id="widget-colour"
        className="figures"
        data-testid="widget-colour"
        maxLength={7}
        value={colour}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      {ink !== colour.toLowerCase() && (
        <span className="muted" role="status">
          <i className="widget-swatch" style={{ background: ink }} /> {t('look.colour.adjusted', { ink })}
        </span>
      )}
    </div>
  );
}

interface FieldProps {
  id?: string;
  label: string;
  problem?: string | false;
  children: ReactNode;
}

function Field({ id, label, problem, children }: FieldProps) {
  return (
    <div className="widget-field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children}
        {problem && <Problem>{problem}</Problem>}
      </div>
    </div>
  );
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="widget-problem" role="alert">
      {children}
    </p>
  );
}

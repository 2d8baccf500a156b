import { Segmented } from 'antd';
import { useState, type CSSProperties } from 'react';
import type { WidgetSettingsAnswer } from '../../../core/api.ts';
import { colourForm, coloursOf, ownLook } from '../../../core/team/widget-look.ts';
import { usePreferences } from '../../app/preferences.tsx';
import type { WidgetDraft } from '../../lib/widget-api.ts';
import { widgetSample, type SampleLang } from '../../words/widget-sample.ts';
import { useWidgetWords } from './words.ts';

interface Props {
  draft: WidgetDraft;
  shop: WidgetSettingsAnswer['shop'];
}

/** The widget as the shop's page would show it, with the colours that it really gets. */
export function Preview({ draft, shop }: Props) {
  const t = useWidgetWords();
  const { lang: deskLang } = usePreferences();
  const [lang, setLang] = useState<SampleLang>(deskLang === 'en' ? 'en' : 'zh-CN');
  const { look, greeting, topics } = draft;
  const { ink, soft, edge } = coloursOf(colourForm.test(look.colour) ? look.colour : ownLook.colour);
  const sample = widgetSample[lang];
  const name = look.name?.trim() || shop.name;
  const hello = lang === 'en' ? greeting.en : (lang === 'zh-TW' && greeting['zh-TW']?.trim()) || greeting.zh;
  return (
    <aside className="widget-preview" aria-label={t('preview.title')}>
      <div className="widget-preview-head">
        <h2>{t('preview.title')}</h2>
        <Segmented
          size="small"
          aria-label={t('preview.lang')}
          value={lang}
          options={(Object.keys(widgetSample) as SampleLang[]).map((value) => ({
            value,
            label: widgetSample[value].name,
          }))}
          onChange={setLang}
        />
      </div>
      <div
        className="widget-sample"
        data-side={look.side}
        data-testid="widget-sample"
        style={{ '--ink': ink, '--soft': soft, '--edge': edge } as CSSProperties}
        lang={lang}
      >
        <div className="sample-panel">
          <div className="sample-head">
            <span className="sample-seal">{Array.from(name)[0]}</span>
            <span>
              <strong>{name}</strong>
              <br />
              <small>{sample.tagline}</small>
            </span>
          </div>
          <div className="sample-log">
            <p className="sample-bubble">{hello}</p>
            <div className="sample-chips">
              {topics.map((topic) => (
                <span key={topic}>{sample.topics[topic]}</span>
              ))}
            </div>
            <p className="sample-bubble own">{sample.question}</p>
          </div>
          <div className="sample-field">{sample.placeholder}</div>
        </div>
        <span className="sample-launcher">{sample.launcher}</span>
      </div>
    </aside>
  );
}

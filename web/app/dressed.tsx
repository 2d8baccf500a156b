import { App, ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { useMemo, type ReactNode } from 'react';
import { usePreferences } from './preferences.tsx';
import { deskTheme } from './theme.ts';

/** Ant Design in the desk's own dress and language. */
export function Dressed({ children }: { children: ReactNode }) {
  const { dark, lang, antdWords } = usePreferences();
  const theme = useMemo(() => deskTheme(dark), [dark]);
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'en' ? enGB : (antdWords ?? zhCN)}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}

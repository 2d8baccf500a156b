import { ConfigProvider } from 'antd';
import AppContext from 'antd/es/app/context.js';
import enGB from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import useMessage from 'antd/es/message/useMessage.js';
import { use, useMemo, type ReactNode } from 'react';
import { useMedia } from '../lib/use-media.ts';
import { usePreferences } from './preferences.tsx';
import { deskTheme } from './theme.ts';

/** Ant Design in the desk's own dress and language. */
export function Dressed({ children }: { children: ReactNode }) {
  const { dark, lang, antdWords } = usePreferences();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => deskTheme(dark, still), [dark, still]);
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'en' ? enGB : (antdWords ?? zhCN)}
      button={{ autoInsertSpace: false }}
    >
      <Messages>{children}</Messages>
    </ConfigProvider>
  );
}

/** Where a short word appears, for whoever asks with `useMessage`. */
function Messages({ children }: { children: ReactNode }) {
  const outer = use(AppContext);
  const [message, shown] = useMessage({ maxCount: 3 });
  const apis = useMemo(() => ({ ...outer, message }), [outer, message]);
  return (
    <AppContext value={apis}>
      {shown}
      {children}
    </AppContext>
  );
}

/** The names of the files that `vite.config.ts` built beside the widget. */
declare module 'virtual:parts' {
  const files: Record<'more' | 'card' | 'en' | 'zh-TW', string>;
  export default files;
}

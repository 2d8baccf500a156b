import { theme as antdTheme, type ThemeConfig } from 'antd';

/**
 * The same stationery as theme.css, for Ant Design. Its "error" is our amber: red is kept for blocked and alert alone.
 * @param still nothing moves: a menu that was made quick by a style sheet alone was measured on its way, and jumped
 */
export function deskTheme(dark: boolean, still: boolean): ThemeConfig {
  const ink = dark ? night : day;
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: ink.accent,
      colorInfo: ink.accent,
      colorLink: ink.accentText,
      colorLinkHover: ink.accentText,
      colorLinkActive: ink.accentText,
      colorSuccess: ink.green,
      colorWarning: ink.amber,
      colorError: ink.amber,
      colorWarningBg: ink.amberWash,
      colorErrorBg: ink.amberWash,
      colorTextBase: ink.ink,
      colorTextSecondary: ink.muted,
      colorTextPlaceholder: ink.faint,
      colorTextDescription: ink.muted,
      colorBgBase: ink.sheet,
      colorBgContainer: ink.sheet,
      colorBgElevated: ink.raised,
      colorBgLayout: ink.paper,
      colorBorder: ink.edge,
      colorBorderSecondary: ink.line,
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      wireframe: false,
      controlItemBgActive: ink.accentWash,
      controlItemBgActiveHover: ink.accentWash,
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        // What is derived from the accent is too faint for text in the dark.
        defaultHoverColor: ink.accentText,
        defaultHoverBorderColor: ink.accentText,
        defaultActiveColor: ink.accentText,
        defaultActiveBorderColor: ink.accentText,
      },
      // What is chosen in a menu is text, too.
      Dropdown: { colorPrimary: ink.accentText },
      Segmented: { trackBg: ink.track, itemColor: ink.muted, itemSelectedBg: ink.picked },
    },
  };
}

const day = {
  paper: '#f5f3ed',
  sheet: '#fffefb',
  raised: '#fffefb',
  line: '#e6e2d7',
  track: '#e9e7e1',
  picked: '#fffefb',
  edge: '#cfcabc',
  ink: '#20292b',
  muted: '#5a6567',
  faint: '#606a6b',
  accent: '#10565c',
  accentText: '#10565c',
  accentWash: '#e4eeec',
  amber: '#8a5a06',
  amberWash: '#faf0d9',
  green: '#2b6a3d',
};

const night: typeof day = {
  paper: '#12181a',
  sheet: '#192123',
  raised: '#212b2d',
  line: '#2b3638',
  track: '#0c1112',
  picked: '#2b3638',
  edge: '#425053',
  ink: '#e4e9e6',
  muted: '#a3b0af',
  faint: '#98a5a4',
  accent: '#2a7c83',
  accentText: '#7cc9ca',
  accentWash: '#1f3538',
  amber: '#e3b45c',
  amberWash: '#342c1b',
  green: '#7fc894',
};

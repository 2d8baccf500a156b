/** What it takes to show the desk in traditional characters; comes when somebody asks for it. */
export { default as antdWords } from 'antd/es/locale/zh_TW.js';
export { toTraditional } from '../words/traditional.ts';

import AppContext from 'antd/es/app/context.js';
import { useContext } from 'react';

/** The short word at the top of the page. Ant Design's own `App` would bring dialogs and notifications along. */
export const useMessage = () => useContext(AppContext).message;

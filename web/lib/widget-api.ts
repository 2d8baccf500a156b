/** What the administrator asks about the widget: apart from `api.ts`, since few people do. */
import type { NewWidgetKey, WidgetSettingsAnswer } from '../../core/api.ts';
import { request } from './request.ts';

export type WidgetDraft = WidgetSettingsAnswer['settings'];

export const widgetApi = {
  settings: () => request<WidgetSettingsAnswer>('GET', '/widget-settings'),
  save: (settings: WidgetDraft, revision: string) =>
    request<WidgetSettingsAnswer>('PUT', '/widget-settings', { ...settings, revision }),
  makeKey: (keyId: string) => request<NewWidgetKey>('POST', '/widget-keys', { keyId }),
  revokeKey: (keyId: string) => request<null>('DELETE', `/widget-keys/${encodeURIComponent(keyId)}`),
};

/** The calls of the customer's side and of its settings: they come with the parts that need them. */
import type {
  CustomerDouble,
  CustomerField,
  CustomerSide,
  ErasureWish,
  MergePreview,
  Tag,
} from '../../core/api.ts';
import type { ConsentChannel, ConsentState, ConsentWay } from '../../core/customers/customer.ts';
import { request } from './request.ts';

const customer = (id: string) => `/conversations/${encodeURIComponent(id)}/customer`;
const field = (fieldId: string) => `/customer-fields/${encodeURIComponent(fieldId)}`;

export interface MergeChoice {
  other: string;
  keep: 'this' | 'other';
}

export const customerApi = {
  side: (id: string) => request<CustomerSide>('GET', customer(id)),
  rename: (id: string, name: string | null) => request<null>('PUT', `${customer(id)}/name`, { name }),
  tag: (id: string, change: { add: string[]; remove: string[] }) =>
    request<null>('POST', `${customer(id)}/tags`, change),
  fill: (id: string, fieldId: string, value: string | null) =>
    request<null>('PUT', `${customer(id)}/fields/${encodeURIComponent(fieldId)}`, { value }),
  unmaskField: (id: string, fieldId: string) =>
    request<{ value: string | null }>('POST', `${customer(id)}/fields/${encodeURIComponent(fieldId)}/unmask`),
  consent: (id: string, said: { channel: ConsentChannel; state: ConsentState; how: ConsentWay }) =>
    request<null>('POST', `${customer(id)}/consents`, said),
  note: (id: string, text: string) => request<null>('POST', `${customer(id)}/notes`, { text }),
  dropNote: (id: string, noteId: string) =>
    request<null>('DELETE', `${customer(id)}/notes/${encodeURIComponent(noteId)}`),

  doubles: (id: string) => request<CustomerDouble[]>('GET', `${customer(id)}/doubles`),
  previewMerge: (id: string, { other, keep }: MergeChoice) =>
    request<MergePreview>('GET', `${customer(id)}/merge?${new URLSearchParams({ other, keep }).toString()}`),
  merge: (id: string, wish: MergeChoice & { take: string[]; reason: string }) =>
    request<null>('POST', `${customer(id)}/merge`, wish),
  erase: (id: string, wish: ErasureWish) => request<null>('POST', `${customer(id)}/erase`, wish),

  tags: () => request<Tag[]>('GET', '/tags'),
  createTag: (tag: Pick<Tag, 'name' | 'colour'>) => request<Tag>('POST', '/tags', tag),
  changeTag: ({ tagId, name, colour, archived }: Tag) =>
    request<null>('PUT', `/tags/${encodeURIComponent(tagId)}`, { name, colour, archived }),
  fields: () => request<CustomerField[]>('GET', '/customer-fields'),
  createField: (wanted: Pick<CustomerField, 'name' | 'kind' | 'choices' | 'personal'>) =>
    request<CustomerField>('POST', '/customer-fields', wanted),
  changeField: ({ fieldId, name, choices, archived }: CustomerField) =>
    request<null>('PUT', field(fieldId), { name, choices, archived }),
  orderFields: (order: string[]) => request<null>('PUT', '/customer-fields', { order }),
};

export const tagsQuery = { queryKey: ['tags'], queryFn: customerApi.tags };
export const fieldsQuery = { queryKey: ['customer-fields'], queryFn: customerApi.fields };

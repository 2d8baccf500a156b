/** The customers' door: who a visitor is, and their personal data under lock. */
export type { ContactKind, Contacts } from './contacts.ts';
export { addContacts, factsOf, mask, readContacts } from './contacts.ts';
export { findByContact } from './find-by-contact.ts';
export type { Identity } from './identity.ts';
export { longestLifeSeconds, readIdentity, readKeys } from './identity.ts';
export { admitPastCustomer } from './past-customer.ts';
export { unmask } from './unmask.ts';
export type { Visitor } from './visitors.ts';
export { admitCustomer, admitVisitor, findVisitor, shopOfToken } from './visitors.ts';

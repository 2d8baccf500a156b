/** The standard itself, in a chunk of its own: it comes when somebody is about to write. */
export { standardOf } from '../../../core/standard/apply-settings.ts';
export { check, checkEnding } from '../../../core/standard/check.ts';
export { suggest } from '../../../core/standard/suggest.ts';

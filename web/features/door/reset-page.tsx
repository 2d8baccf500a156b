import { peopleApi } from '../../lib/people-api.ts';
import { LinkPage } from './link-page.tsx';

/** Behind a link for a new password. */
export const ResetPage = () => <LinkPage kind="reset" open={peopleApi.openReset} finish={peopleApi.reset} />;

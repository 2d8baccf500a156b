import { peopleApi } from '../../lib/people-api.ts';
import { LinkPage } from './link-page.tsx';

/** Behind an invitation. */
export const JoinPage = () => (
  <LinkPage kind="join" open={peopleApi.openInvitation} finish={peopleApi.accept} />
);

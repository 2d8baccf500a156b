import { useEffect, useState } from 'react';

/** The token behind the hash of a link; it is taken out of the address, so that it stays in no history. */
export function useLinkToken(): string | null {
  const [token] = useState(() => location.hash.slice(1) || null);
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname);
  }, [token]);
  return token;
}

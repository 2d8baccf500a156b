import { useEffect } from 'react';

/** The window's title, with what is unread before it. */
export function useTitle(name: string, unread: number): void {
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${name}` : name;
  }, [name, unread]);
}

/** The same database under another role. */
export function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  // Written both ways in the wild: user:password@host, or as parameters where the host is a parameter too.
  changed.searchParams.delete('user');
  changed.searchParams.delete('password');
  if (changed.hostname) {
    changed.username = role;
    changed.password = password;
  } else {
    changed.searchParams.set('user', role);
    changed.searchParams.set('password', password);
  }
  return changed.href;
}

/** Another database of the same cluster, under the same role. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

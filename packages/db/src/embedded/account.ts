/** The operating-system account that the server runs under; empty means our own. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

const NOBODY = { uid: 65534, gid: 65534 } as const;

// PostgreSQL refuses to run as root, and any other account will do: the password guards the data.
export function findServerAccount(): ServerAccount {
  return process.getuid?.() === 0 ? NOBODY : {};
}

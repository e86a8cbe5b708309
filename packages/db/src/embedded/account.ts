import { statSync } from "node:fs";

/** The operating-system account that the server runs under; empty means our own. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

const NOBODY = { uid: 65534, gid: 65534 } as const;

// PostgreSQL refuses to run as root and wants to own its data: root lends it the account that made the
// folder, or nobody's. The password guards the data, not the account.
export function findServerAccount(folder: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const made = statSync(folder, { throwIfNoEntry: false });
  return made === undefined || made.uid === 0 ? NOBODY : { uid: made.uid, gid: made.gid };
}

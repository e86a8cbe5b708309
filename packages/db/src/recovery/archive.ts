import { chownSync } from "node:fs";
import { chmod, chown } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { ServerAccount } from "../embedded/account.ts";
import { ARCHIVE_SCRIPT } from "../embedded/archiving.ts";
import { findClosedFolder } from "../embedded/reach.ts";
import { makeFolder, writeDurably } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import { walFolder } from "./store.ts";

type Archiving = { readonly dataDir: string; readonly backupDir: string; readonly account: ServerAccount };

/** From now on the server hands each finished segment of its log to the backup folder ([RC3]). */
export async function startArchiving({ dataDir, backupDir, account }: Archiving): Promise<void> {
  const [folder, wal] = [join(resolve(dataDir), "postgres"), walFolder(resolve(backupDir))];
  await makeFolder(wal, 0o700);
  // Bases hold keys and are closed each for itself; the server's account has to get to its own folder past them.
  await chmod(backupDir, 0o711);
  if (account.uid !== undefined) await chown(wal, account.uid, account.gid);
  // Below a closed folder the server has only the way from its own folder, up and down again.
  const top = findCommonFolder(folder, wal);
  const open = findClosedFolder(join(wal, "x"), account) === undefined;
  const closed =
    findClosedFolder(join(wal, "x"), account, top) ?? findClosedFolder(join(folder, "x"), account, top);
  if (!open && closed !== undefined) {
    throw new RecoveryError(
      `The database server does not run as root and cannot enter ${closed}: run "chmod o+x ${closed}" or choose another folder with --to.`,
    );
  }
  const script = join(folder, ARCHIVE_SCRIPT);
  await writeDurably(script, toScript(open ? wal : relative(folder, wal)));
  if (account.uid !== undefined) chownSync(script, account.uid, account.gid);
}

// A segment that is there already is fine when it is the same one (a crash between its name and its receipt), and a fault when not.
function toScript(wal: string): string {
  return `# Written by "npm run backup". Without this file nothing is archived.
wal='${wal.replaceAll("'", "'\\''")}'
if test -f "$wal/$2.gz"; then
  gzip -cd "$wal/$2.gz" | cmp -s - "$1"
else
  gzip -1 -c "$1" > "$wal/$2.new" && sync "$wal/$2.new" && mv "$wal/$2.new" "$wal/$2.gz" && sync "$wal"
fi
`;
}

function findCommonFolder(one: string, other: string): string {
  const up = relative(one, other)
    .split(sep)
    .filter((part) => part === "..").length;
  return resolve(one, ...Array.from({ length: up }, () => ".."));
}

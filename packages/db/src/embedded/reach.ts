import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { ServerAccount } from "./account.ts";

const OTHERS_MAY_ENTER = 0o001;

/** The first folder on the way to `path` that the server's account may not enter, if any. */
export function findClosedFolder(path: string, account: ServerAccount): string | undefined {
  if (account.uid === undefined) return undefined;
  const folders: string[] = [];
  for (let at = dirname(path); ; at = dirname(at)) {
    folders.unshift(at);
    if (at === dirname(at)) break;
  }
  return folders.find((folder) => {
    const stat = statSync(folder);
    return stat.uid !== account.uid && (stat.mode & OTHERS_MAY_ENTER) === 0;
  });
}

import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { ServerAccount } from "./account.ts";

const OTHERS_MAY_ENTER = 0o001;

/** The first folder on the way to `path`, from the root or from `start` on, that the server's account may not enter, if any. */
export function findClosedFolder(path: string, account: ServerAccount, start?: string): string | undefined {
  if (account.uid === undefined) return undefined;
  const folders: string[] = [];
  for (let at = dirname(path); ; at = dirname(at)) {
    folders.unshift(at);
    if (at === dirname(at) || at === start) break;
  }
  return folders.find((folder) => {
    const stat = statSync(folder);
    return stat.uid !== account.uid && (stat.mode & OTHERS_MAY_ENTER) === 0;
  });
}

import type { ServerAccount } from "./account.ts";
import { EmbeddedError } from "./error.ts";
import { findClosedFolder } from "./reach.ts";

/** How a server process is told where its data lies. */
export type Place = { readonly cwd: string; readonly data: string };

// Below a closed folder (root's home, a private temporary folder) the server enters before it gives up
// root and then names the data by its own working folder, so no folder of the operator is opened up.
export function placeData(folder: string, account: ServerAccount): Place {
  const closed = findClosedFolder(folder, account);
  if (closed === undefined) return { cwd: "/", data: folder };
  if (process.platform === "linux") return { cwd: folder, data: "/proc/self/cwd" };
  throw new EmbeddedError(
    "data-folder-unreachable",
    `The database server does not run as root and cannot enter ${closed}: run "chmod o+x ${closed}" or set DATA_DIR to another folder.`,
  );
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChild } from "./find-child.ts";
import { findFreePort } from "./find-free-port.ts";
import { toSuperuserUrl } from "./open-database.ts";
import { runStart } from "./run-start.ts";

export type Part = "web" | "worker" | "database";

export type Exchange = {
  readonly url: string;
  readonly dataDir: string;
  /** Where the owner of the tables reaches the database, past the product. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** The process that looks after the others. */
  readonly pid: number;
  /** The present process of a part; undefined while it is away. */
  readonly pidOf: (part: Part) => number | undefined;
  readonly stop: () => Promise<void>;
};

/** What `npm start` starts, demo cast included, on a free port and a data folder of its own. */
export async function startExchange(
  name: string,
  env: Record<string, string> = {},
  /** Prepares the empty data folder, and answers how that is undone when every process has ended. */
  prepare: (dataDir: string) => () => void = () => () => undefined,
): Promise<Exchange> {
  const dataDir = mkdtempSync(join(tmpdir(), `lilink-${name}-`));
  const undo = prepare(dataDir);
  const clear = () => {
    undo();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const port = String(await findFreePort());
  const started = await runStart({
    ...{ PORT: port, DATA_DIR: dataDir, DATABASE_URL: "", PUBLIC_URL: "" },
    ...env,
  }).catch((error: unknown) => {
    clear();
    throw error;
  });
  return {
    url: started.url,
    dataDir,
    ownerUrl: toOwnerUrl(dataDir),
    superuserUrl: toSuperuserUrl(dataDir, toOwnerUrl(dataDir)),
    pid: started.pid,
    pidOf: (part) => (part === "database" ? readPostmaster(dataDir)?.pid : findChild(started.pid, part)),
    stop: async () => {
      await started.stop();
      clear();
    },
  };
}

function readPostmaster(dataDir: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const lines = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Where the owner of the tables reaches the database of a running exchange, by its folder. */
export function toOwnerUrl(dataDir: string): string {
  const { owner } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { owner: string };
  return `postgres://lilink_owner:${owner}@127.0.0.1:${readPostmaster(dataDir)?.port}/lilink`;
}

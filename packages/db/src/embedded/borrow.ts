import { join, resolve } from "node:path";
import { readPostmasterFile } from "./orphan.ts";
import { answers } from "./probe.ts";
import { toUrl } from "./role.ts";
import { findSecrets } from "./secret.ts";
import { type EmbeddedOptions, startEmbedded } from "./start.ts";

export type Borrowed = { readonly workerUrl: string; stop(): Promise<void> };

/** The database of a data folder for one command: the server that a start is running, or one of our own meanwhile. */
export async function borrowEmbedded(options: EmbeddedOptions): Promise<Borrowed> {
  const dataDir = resolve(options.dataDir);
  const secrets = findSecrets(dataDir);
  const running = readPostmasterFile(join(dataDir, "postgres"));
  if (secrets && running) {
    const workerUrl = toUrl("worker", secrets, running.port);
    if (await answers(workerUrl)) return { workerUrl, stop: async () => undefined };
  }
  const server = await startEmbedded(options);
  return { workerUrl: server.workerUrl, stop: () => server.stop() };
}

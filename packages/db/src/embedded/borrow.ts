import { join, resolve } from "node:path";
import { readPostmasterFile } from "./orphan.ts";
import { answers } from "./probe.ts";
import { toUrl } from "./role.ts";
import { findSecrets, type Secrets } from "./secret.ts";
import { type EmbeddedOptions, startEmbedded } from "./start.ts";

export type Borrowed = { readonly workerUrl: string; stop(): Promise<void> };

/** The database of a data folder for one command: the server that a start is running, or one of our own meanwhile. */
export async function borrowEmbedded(options: EmbeddedOptions): Promise<Borrowed> {
  const { secrets, port, stop } = await borrow(options);
  return { workerUrl: toUrl("worker", secrets, port), stop };
}

/** The same for a backup, which only a superuser may take; the address stays inside this package. */
export async function borrowServer(
  options: EmbeddedOptions,
): Promise<{ readonly superuserUrl: string; stop(): Promise<void> }> {
  const { secrets, port, stop } = await borrow(options);
  return { superuserUrl: toUrl("superuser", secrets, port), stop };
}

async function borrow(
  options: EmbeddedOptions,
): Promise<{ secrets: Secrets; port: number; stop(): Promise<void> }> {
  const dataDir = resolve(options.dataDir);
  const find = () => {
    const secrets = findSecrets(dataDir);
    const running = readPostmasterFile(join(dataDir, "postgres"));
    return secrets && running && { secrets, port: running.port };
  };
  const found = find();
  if (found && (await answers(toUrl("worker", found.secrets, found.port))))
    return { ...found, stop: async () => undefined };
  const server = await startEmbedded(options);
  const own = find();
  if (own) return { ...own, stop: () => server.stop() };
  await server.stop();
  throw new Error("a server that has just started names its port");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Embedded } from "@lilink/db/embedded";

/** A database of its own, by the built bundle as the start uses it; the command that needs one has built it. */
export async function openDatabase(dataDir: string): Promise<Embedded> {
  const bundle = new URL("../../packages/db/dist/embedded.mjs", import.meta.url).href;
  const { startEmbedded } = (await import(bundle)) as typeof import("@lilink/db/embedded");
  return startEmbedded({ dataDir });
}

/** The same address for the database's superuser, whose password lies beside the data. */
export function toSuperuserUrl(dataDir: string, ownerUrl: string): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { superuser: string };
  const url = new URL(ownerUrl);
  url.username = "postgres";
  url.password = secrets.superuser;
  return url.href;
}

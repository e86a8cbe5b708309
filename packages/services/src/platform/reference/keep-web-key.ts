import type { Database } from "@lilink/db";
import { webKey } from "@lilink/db/schema";
import { proofPadsOf } from "../../kernel/identity.ts";

/** Tells the database by which key processes of the web prove themselves; a new AUTH_SECRET replaces it. [ID11] */
export async function keepWebKey(owner: Database, authSecret: string): Promise<void> {
  const pads = proofPadsOf(authSecret);
  await owner.insert(webKey).values(pads).onConflictDoUpdate({ target: webKey.one, set: pads });
}

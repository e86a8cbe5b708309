import type { Principal } from "@lilink/db";
import { sayNamed } from "../../group/network/say-named.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";

/** Bodies of the cast that let officers read their name in the network. */
const named = ["editor@brine.example", "editor@cell.example", "adviser@association.example"] as const;

export async function seedNetwork(app: Kernel, principalOf: (email: string) => Principal): Promise<void> {
  for (const email of named) await call(app, principalOf(email), sayNamed, { named: true });
}

import type { FactorKind } from "@lilink/model/identity";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type NewFactor = {
  readonly id: string;
  readonly kind: FactorKind;
  readonly label: string;
  readonly secret?: string;
  readonly credential?: {
    readonly id: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly transports?: readonly string[];
  };
  readonly confirmed: boolean;
};

/** Writes a factor of the actor; one that was begun and never confirmed goes. */
export async function addFactor(ctx: Context, { credential, ...given }: NewFactor): Promise<void> {
  const key = credential ? Buffer.from(credential.publicKey).toString("base64url") : null;
  const transports = `{${(credential?.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)).join(",")}}`;
  await ctx.db.execute(
    sql`select app.add_factor(${given.id}::uuid, ${given.kind}, ${given.label}, ${given.secret ?? null},
      ${credential?.id ?? null}, ${key}, ${credential?.counter ?? 0}::bigint, ${transports}::text[], ${given.confirmed},
      ${ctx.now.toISOString()}::timestamptz)`,
  );
}

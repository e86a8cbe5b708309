import { type AccountAct, accountFindSchema, accountManageSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { type SecurityChange, tellOfChange } from "../factor/tell-of-change.ts";

/** For `authorize.resource`: whether the account is of somebody from another body of the actor's, or a rival of one ([PL12]). */
async function accountOf(ctx: Context, account: string) {
  const { rows } = await ctx.db.execute<{ barred: boolean }>(
    sql`select app.barred_account(${account}) as barred`,
  );
  return { conflict: rows[0]?.barred === true };
}

export type AccountView = {
  readonly publicId: string;
  readonly email: string;
  readonly name: string;
  readonly disabledAt: string | null;
  readonly sessions: number;
  readonly factors: number;
  readonly own: boolean;
};

/** One account by its whole address: there is no list to leaf through. [ID8] */
export const findAccount = defineQuery({
  name: "account.find",
  input: accountFindSchema,
  authorize: { action: "account.manage", resource: (ctx, input) => accountOf(ctx, input.email) },
  run: async (ctx, input): Promise<AccountView | null> => {
    const { rows } = await ctx.db.execute<AccountView>(
      sql`select public_id as "publicId", email, name, disabled_at as "disabledAt", sessions, factors, own
        from app.find_account(${input.email}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    return rows[0] ?? null;
  },
});

const told: Readonly<Record<AccountAct, SecurityChange>> = {
  lock: "locked",
  unlock: "unlocked",
  endSessions: "ended",
  resetFactors: "reset",
};

/** Locks, unlocks, signs out or takes the factors of an account other than the own, for a reason that the log keeps. [ID8] */
export const manageAccount = defineMutation({
  name: "account.manage",
  input: accountManageSchema,
  authorize: {
    action: "account.manage",
    recent: true,
    proof: true,
    resource: (ctx, input) => accountOf(ctx, input.publicId),
  },
  run: async (ctx, input) => {
    const { rows } = await ctx.db.execute<{ id: string | null }>(
      sql`select app.manage_account(${input.publicId}, ${input.act}, ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const id = rows[0]?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    await tellOfChange(ctx, id, told[input.act]);
    return { id };
  },
  audit: (input, { id }) => ({
    subjectKind: "person",
    subjectId: id,
    detail: { act: input.act, reason: input.reason },
  }),
});

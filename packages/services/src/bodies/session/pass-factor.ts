import { factorAnswerSchema, signInOriginSchema, tokenSchema } from "@lilink/contract";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { hashToken } from "../../kernel/token.ts";
import { loadFactors } from "../factor/load-factors.ts";
import { askForPasskey } from "../factor/passkey.ts";
import { verifyFactor } from "../factor/verify-factor.ts";
import { startSession } from "./open-session.ts";
import { noteTry, trierOfPerson, waitOf } from "./throttle.ts";

export type FactorStep = Awaited<ReturnType<typeof readStep>>;

export type PassAnswer =
  | {
      readonly outcome: "opened";
      readonly sessionId: string;
      readonly personId: string;
      readonly way: string;
    }
  | { readonly outcome: "refused" }
  | { readonly outcome: "gone" }
  | { readonly outcome: "wait"; readonly seconds: number };

const stepSchema = z.object({ step: tokenSchema, userAgent: signInOriginSchema.shape.userAgent });

/** What the browser between password and factor may answer with; null where its ten minutes are over. */
export const askForFactor = defineMutation({
  name: "session.askForFactor",
  input: stepSchema,
  authorize: { action: "session.open" },
  run: readStep,
  audit: () => null,
});

async function readStep(ctx: Context, input: z.output<typeof stepSchema>) {
  const personId = await findStep(ctx, input.step, input.userAgent);
  if (!personId) return null;
  const holder = { personId, step: hashToken(input.step) };
  const factors = await loadFactors(ctx, holder);
  return {
    totp: factors.some(({ kind }) => kind === "totp"),
    passkey: await askForPasskey(ctx, holder, factors),
  };
}

/** Ends the way from password to session. Five wrong answers end it too, and slow down the person's factor. [ID2] */
export const passFactor = defineMutation({
  name: "session.passFactor",
  input: factorAnswerSchema.extend({ ...signInOriginSchema.shape, step: tokenSchema }),
  rate: "signIn",
  authorize: { action: "session.open", proof: true },
  run: async (ctx, input): Promise<PassAnswer> => {
    const personId = await findStep(ctx, input.step, input.userAgent);
    if (!personId) return { outcome: "gone" };
    const trier = trierOfPerson(personId);
    const seconds = await waitOf(ctx, trier);
    if (seconds > 0) return { outcome: "wait", seconds };
    const step = hashToken(input.step);
    const way = await verifyFactor(ctx, { personId, step }, input);
    if (!way) {
      await ctx.db.execute(sql`select app.miss_step(${step})`);
      await noteTry(ctx, trier, false);
      return { outcome: "refused" };
    }
    const ended = await ctx.db.execute<{ person_id: string | null }>(
      sql`select app.end_step(${step}, ${ctx.now.toISOString()}::timestamptz) as person_id`,
    );
    if (!ended.rows[0]?.person_id) return { outcome: "gone" };
    await noteTry(ctx, trier, true);
    const known = await ctx.db.execute<{ account: string }>(
      sql`select app.account_of_step(${step}) as account`,
    );
    const account = known.rows[0]?.account;
    if (account) await noteTry(ctx, { account, address: input.address, browser: input.browser }, true);
    return { ...(await startSession(ctx, personId, input.userAgent)), way };
  },
  audit: (_input, answer) =>
    answer.outcome === "opened"
      ? { subjectKind: "person", subjectId: answer.personId, detail: { way: answer.way } }
      : null,
});

async function findStep(ctx: Context, step: string, userAgent: string | undefined): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ person_id: string | null }>(
    sql`select app.find_step(${hashToken(step)}, ${userAgent ?? null}, ${ctx.now.toISOString()}::timestamptz) as person_id`,
  );
  return rows[0]?.person_id ?? null;
}

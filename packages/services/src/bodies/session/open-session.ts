import { credentialsSchema, signInOriginSchema } from "@lilink/contract";
import { limitOf, passwordRules, stepMilliseconds } from "@lilink/model/identity";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { hashToken, mintToken } from "../../kernel/token.ts";
import { verifyPassword } from "./password.ts";
import { noteTry, trierOf, waitOf } from "./throttle.ts";

const lifeMilliseconds = 7 * 86_400_000;
const dayMilliseconds = 86_400_000;

/** A refusal is an answer and no error: the count of wrong tries has to be committed. */
export type SignInAnswer =
  | { readonly outcome: "opened"; readonly sessionId: string; readonly personId: string }
  | { readonly outcome: "factor"; readonly step: string; readonly personId: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "wait"; readonly seconds: number };

/** Signs in by password. Unknown, disabled and wrong all get the same answer after the same work. */
export const openSession = defineMutation({
  name: "session.open",
  input: credentialsSchema.extend(signInOriginSchema.shape),
  rate: "signIn",
  authorize: { action: "session.open", proof: true },
  run: async (ctx, input): Promise<SignInAnswer> => {
    const trier = trierOf(input.email, input.address, input.browser);
    const seconds = await waitOf(ctx, trier);
    if (seconds > 0) return { outcome: "wait", seconds };
    const found = await ctx.db.execute<{ person_id: string; password_hash: string }>(
      sql`select person_id, password_hash from app.find_credential(${input.email})`,
    );
    const credential = found.rows[0];
    const right = await verifyPassword(credential?.password_hash ?? null, input.password);
    if (!right || !credential) {
      await noteTry(ctx, trier, false);
      return { outcome: "refused" };
    }
    const answer = await enter(ctx, credential.person_id, input.userAgent);
    // Half of the proof makes no known browser.
    if (answer.outcome === "opened") await noteTry(ctx, trier, true);
    return answer;
  },
  audit: (_input, answer) =>
    answer.outcome === "opened" || answer.outcome === "factor"
      ? { subjectKind: "person", subjectId: answer.personId, detail: { outcome: answer.outcome } }
      : { subjectKind: "person", subjectId: null, detail: { outcome: answer.outcome } },
});

/** Lets in whoever proved a first factor: into a session, or to the question for the second one. [ID2] */
export async function enter(ctx: Context, personId: string, userAgent: string | undefined) {
  const state = await loadState(ctx, personId);
  if (state.factors === 0) return startSession(ctx, personId, userAgent);
  const step = mintToken();
  const expires = new Date(ctx.now.getTime() + stepMilliseconds);
  await ctx.db.execute(
    sql`select app.start_step(${ctx.newId()}::uuid, ${personId}::uuid, ${hashToken(step)}, ${userAgent ?? null},
      ${ctx.now.toISOString()}::timestamptz, ${expires.toISOString()}::timestamptz)`,
  );
  return { outcome: "factor" as const, step, personId };
}

/** Writes the row that a cookie will name; limited where the person has something to mend first. [ID3] [ID7] */
export async function startSession(ctx: Context, personId: string, userAgent: string | undefined) {
  const sessionId = ctx.newId();
  const expires = new Date(ctx.now.getTime() + lifeMilliseconds);
  const { factorDemand, passwordProfile } = ctx.identity;
  const limited = limitOf(
    await loadState(ctx, personId),
    factorDemand,
    passwordRules[passwordProfile].mostDays,
  );
  await ctx.db.execute(
    sql`select app.start_session(${sessionId}::uuid, ${personId}::uuid, ${userAgent ?? null}, ${limited},
      ${ctx.now.toISOString()}::timestamptz, ${expires.toISOString()}::timestamptz)`,
  );
  return { outcome: "opened" as const, sessionId, personId };
}

async function loadState(ctx: Context, personId: string) {
  const { rows } = await ctx.db.execute<{
    factors: number;
    officer: boolean;
    admin: boolean;
    changed: string | null;
  }>(
    sql`select factors, officer, admin, password_changed_at as changed from app.sign_in_state(${personId}::uuid)`,
  );
  const row = rows[0];
  const changed = row?.changed ? new Date(row.changed).getTime() : null;
  return {
    factors: row?.factors ?? 0,
    officer: row?.officer ?? false,
    admin: row?.admin ?? false,
    passwordDays: changed === null ? null : (ctx.now.getTime() - changed) / dayMilliseconds,
  };
}

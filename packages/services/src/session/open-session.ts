import { credentialsSchema, signInOriginSchema } from "@lilink/contract";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { hashToken } from "../kernel/token.ts";
import { verifyPassword } from "./password.ts";

const lifeMilliseconds = 7 * 86_400_000;

/** A refusal is an answer and no error: the count of wrong tries has to be committed. */
export type SignInAnswer =
  | { readonly outcome: "opened"; readonly sessionId: string; readonly personId: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "wait"; readonly seconds: number };

/** Signs in by password. Unknown, disabled and wrong all get the same answer after the same work. */
export const openSession = defineMutation({
  name: "session.open",
  input: credentialsSchema.extend(signInOriginSchema.shape),
  authorize: { action: "session.open" },
  run: async (ctx, input): Promise<SignInAnswer> => {
    const account = hashToken(input.email).slice(0, 32);
    const waiting = await ctx.db.execute<{ seconds: number }>(
      sql`select app.sign_in_wait(${account}, ${input.address}, ${ctx.now.toISOString()}::timestamptz) as seconds`,
    );
    const seconds = waiting.rows[0]?.seconds ?? 0;
    if (seconds > 0) return { outcome: "wait", seconds };
    const found = await ctx.db.execute<{ person_id: string; password_hash: string }>(
      sql`select person_id, password_hash from app.find_credential(${input.email})`,
    );
    const credential = found.rows[0];
    const right = await verifyPassword(credential?.password_hash ?? null, input.password);
    await ctx.db.execute(
      sql`select app.note_sign_in(${account}, ${input.address}, ${right}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    if (!right || !credential) return { outcome: "refused" };
    return startSession(ctx, credential.person_id, input.userAgent);
  },
  audit: (_input, answer) =>
    answer.outcome === "opened" ? { subjectKind: "person", subjectId: answer.personId } : null,
});

/** Writes the row that a cookie will name. */
export async function startSession(ctx: Context, personId: string, userAgent: string | undefined) {
  const sessionId = ctx.newId();
  const expires = new Date(ctx.now.getTime() + lifeMilliseconds);
  await ctx.db.execute(
    sql`select app.open_session(${sessionId}::uuid, ${personId}::uuid, ${userAgent ?? null},
      ${ctx.now.toISOString()}::timestamptz, ${expires.toISOString()}::timestamptz)`,
  );
  return { outcome: "opened" as const, sessionId, personId };
}

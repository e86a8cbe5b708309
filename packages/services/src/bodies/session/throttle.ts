import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { hashToken } from "../../kernel/token.ts";

/** Who tries to prove what: the account, from where, and the mark of a browser that opened it before. */
export type Trier = {
  readonly account: string;
  readonly address: string;
  readonly browser?: string | undefined;
};

/** Tries at an account by its address. */
export function trierOf(email: string, address: string, browser: string | undefined): Trier {
  return { account: hashToken(email).slice(0, 32), address, browser };
}

/** Tries at the factor, or at the password again, of a person already named: counted for that person, wherever from. */
export function trierOfPerson(personId: string): Trier {
  return { account: hashToken(`proof ${personId}`).slice(0, 32), address: `proof ${personId}` };
}

/** Seconds that the next try has to wait, 0 for none. [PE2] */
export async function waitOf(ctx: Context, { account, address, browser }: Trier): Promise<number> {
  const { rows } = await ctx.db.execute<{ seconds: number }>(
    sql`select app.try_wait(${account}, ${address}, ${hashBrowser(browser)}, ${ctx.now.toISOString()}::timestamptz) as seconds`,
  );
  return rows[0]?.seconds ?? 0;
}

export async function noteTry(
  ctx: Context,
  { account, address, browser }: Trier,
  right: boolean,
): Promise<void> {
  await ctx.db.execute(
    sql`select app.note_try(${account}, ${address}, ${hashBrowser(browser)}, ${right}, ${ctx.now.toISOString()}::timestamptz)`,
  );
}

function hashBrowser(browser: string | undefined): string | null {
  return browser ? hashToken(browser).slice(0, 32) : null;
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

export type SystemView = {
  readonly workers: number;
  readonly lastBeat: string | null;
  readonly waiting: number;
  readonly oldest: string | null;
  readonly letters: number;
  readonly dead: number;
  /** How often in thirty days a stored file was other than what was stored. */
  readonly changed: number;
  readonly troubles: readonly Trouble[];
};

type State = Omit<SystemView, "troubles">;

/** What needs an administrator, and how often. */
export type Trouble = { readonly key: "workers" | "changed" | "dead" | "late"; readonly count: number };

/** How the work stands, for the system administrator: counts alone, nothing of what it is about. [ID8] */
export const loadSystem = defineQuery({
  name: "system.load",
  input: z.object({}).default({}),
  authorize: { action: "system.read" },
  run: async (ctx): Promise<SystemView> => {
    const { rows } = await ctx.db.execute<State>(
      sql`select workers, last_beat as "lastBeat", waiting, oldest, letters, dead, changed
        from app.system_state(${ctx.now.toISOString()}::timestamptz)`,
    );
    const none = { workers: 0, lastBeat: null, waiting: 0, oldest: null, letters: 0, dead: 0, changed: 0 };
    const state = rows[0] ?? none;
    return { ...state, troubles: findTroubles(state, ctx.now) };
  },
});

/** A job that waits so long is one that nobody takes. */
const mostWaitMilliseconds = 10 * 60_000;

/** What needs an administrator, the worst first; nothing where all is well. */
export function findTroubles(
  { workers, oldest, changed, dead }: Pick<State, "workers" | "oldest" | "changed" | "dead">,
  now: Date,
): readonly Trouble[] {
  const isLate = oldest !== null && now.getTime() - new Date(oldest).getTime() > mostWaitMilliseconds;
  return [
    ...(workers === 0 ? [{ key: "workers" as const, count: 0 }] : []),
    ...(changed > 0 ? [{ key: "changed" as const, count: changed }] : []),
    ...(dead > 0 ? [{ key: "dead" as const, count: dead }] : []),
    ...(isLate ? [{ key: "late" as const, count: 0 }] : []),
  ];
}

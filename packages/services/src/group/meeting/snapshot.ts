import { figureRelease } from "@lilink/db/schema";
import { desc, eq } from "drizzle-orm";
import { type GoalStanding, readStandings } from "../../figures/goal/load-standings.ts";
import type { Context } from "../../kernel/context.ts";
import { type Board, loadBoard } from "../board/load-board.ts";

/** A value as JSON keeps it: instants become text. */
export type Stored<T> = T extends Date
  ? string
  : T extends object
    ? { readonly [Key in keyof T]: Stored<T[Key]> }
    : T;

/** The whole board as it stood when a meeting was called; its papers and its page show this and nothing later. [ME2] */
export type MeetingSnapshot = {
  readonly at: string;
  readonly release: { readonly publicId: string; readonly period: string; readonly edition: number } | null;
  readonly standings: Stored<readonly GoalStanding[]>;
  readonly board: Stored<Board>;
};

/** Takes the board of this moment, with the last frozen release that it shows. */
export async function takeSnapshot(
  ctx: Context,
): Promise<{ readonly releaseId: string | null; readonly snapshot: MeetingSnapshot }> {
  const [release] = await ctx.db
    .select({
      id: figureRelease.id,
      publicId: figureRelease.publicId,
      period: figureRelease.period,
      edition: figureRelease.edition,
    })
    .from(figureRelease)
    .where(eq(figureRelease.state, "frozen"))
    .orderBy(desc(figureRelease.frozenAt), desc(figureRelease.id))
    .limit(1);
  const { id = null, ...head } = release ?? {};
  return {
    releaseId: id,
    snapshot: {
      at: ctx.now.toISOString(),
      release: release ? (head as MeetingSnapshot["release"]) : null,
      standings: toStored(await readStandings(ctx)),
      board: toStored(await loadBoard.run(ctx, {})),
    },
  };
}

function toStored<T>(value: T): Stored<T> {
  return JSON.parse(JSON.stringify(value)) as Stored<T>;
}

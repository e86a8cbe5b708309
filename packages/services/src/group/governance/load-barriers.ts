import { toShanghaiDate } from "@lilink/model/calendar";
import { type PatentNode, type PatentTerm, patentNodes, patentTerm } from "@lilink/model/governance";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const patents = registerOf("patent");

/** How a patent stands: what its office says where that was looked up, else what its term says. */
export const patentStandings = ["live", "pending", "over", "unclear"] as const;
export type PatentStanding = (typeof patentStandings)[number];

export type BarrierPatent = {
  readonly publicId: string;
  readonly number: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly holder: string;
  readonly office: string;
  readonly node: PatentNode;
  readonly route: string | null;
  /** Who advised on it and when. */
  readonly adviceBy: string | null;
  readonly adviceOn: string | null;
  readonly legalStatus: string | null;
  readonly printedExpiry: string | null;
  readonly term: PatentTerm;
  readonly standing: PatentStanding;
};

export type Barriers = {
  readonly on: string;
  readonly patents: readonly BarrierPatent[];
  /** For each node and office: how many patents stand how, and the last day on which one that lives can end. */
  readonly cells: readonly {
    readonly node: PatentNode;
    readonly office: string;
    readonly counts: Readonly<Record<PatentStanding, number>>;
    readonly until: string | null;
  }[];
};

type Row = Omit<BarrierPatent, "term" | "standing"> & {
  readonly priorityOn: string | null;
  readonly filedOn: string | null;
  readonly firstNonprovisionalOn: string | null;
  readonly isPriorityProvisional: boolean | null;
  readonly hasTerminalDisclaimer: boolean | null;
  readonly extensionDays: number | null;
};

const over: ReadonlySet<string> = new Set(["lapsed", "expired", "revoked"]);

/** Where patents stand in the way: node by office, with what each is on the day and when the last one ends. [PT3] [PT4] */
export const loadBarriers = defineQuery({
  name: "barrier.load",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx): Promise<Barriers> => {
    const on = toShanghaiDate(ctx.now);
    const found = await readPatents(ctx, on);
    const cells = new Map<
      string,
      { node: PatentNode; office: string; counts: Record<PatentStanding, number>; until: string | null }
    >();
    for (const { node, office, standing, term, printedExpiry } of found) {
      const key = `${node} ${office}`;
      const cell = cells.get(key) ?? {
        node,
        office,
        counts: { live: 0, pending: 0, over: 0, unclear: 0 },
        until: null,
      };
      cell.counts[standing] += 1;
      const end = term.expiry ?? printedExpiry;
      if (standing === "live" && end && (cell.until === null || end > cell.until)) cell.until = end;
      cells.set(key, cell);
    }
    const order = new Map(patentNodes.map((node, at) => [node, at]));
    return {
      on,
      patents: found,
      cells: [...cells.values()].sort((a, b) => (order.get(a.node) ?? 0) - (order.get(b.node) ?? 0)),
    };
  },
});

/** Every patent on file, with its computed end and how it stands on a day. */
export async function readPatents(ctx: Context, on: string): Promise<readonly BarrierPatent[]> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select h.public_id as "publicId", v.number, v.title_zh as "titleZh", v.title_en as "titleEn", v.holder, v.office, v.node, v.route, v.advice_by as "adviceBy", v.advice_on as "adviceOn",
        v.legal_status as "legalStatus", v.printed_expiry as "printedExpiry", v.priority_on as "priorityOn", v.filed_on as "filedOn",
        v.first_nonprovisional_on as "firstNonprovisionalOn", v.is_priority_provisional as "isPriorityProvisional",
        v.has_terminal_disclaimer as "hasTerminalDisclaimer", v.extension_days as "extensionDays"
      from ${headOf(patents)} h join ${versionOf(patents)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      order by v.node, v.number limit 20000`,
  );
  return rows.map((row): BarrierPatent => {
    const shown = {
      ...pick(row, ["publicId", "number", "titleZh", "titleEn", "holder", "office", "node", "route"]),
      ...pick(row, ["adviceBy", "adviceOn", "legalStatus", "printedExpiry"]),
    };
    const term = patentTerm(row);
    return { ...shown, term, standing: standingOf(row.legalStatus, term.expiry ?? row.printedExpiry, on) };
  });
}

function standingOf(legal: string | null, expiry: string | null, on: string): PatentStanding {
  if (legal !== null && over.has(legal)) return "over";
  if (expiry !== null && expiry < on) return "over";
  if (legal === "pending") return "pending";
  if (legal === "in_force" || legal === "opposed") return "live";
  // Nobody looked up whether its fees are paid.
  return "unclear";
}

function pick<T extends object, const K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}

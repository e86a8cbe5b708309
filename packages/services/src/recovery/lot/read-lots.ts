import { toShanghaiDate } from "@lilink/model/calendar";
import { isListedOn } from "@lilink/model/conditions";
import { cascadeSteps } from "@lilink/model/register";
import { type GateVerdict, judgeGate, type Lot, type Taker } from "@lilink/model/trace/route";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { readListed } from "../recycler/read-listed.ts";

export type KeptLot = Lot & {
  readonly name: string;
  readonly orgId: string;
  readonly holderZh: string;
  readonly holderEn: string | null;
  readonly energyShare: number | null;
  readonly u: number | null;
  readonly testedOn: string | null;
  readonly accredited: boolean;
  readonly reason: string | null;
  readonly gate: GateVerdict | null;
};

type Row = Omit<KeptLot, "gate" | "isGated" | "hasReason">;

/** Lots that are offered, as far as the actor sees them. Its own alone, or those of all for officers. */
export async function readLots(ctx: Context, own: string | null): Promise<readonly KeptLot[]> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select l.public_id as id, l.org_id as "orgId", l.name, l.kind, l.province, l.chemistry, l.tonnes::float8 as tonnes,
        l.energy_share::float8 as "energyShare", l.u::float8 as u, l.tested_on::text as "testedOn", l.accredited, l.step,
        l.reason, l.damaged as "isDamaged", o.name_zh as "holderZh", o.name_en as "holderEn"
      from retired_lot l join organization o on o.id = l.org_id
      where l.state = 'offered' and (${own}::uuid is null or l.org_id = ${own}::uuid) order by l.recorded_at, l.id limit 500`,
  );
  const today = toShanghaiDate(ctx.now);
  return rows.map((row) => {
    const { u, testedOn, accredited: isAccredited } = row;
    const gate =
      row.kind === "battery"
        ? judgeGate(
            row.energyShare === null || testedOn === null
              ? null
              : { energyShare: row.energyShare, u, testedOn, isAccredited },
            today,
          )
        : null;
    return { ...row, gate, isGated: gate?.verdict === "recode", hasReason: (row.reason ?? "") !== "" };
  });
}

export type NamedTaker = Taker & {
  readonly publicId: string;
  /** The firm of the site, which offers and is asked. */
  readonly firm: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
};

/** Listed sites with what they say they can still take; one that does not say takes nothing here. [TR81] */
export async function readTakers(ctx: Context): Promise<readonly NamedTaker[]> {
  const [listed, today] = [await readListed(ctx), toShanghaiDate(ctx.now)];
  return listed
    .filter((site) => isListedOn(site, today))
    .map((site) => ({
      id: site.publicId,
      publicId: site.publicId,
      nameZh: site.siteZh,
      nameEn: site.siteEn,
      qualification: site.qualification,
      province: site.province,
      chemistries: site.chemistries,
      streams: site.streams,
      steps: cascadeSteps.flatMap((step, at) => (site.steps.includes(step) ? [at + 1] : [])),
      hazardousTransport: site.hazardousTransport === true,
      free: site.free ?? 0,
      isOrdered: site.state === "under_watch",
      firm: site.firm,
    }));
}

import { toShanghaiDate } from "@lilink/model/calendar";
import { type Conformity, countConformity, factsOfClaim } from "@lilink/model/recovery";
import { registers } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const claim = registers.conformityClaim as unknown as Parameters<typeof headOf>[0];

/** How many firms count as told: fewer stay unsaid. */
const fewest = 10;

type Row = {
  readonly firm: string;
  readonly figures: Readonly<Record<string, string | null>>;
  readonly rare_earths: boolean | null;
  readonly repair_route: boolean | null;
};

/** Listed recyclers against the conditions of today, for the worker, which alone reads the figures of all; null below ten firms. [TR96] */
export async function readConformity(ctx: Context): Promise<Conformity | null> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select coalesce(p.group_id, h.organization_id)::text as firm, o.rare_earths, o.repair_route, jsonb_build_object(
        'lithiumRecovery', o.lithium_recovery_value::text, 'nickelRecovery', o.nickel_recovery_value::text,
        'rareEarthRecovery', o.rare_earth_recovery_value::text, 'powderRecovery', o.powder_recovery_value::text,
        'powderAluminium', o.powder_aluminium_value::text, 'powderCopper', o.powder_copper_value::text,
        'repairShare', o.repair_share_value::text, 'waterReuse', o.water_reuse_value::text, 'energy', o.energy_value::text) as figures
      from ${headOf(claim)} h join ${versionOf(claim)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      join ${versionOf(claim)} o on o.record_id = h.id and o.version = h.live_version and o.level = 'own'
      left join organization_profile p on p.organization_id = h.organization_id
      where v.qualification = 'recycling' and h.state in ('listed', 'under_watch') limit 5000`,
  );
  const sites = rows.map(({ firm, figures, rare_earths, repair_route }) => ({
    firm,
    facts: factsOfClaim({
      ...Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, { value }])),
      rareEarths: rare_earths,
      repairRoute: repair_route,
    }),
  }));
  const counted = countConformity(sites, toShanghaiDate(ctx.now));
  return counted.firms >= fewest ? counted : null;
}

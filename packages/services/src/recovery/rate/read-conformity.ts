import { toShanghaiDate } from "@lilink/model/calendar";
import { factsOfClaim, isListedOn } from "@lilink/model/conditions";
import { type Conformity, countConformity } from "@lilink/model/recovery";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const claim = registerOf("conformityClaim");

/** A share of firms is told of so many at least: of fewer it would tell what each of them does. */
export const fewest = 10;

type Row = {
  readonly firm: string;
  readonly state: string;
  readonly evidenceUntil: string;
  readonly figures: Readonly<Record<string, string | null>>;
  readonly rare_earths: boolean | null;
  readonly repair_route: boolean | null;
};

/** Listed recyclers against the conditions of today, for the worker, which alone reads the figures of all; null below ten firms. [TR96] */
export async function readConformity(ctx: Context): Promise<Conformity | null> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select coalesce(p.group_id, h.organization_id)::text as firm, h.state, v.evidence_until as "evidenceUntil", o.rare_earths, o.repair_route, jsonb_build_object(
        'lithiumRecovery', o.lithium_recovery_value::text, 'nickelRecovery', o.nickel_recovery_value::text,
        'rareEarthRecovery', o.rare_earth_recovery_value::text, 'powderRecovery', o.powder_recovery_value::text,
        'powderAluminium', o.powder_aluminium_value::text, 'powderCopper', o.powder_copper_value::text,
        'repairShare', o.repair_share_value::text, 'waterReuse', o.water_reuse_value::text, 'energy', o.energy_value::text) as figures
      from ${headOf(claim)} h join ${versionOf(claim)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      join ${versionOf(claim)} o on o.record_id = h.id and o.version = h.live_version and o.level = 'own'
      left join organization_profile p on p.organization_id = h.organization_id
      where v.qualification = 'recycling' limit 5000`,
  );
  const today = toShanghaiDate(ctx.now);
  const listed = rows.filter((row) => isListedOn(row, today));
  const sites = listed.map(({ firm, figures, rare_earths, repair_route }) => ({
    firm,
    facts: factsOfClaim({
      ...Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, { value }])),
      rareEarths: rare_earths,
      repairRoute: repair_route,
    }),
  }));
  const counted = countConformity(sites, today);
  return counted.firms >= fewest ? counted : null;
}

import { LilinkError } from "@lilink/model/error";
import {
  type Bilingual,
  type EcologyVerdict,
  type Register,
  registers,
  ringOf,
  type Values,
} from "@lilink/model/register";
import { judgeEcology, lacksDecision } from "@lilink/model/supply/ecology";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { requireHead } from "../../record/find-record.ts";
import { type Area, readAreas } from "../../record/judge-blocks.ts";
import { readVersion } from "../../record/read-version.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const rights = registers.miningRight as unknown as Register;

const toMet = (values: Values, areas: readonly Area[], state: string) => {
  const { met, found, binding, isContradicted } = judgeEcology(values, areas);
  return {
    typed: (values.ecology ?? null) as EcologyVerdict | null,
    found,
    isContradicted,
    lacksDecision: lacksDecision(values, { binding }, state),
    met: met.map(({ area, km2, share }) => ({ publicId: area.publicId, km2, share })),
  };
};

/** The protected areas that are published, and every published block that meets one, with the share of it. [EP2] [EP5] */
export const loadEcology = defineQuery({
  name: "supply.ecology",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx) => {
    const areas = await readAreas(ctx);
    const { rows } = await ctx.db.execute<
      Bilingual & {
        publicId: string;
        outline: string | null;
        lon: number | null;
        lat: number | null;
        ecology: EcologyVerdict | null;
        state: string;
        decision: string | null;
        decidedOn: string | null;
      }
    >(
      sql`select h.public_id as "publicId", v.name_zh as zh, v.name_en as en, v.outline, v.place_lon::float8 as lon,
          v.place_lat::float8 as lat, v.ecology, h.state,
          v.ecology_decision as decision, v.ecology_decided_on as "decidedOn"
        from ${headOf(rights)} h join ${versionOf(rights)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
        order by h.public_id`,
    );
    const blocks = rows.map(({ publicId, zh, en, outline, lon, lat, ecology, state, ...decided }) => ({
      publicId,
      name: { zh, en },
      ...toMet(
        {
          ...{ outline, place: lon === null || lat === null ? null : { lon, lat }, ecology },
          ...{ ecologyDecision: decided.decision, ecologyDecidedOn: decided.decidedOn },
        },
        areas,
        state,
      ),
    }));
    return { areas, blocks: blocks.filter(({ met }) => met.length > 0) };
  },
});

/** One block as its reader may read it, laid over the protected areas, with the outlines of those that it meets. [EP2] */
export const layBlock = defineQuery({
  name: "supply.layBlock",
  input: z.object({ publicId: z.string(), version: z.number().int().min(1).optional() }),
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId, version }) => {
    const head = await requireHead(ctx, rights, publicId);
    const asked = await readVersion(ctx, rights, head, version ?? head.version);
    const shown = asked ?? (head.liveVersion && (await readVersion(ctx, rights, head, head.liveVersion)));
    if (!shown) throw new LilinkError("NOT_FOUND");
    const areas = await readAreas(ctx);
    const { met, ...judged } = toMet(shown.values, areas, head.state);
    const byId = new Map(areas.map((area) => [area.publicId, area]));
    return {
      ...judged,
      ring: shown.values.outline ? ringOf(String(shown.values.outline)) : [],
      met: met.flatMap(({ publicId: id, km2, share }) => {
        const area = byId.get(id);
        return area ? [{ ...area, km2, share }] : [];
      }),
    };
  },
});

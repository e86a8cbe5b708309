import { type FieldFault, toInputError } from "@lilink/model/error";
import {
  type Bilingual,
  type ProtectionLevel,
  type protectedKinds,
  type Register,
  type Ring,
  registers,
  ringOf,
  type Values,
} from "@lilink/model/register";
import {
  type Ecology,
  type EcologyFault,
  faultsOfEcology,
  groundOf,
  judgeEcology,
} from "@lilink/model/supply/ecology";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf, versionOf } from "./record-tables.ts";

const areas = registers.protectedArea as unknown as Register;

/** A protected area that is published. */
export type Area = {
  readonly publicId: string;
  readonly name: Bilingual;
  readonly kind: (typeof protectedKinds)[number];
  readonly protection: ProtectionLevel;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly ring: Ring;
};

/** Every protected area that is published; what is a draft binds nobody. [EP1] */
export async function readAreas(ctx: Context): Promise<readonly Area[]> {
  const { rows } = await ctx.db.execute<
    Omit<Area, "name" | "ring"> & { zh: string | null; en: string | null; outline: string }
  >(
    sql`select h.public_id as "publicId", v.name_zh as zh, v.name_en as en, v.kind, v.protection, v.publisher,
        v.published_on as "publishedOn", v.outline
      from ${headOf(areas)} h join ${versionOf(areas)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.outline is not null and v.protection is not null order by v.protection desc, v.name_zh, h.public_id`,
  );
  return rows.map(({ zh, en, outline, ...area }) => ({ ...area, name: { zh, en }, ring: ringOf(outline) }));
}

/** The state that a row's record is in, or is about to enter. */
type Row = { readonly row: number; readonly values: Values; readonly state?: string | undefined };
type Faulty = { readonly row: number; readonly faults: readonly FieldFault[] };

/** The rows whose block contradicts the protected areas, each with what is wrong. Other registers have none. [EP3] [EP4] [MR4] */
export async function judgeBlocks(
  ctx: Context,
  { name, machine }: Pick<Register, "name" | "machine">,
  rows: readonly Row[],
  step = false,
): Promise<readonly Faulty[]> {
  if (name !== registers.miningRight.name) return [];
  const known = rows.some(({ values }) => groundOf(values)) ? await readAreas(ctx) : [];
  return rows.flatMap(({ row, values, state = machine.start }) => {
    const ecology = judgeEcology(values, known);
    const params = { areas: wordsOf(ecology), found: ecology.found };
    const faults = faultsOfEcology(values, ecology, state, step).map((rule) => ({
      field: rule === "overRedLine" && ecology.found !== "red_line" ? "ecology" : fields[rule],
      rule,
      params,
    }));
    return faults.length > 0 ? [{ row, faults }] : [];
  });
}

/** Where each fault is mended. */
const fields: Readonly<Record<EcologyFault, string>> = {
  milderThanAreas: "ecologyReason",
  overRedLine: "outline",
  notDecided: "ecologyDecision",
};

/**
 * @param step whether the record is about to enter the state
 * @throws INVALID_INPUT naming field, areas and shares where a block contradicts the protected areas
 */
export async function requireBlock(
  ctx: Context,
  register: Register,
  given: Omit<Row, "row">,
  step = false,
): Promise<void> {
  const [found] = await judgeBlocks(ctx, register, [{ row: 0, ...given }], step);
  if (found) throw toInputError(found.faults.map((fault) => ({ ...fault, field: `values.${fault.field}` })));
}

/** So many areas are named; a longer list says nothing more to do. */
const namedAreas = 3;

/** The areas that are met, in the words of each language, with the share of the block. */
function wordsOf({ met }: Ecology<Area>): string {
  const told = met.slice(0, namedAreas).map(({ area: { name }, share }) => {
    const part = share === null ? "" : ` ${Math.max(0.1, Math.round(share * 1000) / 10)}%`;
    return `${[name.zh, name.en].filter(Boolean).join(" · ")}${part}`;
  });
  return told.length > 0 ? told.join(" / ") : "none";
}

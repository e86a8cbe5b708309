import { listUnitsLike, parseDecimal, parseUnit } from "@lilink/model/chain";
import type { VerdictValue } from "@lilink/model/matching";
import type { PostingFigure } from "@lilink/model/posting";
import { type SQL, sql } from "drizzle-orm";
import type { SearchScope } from "./scope.ts";

const plain = sql.raw(String.raw`'^-?\d+(\.\d+)?$'`);

/**
 * What a figure asked for adds to the rank of the posting `p`: 1 where a part that the reader may read states one that
 * meets it, 0.5 where one states it at all ([SE8]).
 */
export function weighFigure(asked: PostingFigure, scope: SearchScope): SQL {
  const stated = (key: "value" | "high") =>
    sql`case when x ->> ${key}::text ~ ${plain} then (x ->> ${key}::text)::numeric * (${factorsLike(asked.unit)}::jsonb ->> (x ->> 'unit'))::numeric end`;
  const low = stated("value");
  const high = sql`coalesce(${stated("high")}, ${low})`;
  return sql`(select coalesce(max(case when ${meets(asked, low, high)} then 1 else 0.5 end), 0)
    from posting_part f, jsonb_array_elements(coalesce(f.fields -> 'figures', '[]')) x
    where f.posting_id = p.posting_id and ${scope("f")} and x ->> 'attribute' = ${asked.attribute})`;
}

function meets({ op, value, high: most, unit }: PostingFigure, low: SQL, high: SQL): SQL {
  const inBase = (text: string) => sql`${text}::numeric * ${parseUnit(unit)?.factor ?? "1"}::numeric`;
  if (op === "<=") return sql`${high} <= ${inBase(value)}`;
  if (op === "range") return sql`${low} >= ${inBase(value)} and ${high} <= ${inBase(most ?? value)}`;
  if (op === ">=") return sql`${low} >= ${inBase(value)}`;
  return sql`${inBase(value)} between ${low} and ${high}`;
}

/** Factors to the base of the dimension, by unit. Units with a zero of their own compare as they are written. */
function factorsLike(unit: string): string {
  return JSON.stringify(Object.fromEntries(listUnitsLike(unit).map(({ id, factor }) => [id, factor])));
}

/** How a posting answers a figure that is asked for, by what its reader may read of it. */
export type FigureAnswer = {
  readonly asked: PostingFigure;
  /** `unknown`: it states no figure of the attribute, or one in a unit that does not compare. */
  readonly verdict: VerdictValue;
  /** The stated figure that decides: one that meets it, else the first. */
  readonly stated: PostingFigure | null;
};

/** What `weighFigure` weighs, for one posting whose figures are at hand. [SE8] */
export function answerFigure(asked: PostingFigure, figures: readonly PostingFigure[]): FigureAnswer {
  const stated = figures.filter(({ attribute }) => attribute === asked.attribute);
  const verdicts = stated.map((one) => ({ stated: one, verdict: judge(asked, one) }));
  const best =
    verdicts.find(({ verdict }) => verdict === "pass") ?? verdicts.find(({ verdict }) => verdict === "fail");
  return { asked, verdict: "unknown", stated: stated[0] ?? null, ...best };
}

function judge(asked: PostingFigure, stated: PostingFigure): VerdictValue {
  const units = listUnitsLike(asked.unit);
  const inBase = (text: string, unit: string) => {
    const factor = units.find(({ id }) => id === unit)?.factor;
    return factor === undefined ? null : (parseDecimal(text)?.mul(factor) ?? null);
  };
  const low = inBase(stated.value, stated.unit);
  const high = stated.high === undefined ? low : inBase(stated.high, stated.unit);
  const factor = parseUnit(asked.unit)?.factor ?? "1";
  const least = parseDecimal(asked.value)?.mul(factor);
  const most = asked.high === undefined ? least : parseDecimal(asked.high)?.mul(factor);
  if (!(low && high && least && most)) return "unknown";
  if (asked.op === "<=") return high.lte(least) ? "pass" : "fail";
  if (asked.op === "range") return low.gte(least) && high.lte(most) ? "pass" : "fail";
  if (asked.op === ">=") return low.gte(least) ? "pass" : "fail";
  return least.gte(low) && least.lte(high) ? "pass" : "fail";
}

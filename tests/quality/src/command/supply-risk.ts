import { importRelianceOf, type RatedSource, supplyRiskOf } from "@lilink/model/supply";
import { readPart } from "./read-part.ts";

type Rated = readonly [share: number, governance: number, trade: number];
type Part = {
  readonly global: readonly Rated[];
  readonly sourcing: readonly Rated[];
  readonly ir?: number;
  readonly imports?: number;
  readonly exports?: number;
  readonly domestic?: number;
  readonly eolRir: number;
  readonly si: number;
};

const toSource = ([share, governance, trade]: Rated): RatedSource => ({ share, governance, trade });

/** --file F: world and own sources with reliance on imports, recycling and substitution; the European supply risk. */
export async function run(args: readonly string[]): Promise<unknown> {
  const {
    global,
    sourcing,
    ir,
    imports = 0,
    exports = 0,
    domestic = 0,
    eolRir,
    si,
  } = await readPart<Part>(args, "supplyRisk");
  const importReliance = ir ?? importRelianceOf({ domestic, imports, exports }) ?? 0;
  const { risk } = supplyRiskOf({
    global: global.map(toSource),
    sourcing: sourcing.map(toSource),
    importReliance,
    recycled: eolRir,
    substitution: si,
  });
  return { sr: risk };
}

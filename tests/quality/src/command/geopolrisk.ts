import { geopoliticalRiskOf } from "@lilink/model/supply";
import { readPart } from "./read-part.ts";

type Part = {
  readonly quantities: readonly (readonly [amount: number, risk: number])[];
  readonly domestic: number;
  readonly productionShares: readonly number[];
};

/** --file F: imported amounts with the risk of their country, own production and shares of the world's. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { quantities, domestic, productionShares } = await readPart<Part>(args, "geopolrisk");
  return geopoliticalRiskOf({
    imports: quantities.map(([amount, risk]) => ({ amount, risk })),
    domestic,
    production: productionShares,
  });
}

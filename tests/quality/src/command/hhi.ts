import { concentrationOfSources } from "@lilink/model/supply";
import { readPart } from "./read-part.ts";

type Part = { readonly imports: Readonly<Record<string, number>>; readonly total?: number };

/** --file F: amounts by source and the total; the share of the largest source and the bounds of the index. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { imports, total } = await readPart<Part>(args, "hhi");
  const amounts = Object.entries(imports).map(([source, amount]) => ({ source, amount }));
  const found = concentrationOfSources(amounts, total);
  return { top1: found?.shares[0]?.share ?? null, low: found?.low ?? null, high: found?.high ?? null };
}

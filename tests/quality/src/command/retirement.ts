import { readFile } from "node:fs/promises";
import { forecastRetired } from "@lilink/model/trace";
import { requireFlag } from "../flag.ts";

type Given = {
  readonly sales_GWh: Readonly<Record<string, number>>;
  readonly shape: number;
  readonly scale: number;
  readonly to?: number;
};

/** --file F: sales by year and a lifetime law; what retires in every year, to 2035 or to the year that the file names. */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly weibull?: Given;
  } & Given;
  const { sales_GWh: sales, shape, scale, to } = file.weibull ?? file;
  const first = Math.min(...Object.keys(sales).map(Number));
  const years = forecastRetired({ sales, shape, scale }, first + 1, to ?? Math.max(2035, first + 1));
  return {
    retired: Object.fromEntries(years.map(({ year, retired }) => [year, Number(retired.toFixed(6))])),
  };
}

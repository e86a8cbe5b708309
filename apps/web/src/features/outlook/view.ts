import { provinces } from "@lilink/model/codes";
import { takenChemistries } from "@lilink/model/register";

export type TakenChemistry = (typeof takenChemistries)[number];

export type OutlookQuery = {
  readonly province?: string;
  readonly chemistry?: TakenChemistry;
  readonly shape?: number;
  readonly scale?: number;
  readonly observed?: number[];
};

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** Between what a parameter of the curve of failures may lie. */
export const curveBounds = { shape: [0.5, 12], scale: [1, 40] } as const;

export type Typed = Readonly<Partial<Record<"shape" | "scale" | "observed", string>>>;

const textOf = (given: string | string[] | undefined) => (typeof given === "string" ? given.trim() : "");

const numberIn = (given: string | string[] | undefined, [low, high]: readonly [number, number]) => {
  const text = textOf(given);
  const value = text === "" ? Number.NaN : Number(text);
  return value >= low && value <= high ? value : undefined;
};

/** Shares by age as people write them, in percent; null where something is no percentage. */
export function readShares(text: string): readonly number[] | null {
  const parts = text
    .normalize("NFKC")
    .split(/[\s,;、%]+/u)
    .filter((part) => part !== "");
  const shares = parts.map((part) => Number(part) / 100);
  return shares.length > 0 && shares.length <= 40 && shares.every((one) => one >= 0 && one <= 1)
    ? shares
    : null;
}

/** What somebody typed and cannot be read, so that the field shows it again and says why. */
export function readFaults(given: Given): Typed {
  const query = readQuery(given);
  const fields = ["shape", "scale", "observed"] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = textOf(given[field]);
      return text !== "" && query[field] === undefined ? [[field, text]] : [];
    }),
  );
}

/** What the address asks for; what cannot be read is left out. */
export function readQuery(given: Given): OutlookQuery {
  const chemistry = takenChemistries.find((one) => one === given.chemistry);
  const province = provinces.find(({ code }) => code === given.province)?.code;
  const shape = numberIn(given.shape, curveBounds.shape);
  const scale = numberIn(given.scale, curveBounds.scale);
  const observed = typeof given.observed === "string" ? readShares(given.observed) : null;
  return {
    ...(chemistry && { chemistry }),
    ...(province && { province }),
    ...(shape !== undefined && { shape }),
    ...(scale !== undefined && { scale }),
    ...(observed && { observed: [...observed] }),
  };
}

export type SalesLine = {
  readonly year: number;
  readonly province: string;
  readonly chemistry: TakenChemistry;
  readonly gwh: number;
};

/** Lines of year, province, chemistry and GWh; the number of the first line that cannot be read is the fault. */
export function readSales(text: string): {
  readonly rows: readonly SalesLine[];
  readonly fault: number | null;
} {
  const rows: SalesLine[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || (at === 0 && !/\d{4}/.test(line))) continue;
    const [year = "", province = "", chemistry = "", gwh = ""] = line
      .split(/[,;\t，；]/u)
      .map((cell) => cell.trim());
    const known = takenChemistries.find((one) => one === chemistry.toLowerCase());
    const amount = gwh === "" ? Number.NaN : Number(gwh);
    if (!/^\d{4}$/.test(year) || !/^\d{2}$/.test(province) || !known || !(amount >= 0))
      return { rows, fault: at + 1 };
    rows.push({ year: Number(year), province, chemistry: known, gwh: amount });
  }
  return { rows, fault: null };
}

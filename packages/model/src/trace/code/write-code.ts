/** Years from 2011, months and days by one character each, without the letters that look like digits. */
const dateLetters = "123456789ABCDEFGHJKLMNPRSTUVWXY";

export type CodeFields = {
  readonly vendor: string;
  readonly product: "P" | "M" | "C";
  readonly batteryType: string;
  readonly specification: string;
  /** Seven characters of the maker's own; a second-use code has none. */
  readonly trace: string | null;
  readonly madeOn: string;
  readonly serial: number;
};

/**
 * A power-battery code of GB/T 34014: 24 places, or 19 for a second-use pack. [TR5]
 * @example writeCode({ vendor: "ZZ1", product: "P", batteryType: "B", specification: "01", trace: "A1B2C3D", madeOn: "2022-05-17", serial: 1 }) // "ZZ1PB01A1B2C3DC5H0000001"
 */
export function writeCode({
  vendor,
  product,
  batteryType,
  specification,
  trace,
  madeOn,
  serial,
}: CodeFields): string {
  const [year = 0, month = 0, day = 0] = madeOn.split("-").map(Number);
  const date = [year - 2010, month, day].map((place) => dateLetters[place - 1] ?? "?").join("");
  const end = trace === null ? `R${product}` : "";
  return `${vendor}${product}${batteryType}${specification}${trace ?? ""}${date}${String(serial).padStart(7, "0")}${end}`;
}

import hsCodesJson from "./data/hs-codes.json" with { type: "json" };
import provincesJson from "./data/provinces.json" with { type: "json" };

/** A province-level unit of GB/T 2260. `code`: two digits, `region`: six. */
export type Province = {
  readonly code: string;
  readonly region: string;
  readonly zh: string;
  readonly en: string;
  readonly short: string;
  readonly iso: string;
  readonly type: string;
  readonly source: string;
  readonly confidence: "verified" | "recalled";
};

/** All 34, by code. */
export const provinces = provincesJson as readonly Province[];

const provinceByCode = new Map(provinces.map((province) => [province.code, province]));

/**
 * The province of a two-digit code or of any longer administrative code, or null ("10…" is the nation).
 * @example findProvince("360500")?.en // "Jiangxi"
 */
export function findProvince(code: string): Province | null {
  return provinceByCode.get(code.slice(0, 2)) ?? null;
}

/** A six-digit HS 2022 line of the chain's goods. Trade weight is gross product weight, not lithium. */
export type HsCode = {
  readonly hs6: string;
  readonly zh: string;
  readonly en: string;
  readonly core: boolean;
  readonly official: string;
  readonly note?: string;
  readonly source: string;
  readonly confidence: string;
};
export const hsCodes = hsCodesJson as readonly HsCode[];

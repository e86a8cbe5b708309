import type { FieldRule } from "../error/index.ts";
import type { Bilingual } from "../indicator/index.ts";

/** A published statistical series; two editions are two vintages. `commit` names the copy it was taken from. */
export type Series = {
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly source: string;
  readonly address: string | null;
  readonly licence: string;
  readonly vintage: string;
  readonly confidence: "published" | "computed";
  readonly commit?: string;
  readonly note?: Bilingual;
};

/**
 * One figure of a series. `region`: ISO 3166 code where known, WLD for the world or all partners, OTHER for the rest,
 * else the name as printed. `period`: a year, 2022Q1, or a span 2023-01..2023-09. `value`: a decimal string.
 */
export type Observation = {
  readonly series: string;
  readonly region: string;
  readonly year: number;
  readonly period: string;
  readonly value: string;
  readonly note?: string;
};

/** What is wrong with a file: line (the heading is 1; in JSON the record, from 1), column, broken rule. */
export type ImportFault = {
  readonly row: number;
  readonly column: string;
  readonly rule: FieldRule;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Rows without fault are returned beside the faults of the others; the caller decides whether to take half a file. */
export type Imported = {
  readonly series: readonly Series[];
  readonly rows: readonly Observation[];
  readonly faults: readonly ImportFault[];
};

/** What the operator says of a file that the file itself does not. */
export type SeriesAbout = Partial<Pick<Series, "source" | "address" | "licence" | "vintage" | "commit">>;

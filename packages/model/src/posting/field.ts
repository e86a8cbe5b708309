import type { DisclosureLevel } from "./level.ts";
import type { ScheduleRow } from "./schedule.ts";
import type {
  BudgetClass,
  Comparator,
  ContentLanguage,
  CooperationForm,
  IpStatus,
  MaturityStep,
} from "./vocabulary.ts";

/** Decimal numbers travel as strings; the unit is one of the attribute's units. */
export type PostingFigure = {
  readonly attribute: string;
  readonly op: Comparator;
  readonly value: string;
  readonly high?: string | undefined;
  readonly unit: string;
  readonly hard: boolean;
  readonly condition?: string | undefined;
};

/**
 * An amount per year or in all, with the span in which it is wanted or free. Dates are ISO days. With a schedule the amount is the sum
 * of its rows. [PO26]
 */
export type PostingVolume = {
  readonly amount: string;
  readonly unit: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly schedule?: readonly ScheduleRow[] | undefined;
};

/** The content of a posting as its author writes it. */
export type PostingContent = {
  readonly concept: string;
  readonly concepts?: readonly string[] | undefined;
  readonly language: ContentLanguage;
  readonly title: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly figures: readonly PostingFigure[];
  readonly volume?: PostingVolume | undefined;
  readonly price?: string | undefined;
  readonly customers?: string | undefined;
  readonly region?: string | undefined;
  readonly trl?: number | undefined;
  readonly maturity?: MaturityStep | undefined;
  readonly ipStatus?: IpStatus | undefined;
  readonly cooperation?: readonly CooperationForm[] | undefined;
  readonly budget?: BudgetClass | undefined;
  /** What it costs and saves beside what is used now; a claim of its author. */
  readonly comparison?: string | undefined;
  readonly evidence?: string | undefined;
  readonly internalNote?: string | undefined;
  /** Questions of the form that its author chose to leave in the words of the text. [PO29] */
  readonly leftInText?: readonly string[] | undefined;
  /** Public ids of the files that this version carries. */
  readonly attachments?: readonly string[] | undefined;
};

/** The years that a day of a volume may lie in: outside of them it is a slip of the keyboard. [PO2] */
export const volumeYears = { min: 1990, max: 2100 } as const;

/** Whether the year of a day is one of them; a text that is no day has none. @example isVolumeYear("70101-01-01") // false */
export function isVolumeYear(day: string): boolean {
  const year = /^[+-]?(\d+)-\d{2}-\d{2}$/.exec(day)?.[1];
  return year === undefined || (Number(year) >= volumeYears.min && Number(year) <= volumeYears.max);
}

/** How many questions may be left in the text, and how much of the words of each is kept. [PO29] */
export const mostLeftInText = 500;
export const longestLeftInText = 200;

/** Fields whose level the author may choose, with the level they start at and the widest that is allowed. */
export const levelledFields = [
  "identity",
  "summary",
  "description",
  "figures",
  "volume",
  "price",
  "customers",
  "region",
  "maturity",
  "ipStatus",
  "cooperation",
  "budget",
  "comparison",
  "evidence",
  "attachments",
] as const;
export type LevelledField = (typeof levelledFields)[number];

/** A choice for one field; figures may be overridden one by one as `figures.<attribute>`. */
export type LevelChoice = Readonly<Record<string, DisclosureLevel>>;

export const defaultLevels: Readonly<Record<LevelledField, DisclosureLevel>> = {
  identity: "partner",
  summary: "everyone",
  description: "member",
  figures: "member",
  volume: "member",
  price: "partner",
  customers: "own",
  region: "member",
  maturity: "member",
  ipStatus: "member",
  cooperation: "everyone",
  budget: "member",
  comparison: "member",
  evidence: "partner",
  attachments: "partner",
};

/** Fields that live behind the competitor wall, and so never wider than `member`. */
export const walledFields = ["volume", "price", "customers", "budget"] as const;

/** Attributes of the chain that are capacity, volume or price, whatever field carries them. */
export const walledAttributes = [
  "capacity_ta",
  "capacity_gwh",
  "throughput",
  "moq",
  "price",
  "lead_time",
  "batch",
] as const;

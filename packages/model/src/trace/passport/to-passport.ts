import { type CodeReading, explainCode } from "../code/explain-code.ts";
import type { CustodyEvent } from "../life/event.ts";
import type { LifeState } from "../life/verb.ts";

/** Who reads: anybody; whoever had a part in the battery; an authority. Each reads what those before it read. [TR24] */
export const passportLevels = ["public", "interest", "authority"] as const;
export type PassportLevel = (typeof passportLevels)[number];

export type PassportSource = {
  readonly code: string;
  /** What its maker filed; null at the public level, or where nobody filed it. */
  readonly unit: {
    readonly ah: string | null;
    readonly kwh: string | null;
    readonly kg: string | null;
  } | null;
  readonly state: LifeState | null;
  readonly events: readonly CustodyEvent[];
};

type Parts = NonNullable<CodeReading["parts"]>;
type Branch = { readonly [key: string]: unknown };

/** Names of the types that the code tells; those of the standard's other letters are recalled and stay out. */
const chemistries: Readonly<Record<string, string>> = { B: "LFP", E: "NCM/NCA" };

/**
 * What is known of a battery in the form of the battery passport of Catena-X 6.1.0. Only what the code says, its maker filed or an event
 * told is written; nothing stands for what is not known. The public level is what the code itself says, so that nobody can count
 * a maker's batteries by asking. [TR24]
 */
export function toPassport({ code, unit, state, events }: PassportSource): Branch {
  const { parts } = explainCode(code);
  if (!parts) return {};
  return prune({
    identification: {
      idDmc: code,
      chemistry: chemistries[parts.batteryType],
      category: parts.secondUse === null ? "EV" : undefined,
      identification: {
        serial: [{ key: "partInstanceId", value: code }],
        codes: [{ key: "GB/T 34014", value: code }],
        classification: [{ classificationStandard: "GB/T 34014-2017", classificationID: classOf(parts) }],
      },
    },
    operation: {
      manufacturer: { manufacturingDate: parts.secondUse === null ? parts.date : undefined },
      intoServiceDate: events.find(({ verb }) => verb === "fit")?.at,
    },
    characteristics: { physicalDimension: { weight: measure(unit?.kg, "unit:kilogram") } },
    sustainability: { status: statusOf(state, parts) },
    performance: {
      rated: { energy: measure(unit?.kwh), capacity: measure(unit?.ah) },
      dynamic: { energy: energyOf(unit?.kwh, events) },
    },
  });
}

const classOf = ({ product, batteryType, secondUse }: Parts) => `${product}${batteryType}${secondUse ?? ""}`;

function measure(text: string | null | undefined, unit?: string): Branch | undefined {
  return text === null || text === undefined ? undefined : { value: Number(text), unit };
}

/** What the last test found, in per cent of nominal energy and in kWh. */
function energyOf(kwh: string | null | undefined, events: readonly CustodyEvent[]): Branch | undefined {
  const test = events.findLast(({ verb, energyShare }) => verb === "test" && energyShare !== undefined);
  if (test?.energyShare === undefined) return undefined;
  const time = test.time ?? `${test.at}T00:00:00+08:00`;
  const left = kwh == null ? undefined : Math.round(Number(kwh) * test.energyShare * 1000) / 1000;
  return {
    soce: { value: Math.round(test.energyShare * 10_000) / 100, time },
    remaining: left === undefined ? undefined : { value: left, time },
  };
}

const waste: readonly LifeState[] = [
  ...(["retired", "collected", "tested", "withdrawn", "scrapped", "dismantled", "in_batch"] as const),
  ...(["recovered", "lost", "destroyed"] as const),
];

function statusOf(state: LifeState | null, { secondUse }: Parts): string | undefined {
  if (state === null || state === "none") return undefined;
  if (waste.includes(state)) return "waste";
  if (secondUse !== null || state === "deployed" || state === "recoded") return "repurposed";
  return state === "returned_to_use" ? "re-used" : "original";
}

/** Leaves out what is not known, and branches that hold nothing. */
function prune(branch: Branch): Branch {
  const kept = Object.entries(branch).flatMap(([key, value]) => {
    const inner =
      typeof value === "object" && value !== null && !Array.isArray(value) ? prune(value as Branch) : value;
    const isEmpty =
      inner === undefined || (typeof inner === "object" && Object.keys(inner as object).length === 0);
    return isEmpty ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept);
}

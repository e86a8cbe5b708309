import { readFile } from "node:fs/promises";
import { balanceBatch, probabilityOf, type Stream, thresholdOf } from "@lilink/model/trace";
import { requireFlag } from "../flag.ts";

type Assayed = Readonly<Record<string, number>>;
type Given = {
  readonly input: Assayed;
  readonly products: Readonly<Record<string, Assayed>>;
  readonly wastes: Readonly<Record<string, Assayed>>;
  readonly u_in?: number;
  readonly u_out?: number;
  readonly set?: string;
  readonly at?: string | number;
};

/** --file F: a batch with its streams; recovery and closure of every element, and how sure it is that its set is met. */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly mass_balance?: Given;
  } & Given;
  const given = file.mass_balance ?? file;
  const { u_in: uIn, u_out: uOut, set, at } = { ...given, ...pick(given.input) };
  const balances = balanceBatch({
    inputs: [toStream("input", given.input)],
    products: Object.entries(given.products).map(([name, stream]) => toStream(name, stream)),
    wastes: Object.entries(given.wastes).map(([name, stream]) => toStream(name, stream)),
    ...(uIn !== undefined && { uIn }),
    ...(uOut !== undefined && { uOut }),
  });
  const elements = balances.map((balance) => {
    const { element, recovery, closure } = balance;
    const threshold = thresholdFor(element, set, at);
    const probability = threshold === null ? null : probabilityOf(balance, threshold);
    return [
      element,
      {
        recovery: round(recovery),
        closure: round(closure),
        ...(probability !== null && { probability: round(probability) }),
      },
    ];
  });
  return { elements: Object.fromEntries(elements) };
}

/** `at` is a day on which the set holds, or the threshold itself. */
function thresholdFor(
  element: string,
  set: string | undefined,
  at: string | number | undefined,
): number | null {
  if (typeof at === "number") return at;
  if (set !== undefined) return thresholdOf(element, { set });
  return at === undefined ? null : thresholdOf(element, { on: at });
}

const settings: readonly string[] = ["u_in", "u_out", "set", "at"];

/** Uncertainties and set may stand beside the input or in it. */
function pick(input: Assayed): Partial<Given> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => settings.includes(name)));
}

function toStream(name: string, fields: Assayed): Stream {
  const masses = Object.entries(fields).filter(([field]) => field === "kg" || field.endsWith("_kg"));
  const [mass] = masses;
  if (!mass) throw new Error(`${name} has no mass`);
  const assay = Object.entries(fields).filter(
    ([field]) => field !== mass[0] && !settings.includes(field) && /^[A-Z][a-z]?$/.test(field),
  );
  return { name, kg: mass[1], assay: Object.fromEntries(assay) };
}

function round(value: number): number {
  return Number(value.toFixed(6));
}

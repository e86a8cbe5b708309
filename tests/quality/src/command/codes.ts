import { readFile } from "node:fs/promises";
import { type CodeReading, explainCode } from "@lilink/model/trace";
import { requireFlag } from "../flag.ts";

type Vector = {
  readonly id?: string;
  readonly code: string;
  readonly expect: "accept" | "warn" | "reject";
  readonly decoded?: Readonly<Record<string, unknown>> | null;
  readonly calendar_ok?: boolean;
};

/** --file F: battery codes with what they should read as; right where verdict, fields and date all agree. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { vectors } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly vectors: readonly Vector[];
  };
  const wrong = vectors.flatMap((vector) => {
    const got = describe(explainCode(vector.code));
    return agrees(vector, got) ? [] : [{ id: vector.id ?? vector.code, got }];
  });
  return { n: vectors.length, right: vectors.length - wrong.length, wrong };
}

type Description = Readonly<Record<string, unknown>> & {
  readonly verdict: string;
  readonly calendarOk: boolean;
};

function describe({ verdict, parts, fault, code, segments, flags, place }: CodeReading): Description {
  const read = Object.fromEntries(segments.map(({ field, text, meaning }) => [field, { text, meaning }]));
  return {
    verdict,
    code,
    fault,
    place,
    flags,
    calendarOk: fault !== "notADate",
    decoded:
      parts || fault === "notADate"
        ? {
            vendor: read.vendor?.text,
            product: read.product?.text,
            chem: read.batteryType?.text,
            spec: read.specification?.text,
            ...(read.trace && { trace: read.trace.text }),
            date: ["year", "month", "day"].map((name) => read[name]?.meaning?.padStart(2, "0")).join("-"),
            serial: read.serial?.text,
            second_use: read.suffix !== undefined,
            ...(read.secondUse && { second_use_product: read.secondUse.text }),
          }
        : null,
  };
}

function agrees({ expect, decoded, calendar_ok }: Vector, got: Description): boolean {
  if (got.verdict !== expect) return false;
  if (calendar_ok !== undefined && calendar_ok !== got.calendarOk) return false;
  if (decoded === undefined) return true;
  if (decoded === null || got.decoded === null) return decoded === got.decoded;
  const read = got.decoded as Readonly<Record<string, unknown>>;
  return Object.entries(decoded).every(([field, value]) => read[field] === value);
}

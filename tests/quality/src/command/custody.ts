import { readFile } from "node:fs/promises";
import { type CustodyEvent, judgeEvents, type LicenceKind, type World } from "@lilink/model/trace";
import { requireFlag } from "../flag.ts";

type Licence = {
  readonly org: string;
  readonly kind: LicenceKind;
  readonly from: number;
  readonly to: number | null;
};
type Case = {
  readonly id: string;
  readonly licences: readonly Licence[];
  readonly before: readonly CustodyEvent[];
  readonly events: readonly CustodyEvent[];
  readonly expect: readonly string[];
  readonly state?: Readonly<Record<string, string>>;
};

/** --file F: events in the order of arrival with the verdicts that they should get, and states at the end. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { cases } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly cases: readonly Case[];
  };
  const wrong = cases.flatMap((one) => {
    const { got, state } = judge(one);
    const isRight =
      one.expect.every((verdict, at) => verdict === got[at]) &&
      Object.entries(one.state ?? {}).every(([code, expected]) => state[code] === expected);
    return isRight ? [] : [{ id: one.id, got, state }];
  });
  return { n: cases.length, right: cases.length - wrong.length, wrong };
}

function judge({ licences, before, events }: Case) {
  const shifted = events.map((event) =>
    event.corrects === undefined ? event : { ...event, corrects: event.corrects + before.length },
  );
  const { verdicts, lives } = judgeEvents([...before, ...shifted], worldOf(licences));
  return {
    got: verdicts.slice(before.length),
    state: Object.fromEntries([...lives].map(([code, life]) => [code, life.state])),
  };
}

/** Days count from the day of making; the last day of a licence is one of its days. */
function worldOf(licences: readonly Licence[]): World {
  return {
    birthOf: () => 0,
    isOfficer: (body) => /^officer/i.test(body),
    isLicensed: (body, kinds, at) =>
      licences.some(
        ({ org, kind, from, to }) =>
          org === body && kinds.includes(kind) && from <= Number(at) && (to === null || Number(at) <= to),
      ),
  };
}

import { shiftDate } from "../../calendar/index.ts";
import { createRandom, type Random } from "../../random/create-random.ts";
import { writeCode } from "../code/write-code.ts";
import type { CustodyEvent } from "../life/event.ts";

/** Bodies of the invented trade. `yard` scraps vehicles; `stranger` has no licence. */
export const simulatedRoles = [
  "maker",
  "car",
  "collector",
  "tester",
  "cascade",
  "recycler",
  "yard",
  "stranger",
] as const;
export type SimulatedRole = (typeof simulatedRoles)[number];

export type SimulatedEvent = Omit<CustodyEvent, "by" | "to" | "at"> & {
  readonly at: string;
  readonly by: SimulatedRole;
  readonly to?: SimulatedRole;
  readonly province: string;
};
export type SimulatedLife = {
  readonly unit: { readonly code: string; readonly kwh: number; readonly ah: number; readonly kg: number };
  readonly events: readonly SimulatedEvent[];
};

export type Simulation = {
  readonly seed: number;
  /** The first serial number, so that two simulations do not share codes. */
  readonly first?: number;
  /** Nothing happens after this day. */
  readonly until: string;
  /** Provinces in which things happen, the commonest first. */
  readonly provinces?: readonly string[];
};

const usual = ["44", "36", "43", "51", "32", "42", "63", "33"];
const daysOfAll = 5 * 365;

/**
 * Invented batteries one after the other, the same for the same seed: most lives are in order, and each kind of verdict that is kept comes
 * up. In order of the days of each life. [TR90]
 */
export function* simulateLives(count: number, simulation: Simulation): Generator<SimulatedLife> {
  const random = createRandom(simulation.seed);
  for (let place = 0; place < count; place++)
    yield simulateLife((simulation.first ?? 1) + place, random, simulation);
}

function simulateLife(
  serial: number,
  random: Random,
  { until, provinces = usual }: Simulation,
): SimulatedLife {
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * random() * list.length)] ?? (list[0] as T);
  const isIron = random() < 0.7;
  const madeOn = shiftDate("2018-03-01", Math.floor(random() * daysOfAll));
  const kwh = 40 + Math.floor(random() * 60);
  const base = { vendor: "ZZ9", product: "P", batteryType: isIron ? "B" : "E", specification: "01" } as const;
  const code = writeCode({ ...base, trace: "SIM0001", madeOn, serial });
  const vehicle = `V${serial}`;
  const events: SimulatedEvent[] = [];
  let day = madeOn;
  const home = pick(provinces);
  const add = (
    by: SimulatedRole,
    event: Partial<SimulatedEvent> & Pick<SimulatedEvent, "verb">,
    after = 0,
  ) => {
    day = shiftDate(day, after);
    const { province = home, at = day, ...rest } = event;
    if (at <= until) events.push({ code, ...rest, at, by, province });
  };
  const wait = (from: number, to: number) => from + Math.floor(random() * (to - from));
  add("maker", { verb: "make" });
  add("car", { verb: "fit", vehicle }, wait(10, 60));
  const flaw = random();
  // Two vehicles claim one battery: both accounts are kept.
  if (flaw < 0.02) add("stranger", { verb: "fit", vehicle: `X${serial}` }, 3);
  const used = wait(700, 2600);
  if (flaw > 0.97) {
    add("yard", { verb: "vehicle_scrap", vehicle }, used);
    return { unit: unitOf(code, kwh), events };
  }
  if (flaw < 0.9) add("car", { verb: "retire", vehicle }, used);
  else day = shiftDate(day, used);
  const place = pick(provinces);
  if (random() < 0.5) add("car", { verb: "transfer", to: "collector", province: place }, wait(1, 20));
  add(random() < 0.04 ? "stranger" : "collector", { verb: "collect", province: place }, wait(1, 40));
  const energyShare = Math.round((0.55 + random() * 0.35) * 1000) / 1000;
  if (random() < 0.95) add("tester", { verb: "test", energyShare, u: 0.012, province: place }, wait(3, 60));
  if (energyShare >= 0.8) return { unit: unitOf(code, kwh), events };
  if (isIron && random() < 0.5) {
    const fresh = writeCode({ ...base, trace: null, madeOn: shiftDate(day, 20), serial });
    add("cascade", { verb: "recode", code: fresh, origins: [code], province: place }, 20);
    const step = random() < 0.1 ? 3 : 1;
    add("cascade", { verb: "deploy", code: fresh, step, province: pick(provinces) }, wait(5, 40));
    return { unit: unitOf(code, kwh), events };
  }
  const batch = `SIM-${day.slice(0, 7)}`;
  add("recycler", { verb: "scrap", reason: "老化 / worn out", province: place }, wait(5, 60));
  add("recycler", { verb: "batch_in", batch, province: place }, wait(2, 30));
  add("recycler", { verb: "batch_out", batch, province: place }, wait(5, 20));
  return { unit: unitOf(code, kwh), events };
}

const unitOf = (code: string, kwh: number) => ({
  code,
  kwh,
  ah: Math.round((kwh * 1000) / 350),
  kg: Math.round(kwh * 6.5),
});

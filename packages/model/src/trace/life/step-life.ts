import { type CustodyEvent, daysBetween, type Life, type Verdict, type World } from "./event.ts";
import { couldReach, isWaste, licenceKinds, ruleOf, type StepVerb } from "./verb.ts";

/** In which part a battery is named: itself, as an origin of a new code, or as what came out of another. */
export type Role = "self" | "origin" | "child";

export type Stepped = { readonly life: Life; readonly flags: readonly Verdict[] };

/** Residual energy below which a battery may be coded anew: 低于 80 %, so equality is not enough. [TR15] */
export const gateShare = 0.8;
/** Days for which a test of residual energy holds. A proposal of the product. [TR15] */
export const testDays = 180;

/** One event on one life. What is impossible or conflicts leaves the life as it was. [TR12] */
export function stepLife(
  life: Life,
  event: CustodyEvent,
  verb: StepVerb,
  role: Role,
  world: World,
  code = event.code,
): Stepped {
  if (role === "child") return { life: freed(life), flags: [] };
  const isBorn = verb === "make" || (verb === "recode" && role === "self");
  if (contradictsCode(event, verb, role, world)) return stay(life, "impossible");
  if (isBorn)
    return life.state === "none" ? { life: born(life, event, verb), flags: [] } : stay(life, "conflict");
  if (contradictsUse(life, event, verb)) return stay(life, "impossible");
  if (contradictsOther(life, event, verb)) return stay(life, "conflict");
  const { from } = ruleOf(verb);
  const isOpen = from.includes(life.state);
  if (!isOpen && !couldReach(life.state, verb)) return stay(life, "impossible");
  const flags: Verdict[] = [];
  if (!isOpen || hasGap(life, event, verb)) flags.push("gap");
  if (!isLicensed(life, event, verb, world)) flags.push("unlicensed");
  if (needsReason(life, event, verb, code)) flags.push("needs_reason");
  return { life: moved(life, event, verb, world), flags };
}

const stay = (life: Life, flag: Verdict): Stepped => ({ life, flags: [flag] });

/** What no later event can mend: a day before the code's own, a birth on another day, a new code made of nothing. */
function contradictsCode(event: CustodyEvent, verb: StepVerb, role: Role, world: World): boolean {
  const birth = role === "self" ? world.birthOf(event.code) : null;
  if (birth !== null && (event.at < birth || (verb === "make" && event.at !== birth))) return true;
  return verb === "recode" && (event.origins?.length ?? 0) === 0;
}

function contradictsUse(life: Life, event: CustodyEvent, verb: StepVerb): boolean {
  if (verb === "deploy") {
    const step = event.step ?? 0;
    if (!Number.isInteger(step) || step < 1 || step > 3 || step < life.step) return true;
    return !life.cascade && life.state !== "none";
  }
  return verb === "recode" && life.test !== null && reachesGate(life.test);
}

const repeatable: readonly StepVerb[] = ["test", "transfer", "vehicle_scrap"];

/** Two accounts of one thing that cannot both be true; both are kept. */
function contradictsOther(life: Life, event: CustodyEvent, verb: StepVerb): boolean {
  if (life.state === ruleOf(verb).to && !repeatable.includes(verb) && life.lastVerb !== "dismantle")
    return true;
  if (verb === "remove" || verb === "retire")
    return life.vehicle !== null && event.vehicle !== undefined && event.vehicle !== life.vehicle;
  if (verb === "transfer")
    return life.gave !== null && life.gave.by === event.by && life.gave.to !== event.to;
  if (verb === "dismantle" && life.state === "dismantled") return true;
  if (verb === "dismantle" && event.filed !== undefined)
    return (event.children?.length ?? 0) + countLost(event) > event.filed;
  return false;
}

function hasGap(life: Life, event: CustodyEvent, verb: StepVerb): boolean {
  if (verb === "recode")
    return (
      life.test === null ||
      life.test.energyShare === null ||
      !life.test.isAccredited ||
      daysBetween(life.test.at, event.at) > testDays
    );
  if (verb === "vehicle_scrap") return life.state === "fitted" && life.vehicle === (event.vehicle ?? null);
  if (verb === "dismantle" && life.state === "dismantled") return true;
  if (verb === "dismantle" && event.filed !== undefined)
    return (event.children?.length ?? 0) + countLost(event) < event.filed;
  return false;
}

function countLost({ lost }: CustodyEvent): number {
  return typeof lost === "number" ? lost : (lost?.length ?? 0);
}

/** Both ends of a hand-over are judged, on the day of the event. [TR14] */
function isLicensed(life: Life, event: CustodyEvent, verb: StepVerb, world: World): boolean {
  const { licence } = ruleOf(verb);
  const actor = verb === "collect" ? (event.to ?? event.by) : event.by;
  if (licence && !world.isLicensed(actor, licence, event.at)) return false;
  if (verb !== "transfer" || !isWaste(life.state)) return true;
  const ends = life.state === "retired" || life.state === "withdrawn" ? [] : [event.by];
  return [...ends, ...(event.to === undefined ? [] : [event.to])].every((body) =>
    world.isLicensed(body, licenceKinds, event.at),
  );
}

const ternary: readonly string[] = ["e", "ternary", "三元", "ncm", "nmc", "nca"];

/** By what was told of it or by the letter of its code: an event cannot talk the code out of it. */
function isTernary(life: Life, code: string): boolean {
  return ternary.includes((life.chemistry ?? "").toLowerCase()) || letterOf(code) === "E";
}

/** The battery type that a code prints, after vendor and product; codes of other lengths print none. */
const letterOf = (code: string): string | undefined =>
  code.length === 24 || code.length === 19 ? code[4] : undefined;

function needsReason(life: Life, event: CustodyEvent, verb: StepVerb, code: string): boolean {
  if ((event.reason ?? "").trim() !== "") return false;
  if (verb === "deploy") return (event.step ?? 0) > life.step + 1;
  if (verb === "recode") return isTernary(life, code);
  if (verb === "lose" || verb === "export" || verb === "destroy")
    return event.proof === undefined && event.authority === undefined;
  return false;
}

/** Only a test that counts sends a battery back to use. */
function reachesGate({ energyShare, isAccredited }: NonNullable<Life["test"]>): boolean {
  return isAccredited && energyShare !== null && energyShare >= gateShare;
}

/** The last test counts; one without accreditation takes the place of none that had it. */
function counts(test: NonNullable<Life["test"]>, known: Life["test"]): boolean {
  return test.isAccredited || known?.isAccredited !== true;
}

function born(life: Life, event: CustodyEvent, verb: StepVerb): Life {
  return {
    ...life,
    state: "made",
    cascade: verb === "recode",
    lastVerb: verb,
    chemistry: event.chemistry ?? life.chemistry,
  };
}

/** A child leaves its pack as waste that is to be tested; it lives on. */
function freed(life: Life): Life {
  const isInside = ["none", "made", "fitted", "removed", "retired"].includes(life.state);
  return isInside ? { ...life, state: "collected", vehicle: null, lastVerb: "dismantle" } : life;
}

function moved(life: Life, event: CustodyEvent, verb: StepVerb, world: World): Life {
  const isUsed = verb === "fit" || verb === "deploy";
  const test = verb === "test" ? testOf(event, world) : null;
  const { to } = ruleOf(verb);
  const next = test && reachesGate(test) ? "returned_to_use" : to;
  return {
    state: next === "same" ? life.state : next,
    cascade: life.cascade,
    step: verb === "deploy" ? Math.max(life.step, event.step ?? 0) : life.step,
    vehicle: verb === "fit" ? (event.vehicle ?? null) : verb === "remove" ? null : life.vehicle,
    lastVerb: verb,
    test: isUsed ? null : test && counts(test, life.test) ? test : life.test,
    chemistry: event.chemistry ?? life.chemistry,
    gave:
      verb === "transfer" && event.to !== undefined
        ? { by: event.by, to: event.to }
        : life.gave?.by === event.by
          ? life.gave
          : null,
  };
}

function testOf({ at, by, energyShare }: CustodyEvent, { isAccredited }: World): NonNullable<Life["test"]> {
  return { at, energyShare: energyShare ?? null, isAccredited: isAccredited?.(by, at) ?? true };
}

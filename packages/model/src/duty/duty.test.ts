import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  endOfShanghaiDay,
  isWorkingDay,
  shiftDate,
  toShanghaiDate,
} from "../calendar/index.ts";
import { listRegisters } from "../register/index.ts";
import { agendaSubjects, type DutyRule, dutyRules, findDutyRule } from "./rules.ts";
import { dutyStages, stageOf, warnAt, warnedSince } from "./stage.ts";

const day = 86_400_000;
const instants = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2026-11-30T00:00:00Z"),
  noInvalidDate: true,
});
const rules = fc.record({
  workingDays: fc.constant(5),
  holder: fc.constant("owner" as const),
  warn: fc.integer({ min: 0, max: 4 }),
  secretariat: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
}) satisfies fc.Arbitrary<DutyRule>;

/** The clock of a person with a wall calendar: walks the days one by one and strikes out those that nobody works. */
function readWallCalendar(rule: DutyRule, { startedAt, dueAt }: { startedAt: Date; dueAt: Date }, now: Date) {
  const dueDay = toShanghaiDate(dueAt);
  const workedBefore: string[] = [];
  for (let date = shiftDate(dueDay, -60); date < dueDay; date = shiftDate(date, 1))
    if (isWorkingDay(date)) workedBefore.push(date);
  const warnDay = rule.warn === 0 ? dueDay : (workedBefore.at(-rule.warn) ?? "");
  const warned = Date.parse(`${warnDay}T08:00:00+08:00`);
  if (now.getTime() <= Date.parse(`${dueDay}T23:59:59.999+08:00`))
    return startedAt.getTime() < warned && now.getTime() >= warned ? "warned" : "running";
  if (rule.secretariat === null) return "overdue";
  const workedSince: string[] = [];
  for (let date = dueDay; date < toShanghaiDate(now); date = shiftDate(date, 1))
    if (date > dueDay && isWorkingDay(date)) workedSince.push(date);
  return workedSince.length >= rule.secretariat ? "escalated" : "overdue";
}

describe("the rules of duties", () => {
  it("[DU1] every duty of a register is in the table", () => {
    const declared = listRegisters().flatMap(({ name, due }) =>
      Object.values(due ?? {}).map((one) => `${name}.${one?.duty}`),
    );
    expect(declared.length).toBeGreaterThan(0);
    for (const name of declared) expect(Object.keys(dutyRules)).toContain(name);
  });

  it("[DU1] a period that neither the paper nor a treaty names is a proposal", () => {
    const named = Object.entries<DutyRule>(dutyRules).filter(([, { proposal }]) => !proposal);
    expect(named.map(([name]) => name)).toEqual([
      "introduction.answer",
      "filingPlan.claimPriority",
      "filingPlan.enterNational",
      "achievement.protect",
    ]);
  });

  it("[DU4] what is between two parties is never published", () => {
    const published = Object.entries<DutyRule>(dutyRules).filter(([, rule]) => rule.published);
    expect(published.map(([name]) => name)).toEqual([
      "publicPolicy.evaluate",
      "watchItem.triage",
      "watchItem.decide",
    ]);
    expect(findDutyRule("somethingNew", "x").published).toBeUndefined();
  });

  it("[DU5] overdue watch items, evaluations and weak links go onto an agenda", () => {
    expect(agendaSubjects).toEqual(["publicPolicy", "watchItem", "weakLink"]);
  });
});

describe("the clock of duties", () => {
  const rule = dutyRules["meeting_decision.carryOut"];
  const times = { startedAt: new Date("2026-09-01T02:00:00Z"), dueAt: endOfShanghaiDay("2026-10-09") };

  it("[DU3] warns two working days before, across the National Day", () => {
    expect(warnAt(times.dueAt, 2).toISOString()).toBe("2026-09-30T00:00:00.000Z");
    expect(stageOf(rule, times, new Date("2026-09-29T23:59:59.999Z"))).toBe("running");
    expect(stageOf(rule, times, new Date("2026-09-30T00:00:00.000Z"))).toBe("warned");
  });

  it("[DU3] [TR71] warns as often as a rule says, each time from 8 in the morning of its day", () => {
    const claim = dutyRules["conformityClaim.renew"];
    const long = { ...times, startedAt: new Date("2026-01-01T02:00:00Z") };
    const at = (text: string) => warnedSince(claim, long, new Date(text))?.toISOString() ?? null;
    expect(at("2026-08-09T23:59:59.999Z")).toBeNull();
    expect(at("2026-08-10T00:00:00Z")).toBe("2026-08-10T00:00:00.000Z");
    expect(at("2026-09-20T00:00:00Z")).toBe("2026-09-09T00:00:00.000Z");
    expect(at("2026-10-09T03:00:00Z")).toBe("2026-10-02T00:00:00.000Z");
    expect(at("2026-10-10T03:00:00Z")).toBeNull();
  });

  it("[DU3] the due instant is in time, the next millisecond is overdue", () => {
    expect(stageOf(rule, times, times.dueAt)).toBe("warned");
    expect(stageOf(rule, times, new Date(times.dueAt.getTime() + 1))).toBe("overdue");
  });

  it("[DU3] the secretariat gets a notice after five more working days, a worked Saturday among them", () => {
    const told = addWorkingDays(times.dueAt, 5);
    expect(toShanghaiDate(told)).toBe("2026-10-15");
    expect(stageOf(rule, times, told)).toBe("overdue");
    expect(stageOf(rule, times, new Date(told.getTime() + 1))).toBe("escalated");
  });

  it("[DU3] nobody is warned of what starts after its warning would have gone out", () => {
    const late = { ...times, startedAt: new Date("2026-10-09T01:00:00Z") };
    expect(stageOf(rule, late, new Date("2026-10-09T02:00:00Z"))).toBe("running");
  });

  it("[DU3] what lapses with its due instant is never overdue", () => {
    const answer = dutyRules["introduction.answer"];
    expect(stageOf(answer, times, new Date(times.dueAt.getTime() + 30 * day))).toBe("running");
  });

  it("[DU3] agrees with a wall calendar on any day, and never goes back", () => {
    fc.assert(
      fc.property(
        rules,
        instants,
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 8 }),
        (one, startedAt, days, minutes) => {
          const duty = { startedAt, dueAt: addWorkingDays(startedAt, days) };
          const nows = minutes.sort((a, b) => a - b).map((m) => new Date(startedAt.getTime() + m * 60_000));
          const stages = nows.map((now) => stageOf(one, duty, now));
          expect(stages).toEqual(nows.map((now) => readWallCalendar(one, duty, now)));
          const ranks = stages.map((stage) => dutyStages.indexOf(stage));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });
});

import type { Database, Principal } from "@lilink/db";
import { incentiveClaim, incentiveTerms } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import type { IncentiveDecision, RefusalCode } from "@lilink/model/incentive";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { claimIncentive } from "../../people/incentive/claim-incentive.ts";
import { decideClaim } from "../../people/incentive/keep-incentive.ts";
import given from "./data/incentives.json" with { type: "json" };
import { bringRecord } from "./seed-records.ts";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Done = readonly [step: IncentiveDecision, code?: RefusalCode, reason?: string];

const [officer, secretary] = ["officer@group.example", "secretary@group.example"];
const dayMilliseconds = 86_400_000;
const amount = (value: string) => ({ value, low: null, high: null, unit: "CNY", basis: null });

/** Invented programmes with claims in every state, each filed and decided some days ago by the verbs that people use. What is there stays. */
export async function seedIncentives(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const today = toShanghaiDate(app.clock());
  await bringRecord(owner, app, principalOf, {
    register: "publicPolicy",
    by: secretary,
    values: given.policy,
    steps: given.steps as unknown as readonly [string, null][],
  });
  for (const { opens, closes, evaluate, budget, ...values } of given.programmes)
    await bringRecord(owner, app, principalOf, {
      register: "incentiveProgramme",
      by: secretary,
      values: {
        ...values,
        policy: { named: given.policy.title.zh },
        budget: amount(budget),
        opensOn: shiftDate(today, opens),
        closesOn: shiftDate(today, closes),
        evaluateOn: shiftDate(today, evaluate),
      },
      steps: given.steps as unknown as readonly [string, null][],
    });
  if ((await owner.$count(incentiveClaim)) > 0) return;
  const { rows } = await owner.execute<{ id: string; publicId: string; number: string }>(
    sql`select h.id, h.public_id as "publicId", v.number from incentive_programme h
      join incentive_programme_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'`,
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { number, from, ...terms } of given.terms) {
    const programme = byNumber.get(number);
    if (programme)
      await owner.insert(incentiveTerms).values({
        id: app.newId(),
        programmeId: programme.id,
        fromOn: shiftDate(today, from),
        ...terms,
        setAt: app.clock(),
      });
  }
  for (const one of given.claims) {
    const then: Kernel = {
      ...app,
      clock: () => new Date(app.clock().getTime() - one.daysAgo * dayMilliseconds),
    };
    const publicId = byNumber.get(one.number)?.publicId ?? "";
    const filed = await call(then, principalOf(one.by), claimIncentive, {
      publicId,
      amount: one.amount,
      purpose: one.purpose,
    });
    for (const [step, code, reason] of one.done as unknown as readonly Done[])
      await call(then, principalOf(step === "check" ? officer : secretary), decideClaim, {
        publicId: filed.publicId,
        step,
        code: code ?? null,
        reason: reason ?? null,
      });
  }
}

import type { Database, Principal } from "@lilink/db";
import { definition, returnForm, returnRound } from "@lilink/db/schema";
import { countWorkingDays, toShanghaiDate } from "@lilink/model/calendar";
import { type Period, periodEnd, periodOfDay, shiftPeriod } from "@lilink/model/return";
import { and, eq } from "drizzle-orm";
import { queryReturn, verifyReturn } from "../../figures/return/decide-return.ts";
import { loadReturn } from "../../figures/return/load-return.ts";
import { openRound } from "../../figures/return/open-round.ts";
import { saveExplanation, saveValues } from "../../figures/return/save-values.ts";
import { submitReturn } from "../../figures/return/submit-return.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import demo from "./data/returns.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type DemoForm = {
  readonly by: string;
  readonly sheet: string;
  readonly state: "open" | "draft" | "submitted" | "queried" | "verified";
  readonly checker: string;
  readonly past: boolean;
  readonly words: string;
  readonly asked?: string;
  readonly figures: readonly (readonly [component: string, place: readonly string[], value: string])[];
};

const dayMilliseconds = 86_400_000;
/** Working days that the open round has left when the demo is made. */
const leftDays = 8;

/**
 * Two rounds: the quarter before last with returns that were verified, and the last one with returns in every state. Each step
 * is taken once, so that a run that was cut short goes on.
 */
export async function seedReturns(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  if ((await owner.$count(definition)) === 0) return;
  const now = app.clock();
  const last = shiftPeriod(periodOfDay(toShanghaiDate(now), "quarterly"), -1);
  const forms = demo.forms as unknown as DemoForm[];
  for (const period of [shiftPeriod(last, -1), last]) {
    const isPast = period.id !== last.id;
    const opened = new Date(periodEnd(period).getTime() + 1);
    const at = (days: number): Kernel => {
      const then = Math.min(opened.getTime() + days * dayMilliseconds, now.getTime());
      return { ...app, clock: () => new Date(then) };
    };
    const workingDays = isPast ? undefined : countWorkingDays(opened, now) + leftDays;
    const roundId = await openOnce(owner, at(0), principalOf("officer@group.example"), period, workingDays);
    for (const form of forms) {
      if (isPast && !form.past) continue;
      const wanted = isPast ? { ...form, state: "verified" as const, figures: shrink(form.figures) } : form;
      await bringToState(owner, at, roundId, wanted, principalOf);
    }
  }
}

async function openOnce(
  owner: Database,
  app: Kernel,
  officer: Principal,
  { id: period, frequency }: Period,
  workingDays: number | undefined,
): Promise<string> {
  const [known] = await owner
    .select({ id: returnRound.id })
    .from(returnRound)
    .where(and(eq(returnRound.period, period), eq(returnRound.frequency, frequency)));
  const days = workingDays === undefined ? {} : { workingDays: Math.min(workingDays, 120) };
  return known?.id ?? (await call(app, officer, openRound, { period, ...days })).id;
}

async function bringToState(
  owner: Database,
  at: (days: number) => Kernel,
  roundId: string,
  wanted: DemoForm,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const maker = principalOf(wanted.by);
  const find = async () => {
    const [row] = await owner
      .select({ publicId: returnForm.publicId, state: returnForm.state, version: returnForm.version })
      .from(returnForm)
      .where(
        and(
          eq(returnForm.roundId, roundId),
          eq(returnForm.organizationId, maker.organizationId),
          eq(returnForm.sheet, wanted.sheet),
        ),
      );
    return row;
  };
  let form = await find();
  if (!form || wanted.state === "open" || form.version > 1) return;
  const { publicId, version } = form;
  if (form.state === "open") {
    const values = wanted.figures.map(([component, place, raw]) => ({
      component,
      place: [...place],
      raw,
      revision: 0,
    }));
    await call(at(4), maker, saveValues, { publicId, version, values });
    form = await find();
  }
  if (form?.state === "draft" && wanted.state !== "draft") {
    for (const { key, explained } of (await call(at(5), maker, loadReturn, { publicId })).findings)
      if (!explained)
        await call(at(5), maker, saveExplanation, { publicId, version, check: key, text: wanted.words });
    await call(at(5), maker, submitReturn, { publicId, version });
    form = await find();
  }
  if (form?.state !== "submitted") return;
  const checker = principalOf(wanted.checker);
  if (wanted.state === "verified") await call(at(7), checker, verifyReturn, { publicId, version });
  if (wanted.state === "queried") {
    const items = [{ component: null, text: wanted.asked ?? wanted.words }];
    await call(at(7), checker, queryReturn, { publicId, version, items });
  }
}

/** The period before, a little below: enough for a comparison, too little for a question. */
function shrink(figures: DemoForm["figures"]): DemoForm["figures"] {
  return figures.map(([component, place, value]) => [
    component,
    place,
    String(Math.round(Number(value) * 0.94)),
  ]);
}

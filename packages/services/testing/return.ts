import { definition, returnForm } from "@lilink/db/schema";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { type Period, parsePeriod, periodEnd } from "@lilink/model/return";
import { and, eq } from "drizzle-orm";
import { openRound } from "../src/figures/return/open-round.ts";
import { call } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember, type TestOrganization } from "./people.ts";

/** The shipped definitions, in force. */
export async function adoptDefinitions({ owner, app }: TestKernel): Promise<void> {
  const createdAt = app.clock();
  await owner
    .insert(definition)
    .values(
      shippedDefinitions.map(({ indicator, version, fromPeriod, ...content }) => ({
        id: app.newId(),
        indicator,
        version,
        fromPeriod,
        content: { ...content },
        reason: "shipped",
        adopted: true,
        createdAt,
      })),
    )
    .onConflictDoNothing();
}

export type TestOffice = {
  readonly secretariat: TestOrganization;
  readonly officer: TestMember;
  readonly second: TestMember;
};

/** A secretariat with two officers. */
export async function addOffice(kernel: TestKernel): Promise<TestOffice> {
  const secretariat = await addOrganization(kernel, { kind: "coordination_group", province: "11" });
  const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
  const second = await addMember(kernel, secretariat, { duties: ["officer"] });
  return { secretariat, officer, second };
}

function toPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`${text} is no period`);
  return period;
}

/** Opens a round in time, so on the day after its period or now, and answers how to find an organization's sheet of it. */
export async function openTestRound(kernel: TestKernel, officer: TestMember, period: string) {
  const ends = periodEnd(toPeriod(period));
  const at = Math.min(kernel.app.clock().getTime(), ends.getTime() + 60_000);
  const inTime = { ...kernel.app, clock: () => new Date(at) };
  const round = await call(inTime, officer.principal, openRound, { period });
  const formOf = async (of: TestOrganization, sheet: string) => {
    const [form] = await kernel.owner
      .select()
      .from(returnForm)
      .where(
        and(
          eq(returnForm.roundId, round.id),
          eq(returnForm.organizationId, of.id),
          eq(returnForm.sheet, sheet),
        ),
      );
    if (!form) throw new Error(`${of.name} owes no sheet ${sheet} for ${period}`);
    return form;
  };
  return { ...round, formOf };
}

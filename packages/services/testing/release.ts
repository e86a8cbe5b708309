import {
  definition,
  figureCell,
  figureRelease,
  returnForm,
  returnRound,
  returnValue,
} from "@lilink/db/schema";
import type { DisclosureParameters } from "@lilink/engine/disclosure";
import type { Component, Definition, DefinitionContent } from "@lilink/model/goals/definition";
import type { ReleaseAudience } from "@lilink/model/goals/release";
import { parsePeriod, periodEnd } from "@lilink/model/return";
import { askRelease } from "../src/figures/release/ask-release.ts";
import { makeRelease } from "../src/figures/release/make-release.ts";
import { protectHere } from "../src/figures/release/protect-here.ts";
import { call } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember, type TestOrganization } from "./people.ts";

/** A component of a test: a sum in tonnes, broken down by nothing of its own. */
export function sampleComponent(code: string, given: Partial<Component> = {}): Component {
  const name = { zh: code, en: code };
  return { code, name, unit: "t", dimensions: [], nonNegative: true, decimals: 3, overTime: "sum", ...given };
}

/** An adopted definition of an indicator, from 2020 on. */
export async function addDefinition(
  { owner, app }: TestKernel,
  indicator: string,
  given: Partial<DefinitionContent> & Pick<DefinitionContent, "components">,
): Promise<Definition> {
  const content: DefinitionContent = {
    basis: "returns",
    frequency: "quarterly",
    audience: "everyone",
    reporters: { kinds: ["enterprise"], links: ["smelting"] },
    uses: [],
    constants: [],
    measures: given.components.map(({ code, name, unit }) => ({
      code: `${code}_sum`,
      name,
      unit,
      expression: code,
    })),
    breakdowns: [[], ["province"]],
    checks: [],
    terms: [],
    releaseLagQuarters: 0,
    origin: "proposal",
    ...given,
  };
  const row = { indicator, version: 1, fromPeriod: "2020" };
  await owner
    .insert(definition)
    .values({ id: app.newId(), ...row, content, reason: "test", adopted: true, createdAt: app.clock() });
  return { ...content, ...row };
}

export type TestFigure = { readonly component: string; readonly value: string; readonly place?: string[] };

/** A round and its verified returns, written as the product would have left them. */
export async function addRound({ owner, app }: TestKernel, period: string) {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(`no period: ${period}`);
  const round = { id: app.newId(), publicId: app.newPublicId(), period };
  const opensAt = periodEnd(parsed);
  await owner
    .insert(returnRound)
    .values({ ...round, frequency: parsed.frequency, opensAt, dueAt: opensAt, createdAt: app.clock() });
  const file = async (
    organization: TestOrganization,
    figures: readonly TestFigure[],
    given: {
      readonly province?: string;
      readonly size?: string;
      readonly group?: string;
      readonly indicators?: string[];
      /** It was asked for and did not come. */
      readonly owed?: boolean;
    } = {},
  ) => {
    const form = { id: app.newId(), version: 1 };
    await owner.insert(returnForm).values({
      ...form,
      publicId: app.newPublicId(),
      roundId: round.id,
      organizationId: organization.id,
      sheet: `smelting.${parsed.frequency}`,
      definitions: Object.fromEntries((given.indicators ?? []).map((one) => [one, 1])),
      province: given.province ?? "36",
      size: given.size ?? null,
      groupId: given.group ?? null,
      state: given.owed ? "open" : "verified",
      verifiedVersion: given.owed ? null : 1,
      updatedAt: app.clock(),
    });
    if (figures.length > 0) await write(form, organization, figures);
    return form;
  };
  const write = async (
    form: { readonly id: string; readonly version: number },
    organization: TestOrganization,
    figures: readonly TestFigure[],
  ) => {
    await owner.insert(returnValue).values(
      figures.map(({ component, value, place = [] }) => ({
        id: app.newId(),
        formId: form.id,
        organizationId: organization.id,
        version: form.version,
        component,
        place,
        raw: value,
        unit: "t",
        value,
        changedAt: app.clock(),
      })),
    );
  };
  return { ...round, file, write };
}

type PublishedFigure = {
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: string;
};

/** A frozen release of a period with one figure for everyone, the headline of its indicator. */
export async function addPublished(
  kernel: TestKernel,
  period: string,
  figure: PublishedFigure,
): Promise<void> {
  const { owner, app } = kernel;
  const round = await addRound(kernel, period);
  const release = { id: app.newId(), publicId: app.newPublicId(), roundId: round.id, period };
  await owner.insert(figureRelease).values({
    ...release,
    edition: 1,
    audience: "everyone",
    state: "frozen",
    coverage: { [figure.indicator]: { percent: 100, definition: 1, headline: figure.measure } },
    createdAt: app.clock(),
    frozenAt: app.clock(),
  });
  await owner.insert(figureCell).values({
    ...figure,
    id: app.newId(),
    releaseId: release.id,
    audience: "everyone",
    period,
    status: "published",
  });
}

/** An officer asks for a release of a round and the worker makes it, by these parameters alone. */
export async function makeTestRelease(
  kernel: TestKernel,
  officer: TestMember,
  round: string,
  parameters: DisclosureParameters,
  audience: ReleaseAudience = "everyone",
): Promise<string> {
  const asked = await call(kernel.app, officer.principal, askRelease, { round, audience });
  const job = { id: kernel.app.newId(), name: "release.make" };
  await makeRelease(
    kernel.worker,
    job,
    { releaseId: asked.id },
    {
      parameters,
      protect: protectHere,
    },
  );
  return asked.publicId;
}

/** An officer of a secretariat of the test's own. */
export async function addOfficer(kernel: TestKernel): Promise<TestMember> {
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  return addMember(kernel, group, { duties: ["officer"] });
}

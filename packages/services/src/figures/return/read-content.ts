import {
  organization,
  person,
  returnEvent,
  returnExplanation,
  returnForm,
  returnRound,
  returnValue,
} from "@lilink/db/schema";
import {
  type AskedReturn,
  checkReturn,
  type EarlierFigure,
  type EarlierFigures,
  type FigureRule,
  type Finding,
  figureKey,
  parsePeriod,
  periodsInYear,
  readFigure,
  shiftPeriod,
} from "@lilink/model/return";
import { and, asc, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Form, FormRow } from "./find-form.ts";
import { readQueries } from "./read-queries.ts";

/** A figure as its makers and checkers see it; decimals are strings. `rule` says why it cannot be read. */
export type FigureView = {
  readonly component: string;
  readonly site: string;
  readonly place: readonly string[];
  readonly raw: string;
  readonly unit: string;
  readonly value: string | null;
  readonly rule: FigureRule | null;
  readonly params: Readonly<Record<string, string>>;
  readonly revision: number;
};

const figureColumns = {
  component: returnValue.component,
  site: returnValue.site,
  place: returnValue.place,
  raw: returnValue.raw,
  unit: returnValue.unit,
  value: returnValue.value,
  revision: returnValue.revision,
};

/** The figures of a version by component, plant and place; some of them where `only` says which and how many. */
export async function readFigures(
  ctx: Context,
  { id }: Pick<FormRow, "id">,
  version: number,
  { components }: AskedReturn,
  only: { readonly where?: SQL | undefined; readonly limit?: number } = {},
): Promise<FigureView[]> {
  const ordered = ctx.db
    .select(figureColumns)
    .from(returnValue)
    .where(and(eq(returnValue.formId, id), eq(returnValue.version, version), only.where))
    .orderBy(asc(returnValue.component), asc(returnValue.site), asc(returnValue.place));
  const rows = await (only.limit === undefined ? ordered : ordered.limit(only.limit));
  const byCode = new Map(components.map((component) => [component.code, component]));
  return rows.map((row) => {
    const component = byCode.get(row.component);
    const read =
      component && row.raw !== "" && row.value === null ? readFigure(row.raw, row.unit, component) : null;
    const refused = read && !read.ok ? read : null;
    return { ...row, rule: refused?.rule ?? null, params: refused?.params ?? {} };
  });
}

/**
 * The same organization's figures one period and one year before: those last verified, else those last handed in. What is
 * being corrected is not counted.
 */
export async function readEarlier(ctx: Context, { form, round }: Form): Promise<EarlierFigures> {
  const period = parsePeriod(round.period);
  if (!period) return { previous: [], lastYear: [] };
  const before = shiftPeriod(period, -1).id;
  const yearBefore = shiftPeriod(period, -periodsInYear(period.frequency)).id;
  const rows = await ctx.db
    .select({
      period: returnRound.period,
      component: returnValue.component,
      site: returnValue.site,
      place: returnValue.place,
      value: returnValue.value,
    })
    .from(returnForm)
    .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
    .innerJoin(
      returnValue,
      and(
        eq(returnValue.formId, returnForm.id),
        sql`${returnValue.version} = coalesce(${returnForm.verifiedVersion}, case when ${returnForm.state} in ('open', 'draft', 'queried')
          then ${returnForm.version} - 1 else ${returnForm.version} end)`,
      ),
    )
    .where(
      and(
        eq(returnForm.organizationId, form.organizationId),
        eq(returnForm.sheet, form.sheet),
        inArray(returnRound.period, [before, yearBefore]),
        isNotNull(returnValue.value),
      ),
    );
  const of = (wanted: string) =>
    rows.flatMap(({ period: found, value, ...place }) =>
      value === null || found !== wanted ? [] : [{ ...place, value }],
    );
  return { previous: of(before), lastYear: of(yearBefore) };
}

export type ExplanationView = { readonly check: string; readonly text: string };

export function readExplanations(
  ctx: Context,
  { id }: Pick<FormRow, "id">,
  version: number,
): Promise<ExplanationView[]> {
  return ctx.db
    .select({ check: returnExplanation.check, text: returnExplanation.text })
    .from(returnExplanation)
    .where(
      and(
        eq(returnExplanation.formId, id),
        eq(returnExplanation.version, version),
        ne(returnExplanation.text, ""),
      ),
    )
    .orderBy(asc(returnExplanation.check));
}

/** What happened to a return, first things first; persons are named to their own organization alone. */
export async function readEvents(ctx: Context, { id }: Pick<FormRow, "id">, ownId: string | null) {
  const rows = await ctx.db
    .select({
      id: returnEvent.id,
      kind: returnEvent.kind,
      version: returnEvent.version,
      text: returnEvent.text,
      at: returnEvent.at,
      personName: person.name,
      byOrganization: returnEvent.byOrganization,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
    })
    .from(returnEvent)
    .leftJoin(person, eq(person.id, returnEvent.byPerson))
    .leftJoin(organization, eq(organization.id, returnEvent.byOrganization))
    .where(eq(returnEvent.formId, id))
    .orderBy(asc(returnEvent.at), asc(returnEvent.id));
  return rows.map(({ personName, byOrganization, nameZh, nameEn, ...event }) => ({
    ...event,
    by: byOrganization !== null && byOrganization === ownId ? personName : null,
    organization: nameZh === null ? null : { nameZh, nameEn },
  }));
}

/** A page and an answer hold so many figures; what came by file may be more, and counts all the same. */
const mostFigures = 3000;

export type Content = {
  /** How many figures stand in the version; the first of them follow. */
  readonly total: number;
  readonly figures: readonly FigureView[];
  readonly earlier: readonly EarlierFigure[];
  readonly explanations: readonly ExplanationView[];
  readonly findings: readonly (Finding & { readonly explained: boolean })[];
};

/** Everything that a version of a return holds, judged as it stands. */
export async function readContent(
  ctx: Context,
  found: Form,
  version: number,
  asked: AskedReturn,
): Promise<Content> {
  const figures = await readFigures(ctx, found.form, version, asked);
  const earlier = await readEarlier(ctx, found);
  const explanations = await readExplanations(ctx, found.form, version);
  const explained = new Set(explanations.map(({ check }) => check));
  const rules = new Map(figures.map((figure) => [figureKey(figure), figure]));
  const queries = await readQueries(ctx, found.form, version);
  const findings = [...queries, ...checkReturn(asked, figures, earlier)].map((finding) => {
    const figure = finding.at ? rules.get(figureKey(finding.at)) : undefined;
    return {
      ...finding,
      ...(finding.code === "unread" && figure?.rule ? { rule: figure.rule, params: figure.params } : {}),
      explained: explained.has(finding.key),
    };
  });
  return {
    total: figures.length,
    figures: figures.slice(0, mostFigures),
    earlier: earlier.previous.slice(0, mostFigures),
    explanations,
    findings,
  };
}

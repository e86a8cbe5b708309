import type { Database } from "@lilink/db";
import { organization, organizationProfile, returnForm, returnRound, returnValue } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import type { LinkId } from "@lilink/model/chain";
import { goals, listGoalParts } from "@lilink/model/goals";
import { type Definition, listOwedSheets, type OwedSheet } from "@lilink/model/goals/definition";
import { type Period, periodEnd, periodsInYear, returnDueAt } from "@lilink/model/return";
import { and, eq, inArray } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import reports from "./data/reports.json" with { type: "json" };

type Kind = readonly (readonly [component: string, place: readonly string[], base: number, growth: number])[];
type Sheet = { readonly kinds: readonly Kind[]; readonly by: Readonly<Record<string, number>> };
export type Reporter = (typeof reports.reporters)[number] & { readonly id: string };

const sheets = reports.sheets as unknown as Readonly<Record<string, Sheet>>;
const office = reports.office as unknown as Readonly<Record<string, Kind>>;
const firstYear = 2024;
const detailedFrom = 2024;
const dayMilliseconds = 86_400_000;

/** Invented firms that report and do nothing else: not verified, so that they stand in no list. What is there stays. */
export async function addReporters(owner: Database, app: Kernel): Promise<readonly Reporter[]> {
  const now = app.clock();
  const names = reports.reporters.map(({ nameZh }) => nameZh);
  const known = await owner
    .select({ id: organization.id, nameZh: organization.nameZh })
    .from(organization)
    .where(inArray(organization.nameZh, names));
  const idOf = new Map(known.map(({ id, nameZh }) => [nameZh, id]));
  const rows = reports.reporters.map((one) => ({ ...one, id: idOf.get(one.nameZh) ?? app.newId() }));
  if (known.length > 0) return rows;
  await owner.insert(organization).values(
    rows.map(({ id, nameZh, nameEn, province, link }) => ({
      id,
      publicId: app.newPublicId(),
      kind: "enterprise" as const,
      status: "pending" as const,
      nameZh,
      nameEn,
      namePinyin: Object.values(pinyinOf(nameZh)).join(" "),
      fictional: true,
      province,
      links: [link],
      createdAt: now,
      updatedAt: now,
    })),
  );
  await owner
    .insert(organizationProfile)
    .values(rows.map(({ id }) => ({ organizationId: id, updatedAt: now })));
  return rows;
}

/** Who files in the demo's past: invented firms, and the coordination group for what no firm can know. */
export type Filers = { readonly reporters: readonly Reporter[]; readonly groupId: string };

type Form = {
  readonly filer: Pick<Reporter, "id" | "province"> & { readonly size: string | null };
  readonly owed: OwedSheet;
  /** Null where nothing came. */
  readonly values: readonly (readonly [component: string, place: readonly string[], value: string])[] | null;
};

/** Their verified returns of a period, in its round, which is made where there is none; once. */
export async function addReports(
  owner: Database,
  app: Kernel,
  { reporters, groupId }: Filers,
  definitions: readonly Definition[],
  period: Period,
): Promise<{ readonly publicId: string }> {
  const opensAt = new Date(periodEnd(period).getTime() + dayMilliseconds);
  const round = await findRound(owner, app, period, opensAt);
  const filed = await owner
    .select({ organizationId: returnForm.organizationId })
    .from(returnForm)
    .where(eq(returnForm.roundId, round.id));
  const known = new Set(filed.map(({ organizationId }) => organizationId));
  if (known.has(reporters[0]?.id ?? "")) return round;
  const own = definitions.filter(({ frequency }) => frequency === period.frequency);
  const asked = period.year < detailedFrom ? componentsOfGoals(definitions) : null;
  const forms = [
    ...reporters.flatMap((reporter) => formsOf(reporter, own, period)),
    // A round that an officer opened has asked the group already.
    ...(known.has(groupId) ? [] : officeForms(groupId, own, period)),
  ];
  const kept = forms.map((form) => ({
    ...form,
    values: form.values?.filter(([component]) => !asked || asked.has(component)) ?? null,
  }));
  await write(owner, app, round.id, kept, opensAt);
  return round;
}

/** What goals are judged by: of early years that alone was kept, and a release of it takes less time. */
function componentsOfGoals(definitions: readonly Definition[]): ReadonlySet<string> {
  const judged = new Set(goals.flatMap(listGoalParts).map(({ indicator }) => indicator));
  const own = definitions.filter(({ indicator }) => judged.has(indicator));
  return new Set(own.flatMap(({ components, uses }) => [...components.map(({ code }) => code), ...uses]));
}

function formsOf(reporter: Reporter, own: readonly Definition[], period: Period): readonly Form[] {
  const owed = listOwedSheets(own, { kind: "enterprise", links: [reporter.link as LinkId] });
  return owed.flatMap((sheet) => {
    const kind = kindOf(reporter, sheet.sheet);
    if (kind.length === 0) return [];
    const values = kind.map(([component, place, base, growth]) => {
      const value = figureOf(reporter, period, base, growth);
      return [component, place, value] as const;
    });
    return [{ filer: reporter, owed: sheet, values: isLate(reporter, period) ? null : values }];
  });
}

/** Two mines still owe the last year, so that some goals are judged with care. */
function isLate({ link, province }: Reporter, { id }: Period): boolean {
  return link === "resource" && province === "36" && id === "2025";
}

function officeForms(groupId: string, own: readonly Definition[], period: Period): readonly Form[] {
  const filer = { id: groupId, province: "11", size: null };
  return listOwedSheets(own, { kind: "coordination_group", links: [] }).flatMap((owed) => {
    const given = office[owed.sheet];
    if (!given) return [];
    const decimals = new Map(owed.components.map((one) => [one.code, one.decimals]));
    const values = given.map(([component, place, base, growth]) => {
      const value = (base * growth ** yearsTo(period)).toFixed(decimals.get(component) ?? 0);
      return [component, place, value] as const;
    });
    return [{ filer, owed, values }];
  });
}

async function write(
  owner: Database,
  app: Kernel,
  roundId: string,
  given: readonly Form[],
  at: Date,
): Promise<void> {
  const forms: (typeof returnForm.$inferInsert)[] = [];
  const values: (typeof returnValue.$inferInsert)[] = [];
  for (const { filer, owed, values: filed } of given) {
    const id = app.newId();
    const units = new Map(owed.components.map(({ code, unit }) => [code, unit]));
    const came = { verifiedVersion: 1, submittedAt: at, checkedAt: at };
    forms.push({
      id,
      publicId: app.newPublicId(),
      roundId,
      organizationId: filer.id,
      sheet: owed.sheet,
      definitions: Object.fromEntries(owed.indicators.map((one) => [one, 1])),
      components: owed.components.map(({ code }) => code),
      province: filer.province,
      size: filer.size,
      state: filed ? "verified" : "open",
      ...(filed ? came : {}),
      updatedAt: at,
    });
    for (const [component, place, value] of filed ?? [])
      values.push({
        id: app.newId(),
        formId: id,
        organizationId: filer.id,
        version: 1,
        component,
        place: [...place],
        raw: value,
        unit: units.get(component) ?? "",
        value,
        changedAt: at,
      });
  }
  if (forms.length > 0) await owner.insert(returnForm).values(forms);
  if (values.length > 0) await owner.insert(returnValue).values(values);
}

function kindOf({ province, scale }: Reporter, sheet: string): Kind {
  const found = sheets[sheet];
  if (!found) return [];
  return found.kinds[found.by[province] ?? Math.round(scale * 20) % found.kinds.length] ?? [];
}

/** Years since the one that the data speak of. */
function yearsTo({ year, part, frequency }: Period): number {
  return year - firstYear + (part - 1) / periodsInYear(frequency);
}

/** Alike for all figures of a firm in a period, so that its shares stay believable; the same each time. */
function figureOf({ scale, province }: Reporter, period: Period, base: number, growth: number): string {
  const mood = 1 + 0.02 * Math.sin(7 * scale + 3 * period.part + period.year + Number(province));
  return (base * scale * growth ** yearsTo(period) * mood).toFixed(base < 20 ? 0 : 1).replace(/^0$/, "1");
}

async function findRound(owner: Database, app: Kernel, period: Period, opensAt: Date) {
  const [known] = await owner
    .select({ id: returnRound.id, publicId: returnRound.publicId })
    .from(returnRound)
    .where(and(eq(returnRound.period, period.id), eq(returnRound.frequency, period.frequency)));
  if (known) return known;
  const round = { id: app.newId(), publicId: app.newPublicId() };
  const { id, frequency } = period;
  const dueAt = returnDueAt(period, opensAt);
  await owner.insert(returnRound).values({
    ...round,
    period: id,
    frequency,
    opensAt,
    dueAt,
    closedAt: new Date(dueAt.getTime() + dayMilliseconds),
    createdAt: opensAt,
  });
  return round;
}

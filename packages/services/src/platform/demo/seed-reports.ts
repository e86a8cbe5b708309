import type { Database } from "@lilink/db";
import { organization, organizationProfile, returnForm, returnRound, returnValue } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import type { LinkId } from "@lilink/model/chain";
import { type Definition, listOwedSheets } from "@lilink/model/goals/definition";
import { type Period, periodEnd, returnDueAt } from "@lilink/model/return";
import { and, eq, inArray } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import reports from "./data/reports.json" with { type: "json" };

type Kind = readonly (readonly [component: string, place: readonly string[], base: number, growth: number])[];
type Sheet = { readonly kinds: readonly Kind[]; readonly by: Readonly<Record<string, number>> };
export type Reporter = (typeof reports.reporters)[number] & { readonly id: string };

const sheets = reports.sheets as unknown as Readonly<Record<string, Sheet>>;
const firstYear = 2024;
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

/** Their verified returns of a period, in its round, which is made where there is none; once. */
export async function addReports(
  owner: Database,
  app: Kernel,
  reporters: readonly Reporter[],
  definitions: readonly Definition[],
  period: Period,
): Promise<{ readonly publicId: string }> {
  const opensAt = new Date(periodEnd(period).getTime() + dayMilliseconds);
  const round = await findRound(owner, app, period, opensAt);
  const filed = await owner.$count(
    returnForm,
    and(eq(returnForm.roundId, round.id), eq(returnForm.organizationId, reporters[0]?.id ?? "")),
  );
  if (filed > 0) return round;
  const own = definitions.filter(({ frequency }) => frequency === period.frequency);
  const forms: (typeof returnForm.$inferInsert)[] = [];
  const values: (typeof returnValue.$inferInsert)[] = [];
  for (const reporter of reporters) {
    const owed = listOwedSheets(own, { kind: "enterprise", links: [reporter.link as LinkId] });
    for (const { sheet, indicators, components } of owed) {
      const kind = kindOf(reporter, sheet);
      if (kind.length === 0) continue;
      const formId = app.newId();
      const units = new Map(components.map(({ code, unit }) => [code, unit]));
      forms.push({
        id: formId,
        publicId: app.newPublicId(),
        roundId: round.id,
        organizationId: reporter.id,
        sheet,
        definitions: Object.fromEntries(indicators.map((one) => [one, 1])),
        components: components.map(({ code }) => code),
        province: reporter.province,
        size: reporter.size,
        state: "verified",
        verifiedVersion: 1,
        submittedAt: opensAt,
        checkedAt: opensAt,
        updatedAt: opensAt,
      });
      for (const [component, place, base, growth] of kind) {
        const value = figureOf(reporter, period, base, growth);
        values.push({
          id: app.newId(),
          formId,
          organizationId: reporter.id,
          version: 1,
          component,
          place: [...place],
          raw: value,
          unit: units.get(component) ?? "",
          value,
          changedAt: opensAt,
        });
      }
    }
  }
  await owner.insert(returnForm).values(forms);
  await owner.insert(returnValue).values(values);
  return round;
}

function kindOf({ province, scale }: Reporter, sheet: string): Kind {
  const found = sheets[sheet];
  if (!found) return [];
  return found.kinds[found.by[province] ?? Math.round(scale * 20) % found.kinds.length] ?? [];
}

/** Alike for all figures of a firm in a period, so that its shares stay believable; the same each time. */
function figureOf(
  { scale, province }: Reporter,
  { year, part, frequency }: Period,
  base: number,
  growth: number,
): string {
  const years = year - firstYear + (frequency === "quarterly" ? (part - 1) / 4 : 0);
  const mood = 1 + 0.04 * Math.sin(7 * scale + 3 * part + year + Number(province));
  return (base * scale * growth ** years * mood).toFixed(base < 20 ? 0 : 1).replace(/^0$/, "1");
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

import type { Contribution } from "@lilink/engine/disclosure";
import { Decimal } from "decimal.js";
import { findFigureDimension } from "../definition/index.ts";
import { answerDimension, noAnswer } from "./answer-names.ts";
import { periodDimension, type TablePlan, unstatedCode } from "./plan-tables.ts";

/** Reported figures of one organization at one place, added up over its sites. */
export type Report = {
  readonly component: string;
  readonly organizationId: string;
  /** The enterprise group on the day of opening; an organization without one stands for itself. */
  readonly group: string;
  readonly period: string;
  readonly province: string | null;
  readonly size: string | null;
  readonly link: string;
  /** A code for each dimension of the component. */
  readonly place: readonly string[];
  readonly value: string;
  /** In which ratios of its table it counts, where it is part of any. */
  readonly answered?: string;
};

/** Organizations whose figures of a table everybody knows, and those that let theirs be told. */
export type Marks = { readonly known: ReadonlySet<string>; readonly waived: ReadonlySet<string> };

/**
 * Reports as contributions to a table, in the unit of its root. A group has waived only where each of its organizations
 * in the table has; where a firm reports the root and a multiple of it, the root counts. [RL1], [RL3]
 */
export function toContributions(
  plan: Pick<TablePlan, "root" | "dimensions" | "members">,
  reports: readonly Report[],
  { known, waived }: Marks,
): readonly Contribution[] {
  const members = new Map(plan.members.map((one) => [one.component.code, one]));
  const ofRoot = new Set(reports.flatMap((one) => (one.component === plan.root ? [keyOf(one)] : [])));
  const counted = reports.filter((one) => one.component === plan.root || !ofRoot.has(keyOf(one)));
  const holding = new Set(counted.filter((one) => !waived.has(one.organizationId)).map(({ group }) => group));
  return counted.map((report) => {
    const { factor = "1", component } = members.get(report.component) ?? {};
    const codes = component?.dimensions ?? [];
    return {
      group: report.group,
      at: plan.dimensions.map(({ id }) => codeOf(id, report, codes)),
      value: factor === "1" ? report.value : new Decimal(report.value).div(factor).toFixed(),
      ...(known.has(report.organizationId) ? { known: true } : {}),
      ...(holding.has(report.group) ? {} : { waived: true }),
    };
  });
}

function codeOf(dimension: string, report: Report, codes: readonly string[]): string {
  if (dimension === periodDimension) return report.period;
  if (dimension === answerDimension) return report.answered ?? noAnswer;
  if (findFigureDimension(dimension)?.source !== "organization")
    return report.place[codes.indexOf(dimension)] ?? "";
  if (dimension === "link") return report.link;
  return (dimension === "province" ? report.province : report.size) ?? unstatedCode;
}

function keyOf({ organizationId, period }: Report): string {
  return `${organizationId} ${period}`;
}

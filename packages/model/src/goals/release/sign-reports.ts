import { answerDimension, noAnswer } from "./answer-names.ts";
import type { Pair, PairPart } from "./pair-parts.ts";
import type { TablePlan } from "./plan-tables.ts";
import type { Report } from "./to-contributions.ts";

/** That a body reported a component at a place, whatever the value. */
export type Answer = Pick<Report, "component" | "organizationId" | "period" | "place">;

/** The code of a sum that counts in these pairs. @example toAnswerCode(["SME-06.acid", "SME-01.intensity"]) */
export function toAnswerCode(keys: readonly string[]): string {
  return keys.length === 0 ? noAnswer : keys.toSorted().join("+");
}

/** Whether a code of the dimension counts in a pair. */
export function countsIn(code: string, key: string): boolean {
  return code.split("+").includes(key);
}

/** The plan with the dimension of answers, where its table is part of a ratio. */
export function withAnswers(plan: TablePlan): TablePlan {
  if (plan.pairs.length === 0) return plan;
  const dimensions = [...plan.dimensions, { id: answerDimension, tree: { all: [] } }];
  const told = plan.pairs.map(({ indicator }) => indicator);
  const both = (breakdowns: TablePlan["breakdowns"]) => [
    ...breakdowns,
    ...breakdowns.map((one) => [...one, answerDimension].sort()),
  ];
  return {
    ...plan,
    dimensions: dimensions.sort((a, b) => (a.id < b.id ? -1 : 1)),
    breakdowns: both(plan.breakdowns),
    faces: plan.faces.map((face) =>
      told.includes(face.indicator) ? { ...face, breakdowns: both(face.breakdowns) } : face,
    ),
  };
}

/**
 * Says of each report of a table in which pairs it counts: in those of whose other parts its body reported each at the same
 * place, as far as both have a code for it, and in every period that makes up the released one. A 0 is a report. [RL15]
 * @param answers of every part of the plan's pairs
 * @param periods in how many periods a part is reported, by its root
 */
export function toSigner(
  { root, pairs }: Pick<TablePlan, "root" | "pairs">,
  answers: readonly Answer[],
  periods: ReadonlyMap<string, number>,
): (report: Report) => string {
  const lists = pairs.map((pair) => {
    const own = pair.parts.find((part) => part.root === root);
    const others = pair.parts.filter((part) => part.root !== root);
    return { key: pair.key, own, tests: own ? others.map((other) => toTest(own, other, answers)) : [] };
  });
  const whole = new Map(
    pairs.flatMap(({ parts }) =>
      parts.map((part) => [part.root, wholeOf(part, answers, periods.get(part.root) ?? 1)] as const),
    ),
  );
  const isWhole = ({ parts }: Pair, organization: string) =>
    parts.every((part) => whole.get(part.root)?.has(organization));
  return (report) =>
    toAnswerCode(
      lists.flatMap(({ key, own, tests }, at) => {
        const pair = pairs[at];
        return own && pair && isWhole(pair, report.organizationId) && tests.every((test) => test(report))
          ? [key]
          : [];
      }),
    );
}

function toTest(own: PairPart, other: PairPart, answers: readonly Answer[]): (report: Report) => boolean {
  const shared = own.isTotal || other.isTotal ? [] : sharedOf(own, other);
  const keyOf = (part: PairPart, { organizationId, place }: Pick<Report, "organizationId" | "place">) =>
    JSON.stringify([organizationId, ...shared.map((id) => place[part.dimensions.indexOf(id)])]);
  const codes = new Set(other.codes);
  const given = new Set(
    answers.flatMap((answer) => (codes.has(answer.component) ? [keyOf(other, answer)] : [])),
  );
  return (report) => given.has(keyOf(own, report));
}

function sharedOf(own: PairPart, other: PairPart): readonly string[] {
  return own.dimensions.filter(
    (id) => other.dimensions.includes(id) && own.narrowed.includes(id) === other.narrowed.includes(id),
  );
}

/** Bodies that reported a part in each of its periods. */
function wholeOf(part: PairPart, answers: readonly Answer[], count: number): ReadonlySet<string> {
  const codes = new Set(part.codes);
  const periods = new Map<string, Set<string>>();
  for (const { component, organizationId, period } of answers)
    if (codes.has(component))
      periods.set(organizationId, (periods.get(organizationId) ?? new Set()).add(period));
  return new Set([...periods].flatMap(([one, found]) => (found.size >= count ? [one] : [])));
}

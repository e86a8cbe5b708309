import type { ProposedFields } from "./propose-fields.ts";

const tests = /^svc-(?:testing|safety-test|material-test)$/;

/**
 * The forms of cooperation for a form: what is about a test in the first place is about testing, whatever verb it has. Its author confirms
 * it; a match does not go by it, for the other side may call the same thing a service. [MT114]
 */
export function withTesting({
  cooperation,
  concepts: [first],
}: Pick<ProposedFields, "cooperation" | "concepts">): ProposedFields["cooperation"] {
  if (cooperation.length > 0 || !first || first.aside || !tests.test(first.value)) return cooperation;
  return [{ value: "testing", span: first.span, source: first.source }];
}

const jointWork =
  /(?<!不|无需)(?:委托(?:研发|开发|研究)|(?:联合|共建)(?:实验室|研发中心|研究中心)|\bjoint (?:lab|laboratory|research cent(?:re|er))\b|\b(?:contract|commissioned) research\b)/i;

/** The forms of cooperation for a form: research on commission and a laboratory of two are joint development, beside a licence as well. [MT114] */
export function withJointWork(
  text: string,
  cooperation: ProposedFields["cooperation"],
): ProposedFields["cooperation"] {
  const told = jointWork.exec(text);
  if (!told || cooperation.some(({ value }) => value === "joint_development")) return cooperation;
  const span = { start: told.index, end: told.index + told[0].length };
  const joint = { value: "joint_development" as const, span, source: told[0] };
  return [...cooperation, joint].sort((a, b) => a.span.start - b.span.start);
}

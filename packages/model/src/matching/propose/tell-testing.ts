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

const LONGEST = 72;
const FORM =
  /^(?:feat|fix|refactor|perf|docs|test|build|ci|chore|style|revert)(?:\([a-z][a-z0-9-]*\))?: \S.*$/;

/** What is wrong with the subject of a commit; empty when it is fine. */
export function findSubjectFaults(subject: string): string[] {
  const faults: string[] = [];
  const { length } = [...subject];
  if (length > LONGEST) faults.push(`${length} characters, ${LONGEST} are the most: ${subject}`);
  if (!FORM.test(subject)) faults.push(`is not "type(scope): sentence" or "type: sentence": ${subject}`);
  return faults;
}

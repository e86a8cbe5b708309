import { type Breach, type Module, type Node, toLine, walk } from "../source/module.ts";

const HAN = /\p{Script=Han}/u;
// Folders of one machine: a reader elsewhere does not have them.
const MACHINE_PATH = /["'`\s(]\/(?:work|tmp|root|home)\/[a-z]/;
const BRITISH = /organisation/i;
const SKIPPED = /\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\b/;

/** Words and marks that the house does without. */
export function findWords(modules: readonly Module[]): Breach[] {
  return modules.flatMap((module) => [
    ...module.comments
      .filter(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text))
      .map(({ line }) => ({
        path: module.path,
        line,
        message: "a note for later is lost here: do it now, or write an ADR that says why not",
      })),
    ...findMarks(module),
    ...findLines(module),
  ]);
}

function findMarks(module: Module): Breach[] {
  const breaches: Breach[] = [];
  for (const node of walk(module.program)) {
    const message = toFault(node);
    if (message !== undefined)
      breaches.push({ path: module.path, line: toLine(module, node.start), message });
  }
  return breaches;
}

function toFault(node: Node): string | undefined {
  if (node.type === "TSAnyKeyword") {
    return "any switches the checker off: name the type, or take unknown and narrow it";
  }
  if (node.type === "TSNonNullExpression")
    return "the mark ! claims what nobody checked: handle the missing case";
  // Names that we give; keys of files from elsewhere stay as they are.
  const { id } = node as unknown as { id?: { name?: string } | null };
  return BRITISH.test(id?.name ?? "") ? "code, tables and addresses spell organization" : undefined;
}

function findLines(module: Module): Breach[] {
  const inPages = module.path.startsWith("apps/web/") && !/\.test\.tsx?$/.test(module.path);
  return module.text.split("\n").flatMap((text, index) => {
    const faults = [
      SKIPPED.test(text) && "a test that does not run proves nothing: mend it, or delete it",
      MACHINE_PATH.test(text) &&
        "this folder exists on one machine alone: take the path from the configuration",
      inPages && HAN.test(text) && "Chinese text belongs into packages/i18n/messages, beside its English",
    ];
    return faults.flatMap((message) => (message ? [{ path: module.path, line: index + 1, message }] : []));
  });
}

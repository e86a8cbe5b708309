import { attributes, concepts, labelsOf } from "../../chain/index.ts";
import composedJson from "../data/composed-labels.json" with { type: "json" };
import extraJson from "../data/labels.json" with { type: "json" };

/** A word of the chain and the concepts that it may mean, the likeliest first. */
export type Label = {
  readonly text: string;
  readonly exactCase: boolean;
  readonly concepts: readonly string[];
};

const spellings: readonly (readonly [RegExp, string])[] = [
  [/aluminium/g, "aluminum"],
  [/sulf/g, "sulph"],
  [/is(ation|ed|ing)\b/g, "iz$1"],
  [/caesium/g, "cesium"],
  [/licence/g, "license"],
];
const cellWords = ["电芯", "电池", "动力电池", " cell", " battery", " batteries"];
const lettersDigits = /^([A-Za-z]{2,})(\d{2,})$/;

/** Blanks and hyphens count as one thing in a name, beside Han as nothing. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFKC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .replaceAll(/ ?- ?/g, " ")
    .trim();
}

/** Forms under which one printed label is met in text: without notes in brackets, in both spellings of English. */
function formsOf(label: string): readonly string[] {
  const bare = label.replaceAll(/\s*[(（][^)）]*[)）]\s*/g, "");
  const parts = bare.includes(" / ") || /法\/.*法$/.test(bare) ? bare.split(/\s*\/\s*/) : [bare];
  const spaced = parts.map((part) => part.replace(lettersDigits, "$1 $2"));
  const shared = parts.flatMap((part) => {
    const [, first, second, noun] = /^(\S+) and (\S+) (\S+)$/.exec(part) ?? [];
    return noun === undefined ? [] : [`${first} ${noun}`, `${second} ${noun}`];
  });
  const forms = new Set([label, ...parts, ...spaced, ...shared]);
  for (const form of [...forms]) {
    for (const [from, to] of spellings) forms.add(form.replaceAll(from, to));
  }
  return [...forms].map(foldLabel);
}

// What an attribute is called (回收率, 露点) names a figure, not a thing, even where a concept has it as a synonym.
const attributeWords = new Set([
  "recovery rate",
  ...attributes.flatMap(({ zh, en }) => [...zh.split("/"), en]),
]);

/** A label with a figure in it is a specification, two letters of a formula are an element: neither names a thing. */
function isUsable(form: string): boolean {
  if (attributeWords.has(form) || /\d\s*(%|微米)/.test(form) || /^\d{1,3}$/.test(form)) return false;
  return /\p{Script=Han}/u.test(form) ? form.length >= 2 : form.length >= 3 || /^[A-Z]{2}$/.test(form);
}

function needsExactCase(form: string): boolean {
  return /^[A-Z][A-Za-z/]{1,4}$/.test(form) && /[A-Z].*[A-Z]/.test(form);
}

function cellFormsOf(
  conceptId: string,
  known: ReadonlySet<string>,
  labels: readonly string[],
): readonly string[] {
  if (!known.has(`cell-${conceptId}`)) return [];
  return labels.flatMap((label) => cellWords.map((word) => foldLabel(label + word)));
}

type Composed = {
  readonly of: readonly string[];
  readonly before: readonly string[];
  readonly behind: readonly string[];
  readonly concept: string;
};

/** 磷酸铁锂黑粉, spent NMC modules: a chemistry with the words that make it other goods. */
function composedForms(): readonly { readonly form: string; readonly concept: string }[] {
  return (composedJson as readonly Composed[]).flatMap(({ of, before, behind, concept }) =>
    before.flatMap((first) =>
      of.flatMap((name) => behind.map((last) => ({ form: foldLabel(`${first}${name}${last}`), concept }))),
    ),
  );
}

/** Every word of the chain's names, synonyms, abbreviations and formulae and of the list in data/labels.json. [MT3] */
export function listLabels(): readonly Label[] {
  const byForm = new Map<string, Set<string>>();
  const add = (form: string, conceptIds: readonly string[]) => {
    if (!isUsable(form)) return;
    const meant = byForm.get(form) ?? new Set<string>();
    for (const id of conceptIds) meant.add(id);
    byForm.set(form, meant);
  };
  for (const entry of extraJson)
    for (const label of entry.labels) for (const form of formsOf(label)) add(form, entry.concepts);
  const known = new Set(concepts.map((concept) => concept.id));
  for (const concept of concepts) {
    const labels = labelsOf(concept);
    for (const label of labels) for (const form of formsOf(label)) add(form, [concept.id]);
    for (const form of cellFormsOf(concept.id, known, labels)) add(form, [`cell-${concept.id}`]);
  }
  for (const { form, concept } of composedForms()) if (!byForm.has(form)) add(form, [concept]);
  return [...byForm].map(([text, meant]) => ({
    text,
    exactCase: needsExactCase(text),
    concepts: [...meant],
  }));
}

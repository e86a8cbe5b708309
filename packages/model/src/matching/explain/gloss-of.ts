import { attributes, labelsOfAttribute, loadConcept } from "../../chain/index.ts";
import { analyzeText } from "../analyze/analyze-text.ts";

/** A term of the trade in a text, and its name in the reader's language. */
export type Gloss = { readonly word: string; readonly name: string };

const mostGlosses = 8;
const han = /\p{Script=Han}/u;

/**
 * The names of products, processes and figures in a text of the other language, each once, in the order of the text: what a reader
 * may not know. Words in the reader's own script are left out. [IN9]
 * @example glossOf("磁性异物偏高的碳酸锂", "en") // [{ word: "磁性异物", name: "magnetic impurities" }, { word: "碳酸锂", … }]
 */
export function glossOf(text: string, language: "zh" | "en"): readonly Gloss[] {
  const isForeign = (word: string) => han.test(word) === (language === "en");
  const things = analyzeText(text).mentions.map(({ start, end, concept }) => ({
    start,
    end,
    name: loadConcept(concept)[language],
  }));
  const figures = attributes.flatMap((attribute) =>
    labelsOfAttribute(attribute)
      .filter(
        (word) => word.length > 1 && word !== attribute.id && word !== attribute.unit && isForeign(word),
      )
      .flatMap((word) =>
        placesOf(text, word).map((start) => ({ start, end: start + word.length, name: attribute[language] })),
      ),
  );
  const found = [...things, ...figures]
    .filter(({ start, end }) => isForeign(text.slice(start, end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const glosses = new Map<string, string>();
  let reached = 0;
  for (const { start, end, name } of found) {
    if (start < reached) continue;
    reached = end;
    const word = text.slice(start, end);
    if (!glosses.has(word) && glosses.size < mostGlosses) glosses.set(word, name);
  }
  return [...glosses].map(([word, name]) => ({ word, name }));
}

/** Where a word stands whole: Latin letters next to it belong to another one. */
function placesOf(text: string, word: string): number[] {
  const [low, wanted] = [text.toLowerCase(), word.toLowerCase()];
  const places: number[] = [];
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, at + wanted.length)) {
    const around = `${low[at - 1] ?? " "}${low[at + wanted.length] ?? " "}`;
    if (han.test(word) || !/[a-z]/.test(around)) places.push(at);
  }
  return places;
}

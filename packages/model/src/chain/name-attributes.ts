import { labelsOfAttribute } from "./find-concept.ts";
import { attributes } from "./tables.ts";

/** The most words that a name of an attribute is made of. */
export const longestAttributeName = 5;

/** A name without its width, case and hyphens. */
export const foldName = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[-\s]+/g, " ")
    .trim();

const byName = new Map<string, string[]>();
for (const attribute of attributes)
  for (const label of labelsOfAttribute(attribute)) {
    if (label === attribute.unit) continue;
    const ids = byName.get(foldName(label)) ?? [];
    byName.set(foldName(label), ids.includes(attribute.id) ? ids : [...ids, attribute.id]);
  }

/**
 * The attributes that go by a name: in zh or en, by their sign or by what people call them, in any width and case. [CH12]
 * @example attributesNamed("D50") // ["d50"]
 * @example attributesNamed("含水率") // ["moisture"]
 */
export function attributesNamed(text: string): readonly string[] {
  return byName.get(foldName(text)) ?? [];
}

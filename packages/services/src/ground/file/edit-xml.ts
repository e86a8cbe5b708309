/** What stands between the brackets of a tag: it ends at the next `<`, whatever its quotes say, so each letter is read once. */
const inTag = `[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*`;
const tag = new RegExp(`<${inTag}>`, "g");
const prefix = "(?:\\w{1,20}:)?";

/** XML in which each attribute of the given local names has the given value, or is gone where that is null; of one element alone where one is named. */
export function setAttributes(
  text: string,
  values: Readonly<Record<string, string | null>>,
  element = "\\w+",
): string {
  const names = Object.keys(values).join("|");
  const isMeant = new RegExp(`^<${prefix}${element}[\\s/>]`);
  const attribute = new RegExp(`\\s+${prefix}(${names})\\s{0,9}=\\s{0,9}(?:"[^"<]*"|'[^'<]*')`, "g");
  return text.replaceAll(tag, (whole) =>
    isMeant.test(whole)
      ? whole.replaceAll(attribute, (held, name: string) => {
          const value = values[name];
          return value === null ? "" : held.replace(/(["']).*\1$/s, `"${value}"`);
        })
      : whole,
  );
}

/** XML without the elements of a local name that hold nothing and whose tag is meant. */
export function dropElements(text: string, name: string, isMeant: (tag: string) => boolean): string {
  const element = new RegExp(
    `<${prefix}${name}(?=[\\s/>])${inTag}(?<=/)>|<${prefix}${name}(?=[\\s>])${inTag}>\\s{0,99}</${prefix}${name}\\s{0,9}>`,
    "g",
  );
  return text.replaceAll(element, (whole) => (isMeant(whole) ? "" : whole));
}

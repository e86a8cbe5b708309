const mark = /[(（]\s*(?:虚构|fictional)\s*[)）]/iu;

/**
 * Whether a name carries the mark of an invented body, (虚构) or (fictional), in either width of brackets. [OR4]
 * @example isMarkedFictional("远山正极材料有限公司(虚构)") // true
 */
export function isMarkedFictional(name: string): boolean {
  return mark.test(name);
}

/** A name with the mark of its language at its end, once. */
export function toFictionalName(name: string, language: "zh" | "en"): string {
  if (isMarkedFictional(name)) return name;
  return language === "zh" ? `${name}(虚构)` : `${name} (fictional)`;
}

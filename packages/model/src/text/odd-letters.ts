/**
 * The letters of a name that are neither Chinese nor Latin, each once: a Cyrillic і among Latin ones is seen by nobody. [OR12]
 * @example oddLetters("Nanlіng 南岭") // ["і"]
 */
export function oddLetters(name: string): readonly string[] {
  return [...new Set(name.match(/(?![\p{Script=Han}\p{Script=Latin}])\p{L}/gu) ?? [])];
}

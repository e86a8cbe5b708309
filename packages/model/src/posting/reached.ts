// What is still to be reached, as "to reach 8 mS/cm", is none.
const reached =
  /(?:目前|现在?|已经?)(?:已经?|能|可)?(?:达到?|做到|实现|制得|获得|测得|开发|研制)了?|实测(?:值|为)?|(?<!\b(?:to|must|should|shall|will|would|could|may|not) )\b(?:(?:now|currently|already|so far) )?(?:reach(?:es|ed)?|achieved?s?|attain(?:s|ed)?|measured?|obtain(?:ed|s)?)(?: so far| now)?\b|\bcan now (?:make|produce|reach|show)\b|\bnow (?:makes?|produces?)\b/i;

/**
 * Words that say that a value is reached already: what is typical so far, no wish. In a project's figure they stand as its condition [PO16].
 * @example findReached("we now reach") // "now reach"
 */
export function findReached(text: string): string | undefined {
  return reached.exec(text)?.[0].trim();
}

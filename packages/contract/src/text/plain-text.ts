import { z } from "zod";

/** Control, private and half characters, and those that turn or hide text: no letter, and a mask for whoever wants one. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** What several lines may not hold: as above, but for tab, line ends and what joins letters or emoji. */
const masking = /(?![\t\n\r])[\p{Cc}\p{Co}\p{Cs}]|[\u202a-\u202e\u2066-\u2069\u2060\ufeff]/gu;

/** What leads to a site or a person: of a scheme, a mailbox, or one of the endings that firms use. */
const address =
  /:\/\/|www\.|@|[\p{L}\d-]\.(?:com|cn|net|org|io|top|xyz|cc|vip|info|site|online|shop)(?![\p{L}\d])/iu;

/**
 * One line: a name or a title. What turns or hides text is dropped, line ends become blanks.
 * @example plainLine().parse("a\u202eb\nc") // "ab c"
 */
export function plainLine() {
  return z
    .string()
    .overwrite((text) => text.replace(/[\t\n\r\u2028\u2029]+/g, " ").replace(unseen, ""))
    .trim();
}

/** Several lines of a person's own words; what turns the reading order is dropped. */
export function plainText() {
  return z
    .string()
    .overwrite((text) => text.replace(masking, ""))
    .trim();
}

/**
 * The name of a person or a body: one line without an address of a site or of a person, for letters carry it to strangers.
 * @example nameLine().safeParse("see https://a.example").error?.issues[0]?.message // "contactInName"
 */
export function nameLine() {
  return plainLine().refine((name) => !address.test(name.normalize("NFKC")), "contactInName");
}

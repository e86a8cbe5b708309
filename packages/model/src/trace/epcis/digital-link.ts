// GS1 identifiers have two spellings, EPC URN and Digital Link. A hash is taken over the second, at the finest level.
const host = "https://id.gs1.org";
const serialLetters =
  "(?:%2[125-9A-Fa-f]|%3[0-9A-Fa-f]|%4[1-9A-Fa-f]|%5[0-9AaFf]|%6[1-9A-Fa-f]|%7[0-9Aa]|[!')(*+,.0-9:;=A-Za-z_-])";
const partLetters = "(?:%2[3dfDF]|%3[0-9]|%4[1-9A-Fa-f]|%5[0-9Aa]|[0-9A-Z-])";

type Scheme = {
  readonly name: string;
  /** Digits of company prefix and reference together; null where the reference is text. */
  readonly digits: number | null;
  /** What follows the reference. */
  readonly rest: string;
  readonly toPath: (prefix: string, reference: string, rest: readonly string[]) => string;
};

const gtin = (prefix: string, reference: string) =>
  withCheck(`${reference.slice(0, 1)}${prefix}${reference.slice(1)}`);
const plain = (prefix: string, reference: string) => withCheck(`${prefix}${reference}`);
const serial = (most: number) => `\\.(${serialLetters}{1,${most}})`;

const schemes: readonly Scheme[] = [
  {
    name: "id:sgtin",
    digits: 13,
    rest: serial(20),
    toPath: (p, r, [s = ""]) => `/01/${gtin(p, r)}/21/${escapeText(s)}`,
  },
  { name: "id:sscc", digits: 17, rest: "", toPath: (p, r) => `/00/${gtin(p, r)}` },
  {
    name: "id:sgln",
    digits: 12,
    rest: serial(20),
    toPath: (p, r, [s = ""]) => `/414/${plain(p, r)}${s === "0" ? "" : `/254/${escapeText(s)}`}`,
  },
  {
    name: "id:grai",
    digits: 12,
    rest: serial(16),
    toPath: (p, r, [s = ""]) => `/8003/0${plain(p, r)}${escapeText(s)}`,
  },
  { name: "id:giai", digits: null, rest: "", toPath: (p, r) => `/8004/${p}${escapeText(r)}` },
  { name: "id:gsrn", digits: 17, rest: "", toPath: (p, r) => `/8018/${plain(p, r)}` },
  { name: "id:gsrnp", digits: 17, rest: "", toPath: (p, r) => `/8017/${plain(p, r)}` },
  {
    name: "id:gdti",
    digits: 12,
    rest: serial(20),
    toPath: (p, r, [s = ""]) => `/253/${plain(p, r)}${escapeText(s)}`,
  },
  {
    name: "id:sgcn",
    digits: 12,
    rest: "\\.(\\d{1,12})",
    toPath: (p, r, [s = ""]) => `/255/${plain(p, r)}${s}`,
  },
  { name: "id:ginc", digits: null, rest: "", toPath: (p, r) => `/401/${p}${escapeText(r)}` },
  { name: "id:gsin", digits: 16, rest: "", toPath: (p, r) => `/402/${plain(p, r)}` },
  {
    name: "id:itip",
    digits: 13,
    rest: `\\.(\\d{2})\\.(\\d{2})${serial(20)}`,
    toPath: (p, r, [a = "", b = "", s = ""]) => `/8006/${gtin(p, r)}${a}${b}/21/${escapeText(s)}`,
  },
  {
    name: "id:upui",
    digits: 13,
    rest: serial(28),
    toPath: (p, r, [s = ""]) => `/01/${gtin(p, r)}/235/${escapeText(s)}`,
  },
  { name: "id:pgln", digits: 12, rest: "", toPath: (p, r) => `/417/${plain(p, r)}` },
  {
    name: "class:lgtin",
    digits: 13,
    rest: serial(20),
    toPath: (p, r, [s = ""]) => `/01/${gtin(p, r)}/10/${escapeText(s)}`,
  },
  { name: "idpat:sgtin", digits: 13, rest: "\\.\\*", toPath: (p, r) => `/01/${gtin(p, r)}` },
  { name: "idpat:grai", digits: 12, rest: "\\.\\*", toPath: (p, r) => `/8003/0${plain(p, r)}` },
  { name: "idpat:gdti", digits: 12, rest: "\\.\\*", toPath: (p, r) => `/253/${plain(p, r)}` },
  { name: "idpat:sgcn", digits: 12, rest: "\\.\\*", toPath: (p, r) => `/255/${plain(p, r)}` },
  {
    name: "idpat:itip",
    digits: 13,
    rest: "\\.(\\d{2})\\.(\\d{2})\\.\\*",
    toPath: (p, r, [a = "", b = ""]) => `/8006/${gtin(p, r)}${a}${b}`,
  },
  { name: "idpat:upui", digits: 13, rest: "\\.\\*", toPath: (p, r) => `/01/${gtin(p, r)}` },
];

const patterns = schemes.map((scheme) => {
  const reference = scheme.digits === null ? `(${serialLetters}{1,24})` : "(\\d*)";
  return {
    ...scheme,
    pattern: new RegExp(`^urn:epc:${scheme.name}:(\\d{6,12})\\.${reference}${scheme.rest}$`),
  };
});
const component = new RegExp(
  `^urn:epc:(id|idpat):cpi:(\\d{6,12})\\.(${partLetters}{1,24})\\.(\\d{1,12}|\\*)$`,
);

/**
 * The canonical Digital Link of a GS1 identifier in either spelling; null for anything else. [TR31]
 * @example toDigitalLink("urn:epc:id:sgln:4012345.00005.0") // "https://id.gs1.org/414/4012345000054"
 */
export function toDigitalLink(uri: string): string | null {
  if (!uri.startsWith("urn:epc:")) return uri.startsWith("http") ? normalLink(uri) : null;
  const cpi = component.exec(uri);
  if (cpi) {
    const [, kind, prefix = "", reference = "", end = ""] = cpi;
    if ((kind === "idpat") !== (end === "*")) return null;
    return `${host}/8010/${prefix}${escapeText(reference)}${kind === "id" ? `/8011/${end}` : ""}`;
  }
  for (const { pattern, digits, toPath } of patterns) {
    const match = pattern.exec(uri);
    if (!match) continue;
    const [, prefix = "", reference = "", ...rest] = match;
    if (digits !== null && prefix.length + reference.length !== digits) continue;
    return `${host}${toPath(prefix, reference, rest)}`;
  }
  return null;
}

/** The check digit of GS1: weights 3 and 1 from the right. */
function withCheck(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += Number(body[body.length - 1 - at]) * (at % 2 === 0 ? 3 : 1);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const escapes: Readonly<Record<string, string>> = {
  "!": "%21",
  "(": "%28",
  ")": "%29",
  "*": "%2A",
  "+": "%2B",
  ",": "%2C",
  ":": "%3A",
};

function escapeText(text: string): string {
  return text.replaceAll(/[!()*+,:]/g, (letter) => escapes[letter] ?? letter);
}

const shortNames: Readonly<Record<string, string>> = {
  gtin: "01",
  itip: "8006",
  cpid: "8010",
  gln: "414",
  party: "417",
  gsrnp: "8017",
  gsrn: "8018",
  gcn: "255",
  sscc: "00",
  gdti: "253",
  ginc: "401",
  gsin: "402",
  grai: "8003",
  giai: "8004",
  cpv: "22",
  lot: "10",
  ser: "21",
};
const letters = "[\"'\\-.0-9;-?A-Z_a-z]";
const sound = [
  "00/\\d{18}",
  `01/\\d{14}(/(21|10)/${letters}{0,20}|/235/${letters}{0,28})?`,
  `253/\\d{13}${letters}{0,17}`,
  "255/\\d{13,25}",
  `401/${letters}{0,30}`,
  "402/\\d{17}",
  `414/\\d{13}(/254/${letters}{0,20})?`,
  "417/\\d{13}",
  `8003/\\d{14}${letters}{0,16}`,
  `8004/${letters}{0,30}`,
  `8006/\\d{18}(/(21|10)/${letters}{0,20})?`,
  "8010/[#\\-/0-9A-Z]{0,30}(/8011/\\d{0,12})?",
  "801[78]/\\d{18}",
].map((form) => new RegExp(`^${form}$`));

/** A link on any host, with names or numbers of its keys: the same thing on the host of GS1, without lot or version beside a serial. */
function normalLink(uri: string): string | null {
  const [path = ""] = uri.split(/[?#]/);
  const words = path.replace(/^https?:\/\/[^/]*/, "").split("/");
  const named = words.map((word) => shortNames[word] ?? word);
  const keys = new Set([
    "01",
    "8006",
    "8010",
    "414",
    "417",
    "8017",
    "8018",
    "255",
    "00",
    "253",
    "401",
    "402",
    "8003",
    "8004",
  ]);
  const start = named.findIndex((word, at) => keys.has(word) && /^\d{4}./.test(named[at + 1] ?? ""));
  if (start < 0) return null;
  const [key = "", id = "", ...rest] = named.slice(start).filter((word) => word !== "");
  const qualifiers: string[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2)
    if (rest[at] !== "22") qualifiers.push(rest[at] ?? "", rest[at + 1] ?? "");
  const finest = qualifiers.includes("21") && qualifiers[0] === "10" ? qualifiers.slice(2) : qualifiers;
  const padded = key === "01" && /^(\d{8}|\d{12}|\d{13})$/.test(id) ? id.padStart(14, "0") : id;
  const link = [key, padded, ...finest].join("/");
  return sound.some((form) => form.test(link)) ? `${host}/${link}` : null;
}

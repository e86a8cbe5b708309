import { FileRefusal, type Table, type TableRow } from "@lilink/model/file";
import { parseTree, type TreeNode, treeOfJson } from "./read-tree.ts";

/** Columns of the register of patents, by the names that a file of it may use; the first are left for a person to fill in. */
const columns = [
  ...["node", "legalStatus", "route"],
  ...["number", "title.zh", "title.en", "family", "holder", "office"],
  ...["priorityOn", "filedOn", "grantedOn", "note", "source.title"],
] as const;
type PatentRow = { readonly [Column in (typeof columns)[number]]?: string | undefined };

/**
 * [PT8] A file of bibliographic data as a table of the register of patents: WIPO ST.36 as the open services of the European Patent Office export it
 * (exchange-document), ST.96 XML (BibliographicData) and ST.97 JSON. What such files do not know (node, status, route) stays empty.
 * @throws FileRefusal noPatents where the file holds no patent of a layout that is known
 */
export function openPatents(text: string, kind: "xml" | "json"): Table {
  const tree = kind === "xml" ? parseTree(text) : treeOfJson(text);
  const rows = [
    ...documentsOf(tree).map(([document, member]) => fromExchange(document, member)),
    ...all(tree, "BibliographicData").map((data) =>
      fromBibliography(data, kind === "xml" ? "ST.96" : "ST.97"),
    ),
  ].filter((row) => row.number);
  if (rows.length === 0) throw new FileRefusal("noPatents");
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  const lines: readonly TableRow[] = [[...columns], ...cells].map((line, at) => ({
    ...{ sheet: 0, row: at + 1, cells: line, faults: [] },
  }));
  return {
    kind,
    sheets: [{ name: "patents", hidden: false }],
    rowsAbout: rows.length,
    pieces: (async function* () {
      yield lines;
    })(),
  };
}

/** Documents of ST.36, each with the member of the family that it stands in, which holds its dates; by itself where there is no family. */
function documentsOf(tree: TreeNode): readonly (readonly [document: TreeNode, member: TreeNode])[] {
  const members = all(tree, "family-member").flatMap((member) =>
    all(member, "exchange-document").map((document) => [document, member] as const),
  );
  const inside = new Set(members.map(([document]) => document));
  const alone = all(tree, "exchange-document").filter((document) => !inside.has(document));
  return [...members, ...alone.map((document) => [document, document] as const)].filter(
    ([{ attributes }]) => attributes.status !== "not found",
  );
}

/** Kinds of documents that are granted patents; China printed C before B. */
const isGranted = (country: string, kind: string) => /^B/.test(kind) || (country === "CN" && /^C/.test(kind));

/** ST.36 as exchange-document: numbers in attributes, dates as 20261129. */
function fromExchange(document: TreeNode, member: TreeNode): PatentRow {
  const { country = "", "doc-number": number = "", kind = "", "family-id": family } = document.attributes;
  const dates = (name: string) =>
    all(member, name)
      .flatMap((one) => all(one, "date"))
      .flatMap(({ text }) => toDay(text) ?? []);
  return {
    number: `${country}${number}${kind}`,
    ...titlesOf(all(document, "invention-title"), ({ lang }) => lang),
    family: family ?? member.attributes["family-id"],
    ...holdersOf(all(document, "applicant-name"), "name"),
    office: country,
    priorityOn: earliest(dates("priority-claim")),
    filedOn: dates("application-reference")[0],
    grantedOn: isGranted(country, kind) ? dates("publication-reference")[0] : undefined,
    "source.title": "WIPO ST.36",
  };
}

/** ST.96, and ST.97 with the same names: what was granted goes before what was published. */
function fromBibliography(data: TreeNode, layout: "ST.96" | "ST.97"): PatentRow {
  const [grant, publication] = ["PatentGrantIdentification", "PatentPublicationIdentification"].map(
    (name) => all(data, name)[0],
  );
  const of = (node: TreeNode | undefined, name: string) => (node ? all(node, name)[0]?.text : undefined);
  const office = of(grant ?? publication, "IPOfficeCode");
  const number = of(grant, "PatentNumber") ?? of(publication, "PublicationNumber") ?? "";
  const kind = of(grant ?? publication, "PatentDocumentKindCode") ?? "";
  const application = all(data, "ApplicationIdentification").find((one) => all(one, "FilingDate").length > 0);
  const priorities = all(data, "PriorityClaim").flatMap((one) => toDay(of(one, "FilingDate")) ?? []);
  return {
    number: number && `${number.startsWith(office ?? "?") ? "" : (office ?? "")}${number}${kind}`,
    ...titlesOf(all(data, "InventionTitle"), ({ languageCode }) => languageCode),
    ...holdersOf(all(data, "Applicant"), "OrganizationStandardName", "EntityName", "PersonFullName"),
    office,
    priorityOn: earliest(priorities),
    filedOn: toDay(of(application, "FilingDate")),
    grantedOn: toDay(of(grant, "GrantDate")),
    "source.title": `WIPO ${layout}`,
  };
}

/** Every node of a name below another one, in the order of the file; JSON writes IPOfficeCode as ipOfficeCode. */
function all(node: TreeNode, name: string): readonly TreeNode[] {
  return node.children.flatMap((child) => [
    ...(child.name.toLowerCase() === name.toLowerCase() ? [child] : []),
    ...all(child, name),
  ]);
}

const earliest = (days: readonly string[]) => [...days].sort()[0];

/** @example toDay("20261129") // "2026-11-29" */
function toDay(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text?.trim() ?? "") ?? [];
  return year && month && day ? `${year}-${month}-${day}` : undefined;
}

/** The Chinese and the English title; one without a language counts as English where there is no other. */
function titlesOf(
  nodes: readonly TreeNode[],
  languageOf: (attributes: TreeNode["attributes"]) => string | undefined,
) {
  const find = (isOf: (language: string) => boolean) =>
    nodes.find(({ attributes }) => isOf((languageOf(attributes) ?? "").toLowerCase()))?.text;
  return {
    "title.zh": find((language) => language.startsWith("zh")),
    "title.en": find((language) => language.startsWith("en")) ?? find((language) => language === ""),
  };
}

/** So long a holder may be. */
const longestHolder = 160;

/** Applicants, each once; services print the same one in several forms, of which the first stands. Those without room are named in the note. */
function holdersOf(
  nodes: readonly TreeNode[],
  ...parts: readonly string[]
): Pick<PatentRow, "holder" | "note"> {
  const seen = new Set<string>();
  const names = nodes
    .flatMap((node) => parts.flatMap((part) => all(node, part))[0]?.text.trim() || [])
    .filter((name) => {
      const plain = name.toLowerCase().replaceAll(/\[[a-z]{2}\]|[^\p{L}\p{N}]/gu, "");
      return !seen.has(plain) && seen.add(plain);
    });
  const fits =
    names.findLastIndex((_name, at) => names.slice(0, at + 1).join("; ").length <= longestHolder) + 1;
  const held = Math.max(1, fits);
  const rest = names.slice(held);
  return {
    holder: names.slice(0, held).join("; "),
    note: rest.length > 0 ? `Applicants too: ${rest.join("; ")}` : undefined,
  };
}

import { posix } from "node:path";
import type { TableSheet } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import type { Archive } from "./check-archive.ts";
import { readWholeXml } from "./read-xml.ts";

export type Book = {
  readonly sheets: readonly (TableSheet & { readonly part: string })[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904, as some Macs do. */
  readonly from1904: boolean;
};

/** What a workbook says of itself: its sheets in order, and where its texts and formats lie. */
export async function listSheets(archive: Archive): Promise<Book> {
  const book = await findBook(archive);
  const folder = posix.dirname(book);
  const targets = new Map<string, string>();
  const byType = new Map<string, string>();
  await readWholeXml(archive, `${folder}/_rels/${posix.basename(book)}.rels`, {
    open: (tag, { Id = "", Type = "", Target = "" }) => {
      if (tag !== "Relationship") return;
      const part = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      targets.set(Id, part);
      byType.set(Type.split("/").at(-1) ?? "", part);
    },
  });
  const sheets: (TableSheet & { part: string })[] = [];
  let from1904 = false;
  await readWholeXml(archive, book, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      const part = targets.get(id);
      if (!part) throw new FileRefusal("damaged");
      // A sheet that is a chart has no rows.
      if (!part.includes("chartsheet"))
        sheets.push({
          name: attributes.name ?? "",
          hidden: (attributes.state ?? "visible") !== "visible",
          part,
        });
    },
  });
  return {
    sheets,
    strings: byType.get("sharedStrings") ?? null,
    styles: byType.get("styles") ?? null,
    from1904,
  };
}

async function findBook(archive: Archive): Promise<string> {
  let book = "";
  await readWholeXml(archive, "_rels/.rels", {
    open: (_tag, { Type = "", Target = "" }) => {
      if (Type.endsWith("/officeDocument")) book = Target.replace(/^\//, "");
    },
  });
  return book || "xl/workbook.xml";
}

import { FileRefusal, macroType, pointsOutside } from "@lilink/model/file";
import type { Archive } from "./check-archive.ts";
import { readWholeXml } from "./read-xml.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/**
 * Refuses an archive that is another kind of file, that carries macros by its types, or that points outside of itself. A
 * hyperlink points outside too, but nothing follows it.
 */
export async function checkWorkbook(archive: Archive): Promise<void> {
  if (!archive.entries.has("[content_types].xml")) throw new FileRefusal("unknownKind");
  let found = false;
  let other = false;
  await readWholeXml(archive, "[Content_Types].xml", {
    open: (name, { ContentType: type = "" }) => {
      if (name !== "Override" && name !== "Default") return;
      if (macroType.test(type)) throw new FileRefusal("macros");
      if (/externalLink\+xml/i.test(type)) throw new FileRefusal("externalLinks");
      if (/ms-excel\.sheet\.binary/i.test(type)) throw new FileRefusal("oldKind");
      found ||= type === workbookType;
      other ||= /wordprocessingml|presentationml|opendocument/i.test(type);
    },
  });
  if (!found) throw new FileRefusal(other ? "renamed" : "unknownKind");
  for (const name of archive.entries.keys()) if (name.endsWith(".rels")) await checkRelations(archive, name);
}

async function checkRelations(archive: Archive, name: string): Promise<void> {
  await readWholeXml(archive, name, {
    open: (tag, { TargetMode: mode, Type: type = "" }) => {
      if (tag !== "Relationship") return;
      if (macroType.test(type)) throw new FileRefusal("macros");
      if (pointsOutside(mode, type)) throw new FileRefusal("externalLinks");
    },
  });
}

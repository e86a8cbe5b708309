/** The hidden sheet by which a template says for which return it was made. */
export const metaSheetName = "_lilink";

/** What a template knows of its return; null where the file says nothing of it. */
export type FileMeta = { readonly publicId: string | null; readonly version: number | null };

/** The rows of the hidden sheet. @example toMetaRows({ publicId: "abc", version: 1 }) // [["return", "abc"], ["version", "1"]] */
export function toMetaRows(of: {
  readonly publicId: string;
  readonly version: number;
}): readonly (readonly string[])[] {
  return [
    ["return", of.publicId],
    ["version", String(of.version)],
  ];
}

export function readMetaRows(rows: readonly (readonly string[])[]): FileMeta {
  const said = new Map(rows.map(([key = "", value = ""]) => [key, value]));
  const version = Number(said.get("version"));
  return { publicId: said.get("return") ?? null, version: Number.isInteger(version) ? version : null };
}

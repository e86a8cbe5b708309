const longest = 120;

/**
 * A file's name as it is kept: no folders, no characters that are not seen, turn text or end lines, and the ending that its bytes have.
 * @example nameFile("C:\\temp\\报价 单.PDF", "pdf") // "报价 单.pdf"
 */
export function nameFile(given: string, extension: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? "";
  const plain = base
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}"<>|:*?]/gu, "")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replace(/^[.\s]+/, "")
    .trim();
  const room = longest - extension.length - 1;
  return `${[...(plain || "file")].slice(0, room).join("")}.${extension}`;
}

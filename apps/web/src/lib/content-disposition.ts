/**
 * The header that makes a browser store a file instead of showing it, with its name in every script (RFC 6266, RFC 5987).
 * @example attachmentOf("día.pdf") // attachment; filename="d_a.pdf"; filename*=UTF-8''d%C3%ADa.pdf
 */
export function attachmentOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

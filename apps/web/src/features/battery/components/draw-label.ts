export const symbols = ["qr", "datamatrix"] as const;
export type SymbolKind = (typeof symbols)[number];

/** The pictures of codes as data addresses, in their order; a code that no symbol holds is null. */
export async function drawLabels(
  codes: readonly string[],
  kind: SymbolKind,
): Promise<readonly (string | null)[]> {
  const { toSVG } = await import("bwip-js/browser");
  const bcid = kind === "qr" ? "qrcode" : "datamatrix";
  return codes.map((text) => {
    try {
      return `data:image/svg+xml;utf8,${encodeURIComponent(toSVG({ bcid, text, scale: 2 }))}`;
    } catch {
      return null;
    }
  });
}

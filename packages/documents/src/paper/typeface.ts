import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const here = createRequire(import.meta.url);
const files = dirname(
  here.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2"),
);
// Neither brings types.
const { decompress } = here("wawoff2") as { decompress: (woff2: Uint8Array) => Promise<Uint8Array> };
const { create } = here("fontkit") as { create: (font: Buffer) => { characterSet: number[] } };
const weights = { normal: 400, bold: 700 } as const;
/** What no face holds is printed as printers do. */
const missing = "〓";

/** The subset that holds Latin and the 8,000 commonest characters. */
export const commonFace = "chinese-simplified";
export type Face = { readonly name: string; readonly normal: Buffer; readonly bold: Buffer };
/** A part of a text that one face draws. */
export type Run = { readonly text: string; readonly font: string };

/**
 * Noto Sans SC comes in subsets: a text is drawn with the common one, and with another where a sign is in that one alone
 * (≥, ℃, rare characters of names). What a subset holds is read from it once for a process.
 */
export class Typeface {
  readonly #holder: ReadonlyMap<number, string>;
  readonly #faces = new Map<string, Promise<Face>>();

  private constructor(holder: ReadonlyMap<number, string>) {
    this.#holder = holder;
  }

  static async open(): Promise<Typeface> {
    const suffix = `-${weights.normal}-normal.woff2`;
    const subsets = (await readdir(files))
      .filter((file) => file.endsWith(suffix))
      .map((file) => file.slice("noto-sans-sc-".length, -suffix.length));
    const holder = new Map<number, string>();
    for (const subset of [commonFace, ...subsets.sort()])
      for (const code of create(await unpack(subset, weights.normal)).characterSet)
        if (!holder.has(code)) holder.set(code, subset);
    return new Typeface(holder);
  }

  /** The runs of a text. A sign without a face of its own is drawn by its plain form (₂ as 2), else as 〓. */
  toRuns(text: string): readonly Run[] {
    const runs: { text: string; font: string }[] = [];
    for (const sign of text) {
      for (const drawn of this.#toDrawn(sign)) {
        const font = this.#holder.get(drawn.codePointAt(0) ?? 0) ?? commonFace;
        const last = runs.at(-1);
        if (last?.font === font) last.text += drawn;
        else runs.push({ text: drawn, font });
      }
    }
    return runs;
  }

  /** The faces that these fonts are drawn with. */
  async faces(fonts: Iterable<string>): Promise<readonly Face[]> {
    return Promise.all([...new Set(fonts)].map((name) => this.#face(name)));
  }

  #toDrawn(sign: string): string {
    const holds = (text: string) => [...text].every((one) => this.#holder.has(one.codePointAt(0) ?? 0));
    if (sign === "\n" || holds(sign)) return sign;
    const plain = sign.normalize("NFKC");
    return holds(plain) ? plain : missing;
  }

  #face(name: string): Promise<Face> {
    const known = this.#faces.get(name);
    if (known) return known;
    const face = Promise.all([unpack(name, weights.normal), unpack(name, weights.bold)]).then(
      ([normal, bold]) => ({ name, normal, bold }),
    );
    this.#faces.set(name, face);
    return face;
  }
}

async function unpack(subset: string, weight: number): Promise<Buffer> {
  return Buffer.from(
    await decompress(await readFile(join(files, `noto-sans-sc-${subset}-${weight}-normal.woff2`))),
  );
}

import { definePatterns } from "../pattern.ts";

const spoken: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => spoken[letter] ?? letter);

/** What a mark says when it is pointed at, by series and place in it. */
type Titles = readonly (readonly string[])[];

/**
 * A drawing as a page may carry it: no style, no class, no size of its own, ids that say nothing of the process.
 * The content policy refuses style elements; two drawings of the same data are the same text.
 */
export function cleanSvg(drawing: string, titles: Titles = []): string {
  return drawing
    .replaceAll(/<style[\s\S]*?<\/style>/g, "")
    .replaceAll(
      /<([a-z]+)([^<>]*? ecmeta_series_index="(\d+)"[^<>]*)><\/\1>/g,
      (whole, tag, rest, series) => {
        const index = / ecmeta_data_index="(\d+)"/.exec(rest)?.[1];
        const title = titles[Number(series)]?.[Number(index)];
        return title === undefined ? whole : `<${tag}${rest}><title>${escapeText(title)}</title></${tag}>`;
      },
    )
    .replaceAll(/ (?:ecmeta_[a-z_]+|class|pointer-events|xmlns[a-z:]*|baseProfile|version)="[^"]*"/g, "")
    .replace(/<svg width="\d+" height="\d+"/, '<svg width="100%"')
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, "")
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => toAttributes(style))
    .replaceAll(/(<clipPath[^>]*>\s*<path d="[^"]*") fill="#000"/g, "$1")
    .replaceAll(/<path d="[^"]*"(?: transform="[^"]*")? fill="none"><\/path>/g, "")
    .replaceAll(/ stroke-opacity="[^"]*"/g, "")
    .replaceAll(/(="(?:url\(#)?)zr\d+-c(\d+)/g, "$1clip-$2")
    .replaceAll(/<[^>]+>/g, (tag) => tag.replaceAll(/-?\d+\.\d{2,}/g, shorten))
    .replaceAll(/>\s+</g, "><");
}

const shorten = (number: string) => String(Number(Number(number).toFixed(2)));

/** Gives a drawing the identity of one chart of a page. */
export function nameSvg(drawing: string, id: string): string {
  return definePatterns(drawing.replaceAll(/(="(?:url\(#)?)clip-/g, `$1${id}-clip-`), id);
}

/** The font of the page holds in its charts too: size and weight alone are theirs. */
function toAttributes(style: string): string {
  return style
    .split(";")
    .map((one) => one.split(":"))
    .filter(([name]) => name === "font-size" || name === "font-weight" || name === "paint-order")
    .map(([name, value = ""]) => ` ${name}="${value.replace("px", "")}"`)
    .join("");
}

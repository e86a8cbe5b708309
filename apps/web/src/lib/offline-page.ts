import { createHash } from "node:crypto";
import { escapeText } from "@lilink/ui/escape";

/** What a document for a device without a network says; every word is text, never markup. */
export type OfflinePage = {
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  /** As of when it holds. */
  readonly note: string;
  readonly code: { readonly label: string; readonly value: string } | null;
  /** The first line of each row stands out. */
  readonly rows: readonly (readonly string[])[];
  readonly none: string;
};

const style =
  "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:1rem}ol{padding:0;list-style:none}li{border-top:1px solid #999;padding:.7rem 0}strong,b{font-variant-numeric:tabular-nums}b{font-size:1.8rem;letter-spacing:.1em}.note{border-left:4px solid #b3123f;padding-left:.7rem}";

/** Nothing but its one style: no script, no picture, no other address. */
export const offlinePolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A document that stands by itself. [EV13] */
export function toOfflinePage({ lang, title, lead, note, code, rows, none }: OfflinePage): string {
  const e = escapeText;
  const items = rows.map(
    ([first = "", ...rest]) =>
      `<li><strong>${e(first)}</strong>${rest.map((line) => `<br>${e(line)}`).join("")}</li>`,
  );
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(title)}</title><style>${style}</style>`;
  const main = [
    `<h1>${e(title)}</h1><p>${e(lead)}</p><p class="note">${e(note)}</p>`,
    code ? `<p>${e(code.label)}<br><b>${e(code.value)}</b></p>` : "",
    rows.length > 0 ? `<ol>${items.join("")}</ol>` : `<p>${e(none)}</p>`,
  ];
  return `<!doctype html><html lang="${e(lang)}"><head>${head}</head><body><main>${main.join("")}</main></body></html>`;
}

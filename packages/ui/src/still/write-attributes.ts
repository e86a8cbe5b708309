import { escapeText } from "./escape-text.ts";

/** Names that React writes otherwise; what is written as it stands needs no entry. */
const renamed: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  acceptCharset: "accept-charset",
  httpEquiv: "http-equiv",
  crossOrigin: "crossorigin",
  ...toKebab("fill", ["Opacity", "Rule"]),
  ...toKebab("clip", ["Path", "Rule"]),
  ...toKebab("stop", ["Color", "Opacity"]),
  ...toKebab("marker", ["Start", "Mid", "End"]),
  ...toKebab("font", ["Family", "Size", "Style", "Weight", "Variant"]),
  ...toKebab("text", ["Anchor", "Decoration", "Rendering"]),
  ...toKebab("stroke", ["Width", "Opacity", "Linecap", "Linejoin", "Miterlimit", "Dasharray", "Dashoffset"]),
  dominantBaseline: "dominant-baseline",
  alignmentBaseline: "alignment-baseline",
  vectorEffect: "vector-effect",
  shapeRendering: "shape-rendering",
  pointerEvents: "pointer-events",
  colSpan: "colSpan",
  rowSpan: "rowSpan",
  dateTime: "dateTime",
  hrefLang: "hrefLang",
  tabIndex: "tabindex",
  viewBox: "viewBox",
  preserveAspectRatio: "preserveAspectRatio",
  gradientUnits: "gradientUnits",
  gradientTransform: "gradientTransform",
  patternUnits: "patternUnits",
  patternTransform: "patternTransform",
  textLength: "textLength",
  lengthAdjust: "lengthAdjust",
  refX: "refX",
  refY: "refY",
  markerWidth: "markerWidth",
  markerHeight: "markerHeight",
};

const switches = new Set(["hidden", "disabled", "open", "reversed", "inert"]);
/** Of React's own; nothing of them is written. */
const unwritten = new Set(["children", "key", "ref", "suppressHydrationWarning", "dangerouslySetInnerHTML"]);
const addresses = new Set(["href", "src", "action"]);
const unitless = new Set([
  "opacity",
  "flexGrow",
  "flexShrink",
  "order",
  "zIndex",
  "lineHeight",
  "fontWeight",
]);

/**
 * The attributes of an element as text, or null where only React knows how to write them. In single quotes: within the
 * script that carries a page each double one would cost a second sign.
 */
export function writeAttributes(props: Readonly<Record<string, unknown>>): string | null {
  let text = "";
  for (const name in props) {
    const value = props[name];
    if (value === undefined || value === null || unwritten.has(name)) continue;
    const written = name === "style" ? writeStyle(value) : writeOne(name, value);
    if (written === null) return null;
    text += written;
  }
  return text;
}

function writeOne(name: string, value: unknown): string | null {
  const spoken = name.startsWith("data-") || name.startsWith("aria-");
  if (typeof value === "boolean") {
    if (spoken) return ` ${name}='${value}'`;
    if (name === "download") return value ? ` ${name}=''` : "";
    return switches.has(name) ? (value ? ` ${name}=''` : "") : null;
  }
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (typeof value === "number" && Number.isNaN(value)) return null;
  if (addresses.has(name) && isScript(value)) return null;
  // An empty one is left out or kept by the element that carries it.
  if (value === "" && addresses.has(name)) return null;
  if (switches.has(name)) return null;
  const known = spoken ? name : (renamed[name] ?? (/^[a-z][a-z0-9]*$/.test(name) ? name : null));
  return known === null ? null : ` ${known}='${escapeText(String(value))}'`;
}

// Whatever might be a script's address is left to React, which replaces it.
function isScript(value: string | number): boolean {
  return /script/i.test(String(value));
}

function writeStyle(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const parts: string[] = [];
  for (const [name, one] of Object.entries(value)) {
    if (one === undefined || one === null || one === "" || typeof one === "boolean") continue;
    if (typeof one === "number" && one !== 0 && !name.startsWith("--") && !unitless.has(name)) return null;
    if (typeof one !== "number" && typeof one !== "string") return null;
    const known = name.startsWith("--")
      ? name
      : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (known.startsWith("ms-")) return null;
    parts.push(`${escapeText(known)}:${escapeText(String(one).trim())}`);
  }
  return parts.length === 0 ? "" : ` style='${parts.join(";")}'`;
}

function toKebab(stem: string, ends: readonly string[]): Record<string, string> {
  return Object.fromEntries(ends.map((end) => [`${stem}${end}`, `${stem}-${end.toLowerCase()}`]));
}

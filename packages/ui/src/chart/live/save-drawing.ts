const svgSpace = "http://www.w3.org/2000/svg";
const margin = 16;
const row = 20;
/** What a drawing takes from the theme of its page. */
const themed = ["fill", "stroke", "color", "stop-color"] as const;

export type PictureKind = "svg" | "png";

/**
 * A chart as a picture: the drawing in sight with its title, its legend, its source and the address of its page.
 * @param mark a warning under the title, such as that the figures are invented
 */
export async function toPicture(figure: Element, kind: PictureKind, mark?: string): Promise<Blob> {
  const drawing = [...figure.querySelectorAll<SVGSVGElement>("[role=img] svg")].find(isInSight);
  if (!drawing) throw new Error("no drawing is in sight");
  const picture = compose(figure, drawing, mark);
  const text = new XMLSerializer().serializeToString(picture);
  const svg = new Blob([text], { type: "image/svg+xml" });
  return kind === "svg" ? svg : toPng(svg, Number(picture.getAttribute("width")), sizeOf(picture).height);
}

const isInSight = (element: Element) => element.getClientRects().length > 0;

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return { width, height };
}

function compose(figure: Element, drawing: SVGSVGElement, mark?: string): SVGSVGElement {
  const page = getComputedStyle(document.body);
  const size = sizeOf(drawing);
  const width = size.width + 2 * margin;
  const pen = document.createElement("canvas").getContext("2d");
  const picture = document.createElementNS(svgSpace, "svg");
  const ground = add(picture, "rect", { width: "100%", height: "100%", fill: page.backgroundColor });
  let top = margin;
  const write = (
    text: string,
    look: { readonly size: number; readonly weight?: number; readonly fill: string },
  ) => {
    const font = `${look.weight ?? 400} ${look.size}px ${page.fontFamily}`;
    if (pen) pen.font = font;
    for (const line of toLines(text, size.width, (part) => pen?.measureText(part).width ?? 0)) {
      top += look.size;
      const at = {
        x: margin,
        y: top,
        "font-size": look.size,
        "font-weight": look.weight ?? 400,
        fill: look.fill,
      };
      add(picture, "text", at).textContent = line;
      top += 6;
    }
  };
  const muted = getComputedStyle(figure.querySelector("p, summary, figcaption") ?? figure).color;
  const [title, subtitle] = figure.querySelectorAll("figcaption > span");
  write([title, subtitle].flatMap((one) => one?.textContent ?? []).join("  "), {
    size: 16,
    weight: 600,
    fill: page.color,
  });
  if (mark) write(mark, { size: 12, weight: 600, fill: muted });
  top += 6;
  place(picture, drawing, { x: margin, y: top, ...size });
  top += size.height + 8;
  let left = margin;
  for (const entry of figure.querySelectorAll("ul > li")) {
    const swatch = entry.querySelector("svg");
    const label = entry.textContent ?? "";
    if (!swatch) continue;
    if (pen) pen.font = `400 13px ${page.fontFamily}`;
    const box = sizeOf(swatch);
    const room = box.width + 8 + (pen?.measureText(label).width ?? 0);
    if (left > margin && left + room > width - margin) {
      left = margin;
      top += row;
    }
    place(picture, swatch, { x: left, y: top, ...box });
    add(picture, "text", {
      x: left + box.width + 8,
      y: top + 12,
      "font-size": 13,
      fill: page.color,
    }).textContent = label;
    left += room + 20;
  }
  if (left > margin) top += row + 4;
  const source = figure.querySelector("figure > p")?.textContent;
  for (const text of [source, location.href.replace(/[?#].*/, "")])
    if (text) write(text, { size: 11, fill: muted });
  const height = Math.ceil(top + margin - 6);
  ground.setAttribute("height", String(height));
  set(picture, { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": page.fontFamily });
  return picture;
}

type Values = Readonly<Record<string, string | number>>;

function set(element: Element, values: Values): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}

function add(parent: Element, name: string, values: Values): Element {
  const element = document.createElementNS(svgSpace, name);
  set(element, values);
  parent.append(element);
  return element;
}

/** A copy of a drawing of the page, with the colours that the theme gives it now. */
function place(picture: Element, drawing: SVGSVGElement, values: Values): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
    const original = originals[at];
    for (const name of original ? themed : [])
      if (element.getAttribute(name)?.includes("var("))
        element.setAttribute(name, getComputedStyle(original as Element).getPropertyValue(name));
  });
  set(copy, values);
  picture.append(copy);
}

/** Breaks between words, and in Chinese between any two characters. */
function toLines(text: string, room: number, measure: (text: string) => number): string[] {
  const parts = text.match(/[!-\u2e7f]+\s*|\s+|./gsu) ?? [];
  const lines = [""];
  for (const part of parts) {
    const last = lines.length - 1;
    const longer = `${lines[last]}${part}`;
    if (lines[last] !== "" && measure(longer.trimEnd()) > room) lines.push(part);
    else lines[last] = longer;
  }
  return lines.filter((line) => line.trim() !== "");
}

async function toPng(svg: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * width, 2 * height];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

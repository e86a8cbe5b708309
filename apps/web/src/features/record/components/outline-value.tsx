import { formatNumber, type Locale } from "@lilink/i18n";
import { outlineArea, ringOf, toGeoJson } from "@lilink/model/register";
import { useTranslations } from "next-intl";
import { drawn, frameOf } from "#lib/outline.ts";
import { OutlineDrawing } from "./outline-drawing.tsx";

/** An outline as it lies on the grid, with its area and the file of it. */
export function OutlineValue({ value, locale }: { readonly value: string; readonly locale: Locale }) {
  const t = useTranslations("register.outline");
  const ring = ringOf(value);
  const area = formatNumber(Number(outlineArea(ring).toPrecision(4)), locale);
  const text = t("area", { corners: ring.length, area });
  return (
    <figure>
      <svg
        role="img"
        aria-label={text}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        className="w-full max-w-md min-w-72 rounded-md border border-line"
      >
        <OutlineDrawing ring={ring} frame={frameOf(ring)} />
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-4 text-sm">
        <span className="tabular-nums">{text}</span>
        <a
          className="text-link"
          download="outline.geojson"
          href={`data:application/geo+json,${encodeURIComponent(JSON.stringify(toGeoJson(ring)))}`}
        >
          GeoJSON
        </a>
      </figcaption>
    </figure>
  );
}

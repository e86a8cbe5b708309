"use client";

import { outlineArea, type Ring, readOutline, toWkt } from "@lilink/model/register";
import { Button, type FieldAria, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { drawn, type Frame, frameOf, toLonLat, toXY } from "#lib/outline.ts";
import { OutlineDrawing } from "./outline-drawing.tsx";

type Given = {
  readonly aria: FieldAria;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** The corners as text, one a line; what is no outline yet stays as it was typed. */
const textOf = (ring: Ring) => ring.map(([lon, lat]) => `${lon}, ${lat}`).join("\n");

/** An outline by drawing corners, or by text: GeoJSON, WKT or one corner a line. Both show the same. */
export function OutlineInput({ aria, value, onChange }: Given) {
  const t = useTranslations("register.outline");
  const locale = useLocale();
  const read = useMemo(() => (value ? readOutline(value) : null), [value]);
  const [loose, setLoose] = useState<Ring>([]);
  const ring = read?.ok ? read.ring : loose;
  const [frame, setFrame] = useState<Frame>(() => frameOf(ring));
  const file = useRef<HTMLInputElement>(null);
  const give = (next: Ring) => {
    setLoose(next);
    const closed = readOutline(textOf(next));
    onChange(closed.ok ? toWkt(closed.ring) : next.length === 0 ? null : textOf(next));
  };
  const type = (text: string) => {
    const given = readOutline(text);
    setLoose(given.ok ? given.ring : []);
    if (given.ok) setFrame(frameOf(given.ring));
    onChange(text.trim() === "" ? null : text);
  };
  return (
    <div className="grid gap-2">
      <DrawnCorners ring={ring} frame={frame} onDraw={give} />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" disabled={ring.length === 0} onClick={() => give(ring.slice(0, -1))}>
          {t("undo")}
        </Button>
        <Button size="sm" disabled={!value && ring.length === 0} onClick={() => give([])}>
          {t("clear")}
        </Button>
        <Button size="sm" onClick={() => setFrame({ ...frame, tall: frame.tall / 2 })}>
          {t("nearer")}
        </Button>
        <Button size="sm" onClick={() => setFrame({ ...frame, tall: Math.min(60, frame.tall * 2) })}>
          {t("farther")}
        </Button>
        <Button size="sm" disabled={ring.length === 0} onClick={() => setFrame(frameOf(ring))}>
          {t("fit")}
        </Button>
        <Button size="sm" onClick={() => file.current?.click()}>
          {t("file")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".geojson,.json,.wkt,.txt"
          aria-label={t("file")}
          className="sr-only"
          tabIndex={-1}
          onChange={async (event) => {
            const chosen = event.target.files?.[0];
            if (chosen) type(await chosen.text());
            event.target.value = "";
          }}
        />
        <output className="text-sm text-muted tabular-nums">
          {read?.ok
            ? t("area", {
                corners: ring.length,
                area: new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(
                  outlineArea(ring),
                ),
              })
            : t("corners", { count: ring.length })}
        </output>
      </div>
      <TextArea
        {...aria}
        rows={4}
        className="font-mono text-sm"
        placeholder={"101.10, 30.20\n101.30, 30.20\n101.20, 30.40"}
        value={read?.ok && value?.startsWith("POLYGON") ? textOf(read.ring) : (value ?? "")}
        onChange={(event) => type(event.target.value)}
      />
      <p className="text-sm text-muted">{t("how")}</p>
    </div>
  );
}

/** The drawing: a press adds a corner, and a corner can be dragged. By keys the same is done in the text below. */
function DrawnCorners({
  ring,
  frame,
  onDraw,
}: {
  readonly ring: Ring;
  readonly frame: Frame;
  readonly onDraw: (ring: Ring) => void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const spotOf = (event: PointerEvent): Ring[number] => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return [frame.lon, frame.lat];
    return toLonLat(
      frame,
      ((event.clientX - box.left) / box.width) * drawn.width,
      ((event.clientY - box.top) / box.height) * drawn.height,
    );
  };
  const move = (at: number, spot: Ring[number]) =>
    onDraw(ring.map((corner, of) => (of === at ? spot : corner)));
  return (
    <svg
      ref={svg}
      aria-hidden
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      className="w-full max-w-2xl cursor-crosshair touch-none rounded-md border border-line select-none"
      onPointerDown={(event) => {
        if (event.target instanceof SVGCircleElement) return;
        onDraw([...ring, spotOf(event)]);
      }}
      onPointerMove={(event) => {
        if (held !== null) move(held, spotOf(event));
      }}
      onPointerUp={() => setHeld(null)}
      onPointerLeave={() => setHeld(null)}
    >
      <OutlineDrawing ring={ring} frame={frame}>
        {ring.map((corner, at) => {
          const [x, y] = toXY(frame, corner);
          return (
            <circle
              key={at}
              cx={x}
              cy={y}
              r={6}
              className="cursor-move fill-ground stroke-2 stroke-resource"
              onPointerDown={() => setHeld(at)}
            />
          );
        })}
      </OutlineDrawing>
    </svg>
  );
}

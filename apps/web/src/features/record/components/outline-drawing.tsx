import type { Ring } from "@lilink/model/register";
import type { ReactNode } from "react";
import { drawn, type Frame, gridOf, landId, pathOfRing, transformOf } from "#lib/outline.ts";

/** So many degrees from top to bottom show a coast; a block is smaller than the land's own outline is exact. */
const leastOfLand = 8;

/** An outline on a grid of degrees, over the land that the page holds, if any, where the window is wide. */
export function OutlineDrawing({
  ring,
  frame,
  children,
}: {
  readonly ring: Ring;
  readonly frame: Frame;
  readonly children?: ReactNode;
}) {
  const { lons, lats } = gridOf(frame);
  return (
    <>
      <rect
        width={drawn.width}
        height={drawn.height}
        className={frame.tall >= leastOfLand ? "fill-ground" : "fill-sunken"}
      />
      {frame.tall >= leastOfLand ? (
        <use href={`#${landId}`} transform={transformOf(frame)} className="fill-sunken" />
      ) : null}
      {lons.map(({ key, at, text }) => (
        <g key={key}>
          <line x1={at} x2={at} y1={0} y2={drawn.height} className="stroke-line" />
          <text x={at + 3} y={drawn.height - 4} className="fill-muted text-[13px] tabular-nums">
            {text}
          </text>
        </g>
      ))}
      {lats.map(({ key, at, text }) => (
        <g key={key}>
          <line x1={0} x2={drawn.width} y1={at} y2={at} className="stroke-line" />
          <text x={3} y={at - 3} className="fill-muted text-[13px] tabular-nums">
            {text}
          </text>
        </g>
      ))}
      <path
        d={pathOfRing(frame, ring)}
        className="fill-resource/20 stroke-resource"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      {children}
    </>
  );
}

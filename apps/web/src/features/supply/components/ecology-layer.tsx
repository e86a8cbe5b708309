import type { ProtectionLevel, Ring } from "@lilink/model/register";
import { type Frame, pathOfRing } from "#lib/outline.ts";

/** Mining ruled out is crossed, mining under conditions is striped: the weave says it without a colour. */
const weaves: Readonly<Record<ProtectionLevel, string>> = {
  strict: "M0 0L6 6M6 0L0 6",
  limited: "M-1 5L1 7M-1 -1L7 7M5 -1L7 1",
};
const weaveOf = (protection: ProtectionLevel) => `weave-${protection}`;
export const protections = Object.keys(weaves) as ProtectionLevel[];

/** The weaves of the layer; one drawing of a page holds them for all. */
export function EcologyWeaves() {
  return (
    <defs>
      {protections.map((protection) => (
        <pattern key={protection} id={weaveOf(protection)} width={6} height={6} patternUnits="userSpaceOnUse">
          <path d={weaves[protection]} className="stroke-materials" strokeWidth={0.9} />
        </pattern>
      ))}
    </defs>
  );
}

export type DrawnArea = {
  readonly publicId: string;
  readonly protection: ProtectionLevel;
  readonly ring: Ring;
  readonly label: string;
};

/** Protected areas as they lie. [EP5] */
export function EcologyLayer({
  areas,
  frame,
}: {
  readonly areas: readonly DrawnArea[];
  readonly frame: Frame;
}) {
  return areas.map(({ publicId, protection, ring, label }) => (
    <path
      key={publicId}
      d={pathOfRing(frame, ring)}
      fill={`url(#${weaveOf(protection)})`}
      className="stroke-materials"
      strokeWidth={1}
      strokeDasharray={protection === "limited" ? "3 2" : undefined}
    >
      <title>{label}</title>
    </path>
  ));
}

/** What a weave stands for. */
export function WeaveMark({ protection }: { readonly protection: ProtectionLevel }) {
  return (
    <svg aria-hidden viewBox="0 0 20 14" className="h-3.5 w-5">
      <rect
        x={1}
        y={1}
        width={18}
        height={12}
        fill={`url(#${weaveOf(protection)})`}
        className="stroke-materials"
        strokeDasharray={protection === "limited" ? "3 2" : undefined}
      />
    </svg>
  );
}

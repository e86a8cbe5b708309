import { toneColor } from "@lilink/ui";
import type { BodyPairView } from "../queries.ts";

export type Agreement = BodyPairView["fields"][number]["agreement"];

const colour: Readonly<Record<Agreement, string>> = {
  same: toneColor("success"),
  near: toneColor("info"),
  differs: toneColor("danger"),
  onlyFirst: toneColor("neutral"),
  onlySecond: toneColor("neutral"),
  neither: toneColor("neutral"),
};

/**
 * How two records meet in one field: a whole bridge where they say the same, a dashed one where it is near, a gap where they differ, half of one where
 * only one side says something. The word stands beside it.
 */
export function Bridge({ agreement }: { readonly agreement: Agreement }) {
  const stroke = colour[agreement];
  const dot = (x: number, filled: boolean) => (
    <circle cx={x} cy="8" r="4" fill={filled ? stroke : "none"} stroke={stroke} strokeWidth="1.5" />
  );
  const line = (from: number, to: number, dashes?: string) => (
    <line x1={from} y1="8" x2={to} y2="8" stroke={stroke} strokeWidth="2" strokeDasharray={dashes} />
  );
  return (
    <svg aria-hidden viewBox="0 0 72 16" className="h-4 w-18 shrink-0">
      {agreement === "same" ? line(9, 63) : null}
      {agreement === "near" ? line(9, 63, "5 4") : null}
      {agreement === "differs" ? (
        <>
          {line(9, 26)}
          {line(46, 63)}
          <path d="M31 3 L41 13 M41 3 L31 13" stroke={stroke} strokeWidth="2" />
        </>
      ) : null}
      {agreement === "onlyFirst" ? line(9, 26) : null}
      {agreement === "onlySecond" ? line(46, 63) : null}
      {dot(5, agreement !== "onlySecond" && agreement !== "neither")}
      {dot(67, agreement !== "onlyFirst" && agreement !== "neither")}
    </svg>
  );
}

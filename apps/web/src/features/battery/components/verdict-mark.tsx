import type { Verdict } from "@lilink/model/trace/event";
import { useTranslations } from "next-intl";

const looks: Readonly<
  Record<Verdict | "waits", { readonly color: string; readonly path: string; readonly isOpen?: true }>
> = {
  ok: { color: "var(--color-success)", path: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0" },
  late: {
    color: "var(--color-warning)",
    path: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M0 -3V0H3",
    isOpen: true,
  },
  gap: { color: "var(--color-muted)", path: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M-2 0H2", isOpen: true },
  conflict: { color: "var(--color-danger)", path: "M0 -8L8 0L0 8L-8 0Z" },
  unlicensed: {
    color: "var(--color-info)",
    path: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M-4 4L4 -4",
    isOpen: true,
  },
  needs_reason: { color: "var(--color-ink)", path: "M0 -7L7 6H-7Z" },
  impossible: { color: "var(--color-danger)", path: "M-5 -5L5 5M5 -5L-5 5", isOpen: true },
  duplicate: { color: "var(--color-muted)", path: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", isOpen: true },
  waits: { color: "var(--color-warning)", path: "M-5 -6H5L-5 6H5Z", isOpen: true },
};

/** The sign of a verdict inside a drawing: its own shape, since colour alone says nothing. */
export function VerdictShape({
  verdict,
  x,
  y,
}: {
  readonly verdict: Verdict | "waits";
  readonly x: number;
  readonly y: number;
}) {
  const { color, path, isOpen } = looks[verdict];
  return (
    <path
      d={path}
      transform={`translate(${x} ${y})`}
      fill={isOpen ? "var(--color-ground)" : color}
      stroke={color}
      strokeWidth={1.75}
      strokeDasharray={verdict === "gap" ? "3 2" : undefined}
    />
  );
}

/** The sign with its word. */
export function VerdictMark({
  verdict,
  isUnconfirmed = false,
}: {
  readonly verdict: Verdict;
  /** What is in order waits for the other side all the same. */
  readonly isUnconfirmed?: boolean;
}) {
  const t = useTranslations("battery.verdict");
  const life = useTranslations("battery.life");
  const waits = isUnconfirmed && verdict === "ok";
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg aria-hidden="true" viewBox="-9 -9 18 18" className="size-4 shrink-0">
        <VerdictShape verdict={waits ? "waits" : verdict} x={0} y={0} />
      </svg>
      {waits ? life("unconfirmed") : t(verdict)}
    </span>
  );
}

/** Everything that is said of an event or of a battery, each with its sign. */
export function VerdictMarks({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {verdicts.map((verdict) => (
        <VerdictMark key={verdict} verdict={verdict} />
      ))}
    </span>
  );
}

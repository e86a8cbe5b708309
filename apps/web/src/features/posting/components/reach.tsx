import { type DisclosureLevel, disclosureLevels, narrownessOf } from "@lilink/model/posting";
import { cn } from "@lilink/ui";

const heights = ["h-1", "h-1.5", "h-2", "h-2.5"] as const;

/** How far a level reaches as four steps, the words beside it say the same. */
export function Reach({
  level,
  className,
}: {
  readonly level: DisclosureLevel;
  readonly className?: string;
}) {
  const reached = disclosureLevels.length - narrownessOf(level);
  return (
    <span aria-hidden className={cn("inline-flex h-2.5 shrink-0 items-end gap-[1.5px]", className)}>
      {heights.map((height, index) => (
        <i key={height} className={cn("w-[3px]", height, index < reached ? "bg-ink" : "bg-line")} />
      ))}
    </span>
  );
}

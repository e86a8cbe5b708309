import type { Reading } from "@lilink/model/register";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** What stands inside the ring, so that no colour is needed to tell readings apart. */
const inside: Readonly<Record<Reading, string | null>> = {
  seen: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
  reported: "M6 1.5a4.5 4.5 0 0 1 0 9z",
  estimated: null,
  computed: "M6 3.2 8.8 6 6 8.8 3.2 6z",
  withheld: "M2.5 4.5h7v1h-7zM2.5 6.8h7v1h-7z",
};

const looks: Readonly<Record<Reading, string>> = {
  seen: "text-success",
  reported: "text-info",
  estimated: "text-warning",
  computed: "text-muted",
  withheld: "text-muted",
};

export type ReadingMarkProps = { readonly reading: Reading; readonly word?: boolean };

/** How a value was read: read in its source, told by a third party, estimated, worked out, or kept back. */
export function ReadingMark({ reading, word = false }: ReadingMarkProps) {
  const t = useTranslations("register.reading");
  const fill = inside[reading];
  return (
    <span
      className={cn("inline-flex items-center gap-1 text-xs whitespace-nowrap", looks[reading])}
      title={t(reading)}
    >
      <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0 fill-current stroke-current">
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          strokeWidth="1.2"
          strokeDasharray={reading === "estimated" ? "2 1.5" : undefined}
        />
        {fill ? <path d={fill} stroke="none" /> : null}
      </svg>
      <span className={word ? "text-muted" : "sr-only"}>{t(reading)}</span>
    </span>
  );
}

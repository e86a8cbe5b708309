import { type DisclosureLevel, isWalled } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Reach } from "./reach.tsx";

export type SeenByProps = {
  /** The field, or `figures.<attribute>`. */
  readonly field: string;
  readonly level: DisclosureLevel | undefined;
  readonly className?: string;
};

/** Who sees a field of one's own posting, in the words of the form. */
export function SeenBy({ field, level, className }: SeenByProps) {
  const t = useTranslations("posting");
  if (!level) return null;
  const words = isWalled(field.replace(/^figures\./, "")) ? "levelWalled" : "level";
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-sm font-normal text-muted", className)}>
      <Reach level={level} />
      <span className="sr-only">{t("form.columns.levels")} </span>
      {t(`${words}.${level}`)}
    </span>
  );
}

import { useTranslations } from "next-intl";

export const contentId = "content";

export function SkipLink() {
  const t = useTranslations("nav");
  return (
    <a
      href={`#${contentId}`}
      className="no-print fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-4 py-2 text-ground focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}

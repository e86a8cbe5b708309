import { recordWords } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type HealthNode, toMissing, type toStandings } from "../view.ts";

/** In a few words: which nodes are weak, how sure that is, and what is missing to say more. */
export function HealthAnswer({
  by,
  all,
}: {
  readonly by: ReturnType<typeof toStandings>;
  readonly all: number;
}) {
  const t = useTranslations("health.answer");
  const locale = useLocale();
  const { weak, likely, unsure, sound } = by;
  const head = weak.length > 0 ? t("weak", { count: weak.length }) : t("none");
  const open: readonly HealthNode[] = [...likely, ...unsure];
  const words = recordWords("weakLink", locale);
  const missing = toMissing(open).map(({ factor, count }) =>
    t("factor", { factor: words.choice("factors", factor), nodes: count }),
  );
  const rest = [
    t("counts", { likely: likely.length, sound: sound.length, unsure: unsure.length, all }),
    ...(missing.length > 0 ? [t("missing", { missing: missing.join(locale === "en" ? ", " : "、") })] : []),
  ];
  return (
    <NoticeBox className="mb-6">
      <strong className="font-semibold">{head}</strong> {rest.join(locale === "en" ? " " : "")}
    </NoticeBox>
  );
}
